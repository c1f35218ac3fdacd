"""Fewer themes than the data choose."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from threadpoolctl import threadpool_limits

from analysis import told_number
from analysis.meaning import unit
from analysis.merging import merged
from analysis.own_number import own_groups
from analysis.points import Points, WeighedSegments
from analysis.steadiness import steadiness
from analysis.themes import ThemeFinder
from analysis.told_number import groups_to_merge, so_many_groups
from analysis.vectors import Vectors

EACH, PARTS, OTHERS = 20, 7, 3


@pytest.fixture(autouse=True)
def _one_thread() -> Iterator[None]:
    """As in the finder: several wait for each other more than they help."""
    with threadpool_limits(1):
        yield


def one_large_theme() -> Vectors:
    """Seven ways of saying one thing, and three other things, each said by as many."""
    chance = np.random.default_rng(0)
    middles = np.eye(PARTS + OTHERS, 16)
    middles[:PARTS, 15] = 2.0
    points = np.repeat(unit(middles), EACH, axis=0)
    return np.asarray(unit(points + chance.normal(0, 0.09, points.shape)))


def points_of(vectors: Vectors) -> Points:
    people = [frozenset({str(row)}) for row in range(len(vectors))]
    points = Points.of(WeighedSegments(vectors, people, [frozenset("w")] * len(vectors)))
    assert points
    return points


def test_far_fewer_than_the_data_choose_are_their_own_groups_joined() -> None:
    vectors = one_large_theme()

    found = ThemeFinder(themes=OTHERS + 1).fit(vectors)

    whole = [set(found.labels_[start : start + EACH].tolist()) for start in range(PARTS * EACH, len(vectors), EACH)]
    assert found.merged_from_ == PARTS + OTHERS
    assert len(set(found.labels_[: PARTS * EACH].tolist())) == 1
    assert all(len(one) == 1 for one in whole)


def test_about_as_many_as_the_data_choose_are_found_as_they_are() -> None:
    points = points_of(one_large_theme())

    assert groups_to_merge(points, 6, 0) is None
    assert groups_to_merge(points, 5, 0) is not None


@pytest.mark.parametrize("wanted", [1, 30])
def test_the_data_are_not_asked_where_their_answer_changes_nothing(
    wanted: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(told_number, "own_starts")

    assert groups_to_merge(points_of(one_large_theme()), wanted, 0) is None


def test_groups_that_every_start_finds_elsewhere_are_not_joined(monkeypatch: pytest.MonkeyPatch) -> None:
    points = points_of(one_large_theme())
    chance = np.random.default_rng(0)
    loose = [chance.integers(0, 10, points.size) for _ in range(8)]
    monkeypatch.setattr(told_number, "own_starts", lambda points, random_state: loose)

    assert groups_to_merge(points, 4, 0) is None


def test_a_level_stands_inside_the_finer_one() -> None:
    points = points_of(one_large_theme())
    finer = own_groups(points, 0)

    labels = so_many_groups(points, 4, finer, 0)

    assert len(set(zip(finer.tolist(), labels.tolist(), strict=True))) == finer.max() + 1
    assert np.array_equal(labels, merged(points.graph, finer, 4))
    assert so_many_groups(points, 14, finer, 0).max() + 1 == 14


def test_steadiness_goes_the_same_way_again_without_choosing_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    vectors = one_large_theme()
    people = [frozenset({str(row)}) for row in range(len(vectors))]
    words = [frozenset("w")] * len(vectors)
    finder = ThemeFinder(themes=OTHERS + 1).fit(vectors, people=people, words=words)
    monkeypatch.delattr(told_number, "own_starts")

    assert (steadiness(finder, vectors, people, words, draws=2) > 0.9).all()
