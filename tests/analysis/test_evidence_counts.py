"""Counts of who spoke to a theme: what a reader of the pack cannot work out, and what they can."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import product
from typing import Any

import pytest

from analysis.evidence.counts import SENTIMENTS, combined, count_rows, in_words, tone
from analysis.evidence.groups import Group, Groups
from analysis.findings import Sentiment

Ways = tuple[tuple[int, ...], ...]  # by group: how many spoke, by sentiment


@pytest.mark.parametrize(
    ("bases", "floor"),
    [((7, 8), 3), ((9, 9, 9), 3), ((4, 8, 9), 3), ((2, 3, 7), 2), ((14, 3, 2), 4), ((6, 6, 6, 6), 2)],
)
def test_no_small_count_of_a_group_can_be_worked_out_from_the_groups_and_everyone(
    bases: tuple[int, ...], floor: int
) -> None:
    told = _told(
        [tuple((count,) for count in counts) for counts in product(*(range(base + 1) for base in bases))], bases, floor
    )

    assert told == []


@pytest.mark.parametrize(("bases", "floor"), [((12,), 3), ((10, 2), 3)])
def test_no_small_count_of_a_sentiment_can_be_worked_out(bases: tuple[int, ...], floor: int) -> None:
    ways = product(*(list(_splits(base, len(SENTIMENTS))) for base in bases))

    assert _told([(*way,) for way in ways], bases, floor) == []


def test_a_group_that_is_large_enough_is_shown_with_its_base_and_share() -> None:
    rows = _rows(((34,), (118,)), (81, 204), 10)

    assert [row["shown"] for row in rows if row["sentiment"] == "all"] == ["34", "118", "152"]
    assert rows[0] | {"people": 34, "base": 81, "share": 42, "how_many": "many", "step": 3} == rows[0]


def test_everyone_is_left_out_where_it_would_give_a_group_away() -> None:
    rows = _rows(((34,), (118,), (4,)), (81, 204, 40), 10)

    assert [row["people"] for row in rows if row["sentiment"] == "all"] == [34, 118, None, None]
    assert [row["shown"] for row in rows if row["sentiment"] == "all"] == ["34", "118", "fewer than 10", "not shown"]


def test_groups_that_are_all_small_still_show_everyone() -> None:
    rows = _rows(((6,), (9,), (7,)), (40, 50, 60), 10)

    assert [row["people"] for row in rows] == [None, None, None, 22]


def test_a_hidden_group_has_no_rows_by_sentiment() -> None:
    rows = _rows(((4, 3, 0, 0),), (40,), 10)

    assert [row["sentiment"] for row in rows] == ["all"]


def test_a_share_under_thirty_people_is_marked_as_a_small_base() -> None:
    assert [row["small_base"] for row in _rows(((12,), (40,)), (25, 100), 10) if row["sentiment"] == "all"] == [1, 0, 0]


@pytest.mark.parametrize(
    ("percent", "words"),
    [(100, "most"), (51, "most"), (50, "many"), (30, "many"), (29, "some"), (10, "some"), (9, "a few"), (None, "")],
)
def test_words_for_a_share_follow_one_rule(percent: int | None, words: str) -> None:
    assert in_words(percent)[0] == words


@pytest.mark.parametrize(
    ("said", "together"),
    [
        (["positive", "neutral"], "positive"),
        (["negative", "neutral"], "negative"),
        (["positive", "negative"], "mixed"),
        (["neutral"], "neutral"),
        (["mixed", "positive"], "mixed"),
    ],
)
def test_a_person_who_says_good_and_bad_is_counted_once_as_mixed(said: list[Sentiment], together: str) -> None:
    assert combined(said) == together


@pytest.mark.parametrize(
    ("spoke", "word"),
    [
        ((8, 2), "going well"),
        ((2, 8), "not going well"),
        ((6, 5), "mixed"),
        ((0, 0, 0, 12), "mixed"),
        ((9, 0), ""),
        ((30, 12, 0, 0), "going well"),
    ],
)
def test_whether_it_goes_well_is_said_in_a_word_where_ten_people_spoke(spoke: tuple[int, ...], word: str) -> None:
    way = (spoke,)

    assert tone(_spoke(way), _rows(way, (90,), 10), floor=10) == word


def test_few_people_are_not_split_by_how_they_spoke() -> None:
    assert {row["sentiment"] for row in _rows(((14, 15),), (90,), 10)} == {"all"}
    assert {row["sentiment"] for row in _rows(((14, 16),), (90,), 10)} == {"all", *SENTIMENTS}


def _told(ways: Sequence[Ways], bases: tuple[int, ...], floor: int) -> list[tuple[Ways, str]]:
    """Small counts that are the same in every way of answering that prints the same rows."""
    alike: dict[Hashable, list[Ways]] = defaultdict(list)
    for way in ways:
        alike[_printed(way, bases, floor)].append(way)
    return [
        (found[0], name)
        for found in alike.values()
        for name, count in _counts(found[0], bases).items()
        if count < floor and len({_counts(way, bases)[name] for way in found}) == 1 and _is_somebody(name, bases, floor)
    ]


def _counts(way: Ways, bases: tuple[int, ...]) -> Mapping[str, int]:
    """Everything about few people that a reader could want to know: who spoke, who did not, who spoke how."""
    counts = {}
    for group, (spoke, base) in enumerate(zip(way, bases, strict=True)):
        counts[f"{group} spoke"] = sum(spoke)
        counts[f"{group} did not"] = base - sum(spoke)
        if len(spoke) > 1:
            counts |= {f"{group} {sentiment}": count for sentiment, count in zip(SENTIMENTS, spoke, strict=False)}
    return counts


def _is_somebody(name: str, bases: tuple[int, ...], floor: int) -> bool:
    """A group of fewer people than the floor is hidden itself: nobody knows how many it has."""
    return bases[int(name.split()[0])] >= floor


def _printed(way: Ways, bases: tuple[int, ...], floor: int) -> Hashable:
    columns = ("group_id", "sentiment", "people", "base", "share", "shown", "how_many", "step", "small_base")
    rows = _rows(way, bases, floor)
    said = tone(_spoke(way), rows, floor=floor) if len(way[0]) > 1 else ""
    return (*(tuple(row[column] for column in columns) for row in rows), said)


def _spoke(way: Ways) -> dict[str, Sentiment]:
    return {
        f"{group}-{number}": sentiment
        for group, counts in enumerate(way)
        for number, sentiment in enumerate(
            sentiment for sentiment, count in zip(SENTIMENTS, counts, strict=False) for _ in range(count)
        )
    }


def _rows(way: Ways, bases: tuple[int, ...], floor: int) -> list[dict[str, Any]]:
    each = []
    for group, base in enumerate(bases):
        members = frozenset(f"{group}-{number}" for number in range(base))
        each.append(Group(str(group), f"Group {group}", members, members, members))
    everyone = frozenset().union(*(group.wrote for group in each))
    total = Group("everyone", "Everyone", everyone, everyone, everyone) if len(each) > 1 else None
    return count_rows(_spoke(way), Groups(tuple(each), total, {}), floor=floor)


def _splits(people: int, parts: int) -> Iterator[tuple[int, ...]]:
    if not parts:
        yield ()
        return
    for first in range(people + 1):
        for rest in _splits(people - first, parts - 1):
            yield (first, *rest)
