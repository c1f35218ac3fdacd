"""At the end a seat, or all together, says "we agree" or "we would say it differently": counted, dated, never named."""

from __future__ import annotations

import pytest
from flask import Flask

from feedback_app import safeguarding
from feedback_app.reviewing import signing
from feedback_app.reviewing.seats import Seat
from feedback_app.reviewing.signed import Said, signed, signed_here, signed_of_wave
from feedback_app.reviewing.signing import NoOwnWords, NoSuchStance, NotSoMany
from feedback_app.reviewing.wordings import NothingToSign, Wording, scores_wording, wording_at, wordings_at
from tests.feedback_app import invented_pack
from tests.feedback_app.invented_pack import WAITING
from tests.feedback_app.released import release_report
from tests.scored import FIRST, a_review
from tests.sorted_wave import collect_and_sort
from tests.table import Table, a_table
from tests.term import AREA, WAVE, Term

ITS_NAME = "Call it waiting in the dark"


@pytest.fixture
def table(inside: Flask, term: Term) -> Table:
    """A table of a wave that was sorted and has a report."""
    collect_and_sort(term)
    release_report(term, inside.extensions["heard_settings"])
    table = a_table(term)
    table.begin()
    return table


def report(table: Table) -> Wording:
    return wording_at(table.sitting, "report", table.sitting.wave_id)


def of_report() -> list[Said]:
    return list(signed_of_wave(AREA, WAVE).of_report)


def test_what_can_be_said_yes_to_is_the_report_the_themes_and_scores_with_a_yes(table: Table) -> None:
    review = a_review(table)
    review.all_differ_on_the_second()
    review.lay_together()
    review.agree(FIRST, "mostly", "They asked")
    assert [one.kind for one in wordings_at(table.sitting)] == ["report", "themes"]
    review.say_yes()

    found = wordings_at(table.sitting)

    assert [one.kind for one in found] == ["report", "themes", "scores"]
    assert ("Pool", "Many people said something like this.") in found[1].lines
    assert found[2].lines == (("Thinking of me", "Mostly They asked"),)
    with pytest.raises(NothingToSign):
        wording_at(table.sitting, "report", review.id)


def test_seats_that_say_the_same_stand_as_a_count_with_their_words_and_groups_come_first(table: Table) -> None:
    first, second, third = (table.seat() for _ in range(3))
    signing.sign(third, report(table), "differently", words="Say that Mrs Harrison left")
    signing.sign(first, report(table), "agree")
    signing.sign(second, report(table), "agree", words="It is fair")
    signing.sign(second, report(table), "differently", words=ITS_NAME, is_group=True, people=4)

    found = of_report()

    assert [(one.stance, one.is_group, one.people) for one in found] == [
        ("differently", True, 4),
        ("agree", False, 2),
        ("differently", False, 1),
    ]
    assert found[0].words == (ITS_NAME,)
    assert found[1].words == ("It is fair",)
    assert "Harrison" not in found[2].words[0]
    assert "Moon" not in repr(found)


def test_a_seat_reads_what_it_said_and_what_all_said_and_never_anothers(table: Table) -> None:
    mine, other = table.seat(), table.seat()
    signing.sign(mine, report(table), "agree")
    signing.sign(other, report(table), "differently", words="Not me")
    signing.sign(other, report(table), "agree", is_group=True, people=2)

    assert [(one.stance, one.is_group) for one in signed_here(mine, report(table))] == [
        ("agree", True),
        ("agree", False),
    ]


def test_the_newest_counts_and_it_can_be_taken_back(table: Table) -> None:
    seat = table.seat()
    signing.sign(seat, report(table), "agree")
    signing.sign(seat, report(table), "differently", words=ITS_NAME)
    assert [one.shown for one in of_report()] == ["We would say it differently"]

    signing.take_back(seat, report(table), is_group=True)
    assert len(of_report()) == 1
    signing.take_back(seat, report(table), is_group=False)
    assert of_report() == []


def test_words_that_changed_since_make_it_a_sign_off_of_an_earlier_version(
    inside: Flask, term: Term, table: Table
) -> None:
    signing.sign(table.seat(), report(table), "agree")
    settings = inside.extensions["heard_settings"]
    assert [(one.version, one.is_earlier) for one in of_report()] == [("edition 1", False)]

    release_report(term, settings, edition=2)
    assert [(one.version, one.is_earlier) for one in of_report()] == [("edition 1", False)]

    renamed = [{**one, "name": "In the dark"} if one["id"] == WAITING else one for one in invented_pack.themes()]
    release_report(term, settings, edition=3, tables={"themes": renamed})
    assert [(one.version, one.is_earlier) for one in of_report()] == [("edition 1", True)]


def test_nothing_is_kept_of_a_third_answer_of_no_words_or_of_a_group_of_one(table: Table) -> None:
    seat = table.seat()
    for wrong, stance, people in (
        (NoSuchStance, "taken_back", 2),
        (NoOwnWords, "differently", 2),
        (NotSoMany, "agree", 1),
        (NotSoMany, "agree", 41),
    ):
        with pytest.raises(wrong):
            signing.sign(seat, report(table), stance, is_group=True, people=people)
    assert of_report() == []


def test_words_that_the_rules_hold_are_the_leads_alone_and_what_was_said_still_counts(term: Term, table: Table) -> None:
    signing.sign(table.seat(), report(table), "differently", words="dad hits me and nobody there asks")

    (said,) = of_report()
    assert (said.people, said.words) == (1, ())
    assert "WE-T001" in [one.reference for one in safeguarding.waiting(term.area_id)]


def test_scores_are_signed_off_and_a_change_of_them_shows(term: Term) -> None:
    review = a_review(a_table(term, wave=""))
    review.all_differ_on_the_second()
    review.lay_together()
    review.agree(FIRST, "mostly", "They asked")
    review.say_yes()
    seat: Seat = review.seats[0]
    signing.sign(seat, wording_at(seat.sitting, "scores", review.id), "agree")

    def is_earlier() -> list[bool]:
        digest = scores_wording(AREA, review.id).digest
        return [one.is_earlier for one in signed(AREA, "scores", review.id, digest)]

    assert is_earlier() == [False]
    review.say_yes(yes=False)
    review.agree(FIRST, "never", "We talked again", was=1)
    review.say_yes()
    assert is_earlier() == [True]
