"""Labelling: what people say of words and promises is kept, nothing is overwritten, and the next analysis uses it."""

from __future__ import annotations

import datetime as dt

import pytest
import sqlalchemy as sa
from flask import Flask

from feedback_app import analysing, answering, asking, labelling, publishing, safeguarding
from feedback_app.labelling import NoSuchPromise
from feedback_app.sitting import NoSuchPart, NotSorted, Part, Sitting, sitting_of
from feedback_app.storage.db import reading
from feedback_app.storage.tables import standard_label, today
from feedback_app.taught import known_labels
from tests.closed_wave import NOT_TO_BE_QUOTED, QUOTABLE, Closed, close_and_analyse, collect
from tests.respondents import WORRYING
from tests.stages import Stages
from tests.term import AREA, WAVE, Term

POOL = QUOTABLE[8]
ROLE = "participation officer"


@pytest.fixture
def closed(inside: Flask, stages: Stages, term: Term) -> Closed:
    return stages.come_to(inside, close_and_analyse, term)


def sitting(term: Term, name: str = "Bea") -> Sitting:
    return sitting_of(AREA, WAVE, staff_id=term.staff[name])


def part_of(term: Term, words: str, name: str = "Bea") -> Part:
    return next(one for one in sitting(term, name).parts if one.words in words)


def a_promise(term: Term, place: int = 0) -> str:
    return [one.id for strategy in sitting(term).promises for one in strategy.standards][place]


def say(term: Term, words: str, standard: str, speaks: bool | None, name: str = "Bea") -> None:
    key = part_of(term, words, name).key
    labelling.say(AREA, WAVE, key, {standard: speaks}, staff_id=term.staff[name], role=ROLE)


def kept(term: Term) -> list[tuple[str, bool | None]]:
    found = sa.select(standard_label.c.standard, standard_label.c.speaks).where(
        standard_label.c.area_id == term.area_id
    )
    with reading() as session:
        rows = session.execute(found.order_by(standard_label.c.kept_at, standard_label.c.id)).all()
    return [(row.standard, row.speaks) for row in rows]


def links_of(term: Term, words: str) -> dict[str, str]:
    found = analysing.find(term.area_id, term.wave_id)
    keys = {one.key for one in found.segments if one.words in words}
    return {link.standard: link.strength for link in found.links if link.segment in keys}


def test_nothing_is_asked_before_the_wave_was_analysed(term: Term) -> None:
    collect(term)

    with pytest.raises(NotSorted):
        sitting(term)


def test_only_redacted_words_that_their_owner_lets_us_quote_are_shown(term: Term, closed: Closed) -> None:
    shown = [one.words for one in sitting(term).parts]

    assert 10 < len(shown) <= 25
    assert not any(one in NOT_TO_BE_QUOTED or one in WORRYING or "Harrison" in one for one in shown)


def test_words_that_are_held_or_refused_later_are_not_shown(term: Term, closed: Closed) -> None:
    held, refused = part_of(term, POOL), part_of(term, QUOTABLE[9])
    safeguarding.hold_by_hand(term.opening, held.key[0], "amber", "A worry")
    publishing.decide_quote(AREA, WAVE, *refused.key, release=False, staff_id=term.staff["Omar"])

    shown = {one.key for one in sitting(term).parts}

    assert shown
    assert not shown & {held.key, refused.key}
    for part in (held, refused):
        with pytest.raises(NoSuchPart):
            labelling.say(AREA, WAVE, part.key, {a_promise(term): True}, staff_id=term.staff["Bea"], role=ROLE)


def test_a_label_is_used_by_the_next_analysis(term: Term, closed: Closed) -> None:
    promise = next(id for id in (a_promise(term), a_promise(term, 1)) if id not in links_of(term, POOL))

    say(term, POOL, promise, speaks=True)

    assert links_of(term, POOL)[promise] == "likely"
    found = analysing.find(term.area_id, term.wave_id)
    assert found.how["labels_used"] == "1 (1 yes, 0 no)"


def test_a_no_takes_a_suggestion_away(term: Term, closed: Closed) -> None:
    part = next(one for one in sitting(term).parts if one.suggestions)
    promise = part.suggestions[0].standard.id

    say(term, part.words, promise, speaks=False)

    assert promise not in links_of(term, part.words)


def test_the_newest_word_of_a_person_counts_and_every_one_is_kept(term: Term, closed: Closed) -> None:
    promise = a_promise(term)

    for speaks in (True, False, True, None):
        say(term, POOL, promise, speaks=speaks)

    assert kept(term) == [(promise, True), (promise, False), (promise, True), (promise, None)]
    assert part_of(term, POOL).said == {}
    with reading() as session:
        assert known_labels(session, term.area_id, term.wave_id) == ()


def test_a_part_stands_in_the_rest_of_its_comment(term: Term, closed: Closed) -> None:
    part = next(one for one in sitting(term).parts if one.words == "and nobody rang us")

    assert (part.before, part.after) == ("We waited eleven months for a first visit", "")


def test_nothing_that_was_refused_stands_round_a_part(term: Term, closed: Closed) -> None:
    part = next(one for one in sitting(term).parts if one.words == "and nobody rang us")
    key = (part.key[0], 0)

    publishing.decide_quote(AREA, WAVE, *key, release=False, staff_id=term.staff["Omar"])

    assert next(one for one in sitting(term).parts if one.key == part.key).before == ""


def test_only_words_that_may_be_shown_are_picked(term: Term, closed: Closed) -> None:
    found = analysing.find(term.area_id, term.wave_id)

    quotable = {one.id for one in found.voices.comments if one.quotable}
    assert 10 < len(found.picks) <= analysing.MOST_PICKS
    assert {comment for comment, _ in found.picks} <= quotable


def test_a_later_wave_learns_from_it_and_an_earlier_one_does_not(term: Term, closed: Closed) -> None:
    say(term, POOL, a_promise(term), speaks=True)
    later, earlier = (
        asking.make_wave(
            AREA, slug, slug, "Therapies", strategy_sets=["wexcombe"], opens_on=today() + dt.timedelta(days=days)
        )
        for slug, days in (("spring", 100), ("summer", -100))
    )

    with reading() as session:
        assert len(known_labels(session, term.area_id, later)) == 1
        assert known_labels(session, term.area_id, earlier) == ()


def test_two_people_may_differ_and_the_newest_counts(term: Term, closed: Closed) -> None:
    promise = a_promise(term)
    say(term, POOL, promise, speaks=True)
    say(term, POOL, promise, speaks=False, name="Kit")

    assert part_of(term, POOL).said == {promise: True}
    assert part_of(term, POOL).is_disputed
    assert (sitting(term).yes, sitting(term).no, sitting(term).people) == (1, 1, 2)
    with reading() as session:
        (label,) = known_labels(session, term.area_id, term.wave_id)
    assert (label.speaks, label.by) == (False, ROLE)


def test_a_label_goes_with_the_words_of_whoever_takes_them_back(term: Term, closed: Closed) -> None:
    say(term, POOL, a_promise(term), speaks=True)

    answering.withdraw_response(closed.receipts[POOL])

    assert kept(term) == []


def test_a_label_of_words_that_are_held_teaches_nothing(term: Term, closed: Closed) -> None:
    say(term, POOL, a_promise(term), speaks=True)

    safeguarding.hold_by_hand(term.opening, part_of(term, POOL).key[0], "amber", "A worry")

    with reading() as session:
        assert known_labels(session, term.area_id, term.wave_id) == ()


def test_a_promise_of_another_strategy_is_refused(term: Term, closed: Closed) -> None:
    with pytest.raises(NoSuchPromise):
        say(term, POOL, "durham/themes/waiting", speaks=True)

    assert kept(term) == []


def test_a_move_is_a_no_for_what_was_suggested_and_a_yes_for_another(term: Term, closed: Closed) -> None:
    part = next(one for one in sitting(term).parts if one.suggestions)
    suggested = {one.standard.id for one in part.suggestions}
    other = next(one.id for one in sitting(term).promises[0].standards if one.id not in suggested)

    said = labelling.moved(part, other)

    assert said == dict.fromkeys(suggested, False) | {other: True}


def test_none_of_them_is_a_no_for_each_that_was_shown(term: Term, closed: Closed) -> None:
    shown = sitting(term)
    part = next(one for one in shown.parts if one.suggestions)
    bare = next((one for one in shown.parts if not one.suggestions), None)

    assert labelling.none_of(part, shown.promises) == {one.standard.id: False for one in part.suggestions}
    if bare:
        listed = [one.id for strategy in shown.promises for one in strategy.standards]
        assert labelling.none_of(bare, shown.promises) == dict.fromkeys(listed, False)


def test_what_was_labelled_is_not_asked_about_again_after_the_next_analysis(term: Term, closed: Closed) -> None:
    key = part_of(term, POOL).key
    say(term, POOL, a_promise(term), speaks=True)
    assert sitting(term).since == 1

    analysing.analyse_wave(term.area_id, term.wave_id)

    assert key not in {one.key for one in sitting(term).parts}
    assert sitting(term).since == 0
    assert sitting(term).used == "1 (1 yes, 0 no)"
