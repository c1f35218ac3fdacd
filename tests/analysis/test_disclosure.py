"""From what is shown, no count of fewer than ten people can be read or worked out."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.disclosure import FLOOR, Part, Shown, merge_small, share, show, show_partition, small_changes
from tests.analysis.attacker import Counts, worked_out

# floor, choices, people: small floors stand for ten, so that every way to answer can be tried
TRIALS = [(2, 2, 12), (2, 3, 13), (2, 4, 12), (3, 2, 20), (3, 3, 17), (3, 4, 14), (4, 3, 20), (5, 3, 18), (10, 2, 45)]

counts_of_people = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 60), min_size=1)


@pytest.mark.parametrize("count", range(10))
def test_nobody_to_nine_people_are_fewer_than_ten(count: int) -> None:
    assert show(count) == Shown(None, "fewer than 10")


def test_ten_people_are_shown() -> None:
    assert show(10) == Shown(10, "10")


def test_one_small_group_takes_the_next_smallest_with_it() -> None:
    shown = show_partition({"children": 4, "young people": 94, "parent carers": 228, "practitioners": 44})

    assert shown["children"].count is shown["practitioners"].count is None
    assert (shown["young people"].count, shown["parent carers"].count) == (94, 228)
    assert shown["practitioners"].words == "not shown"


def test_two_small_groups_that_hide_one_another_leave_the_rest_alone() -> None:
    shown = show_partition({"children": 4, "young people": 94, "practitioners": 7})

    assert shown == {
        "children": Shown(None, "fewer than 10"),
        "young people": Shown(94, "94"),
        "practitioners": Shown(None, "fewer than 10"),
    }


def test_two_groups_of_nobody_do_not_hide_one_another() -> None:
    shown = show_partition({"children": 0, "young people": 94, "practitioners": 0})

    assert all(one.count is None for one in shown.values())


def test_where_all_are_many_all_are_shown() -> None:
    assert [one.count for one in show_partition({"a": 10, "b": 10}).values()] == [10, 10]


def partition_as_printed(counts: Counts, floor: int) -> tuple[object, ...]:
    return (*show_partition(counts, floor=floor).items(), show(sum(counts.values()), floor=floor))


@pytest.mark.parametrize(("floor", "choices", "people"), TRIALS)
def test_no_hidden_cell_of_a_partition_can_be_worked_out(floor: int, choices: int, people: int) -> None:
    def shown(counts: Counts) -> set[str]:
        return {name for name, one in show_partition(counts, floor=floor).items() if one.count is not None}

    assert not worked_out(choices, people, lambda counts: partition_as_printed(counts, floor), shown, floor)


@settings(deadline=None)
@given(counts_of_people)
def test_what_is_left_of_a_partitions_total_reaches_the_floor(counts: dict[str, int]) -> None:
    shown = show_partition(counts)

    hidden = [counts[name] for name, one in shown.items() if one.count is None]
    assert all(one.count in (None, counts[name]) for name, one in shown.items())
    assert min((one.count for one in shown.values() if one.count is not None), default=FLOOR) >= FLOOR
    if sum(counts.values()) >= FLOOR:
        assert not hidden or sum(hidden) >= FLOOR
        assert len(hidden) != 1 or len(counts) == 1


@settings(deadline=None)
@given(counts_of_people)
def test_fewer_than_ten_is_never_said_of_more(counts: dict[str, int]) -> None:
    for name, one in show_partition(counts).items():
        assert one.words != "fewer than 10" or counts[name] < 10


@settings(deadline=None)
@given(counts_of_people, st.randoms(use_true_random=False))
def test_the_order_of_groups_changes_nothing(counts: dict[str, int], random: Random) -> None:
    names = list(counts)
    random.shuffle(names)

    assert show_partition({name: counts[name] for name in names}) == show_partition(counts)


@pytest.mark.parametrize(
    ("count", "base", "percent", "words"),
    [
        (38, 81, 47, "38"),
        (58, 204, 28, "58"),
        (25, 50, 50, "25"),
        (9, 204, None, "fewer than 10"),
        (0, 204, None, "fewer than 10"),
        (195, 204, None, "all but fewer than 10"),
        (204, 204, None, "all but fewer than 10"),
        (11, 12, None, "not shown"),
        (3, 12, None, "not shown"),
        (3, 7, None, "fewer than 10"),
        (10, 20, 50, "10"),
    ],
)
def test_a_share_is_shown_where_neither_side_is_small(count: int, base: int, percent: int | None, words: str) -> None:
    shown = share(count, base)

    assert (shown.percent, shown.count.words) == (percent, words)


def test_half_a_percent_is_rounded_up() -> None:
    assert share(101, 200).percent == 51


def test_a_base_under_thirty_is_marked_as_small() -> None:
    assert share(12, 29).is_small_base
    assert not share(12, 30).is_small_base
    assert not share(2, 9).is_small_base  # not a small base: none at all


@pytest.mark.parametrize(("count", "base"), [(5, 4), (-1, 4)])
def test_a_count_that_its_base_cannot_hold_is_refused(count: int, base: int) -> None:
    with pytest.raises(ValueError, match="between none and its base"):
        share(count, base)


@pytest.mark.parametrize("floor", [2, 3, 10])
def test_neither_side_of_a_share_can_be_worked_out(floor: int) -> None:
    def shown(counts: Counts) -> set[str]:
        one = share(counts["c0"], sum(counts.values()), floor=floor)
        return set() if one.count.count is None else {"c0", "c1"}

    def printed(counts: Counts) -> object:
        return share(counts["c0"], sum(counts.values()), floor=floor)

    assert not worked_out(2, 4 * floor, printed, shown, floor)


def test_small_parts_of_a_bar_are_merged_with_their_neighbours() -> None:
    counts = {"very good": 14, "good": 19, "ok": 5, "not good": 4, "bad": 2}

    assert merge_small(counts, list(counts)) == (
        Part(("very good",), Shown(14, "14")),
        Part(("good",), Shown(19, "19")),
        Part(("ok", "not good", "bad"), Shown(11, "11")),
    )


def test_what_is_left_over_joins_the_part_before_it() -> None:
    counts = {"yes": 24, "sometimes": 12, "no": 2}

    assert [part.choices for part in merge_small(counts, list(counts))] == [("yes",), ("sometimes", "no")]


def test_a_bar_of_fewer_than_ten_people_is_one_hidden_part() -> None:
    assert merge_small({"yes": 5, "no": 4}, ["yes", "no"]) == (Part(("yes", "no"), Shown(None, "fewer than 10")),)


def test_a_choice_that_nobody_chose_is_merged_too() -> None:
    assert [part.choices for part in merge_small({"yes": 30}, ["yes", "no"])] == [("yes", "no")]


@pytest.mark.parametrize(("floor", "choices", "people"), TRIALS)
def test_no_choice_in_a_merged_part_can_be_worked_out(floor: int, choices: int, people: int) -> None:
    def printed(counts: Counts) -> tuple[Part, ...]:
        return merge_small(counts, list(counts), floor=floor)

    def shown(counts: Counts) -> set[str]:
        alone = [part for part in printed(counts) if len(part.choices) == 1 and part.shown.count is not None]
        return {part.choices[0] for part in alone}

    assert not worked_out(choices, people, printed, shown, floor)


def test_two_editions_that_differ_by_one_to_nine_are_named() -> None:
    earlier = {"waiting": 40, "kindness": 31, "parking": 12, "plans": None, "gone": 15}
    later = {"waiting": 41, "kindness": 22, "parking": 22, "plans": 11, "new": 18}

    assert small_changes(earlier, later) == ("kindness", "waiting")


def test_editions_that_are_the_same_or_differ_by_ten_may_stand_side_by_side() -> None:
    assert small_changes({"a": 40, "b": 20}, {"a": 40, "b": 30}) == ()
