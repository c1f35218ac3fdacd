"""What lies on a table: released words alone, and none of a seat's own people."""

from __future__ import annotations

import dataclasses

import pytest
from flask import Flask

from feedback_app import answering, publishing, safeguarding
from feedback_app.publishing import NotAnalysed
from feedback_app.reviewing import calling, sittings
from feedback_app.reviewing.calling import NotOnTable
from feedback_app.reviewing.material import Material, NoSuchTheme, material_for
from feedback_app.reviewing.seats import Hidden, Seat
from feedback_app.reviewing.table_theme import Quote
from tests.closed_wave import NOT_TO_BE_QUOTED, QUOTABLE, Closed, collect, say
from tests.respondents import WORRYING
from tests.sorted_wave import collect_and_sort, release_everything, sort_by_hand
from tests.stages import Stages
from tests.table import Table, a_table
from tests.term import AREA, WAVE, Term, open_for_a_month


@pytest.fixture
def database_kind() -> str:
    """SQLite alone: test_on_both_databases.py asks the same queries of PostgreSQL."""
    return "sqlite"


@pytest.fixture
def closed(inside: Flask, stages: Stages, term: Term) -> Closed:
    return stages.come_to(inside, collect_and_sort, term)


@pytest.fixture
def table(term: Term, closed: Closed) -> Table:
    table = a_table(term)
    table.begin()
    return table


def quotes(material: Material) -> list[Quote]:
    return [quote for theme in material.themes for quote in theme.quotes]


def read_by(seat: Seat) -> str:
    return " / ".join(quote.words for quote in quotes(material_for(seat)))


def test_nothing_lies_there_before_the_wave_was_analysed(term: Term) -> None:
    collect(term)

    with pytest.raises(NotAnalysed):
        material_for(a_table(term).seat())


def test_only_words_that_a_person_released_lie_there(term: Term, table: Table) -> None:
    seat = table.seat()
    assert quotes(material_for(seat)) == []

    (first, *_) = publishing.candidates(AREA, WAVE)
    publishing.decide_quote(
        AREA,
        WAVE,
        first.answer_id,
        first.ordinal,
        release=True,
        words="as it was shortened",
        staff_id=term.staff["Omar"],
    )

    assert [one.words for one in quotes(material_for(seat))] == ["as it was shortened"]


def test_what_is_refused_held_or_not_for_quoting_never_lies_there(term: Term, table: Table) -> None:
    release_everything(term)
    seat = table.seat()
    assert "Harrison" not in read_by(seat)
    gone = quotes(material_for(seat))[0]

    publishing.decide_quote(AREA, WAVE, *gone.key, release=False, staff_id=term.staff["Omar"])
    held = quotes(material_for(seat))[0]
    safeguarding.hold_by_hand(term.opening, held.key[0], "amber", "a teacher is named")

    left = quotes(material_for(seat))
    assert not {gone.key, held.key} & {one.key for one in left}
    assert left
    for words in (NOT_TO_BE_QUOTED, WORRYING):
        assert words not in read_by(seat)


def test_who_takes_their_answers_back_takes_their_words_off_the_table(term: Term, closed: Closed, table: Table) -> None:
    release_everything(term)
    seat = table.seat()
    assert QUOTABLE[4] in read_by(seat)

    answering.withdraw_response(closed.receipts[QUOTABLE[4]])

    assert QUOTABLE[4] not in read_by(seat)


@pytest.mark.parametrize("what", ["openings", "services", "groups"])
def test_nothing_of_a_seats_own_people_lies_before_it_while_others_read_on(term: Term, table: Table, what: str) -> None:
    release_everything(term)
    own = {"openings": term.opening.id, "services": "physiotherapy", "groups": "young_person_11_25"}[what]

    seat = table.seat(Hidden(**{what: frozenset({own})}))

    assert quotes(material_for(seat)) == []
    assert quotes(material_for(table.seat()))


def test_words_of_a_group_of_fewer_than_ten_lie_before_nobody(term: Term) -> None:
    families = dataclasses.replace(term, therapy=term.families)
    for _ in range(9):
        say(families, "The pool is too far away and no bus goes there").send()
    collect_and_sort(term)
    release_everything(term)
    table = a_table(term)

    assert "no bus" not in read_by(table.seat())
    assert QUOTABLE[4] in read_by(table.seat())


def test_ten_of_a_group_may_be_read_unless_their_own_opening_is_small(term: Term) -> None:
    families = dataclasses.replace(term, therapy=term.families)
    for _ in range(10):
        say(families, "The pool is too far away and no bus goes there").send()
    second = open_for_a_month("therapy-satisfaction", "parent_carer")
    say(dataclasses.replace(term, therapy=second), "The stairs have no lift in the building").send()
    collect_and_sort(term)
    release_everything(term)

    read = read_by(a_table(term).seat())

    assert "no bus" in read
    assert "no lift" not in read


def test_a_theme_has_five_typical_quotes_and_one_that_may_not_fit(term: Term, table: Table) -> None:
    release_everything(term)

    for theme in material_for(table.seat()).themes:
        assert len(theme.typical) <= 5
        assert theme.outlier not in theme.typical
        assert {*theme.typical, *([theme.outlier] if theme.outlier else [])} <= set(theme.quotes)
        assert theme.how_many.endswith("said something like this.")
        assert not any(letter.isdigit() for letter in theme.how_many + theme.steady)


def test_a_theme_that_is_not_there_is_told_plainly(table: Table) -> None:
    with pytest.raises(NoSuchTheme):
        material_for(table.seat()).theme("t-nowhere")


def test_who_may_be_known_is_gone_from_every_table_until_the_releaser_decides_again(term: Term, table: Table) -> None:
    release_everything(term)
    one, other = table.seat(), a_second(table).seat()
    words = quotes(material_for(one))[0]

    calling.might_know(one, words.key)

    for seat in (one, other):
        assert words.key not in {quote.key for quote in quotes(material_for(seat))}
    (again,) = [one for one in publishing.candidates(AREA, WAVE) if one.is_asked_again]
    assert (again.answer_id, again.ordinal) == words.key
    publishing.decide_quote(AREA, WAVE, *words.key, release=True, words=again.redacted, staff_id=term.staff["Omar"])
    assert words.key in {quote.key for quote in quotes(material_for(other))}
    assert not any(one.is_asked_again for one in publishing.candidates(AREA, WAVE))


def test_what_worries_somebody_is_held_like_any_concern(term: Term, table: Table) -> None:
    release_everything(term)
    seat = table.seat()
    words = quotes(material_for(seat))[0]
    before = len(safeguarding.waiting(term.area_id))

    calling.is_worried(seat, words.key)

    assert words.key[0] in safeguarding.held_answers(term.area_id, term.wave_id)
    assert words.key not in {quote.key for quote in quotes(material_for(table.seat()))}
    assert len(safeguarding.waiting(term.area_id)) == before + 1
    assert [one.what for one in calling.calls_of(AREA)] == ["worried"]


def test_a_seat_calls_about_nothing_that_it_cannot_see(term: Term, table: Table) -> None:
    release_everything(term)
    words = quotes(material_for(table.seat()))[0]
    hidden = table.seat(Hidden(services=frozenset({"physiotherapy"})))

    for call in (calling.might_know, calling.is_worried):
        with pytest.raises(NotOnTable):
            call(hidden, words.key)
        with pytest.raises(NotOnTable):
            call(table.seat(), ("0" * 32, 0))

    assert calling.calls_of(AREA) == []


def test_a_later_analysis_is_the_one_that_lies_there(term: Term, table: Table) -> None:
    release_everything(term)
    before = material_for(table.seat())

    sort_by_hand(term)

    after = material_for(table.seat())
    assert after.analysis_id != before.analysis_id
    assert {one.key for one in quotes(after)} == {one.key for one in quotes(before)}


def a_second(table: Table) -> Table:
    made = sittings.make_sitting(AREA, WAVE, adult_id=table.asha, staff_id=table.bea)
    return dataclasses.replace(table, id=made)
