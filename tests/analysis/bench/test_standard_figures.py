"""How often comments were mapped as a person mapped them."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.bench.standard_figures import best_cut, best_of, reliability
from tests.analysis.bench.mapped import truth


def test_the_best_of_a_row_is_its_first_strongest_and_none_where_nothing_tells_them_apart() -> None:
    scores = np.array([[-0.1, -0.4, -2], [0.0, 0.2, 0.2], [0.0, 0.0, 0.0], [-np.inf] * 3])

    assert best_of(scores).tolist() == truth("100", "010", "000", "000").tolist()


def test_the_best_cut_parts_what_speaks_from_what_does_not() -> None:
    scores = np.array([[0.1], [0.2], [0.6], [0.7]])

    cut = best_cut(scores, truth("0", "0", "1", "1"))

    assert 0.2 < cut <= 0.6


def test_chances_are_held_against_what_is_so() -> None:
    chances = np.array([[0.8]] * 10 + [[0.1]] * 10 + [[1.0]])
    so = np.array([[True]] * 7 + [[False]] * 3 + [[False]] * 10 + [[True]])

    found = reliability("a set", "a fold", chances, so)

    assert found.near_80 == 10
    assert found.right_near_80 == 0.7
    assert found.error == pytest.approx((10 * 0.1 + 10 * 0.1) / 21, abs=1e-4)
    assert [(one.low, one.number) for one in found.bins if one.number] == [(0.1, 10), (0.8, 10), (0.9, 1)]
