"""F1 over several standards."""

from __future__ import annotations

import pytest

from analysis.f1 import interval, macro_f1, micro_f1
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
