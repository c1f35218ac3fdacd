"""Themes that people decided about in an earlier wave draw what is like them; others draw nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.codebook import Codebook
from analysis.codebook_file import codebook_from_json, codebook_to_json
from analysis.decisions import Confirm, Merge, Move, NotATheme, Rename, ThemeDecision
from analysis.findings import ThemeAssignment
from tests.analysis.waves import Wave, theme_of, themes_of

APART = {"waiting": (1.0, 0.0, 0.0), "bus": (0.0, 1.0, 0.0), "lunch": (0.0, 0.0, 1.0)}
LIKE_WAITING = (1.0, 0.3, 0.0)
NAMED = Rename(theme="t-waiting", name="Ages")


def spring(*decisions: ThemeDecision) -> Codebook:
    return Wave(["waiting", "bus", "lunch"], directions=APART).codebook(*decisions)


def autumn(*strays: int, subjects: tuple[str, ...] = ("waiting", "bus", "lunch")) -> Wave:
    """The bus's comments of these numbers are more like waiting."""
    like = {f"autumn-bus-{number:02}": LIKE_WAITING for number in strays}
    return Wave(list(subjects), name="autumn", directions=APART | like)


@pytest.mark.parametrize(
    "decision",
    [
        NAMED,
        Confirm(theme="t-waiting"),
        Merge(themes=("t-lunch",), into="t-waiting"),
        Move(segment=("spring-bus-00", 0), to="t-waiting"),
    ],
)
def test_what_is_like_a_theme_that_people_decided_about_comes_to_it(decision: ThemeDecision) -> None:
    wave = autumn(0)

    placed = wave.placed(codebook=spring(decision))

    assert theme_of(placed)[wave.key("bus", 0)] == "t-waiting"
    assert theme_of(placed)[wave.key("bus", 1)] == "t-bus"
    assert ("moved", "t-waiting") in {(one.what, one.theme) for one in placed.carried.learnt}


@pytest.mark.parametrize(
    "decisions", [(), (Rename(theme="t-lunch", name="Food"),), (NAMED, NotATheme(theme="t-waiting"))]
)
def test_nothing_comes_to_a_theme_that_nobody_decided_about_or_that_is_none(
    decisions: tuple[ThemeDecision, ...],
) -> None:
    wave = autumn(0)

    assert theme_of(wave.placed(codebook=spring(*decisions)))[wave.key("bus", 0)] == "t-bus"


def test_a_decided_theme_that_was_not_found_is_there_again_where_three_people_speak_of_it() -> None:
    few, three = (autumn(*range(people), subjects=("bus", "lunch")) for people in (2, 3))

    assert "t-waiting" not in themes_of(few.placed(codebook=spring(NAMED)))
    again = three.placed(codebook=spring(NAMED))
    assert themes_of(again)["t-waiting"].young_peoples_name == "Ages"
    assert [key for key, theme in theme_of(again).items() if theme == "t-waiting"] == [
        three.key("bus", number) for number in range(3)
    ]


def test_what_is_unclear_is_likeliest_to_be_in_the_decided_theme_it_is_nearest_to() -> None:
    wave = autumn(0)
    key = wave.key("bus", 0)
    rows = tuple(one for one in wave.grouped.assignments if one.segment != key)
    wave.grouped = replace(wave.grouped, assignments=rows, unclear=(ThemeAssignment(key, "t-bus", 2, 0.0),))

    (decided,) = wave.placed(codebook=spring(NAMED)).grouped.unclear
    (undecided,) = wave.placed(codebook=spring()).grouped.unclear

    assert (decided.theme, undecided.theme) == ("t-waiting", "t-bus")
    assert key not in theme_of(wave.placed(codebook=spring(NAMED)))


def test_this_waves_own_decisions_win_over_what_was_drawn() -> None:
    wave = autumn(0)
    back = Move(segment=wave.key("bus", 0), to="t-bus")

    assert theme_of(wave.placed(back, codebook=spring(NAMED)))[wave.key("bus", 0)] == "t-bus"


def test_without_sentence_vectors_nothing_is_drawn() -> None:
    known = Wave(["waiting", "bus"]).codebook(NAMED)
    wave = Wave(["waiting", "bus"], name="autumn")

    assert not wave.placed(codebook=known).carried.learnt


def test_a_codebook_keeps_what_was_decided_about_and_one_from_before_has_none() -> None:
    known = spring(NAMED)

    assert codebook_from_json(codebook_to_json(known)) == known
    assert [theme.id for theme in known.themes if theme.decided] == ["t-waiting"]
    before = codebook_to_json(known).replace(', "decided": true', "").replace(', "decided": false', "")
    assert not any(theme.decided for theme in codebook_from_json(before).themes)
