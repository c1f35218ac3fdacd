"""Blind double coding: what is drawn, what each chooses alone, when others see it, and what stays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
import sqlalchemy as sa
from flask import Flask

from feedback_app import publishing, safeguarding
from feedback_app.reviewing import adults, calling, choices, coding, consensus, differences, samples, sittings
from feedback_app.reviewing.choices import NothingToChoose
from feedback_app.reviewing.coding import NoSuchChoice, NoSuchComment, NotAlone
from feedback_app.reviewing.differences import NotTogether
from feedback_app.reviewing.material import material_for
from feedback_app.reviewing.samples import NoSample, NotDoneYet, StillCoding, TooFewReleased, TooFewSeats
from feedback_app.reviewing.seats import Hidden, Seat
from feedback_app.reviewing.sittings import NotOn
from feedback_app.storage import findings
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.tables import name, new_id, now, sample_label, sample_quote, seat_concern
from tests.closed_wave import NOT_TO_BE_QUOTED, QUOTABLE
from tests.coding import ANA, BO, CodingTable
from tests.respondents import WORRYING
from tests.table import Table
from tests.term import AREA, WAVE, Term

pytestmark = pytest.mark.usefixtures("inside")


@pytest.fixture
def table(inside: Flask, at_table: CodingTable) -> CodingTable:
    at_table.draw()
    return at_table


def officer(term: Term) -> str:
    return term.staff["Bea"]


def another_table(term: Term) -> Table:
    """A table of the same wave without any seat, which is on."""
    asha = next(id for id, name in adults.to_choose(AREA) if name == "Asha")
    made = Table(sittings.make_sitting(AREA, WAVE, adult_id=asha, staff_id=officer(term)), officer(term), asha)
    made.begin()
    return made


def rows(term: Term) -> int:
    with reading() as session:
        found = sa.select(sa.func.count()).select_from(sample_label).where(sample_label.c.area_id == term.area_id)
        return int(session.execute(found).scalar_one())


def test_a_draw_is_of_released_words_and_the_same_for_both(table: CodingTable) -> None:
    drawn = [one.words for one in table.alone(ANA).comments]

    assert len(drawn) == 8
    assert drawn == [one.words for one in table.alone(BO).comments]
    assert not {NOT_TO_BE_QUOTED, WORRYING}.intersection(drawn)
    assert all(any(words in said for said in QUOTABLE) or "[" in words for words in drawn)


def test_what_was_not_released_is_not_drawn(term: Term, at_table: CodingTable) -> None:
    kept, *others = publishing.candidates(AREA, WAVE)
    for one in others[4:]:
        publishing.decide_quote(AREA, WAVE, one.answer_id, one.ordinal, release=False, staff_id=term.staff["Omar"])

    at_table.draw()

    left = {one.redacted for one in (kept, *others[:4])}
    assert {one.words for one in at_table.alone().comments} == left
    publishing.decide_quote(AREA, WAVE, kept.answer_id, kept.ordinal, release=False, staff_id=term.staff["Omar"])
    assert len(at_table.alone().comments) == 4
    consensus.close(term.area_id, at_table.alone().sample.id, staff_id=officer(term))
    with pytest.raises(TooFewReleased):
        at_table.draw()


@pytest.mark.usefixtures("at_table")
def test_nothing_is_drawn_before_two_seats_said_what_is_theirs(term: Term) -> None:
    made = another_table(term)
    made.seat()

    with pytest.raises(TooFewSeats):
        samples.draw_sample(AREA, made.id, number=8, staff_id=made.bea)


@pytest.mark.usefixtures("at_table")
@pytest.mark.parametrize(
    "theirs",
    [
        Hidden(groups=frozenset({"young_person_11_25"})),
        Hidden(services=frozenset({"physiotherapy"})),
        Hidden(openings=frozenset({"therapy"})),
    ],
)
def test_nothing_of_any_seats_own_people_is_drawn(term: Term, theirs: Hidden) -> None:
    made = another_table(term)
    made.seat()
    made.seat(replace(theirs, openings=frozenset({term.opening.id})) if theirs.openings else theirs)

    with pytest.raises(TooFewReleased):
        samples.draw_sample(AREA, made.id, number=8, staff_id=made.bea)


def test_a_seat_that_came_later_is_not_shown_what_is_its_own(table: CodingTable) -> None:
    late = table.table.seat(Hidden(services=frozenset({"physiotherapy"})))

    assert coding.coding_of(late).comments == ()
    with pytest.raises(NoSuchComment):
        coding.choose(late, 1, [])


def test_the_next_draw_takes_first_what_no_table_had(term: Term, table: CodingTable) -> None:
    had = {one.words for one in table.alone().comments}
    consensus.close(table.table.sitting.area_id, table.alone().sample.id, staff_id=table.table.bea)

    table.draw(6)

    now_has = [one.words for one in table.alone().comments]
    assert len(had.intersection(now_has)) <= 6 - (12 - 8)
    assert not had.intersection(now_has[:4])


def test_one_sample_is_worked_on_at_a_time_and_none_on_a_table_that_is_over(table: CodingTable) -> None:
    with pytest.raises(StillCoding):
        table.draw()

    table.table.end()
    with pytest.raises(NotOn):
        table.draw()


def test_nobody_sees_what_another_chose_before_everybody_is_done(table: CodingTable) -> None:
    table.code(ANA, [0], [1])
    table.code(BO, [1], [1])

    assert [one.chosen for one in table.alone(BO).comments[:3]] == [{table.themes[1]}, {table.themes[1]}, None]
    with pytest.raises(NotTogether):
        differences.differences_of(table.seats[BO])
    coding.finish(table.seats[ANA])
    assert table.alone(ANA).sample.waits_for == ("Seat 2",)
    with pytest.raises(NotDoneYet):
        samples.begin_talking(table.table.sitting.area_id, table.alone().sample.id)


def test_what_is_sorted_alone_lies_under_no_theme_until_they_talk(table: CodingTable) -> None:
    def read() -> set[str]:
        return {quote.words for theme in material_for(table.seats[ANA]).themes for quote in theme.quotes}

    drawn = {one.words for one in table.alone().comments}
    alone = read()
    table.code(ANA, [0])
    table.code(BO, [0])
    table.talk()

    assert not drawn & alone
    assert alone
    assert drawn & read()


def test_nobody_talks_alone(table: CodingTable) -> None:
    table.code(ANA, [0])
    coding.finish(table.seats[ANA])

    assert not table.alone().sample.may_talk
    for staff_id in (None, table.table.bea):
        with pytest.raises(NotDoneYet):
            samples.begin_talking(table.table.sitting.area_id, table.alone().sample.id, staff_id=staff_id)


def test_an_adult_may_begin_to_talk_before_everybody_is_done(table: CodingTable) -> None:
    table.code(ANA, [0])
    table.code(BO, [0])

    samples.begin_talking(table.table.sitting.area_id, table.alone().sample.id, staff_id=table.table.bea)

    assert not table.alone().sample.is_alone


def test_while_alone_a_seat_may_change_its_mind_and_each_choice_is_a_row(term: Term, table: CodingTable) -> None:
    table.code(ANA, [0])
    table.code(ANA, [1, 0])
    table.code(ANA, None)
    table.code(ANA, [])

    first = table.alone().comments[0]
    assert (first.chosen, first.is_skipped, first.is_done) == (frozenset(), False, True)
    assert rows(term) == 4


def test_what_was_chosen_alone_stays_as_it_was_before_they_talked(term: Term, table: CodingTable) -> None:
    table.code(ANA, [0])
    table.code(BO, [1])
    table.talk()

    with pytest.raises(NotAlone):
        table.code(ANA, [1])
    with pytest.raises(NotAlone):
        coding.finish(table.seats[ANA])
    differences.agree(table.seats[ANA], 1, [table.themes[1]], why="Bo read it again")

    first = table.compared()[0]
    assert [one.chosen for one in first.each] == [(table.themes[0],), (table.themes[1],)]
    assert (first.together, first.why, first.agreed) == ((table.themes[1],), "Bo read it again", (table.themes[1],))
    assert rows(term) == 3


def test_what_differs_is_what_two_chose_differently(table: CodingTable) -> None:
    table.code(ANA, [0], [1], None, [0, 1], [])
    table.code(BO, [1], [1], [0], [1, 0], [])
    table.talk()

    compared = table.compared()

    assert [one.is_different for one in compared] == [True] + [False] * 7
    assert [one.agreed for one in compared[:6]] == [
        None, (table.themes[1],), None, tuple(table.themes[:2]), (), None
    ]  # fmt: skip
    assert [one.name for one in compared[2].each] == ["Seat 2"], "who skipped is not there"


def test_they_can_choose_again_together_until_it_is_closed(table: CodingTable) -> None:
    table.code(ANA, [0])
    table.code(BO, [1])
    table.talk()
    differences.agree(table.seats[ANA], 1, [table.themes[0]])
    differences.agree(table.seats[BO], 1, [])
    area_id = table.table.sitting.area_id

    consensus.close(area_id, table.alone().sample.id)

    assert table.compared()[0].together == ()
    with pytest.raises(NotTogether, match="closed"):
        differences.agree(table.seats[ANA], 1, [table.themes[0]])


def test_only_themes_on_the_list_and_comments_of_the_draw_can_be_chosen(table: CodingTable) -> None:
    with pytest.raises(NoSuchChoice):
        coding.choose(table.seats[ANA], 1, ["made-up"])
    with pytest.raises(NoSuchComment):
        coding.choose(table.seats[ANA], 99, [])
    table.talk()
    with pytest.raises(NoSuchChoice):
        differences.agree(table.seats[ANA], 1, ["made-up"])
    with pytest.raises(NoSuchComment):
        differences.agree(table.seats[ANA], 99, [])


def test_what_is_held_or_refused_or_taken_back_is_gone_from_every_page(term: Term, table: CodingTable) -> None:
    table.code(ANA, *[[0]] * 8)
    table.code(BO, *[[1]] * 8)
    with reading() as session:
        found = sa.select(sample_quote).where(sample_quote.c.area_id == term.area_id).order_by(sample_quote.c.place)
        drawn = session.execute(found).all()
    first = drawn[0]
    second = next(row for row in drawn if row.answer_id != first.answer_id)
    left = [row.place for row in drawn if row.answer_id != first.answer_id and row.id != second.id]
    safeguarding.hold_by_hand(term.opening, first.answer_id, "amber", "A worry")
    publishing.decide_quote(AREA, WAVE, second.answer_id, second.ordinal, release=False, staff_id=term.staff["Omar"])

    assert [one.place for one in table.alone().comments] == left
    table.talk()
    assert [one.place for one in table.compared()] == left
    with pytest.raises(NoSuchComment):
        differences.agree(table.seats[ANA], 1, [])


@pytest.mark.parametrize("call", [calling.might_know, calling.is_worried])
def test_words_that_somebody_may_know_or_is_worried_by_are_gone_for_everybody(
    table: CodingTable, call: Callable[[Seat, tuple[str, int]], None]
) -> None:
    call(table.seats[ANA], coding.key_at(table.seats[ANA], 3))

    assert [one.place for one in table.alone(BO).comments] == [1, 2, 4, 5, 6, 7, 8]
    with pytest.raises(NoSuchComment):
        coding.key_at(table.seats[BO], 3)


def test_they_can_sort_into_promises_as_they_are_worded_for_them(at_table: CodingTable) -> None:
    (_, _), (about, words), *_ = choices.lists_for(AREA, WAVE)
    at_table.draw(about=about)

    sample = at_table.alone().sample

    assert words.startswith("Promises: ")
    assert all(one.id.startswith(f"{about}/") for one in sample.choices)
    assert all(one.name and one.hint for one in sample.choices)
    at_table.code(ANA, [1])
    assert at_table.alone().comments[0].chosen == frozenset({sample.choices[1].id})


def test_nothing_is_drawn_for_a_list_that_the_wave_is_not_read_against(at_table: CodingTable) -> None:
    with pytest.raises(NothingToChoose):
        at_table.draw(about="nowhere/standards")


def test_a_theme_is_called_what_young_people_called_it(term: Term, at_table: CodingTable) -> None:
    with transaction() as session:
        analysis = findings.newest(session, term.area_id, term.wave_id)
        assert analysis is not None
        row = next(one for one in findings.themes(session, term.area_id, analysis.id) if one.slug == "t-pool")
        values = {"id": new_id(), "area_id": term.area_id, "theme_id": row.id, "named_at": now()}
        session.execute(name.insert().values(**values, kind="young_people", words="Our Fridays"))

    at_table.draw()

    assert at_table.alone().sample.names["t-pool"] == "Our Fridays"


def test_without_a_draw_there_is_nothing_to_sort(at_table: CodingTable) -> None:
    with pytest.raises(NoSample):
        at_table.alone()


def test_a_reason_that_the_concern_rules_hold_stands_on_no_page_until_the_lead_releases_it(
    term: Term, table: CodingTable
) -> None:
    table.code(ANA, [0])
    table.code(BO, [1])
    table.talk()

    differences.agree(table.seats[ANA], 1, [table.themes[0]], why=WORRYING)

    assert (table.compared()[0].together, table.compared()[0].why) == ((table.themes[0],), "")
    with reading() as session:
        found = sa.select(seat_concern.c.reference).where(seat_concern.c.area_id == term.area_id)
        (reference,) = session.execute(found).scalars()
    safeguarding.open_concern(term.area_id, reference, staff_id=term.staff["Priya"])
    safeguarding.release(term.area_id, reference, "Seen to", staff_id=term.staff["Priya"])
    assert table.compared()[0].why == WORRYING, "the lead said that the words may be shown again"


def test_a_name_in_their_reason_is_not_shown(table: CodingTable) -> None:
    table.code(ANA, [0])
    table.code(BO, [1])
    table.talk()

    differences.agree(table.seats[ANA], 1, [table.themes[0]], why="Mrs Harrison said so")

    assert "Harrison" not in table.compared()[0].why
