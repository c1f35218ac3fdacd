"""Publishing: a person releases each quotation, and only what may be quoted is offered."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from flask import Flask

from feedback_app import analysing, answering, asking, publishing, safeguarding
from feedback_app.errors import NotFound
from feedback_app.publishing import (
    EnoughFromOnePerson,
    NotAnalysed,
    NotQuotable,
    QuoteTooLong,
    StillNames,
)
from feedback_app.storage import findings
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.tables import audit, release, work
from tests.closed_wave import NOT_TO_BE_QUOTED, QUOTABLE, Closed, close_and_analyse, collect, say
from tests.respondents import WORRYING
from tests.stages import Stages
from tests.term import AREA, WAVE, Term


@pytest.fixture
def closed(inside: Flask, stages: Stages, term: Term) -> Closed:
    return stages.come_to(inside, close_and_analyse, term)


def candidate(words: str) -> publishing.Candidate:
    return next(one for one in publishing.candidates(AREA, WAVE) if one.original in words or words in one.original)


def release_it(term: Term, words: str, *, as_words: str = "") -> None:
    one = candidate(words)
    publishing.decide_quote(
        AREA,
        WAVE,
        one.answer_id,
        one.ordinal,
        release=True,
        words=as_words or one.redacted,
        staff_id=term.staff["Omar"],
    )


def test_nothing_is_offered_before_the_wave_was_analysed(term: Term) -> None:
    collect(term)

    with pytest.raises(NotAnalysed):
        publishing.candidates(AREA, WAVE)
    with pytest.raises(NotAnalysed):
        publishing.release_pack(AREA, WAVE, staff_id=term.staff["Omar"])


def test_only_what_its_owner_lets_us_quote_is_offered(term: Term, closed: Closed) -> None:
    offered = {one.original for one in publishing.candidates(AREA, WAVE)}

    assert offered
    assert all(any(one in words for words in QUOTABLE) for one in offered)
    assert not any(one in NOT_TO_BE_QUOTED or one in WORRYING for one in offered)


def test_the_original_stands_beside_its_redaction(closed: Closed) -> None:
    named = next(one for one in publishing.candidates(AREA, WAVE) if "Harrison" in one.original)

    assert "Harrison" not in named.redacted
    assert named.group_name == "Young people aged 11 to 25"
    assert named.question == "What was good?"


def test_what_the_analysis_would_pick_comes_first(closed: Closed) -> None:
    kinds = [one.kind for one in publishing.candidates(AREA, WAVE)]

    assert kinds == sorted(kinds, key=["typical", "outlier", ""].index)
    assert kinds[0] == "typical"


def test_a_released_quotation_carries_the_words_that_the_releaser_chose(term: Term, closed: Closed) -> None:
    release_it(term, QUOTABLE[8], as_words="  The swimming pool is really good ")

    one = candidate(QUOTABLE[8])
    assert (one.state, one.redacted) == ("released", "The swimming pool is really good")


def test_a_refused_quotation_keeps_the_reason_and_no_words(term: Term, closed: Closed) -> None:
    one = candidate(QUOTABLE[8])

    publishing.decide_quote(
        AREA,
        WAVE,
        one.answer_id,
        one.ordinal,
        release=False,
        words=one.redacted,
        staff_id=term.staff["Omar"],
        why="A classmate could guess",
    )

    assert (candidate(QUOTABLE[8]).state, candidate(QUOTABLE[8]).why) == ("refused", "A classmate could guess")
    with reading() as session:
        assert session.execute(sa.select(release.c.words).where(release.c.area_id == term.area_id)).scalars().all() == [
            None
        ]


def test_the_newest_decision_counts_and_none_is_overwritten(term: Term, closed: Closed) -> None:
    one = candidate(QUOTABLE[8])
    for release_now in (True, False, True):
        publishing.decide_quote(
            AREA,
            WAVE,
            one.answer_id,
            one.ordinal,
            release=release_now,
            words=one.redacted,
            staff_id=term.staff["Omar"],
        )

    assert candidate(QUOTABLE[8]).state == "released"
    with reading() as session:
        rows = session.execute(sa.select(release).where(release.c.area_id == term.area_id)).all()
        trail = session.execute(sa.select(audit.c.what).where(audit.c.area_id == term.area_id)).scalars().all()
    assert len(rows) == 3
    assert (trail.count("quote released"), trail.count("quote refused")) == (2, 1)


def test_decided_quotations_come_after_those_that_wait(term: Term, closed: Closed) -> None:
    release_it(term, QUOTABLE[0])

    states = [one.state for one in publishing.candidates(AREA, WAVE)]

    assert states == sorted(states, key=lambda state: state != "")


@pytest.mark.parametrize(
    "words", ["Mrs Harrison listened to me", "Ring us on 01924 555010", "Ask ada@example.org", "WX1 4BB is far away"]
)
def test_a_quotation_that_still_names_somebody_is_refused(term: Term, closed: Closed, words: str) -> None:
    with pytest.raises(StillNames):
        release_it(term, QUOTABLE[8], as_words=words)

    assert candidate(QUOTABLE[8]).state == ""


@pytest.mark.parametrize("words", ["   ", "x" * (publishing.LONGEST_QUOTE + 1)])
def test_a_quotation_has_a_length(term: Term, closed: Closed, words: str) -> None:
    with pytest.raises(QuoteTooLong):
        release_it(term, QUOTABLE[8], as_words=words)


def test_nobody_is_quoted_more_than_twice(term: Term) -> None:
    three = (
        "The pool is warm. The staff were kind to me and to my sister.",
        "The waiting list is too long.",
    )
    say(term, *three).send()
    asking.close_wave(AREA, WAVE)
    analysing.analyse_wave(term.area_id, term.wave_id)
    hers = publishing.candidates(AREA, WAVE)
    assert len(hers) == 3

    for one in hers[:2]:
        release_it(term, one.original)
    with pytest.raises(EnoughFromOnePerson):
        release_it(term, hers[2].original)
    release_it(term, hers[0].original, as_words="The pool is warm")


def test_words_that_a_person_held_meanwhile_cannot_be_released(term: Term, closed: Closed) -> None:
    one = candidate(QUOTABLE[8])
    safeguarding.hold_by_hand(term.opening, one.answer_id, "amber", "Somebody noticed", staff_id=term.staff["Priya"])

    with pytest.raises(NotQuotable):
        publishing.decide_quote(
            AREA, WAVE, one.answer_id, one.ordinal, release=True, words="The pool", staff_id=term.staff["Omar"]
        )
    assert one.answer_id not in {other.answer_id for other in publishing.candidates(AREA, WAVE)}


def test_words_that_were_taken_back_are_not_offered(term: Term, closed: Closed) -> None:
    release_it(term, QUOTABLE[8])
    gone = candidate(QUOTABLE[8]).answer_id

    answering.withdraw_response(closed.receipts[QUOTABLE[8]])

    assert gone not in {one.answer_id for one in publishing.candidates(AREA, WAVE)}
    with reading() as session:
        assert not findings.decisions(session, term.area_id, term.wave_id)


def test_words_that_were_never_offered_cannot_be_released(term: Term, closed: Closed) -> None:
    for answer_id, ordinal in (("0" * 32, 0), (candidate(QUOTABLE[8]).answer_id, 99)):
        with pytest.raises(NotQuotable):
            publishing.decide_quote(
                AREA, WAVE, answer_id, ordinal, release=True, words="The pool", staff_id=term.staff["Omar"]
            )


def test_asking_for_the_report_queues_its_writing_once(term: Term, closed: Closed) -> None:
    first = publishing.release_pack(AREA, WAVE, staff_id=term.staff["Omar"])

    assert publishing.release_pack(AREA, WAVE, staff_id=None) == first
    with reading() as session:
        kinds = session.execute(sa.select(work.c.kind).where(work.c.area_id == term.area_id)).scalars().all()
    assert sorted(kinds) == ["analyse_wave", "write_pack"]


def test_a_decision_of_another_area_changes_nothing_here(term: Term, closed: Closed) -> None:
    asking.add_area("elsewhere", "Elsewhere", "Elsewhere Council", example=True)
    one = candidate(QUOTABLE[8])

    with pytest.raises(NotFound):
        publishing.decide_quote(
            "elsewhere", WAVE, one.answer_id, one.ordinal, release=True, words="x", staff_id=term.staff["Omar"]
        )


def test_the_words_of_a_decision_are_sealed(term: Term, closed: Closed) -> None:
    release_it(term, QUOTABLE[8], as_words="The swimming pool is really good")

    with transaction() as session:
        raw = session.execute(
            sa.select(sa.type_coerce(release.c.words, sa.LargeBinary)).where(release.c.area_id == term.area_id)
        ).scalar_one()
    assert b"swimming" not in bytes(raw)
