"""A bar, a mean and a median beside one another tell nothing of how few people chose what."""

from __future__ import annotations

from typing import Literal

import pytest

from analysis.disclosure import Shown
from analysis.disclosure_scales import ShownScale, show_number, show_scale
from tests.analysis.attacker import Counts, worked_out

GOOD = {"very-good": 5.0, "good": 4.0, "ok": 3.0, "not-good": 2.0, "bad": 1.0}
HAPPY = {f"h{score}": float(score) for score in range(1, 11)}


def happy(**counts: int) -> dict[str, int]:
    return {choice: counts.get(choice, 0) for choice in HAPPY}


def test_a_bar_without_small_parts_has_its_mean_and_median() -> None:
    shown = show_scale(dict.fromkeys(GOOD, 10) | {"good": 19}, GOOD)

    assert [part.shown.count for part in shown.parts] == [10, 19, 10, 10, 10]
    assert (shown.answered.count, shown.mean, shown.median) == (59, "3.2", "3")


def test_a_bar_with_merged_parts_has_no_mean_beside_it() -> None:
    shown = show_scale({"very-good": 14, "good": 19, "ok": 5, "not-good": 4, "bad": 2}, GOOD)

    assert [part.shown.count for part in shown.parts] == [14, 19, 11]
    assert shown.mean is shown.median is None


def test_a_mean_is_kept_without_a_bar_where_that_was_chosen() -> None:
    shown = show_scale(happy(h2=5, h4=3, h7=4, h9=2), HAPPY, keep="mean")

    assert (shown.answered.count, shown.mean, shown.median) == (14, "4.9", None)
    assert [part.choices for part in shown.parts] == [tuple(HAPPY)]


@pytest.mark.parametrize(
    ("counts", "words"),
    [(happy(h10=12), "9.2 or more"), (happy(h9=6, h10=6), "9.2 or more"), (happy(h1=12), "1.8 or less")],
)
def test_a_mean_near_the_end_of_its_scale_says_only_that_it_is_near(counts: dict[str, int], words: str) -> None:
    assert show_scale(counts, HAPPY, keep="mean").mean == words


def test_fewer_than_ten_people_have_no_figures() -> None:
    shown = show_scale(happy(h2=5, h4=4), HAPPY, keep="mean")

    assert shown.answered == Shown(None, "fewer than 10")
    assert [part.shown for part in shown.parts] == [shown.answered]
    assert shown.mean is shown.median is None


def test_choices_without_scores_have_a_bar_and_nothing_else() -> None:
    counts = {"under-a-year": 20, "over-a-year": 30}

    assert show_scale(counts, {}) == show_scale(counts, dict.fromkeys(counts))
    assert show_scale(counts, {}).mean is None
    assert [part.shown.count for part in show_scale(counts, {}).parts] == [20, 30]


def test_a_scale_whose_steps_differ_keeps_no_mean_of_few_people() -> None:
    assert show_scale({"no": 4, "a bit": 8, "yes": 9}, {"no": 0.0, "a bit": 1.0, "yes": 5.0}, keep="mean").mean is None


@pytest.mark.parametrize("keep", ["bar", "mean"])
@pytest.mark.parametrize(
    ("floor", "choices", "people"),
    [(2, 2, 12), (2, 3, 13), (2, 5, 10), (3, 3, 17), (3, 4, 13), (4, 3, 18), (5, 4, 15), (10, 2, 40), (10, 3, 30)],
)
def test_no_choice_can_be_worked_out_from_bar_mean_and_median(
    keep: Literal["bar", "mean"], floor: int, choices: int, people: int
) -> None:
    scores = {f"c{number}": float(number + 1) for number in range(choices)}

    def printed(counts: Counts) -> ShownScale:
        return show_scale(counts, scores, keep=keep, floor=floor)

    def shown(counts: Counts) -> set[str]:
        alone = [part for part in printed(counts).parts if len(part.choices) == 1 and part.shown.count is not None]
        return {part.choices[0] for part in alone}

    assert not worked_out(choices, people, printed, shown, floor)


@pytest.mark.parametrize(("people", "middle"), [(9, None), (10, "22.5")])
def test_a_typed_number_shows_its_median_where_its_people_may_be_counted(people: int, middle: str | None) -> None:
    shown = show_number(people, 22.5)

    assert (shown.median, shown.mean, shown.parts) == (middle, None, ())
