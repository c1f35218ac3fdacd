"""How often comments were mapped as a person mapped them."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.bench.standard_figures import best_cut, best_of, interval, macro_f1, micro_f1, reliability
from tests.analysis.bench.mapped import truth


def test_micro_f1_counts_every_yes_alike_and_macro_f1_every_standard() -> None:
    so, said = truth("100", "100", "010"), truth("100", "100", "000")

    assert micro_f1(so, said) == pytest.approx(4 / 5)
    assert macro_f1(so, said) == pytest.approx(1 / 2), "the third standard has no row and does not count"


def test_saying_nothing_is_worth_nothing() -> None:
    assert micro_f1(truth("10"), truth("00")) == 0
    assert macro_f1(truth("00"), truth("01")) == 0


def test_an_interval_holds_the_figure_and_is_the_same_each_time() -> None:
    so = truth(*["10", "01"] * 30)
    said = so.copy()
    said[:15] = False

    low, high = interval(so, said)

    assert low < micro_f1(so, said) < high
    assert interval(so, said) == (low, high)


def test_the_best_of_a_row_is_its_first_strongest_and_none_where_there_is_no_sign() -> None:
    scores = np.array([[0.1, 0.4], [0.2, 0.2], [0.0, -1.0]])

    assert best_of(scores).tolist() == truth("01", "10", "00").tolist()


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
