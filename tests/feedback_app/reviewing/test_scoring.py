"""Scored alone, then agreed: both are kept, nobody sees whose is whose, and held words are the lead's alone."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from feedback_app import safeguarding
from feedback_app.reviewing import scoring_alone, scorings
from feedback_app.reviewing.own_standards import NoStandards
from feedback_app.reviewing.score_sheets import load_sheet
from feedback_app.reviewing.scoring_alone import NothingScored, NotOnTheSheet, SheetDone
from feedback_app.reviewing.scoring_together import (
    NothingAgreed,
    NotTogether,
    SaidAlready,
    SideBySide,
    WrittenMeanwhile,
    side_by_side,
)
from feedback_app.reviewing.scorings import NamesSomebody, NotASubject, TooFewSheets
from feedback_app.storage.db import reading
from feedback_app.storage.scorings import NoSuchScoring
from feedback_app.storage.tables import score_agreed, score_alone
from tests.scored import FIRST, SECOND, SIX, THIRD, Scored, a_review
from tests.table import Table, a_table
from tests.term import AREA, Term

DISCLOSED = "dad hits me and nobody there asks"


@pytest.fixture
def table(term: Term) -> Table:
    return a_table(term)


@pytest.fixture
def review(table: Table) -> Scored:
    return a_review(table)


def rows_of(table: sa.Table, scored: Scored) -> int:
    with reading() as session:
        area_id = scored.table.sitting.area_id
        found = sa.select(sa.func.count()).where(table.c.area_id == area_id, table.c.scoring_id == scored.id)
        return int(session.execute(found).scalar_one())


def seen(scored: Scored, item: str) -> SideBySide:
    return next(one for one in side_by_side(scored.here) if one.item.id == item)


def test_a_service_is_held_against_the_promises_its_wave_was_read_against(review: Scored) -> None:
    assert [one.name for one in review.here.sheet.criteria][:2] == ["Thinking of me", "Being me"]
    assert review.here.against == "Six promises, Wexcombe (invented example)"


def test_without_a_wave_a_table_has_the_areas_own_promises(term: Term) -> None:
    table = a_table(term, wave="")

    offered = dict(scorings.promises_for(AREA, table.id, load_sheet("service-review")))

    assert next(iter(offered)) == SIX


def test_what_is_scored_is_never_a_person(table: Table) -> None:
    for wrong, subject in ((NamesSomebody, "Mrs Sarah Jones"), (NotASubject, " "), (NotASubject, "a" * 81)):
        with pytest.raises(wrong):
            scorings.make_scoring(AREA, table.id, "interview-questions", subject, staff_id=table.bea)
    with pytest.raises(NoStandards):
        scorings.make_scoring(AREA, table.id, "service-review", "Physiotherapy", staff_id=table.bea)
    with pytest.raises(NoStandards):
        scorings.make_scoring(
            AREA, table.id, "service-review", "Physiotherapy", against="barnsley/quality_standards", staff_id=table.bea
        )


def test_nobody_sees_a_sheet_before_they_lie_side_by_side(review: Scored) -> None:
    review.put(0, FIRST, "mostly", "They asked me first")

    assert scoring_alone.mine(review.seats[1], review.here) == {}
    with pytest.raises(NotTogether):
        side_by_side(review.here)
    with pytest.raises(NotTogether):
        review.agree(FIRST, "mostly", "We saw it")
    with pytest.raises(NotTogether):
        review.say_yes()


def test_each_change_is_one_more_row_and_the_newest_counts(review: Scored) -> None:
    review.put(0, FIRST, "always", "They asked me first", "I saw it")
    review.put(0, FIRST, "mostly")
    review.put(0, SECOND)

    mine = scoring_alone.mine(review.seats[0], review.here)

    assert rows_of(score_alone, review) == 2  # nothing said of the second, so nothing is kept of it
    assert (mine[FIRST].said, mine[FIRST].source, mine[FIRST].has_words) == ("mostly", None, True)


def test_words_are_kept_when_the_box_comes_back_empty_and_deleted_when_somebody_says_so(review: Scored) -> None:
    review.put(0, FIRST, "mostly", "They asked me first")
    review.put(0, FIRST, "mostly")
    assert scoring_alone.mine(review.seats[0], review.here)[FIRST].has_words

    scoring_alone.put(
        review.seats[0], review.here, review.item(FIRST), said="mostly", source=None, words="", forget=True
    )

    assert not scoring_alone.mine(review.seats[0], review.here)[FIRST].has_words


def test_a_sheet_that_is_done_stays_as_it_is(review: Scored) -> None:
    with pytest.raises(NothingScored):
        scoring_alone.hand_in(review.seats[0], review.here)
    review.put(0, FIRST, "mostly")
    scoring_alone.hand_in(review.seats[0], review.here)
    scoring_alone.hand_in(review.seats[0], review.here)

    with pytest.raises(SheetDone):
        review.put(0, FIRST, "never")
    assert (review.here.begun, review.here.sent) == (1, 1)


def test_only_what_stands_on_the_sheet_can_be_said(review: Scored) -> None:
    with pytest.raises(NotOnTheSheet):
        review.put(0, FIRST, "ten-out-of-ten")
    with pytest.raises(NotOnTheSheet):
        review.put(0, FIRST, "mostly", source="My phone told me")
    with pytest.raises(NoSuchScoring):
        review.item("welcome")


def test_two_sheets_are_needed_and_one_that_is_not_done_stays_out(review: Scored) -> None:
    review.put(0, FIRST, "mostly")
    review.put(1, FIRST, "never")
    review.put(2, FIRST, "always")
    scoring_alone.hand_in(review.seats[0], review.here)
    with pytest.raises(TooFewSheets):
        review.lay_together()
    scoring_alone.hand_in(review.seats[1], review.here)

    review.lay_together()

    assert [one.said for one in seen(review, FIRST).told] == ["Mostly", "Never"]
    with pytest.raises(SheetDone):
        review.put(2, FIRST, "never")
    with pytest.raises(SheetDone):
        scoring_alone.hand_in(review.seats[2], review.here)


def test_what_was_seen_most_differently_comes_first_and_nobody_stands_beside_it(review: Scored) -> None:
    review.all_differ_on_the_second()
    review.lay_together()

    found = side_by_side(review.here)

    assert [one.item.id for one in found][:3] == [SECOND, THIRD, FIRST]
    assert [one.how_alike for one in found][:3] == [
        "You saw it differently",
        "You saw it nearly the same",
        "You all saw it the same",
    ]
    assert [one.said for one in found[0].told] == ["Always", "Never", "I cannot say"]
    assert found[0].cannot_say == 1


def test_one_who_scored_is_not_set_against_those_who_could_not_say(review: Scored) -> None:
    for seat, said in enumerate(("mostly", "cannot-say", "cannot-say")):
        review.put(seat, FIRST, said)
    review.hand_in()
    review.lay_together()

    assert seen(review, FIRST).how_alike == "Not enough of you scored this to set side by side"


def test_what_is_agreed_stands_beside_what_each_said_and_overwrites_nothing(review: Scored) -> None:
    review.all_differ_on_the_second()
    review.lay_together()
    review.agree(SECOND, "sometimes", "It depends on who is there")
    review.agree(SECOND, "mostly", "We talked again", was=1, seat=1)

    found = seen(review, SECOND)

    assert found.agreed is not None
    assert (found.agreed.shown, found.agreed.words, found.agreed.people) == ("Mostly", "We talked again", 3)
    assert [one.said for one in found.told] == ["Always", "Never", "I cannot say"]
    assert rows_of(score_agreed, review) == 2


def test_of_two_who_write_at_once_the_second_reads_the_first(review: Scored) -> None:
    review.all_differ_on_the_second()
    review.lay_together()
    review.agree(SECOND, "sometimes", "It depends on who is there")

    with pytest.raises(WrittenMeanwhile):
        review.agree(SECOND, "never", "Not for us", seat=1)


def test_after_the_groups_yes_nothing_changes_until_they_take_it_back(review: Scored) -> None:
    review.all_differ_on_the_second()
    review.lay_together()
    with pytest.raises(NothingAgreed):
        review.say_yes()
    review.agree(FIRST, "mostly", "They ask first")
    review.say_yes()
    assert review.here.is_said

    with pytest.raises(SaidAlready):
        review.agree(FIRST, "never", "No", was=1)
    review.say_yes(yes=False)
    review.agree(FIRST, "sometimes", "We talked again", was=1)

    assert not review.here.is_said


def test_names_are_taken_out_before_the_others_read_them(review: Scored) -> None:
    review.put(0, FIRST, "mostly", "My TA Sarah asked me, ring 07700 900123")
    review.put(1, FIRST, "mostly")
    review.put(2, FIRST, "mostly")
    review.hand_in()
    review.lay_together()

    words = [one.words for one in seen(review, FIRST).told if one.words]

    assert words == ["My TA [name] asked me, ring [phone]"]


def test_words_that_the_rules_hold_are_the_leads_alone(review: Scored, term: Term) -> None:
    review.put(0, FIRST, "mostly", DISCLOSED)
    review.put(1, FIRST, "mostly")
    review.put(2, FIRST, "mostly")
    review.hand_in()
    review.lay_together()
    review.agree(FIRST, "mostly", f"We say that {DISCLOSED}")

    found = seen(review, FIRST)
    waiting = safeguarding.waiting(term.area_id)
    opened = safeguarding.open_concern(term.area_id, waiting[0].reference, staff_id=term.staff["Priya"])

    assert [one.words for one in found.told] == ["", "", ""]
    assert [one.said for one in found.told] == ["Mostly"] * 3
    assert found.agreed is not None
    assert found.agreed.words == ""
    assert [(one.level, one.survey_title) for one in waiting] == [("red", "Young commissioners’ table")] * 2
    assert opened.words == DISCLOSED
    assert [(one.what, one.name) for one in opened.trail] == [("received", ""), ("opened", "Priya")]
    assert safeguarding.waiting(term.area_id)[0].is_opened


def test_words_carried_over_by_an_empty_box_stay_held(review: Scored) -> None:
    review.put(0, FIRST, "mostly", DISCLOSED)
    review.put(0, FIRST, "sometimes")
    review.put(1, FIRST, "mostly")
    review.put(2, FIRST, "mostly")
    review.hand_in()
    review.lay_together()

    assert [one.words for one in seen(review, FIRST).told] == ["", "", ""]
