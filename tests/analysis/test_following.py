"""What people decided is obeyed exactly, and what the computer suggested is kept beside it."""

from __future__ import annotations

import pytest

from analysis.carrying import Placed
from analysis.decisions import (
    Confirm,
    MalformedDecision,
    Merge,
    Move,
    NotATheme,
    Part,
    Rename,
    Split,
    ThemeDecision,
)
from tests.analysis.waves import Wave, theme_of, themes_of


@pytest.fixture
def wave() -> Wave:
    return Wave(["waiting", "kindness", "bus"], parts={"waiting": ["lists", "months"], "bus": ["driver", "seats"]})


def outcomes(placed: Placed) -> list[str]:
    return [one.outcome for one in placed.carried.decisions]


def whys(placed: Placed) -> list[str]:
    return [one.why for one in placed.carried.decisions]


def test_without_decisions_what_the_computer_suggested_stands(wave: Wave) -> None:
    placed = wave.placed()

    assert placed.grouped == wave.grouped
    assert placed.suggested == wave.grouped


def test_a_merged_theme_holds_the_segments_of_both(wave: Wave) -> None:
    placed = wave.placed(Merge(themes=("t-waiting", "t-bus"), into="t-bus"))

    assert themes_of(placed).keys() == {"t-kindness", "t-bus"}
    assert theme_of(placed)[wave.key("waiting", 0)] == "t-bus"
    assert [theme.position for theme in themes_of(placed).values()] == [1, 2]
    assert next(iter(themes_of(placed))) == "t-bus"  # the larger comes first


def test_the_parts_of_a_merged_theme_become_parts_of_the_other(wave: Wave) -> None:
    placed = wave.placed(Merge(themes=("t-waiting",), into="t-bus"))

    parents = {theme.id: theme.parent for theme in placed.grouped.themes if theme.level == 3}
    assert set(parents) == {"p-lists", "p-months", "p-driver", "p-seats"}
    assert set(parents.values()) == {"t-bus"}


def test_a_moved_segment_stands_in_its_new_theme_and_as_clear_as_can_be(wave: Wave) -> None:
    key = wave.key("bus", 0)

    placed = wave.placed(Move(segment=key, to="t-waiting"))

    rows = {one.level: one for one in placed.grouped.assignments if one.segment == key}
    assert (rows[2].theme, rows[2].margin) == ("t-waiting", 1.0)
    assert 3 not in rows  # it is in none of its new theme's parts
    assert rows[1].theme == "h-everything"


def test_a_moved_segment_can_belong_to_no_theme(wave: Wave) -> None:
    key = wave.key("bus", 0)

    placed = wave.placed(Move(segment=key, to=""))

    assert key not in {one.segment for one in placed.grouped.assignments}


def test_the_reason_of_a_moved_segment_is_the_words_that_its_new_theme_knows() -> None:
    wave = Wave({"waiting": ("Waiting at the bus stop",), "bus": ("The bus is late",)})
    key = wave.key("waiting", 0)

    placed = wave.placed(Move(segment=key, to="t-bus"))

    (row,) = [one for one in placed.grouped.assignments if one.segment == key and one.level == 2]
    assert row.reason == ("bus",)


def test_nothing_overwrites_what_the_computer_suggested(wave: Wave) -> None:
    placed = wave.placed(
        Merge(themes=("t-waiting",), into="t-bus"),
        Move(segment=wave.key("kindness", 1), to="t-bus"),
        NotATheme(theme="t-kindness"),
    )

    assert placed.suggested == wave.grouped
    assert placed.grouped != wave.grouped


def test_segments_that_people_name_become_a_theme_of_that_name(wave: Wave) -> None:
    wheelchairs = frozenset({wave.key("waiting", 0), wave.key("waiting", 1)})

    placed = wave.placed(Split(theme="t-waiting", parts=(Part("Waiting for a wheelchair", wheelchairs),)))

    made = themes_of(placed)["t-waiting-for-a-wheelchair"]
    assert made.young_peoples_name == "Waiting for a wheelchair"
    assert {key for key, theme in theme_of(placed).items() if theme == made.id} == wheelchairs
    assert theme_of(placed)[wave.key("waiting", 2)] == "t-waiting"


def test_a_theme_can_be_split_into_the_parts_that_the_computer_saw(wave: Wave) -> None:
    placed = wave.placed(Split(theme="t-waiting"))

    assert themes_of(placed).keys() == {"t-lists", "t-months", "t-kindness", "t-bus"}
    assert theme_of(placed)[wave.key("waiting", 0)] == "t-lists"
    assert theme_of(placed)[wave.key("waiting", 1)] == "t-months"
    assert {theme.id for theme in placed.grouped.themes if theme.level == 3} == {"p-driver", "p-seats"}


def test_what_is_not_a_theme_is_set_aside(wave: Wave) -> None:
    placed = wave.placed(NotATheme(theme="t-bus"))

    assert themes_of(placed).keys() == {"t-waiting", "t-kindness"}
    assert wave.key("bus", 0) not in {one.segment for one in placed.grouped.assignments}
    assert [theme.id for theme in placed.carried.set_aside] == ["t-bus"]


def test_a_heading_that_nothing_is_left_under_goes() -> None:
    wave = Wave(["waiting"])

    placed = wave.placed(NotATheme(theme="t-waiting"))

    assert placed.grouped.themes == ()


@pytest.mark.parametrize(
    ("decision", "why"),
    [
        (Rename(theme="t-gone", name="Gone"), "there is no theme t-gone"),
        (Rename(theme="p-lists", name="Lists"), "there is no theme p-lists"),
        (Merge(themes=("t-gone",), into="t-bus"), "there is no theme t-gone"),
        (Merge(themes=("t-bus",), into="t-gone"), "there is no theme t-gone"),
        (Split(theme="t-kindness"), "the computer saw no parts in it"),
        (Split(theme="t-bus", parts=(Part("Ramps", frozenset({("nobody", 0)})),)), "not there any more"),
        (Move(segment=("nobody", 0), to="t-bus"), "not there any more"),
        (Move(segment=("spring-bus-00", 0), to="t-gone"), "there is no theme t-gone"),
        (NotATheme(theme="t-gone"), "there is no theme t-gone"),
        (Confirm(theme="t-gone"), "there is no theme t-gone"),
    ],
)
def test_a_decision_about_what_is_not_there_is_told_with_its_reason(
    wave: Wave, decision: ThemeDecision, why: str
) -> None:
    placed = wave.placed(decision)

    assert outcomes(placed) == ["not followed"]
    assert why in whys(placed)[0]
    assert theme_of(placed) == theme_of(wave.placed())


def test_a_decision_that_holds_in_part_says_what_did_not(wave: Wave) -> None:
    parts = (Part("Ramps", frozenset({("nobody", 0), wave.key("bus", 0)})),)

    placed = wave.placed(Merge(themes=("t-gone", "t-waiting"), into="t-kindness"), Split(theme="t-bus", parts=parts))

    assert outcomes(placed) == ["followed", "followed"]
    assert "t-gone" in whys(placed)[0]
    assert "1 parts of comments are not there any more" in whys(placed)[1]


def test_findings_say_how_many_decisions_were_followed(wave: Wave) -> None:
    placed = wave.placed(
        Confirm(theme="t-bus"), Rename(theme="t-bus", name="A"), Rename(theme="t-bus", name="B"), Confirm(theme="t-x")
    )

    assert [placed.carried.count(one) for one in ("followed", "replaced", "not followed")] == [2, 1, 1]
    assert placed.carried.how() == {"decisions_about_themes": "2 followed, 1 replaced, 1 not followed"}


def test_a_segment_moved_to_a_theme_that_was_merged_goes_where_that_went(wave: Wave) -> None:
    key = wave.key("kindness", 0)

    placed = wave.placed(Merge(themes=("t-waiting",), into="t-bus"), Move(segment=key, to="t-waiting"))

    assert theme_of(placed)[key] == "t-bus"
    assert outcomes(placed) == ["followed", "followed"]


def test_decisions_of_one_analysis_can_build_on_one_another(wave: Wave) -> None:
    placed = wave.placed(
        Split(theme="t-waiting"),
        Rename(theme="t-lists", name="On a list for ever"),
        Merge(themes=("t-months",), into="t-kindness"),
    )

    assert themes_of(placed)["t-lists"].shown_name == "On a list for ever"
    assert theme_of(placed)[wave.key("waiting", 1)] == "t-kindness"


@pytest.mark.parametrize(
    "decide",
    [
        lambda: Rename(theme="t-bus", name="  "),
        lambda: Rename(theme="t-bus", name="Buses", by="somebody"),  # type: ignore[arg-type]
        lambda: Merge(themes=("t-bus",), into="t-bus"),
        lambda: Part("", frozenset({("c", 0)})),
        lambda: Part("Ramps", frozenset()),
        lambda: Split(theme="t-bus", parts=(Part("A", frozenset({("c", 0)})), Part("B", frozenset({("c", 0)})))),
    ],
)
def test_a_decision_that_nobody_could_follow_cannot_be_made(decide: object) -> None:
    with pytest.raises(MalformedDecision):
        decide()  # type: ignore[operator]
