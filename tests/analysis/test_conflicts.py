"""Of decisions that contradict one another the latest wins, and that is said."""

from __future__ import annotations

import pytest

from analysis.conflicts import LATER
from analysis.decisions import Confirm, Merge, Move, NotATheme, Part, Rename, Split, ThemeDecision
from tests.analysis.waves import Wave, theme_of, themes_of

KEY = ("spring-bus-00", 0)


@pytest.fixture
def wave() -> Wave:
    return Wave(["waiting", "kindness", "bus", "lunch"], parts={"bus": ["driver", "seats"]})


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (Rename(theme="t-bus", name="Coaches"), Rename(theme="t-bus", name="Buses")),
        (Move(segment=KEY, to="t-lunch"), Move(segment=KEY, to="t-waiting")),
        (Confirm(theme="t-bus"), NotATheme(theme="t-bus")),
        (Confirm(theme="t-bus"), Merge(themes=("t-bus",), into="t-lunch")),
        (NotATheme(theme="t-bus"), Confirm(theme="t-bus")),
        (NotATheme(theme="t-bus"), Merge(themes=("t-bus",), into="t-lunch")),
        (NotATheme(theme="t-bus"), Merge(themes=("t-lunch",), into="t-bus")),
        (NotATheme(theme="t-bus"), Split(theme="t-bus")),
        (Merge(themes=("t-bus",), into="t-lunch"), Merge(themes=("t-bus",), into="t-waiting")),
        (Merge(themes=("t-bus",), into="t-lunch"), Merge(themes=("t-lunch",), into="t-bus")),
        (Merge(themes=("t-bus",), into="t-lunch"), Confirm(theme="t-bus")),
        (Merge(themes=("t-bus",), into="t-lunch"), NotATheme(theme="t-bus")),
        (Merge(themes=("t-bus",), into="t-lunch"), Split(theme="t-bus")),
        (Split(theme="t-bus"), Split(theme="t-bus")),
    ],
)
def test_the_latest_wins_as_if_it_were_alone(wave: Wave, earlier: ThemeDecision, later: ThemeDecision) -> None:
    both, alone = wave.placed(earlier, later), wave.placed(later)

    assert [(one.outcome, one.why) for one in both.carried.decisions] == [("replaced", LATER), ("followed", "")]
    assert both.grouped == alone.grouped


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (Rename(theme="t-bus", name="Coaches"), Rename(theme="t-bus", name="Transport", by="commissioner")),
        (Rename(theme="t-bus", name="Coaches"), Confirm(theme="t-bus")),
        (Split(theme="t-bus"), Merge(themes=("t-seats",), into="t-lunch")),
        (Confirm(theme="t-lunch"), Merge(themes=("t-bus",), into="t-lunch")),
        (Merge(themes=("t-bus",), into="t-lunch"), Merge(themes=("t-lunch",), into="t-waiting")),
        (Move(segment=KEY, to="t-lunch"), Merge(themes=("t-lunch",), into="t-waiting")),
        (Confirm(theme="t-bus"), Split(theme="t-bus")),
    ],
)
def test_decisions_that_do_not_contradict_one_another_both_hold(
    wave: Wave, earlier: ThemeDecision, later: ThemeDecision
) -> None:
    placed = wave.placed(earlier, later)

    assert [one.outcome for one in placed.carried.decisions] == ["followed", "followed"]


def test_themes_merged_in_a_chain_end_in_the_last(wave: Wave) -> None:
    placed = wave.placed(
        Merge(themes=("t-bus",), into="t-lunch"),
        Merge(themes=("t-lunch",), into="t-waiting"),
        Merge(themes=("t-waiting",), into="t-kindness"),
    )

    assert themes_of(placed).keys() == {"t-kindness"}


def test_a_merge_made_in_a_ring_leaves_out_the_earliest(wave: Wave) -> None:
    placed = wave.placed(
        Merge(themes=("t-bus",), into="t-lunch"),
        Merge(themes=("t-lunch",), into="t-waiting"),
        Merge(themes=("t-waiting",), into="t-bus"),
    )

    assert [one.outcome for one in placed.carried.decisions] == ["replaced", "followed", "followed"]
    assert themes_of(placed).keys() == {"t-kindness", "t-bus"}


def test_of_a_merge_of_several_only_what_a_later_decision_takes_is_lost(wave: Wave) -> None:
    placed = wave.placed(Merge(themes=("t-bus", "t-waiting"), into="t-lunch"), Confirm(theme="t-bus"))

    merge, _ = placed.carried.decisions
    assert merge.outcome == "followed"
    assert "t-bus" in merge.why
    assert themes_of(placed).keys() == {"t-bus", "t-lunch", "t-kindness"}


def test_a_segment_put_in_a_part_after_it_was_moved_stands_in_the_part(wave: Wave) -> None:
    part = Split(theme="t-bus", parts=(Part("Ramps", frozenset({KEY})),))

    assert theme_of(wave.placed(Move(segment=KEY, to="t-lunch"), part))[KEY] == "t-ramps"
    assert theme_of(wave.placed(part, Move(segment=KEY, to="t-lunch")))[KEY] == "t-lunch"
