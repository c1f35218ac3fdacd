"""Cohen's kappa, held against scikit-learn and published examples."""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score

from analysis.kappa import compare, kappa
from tests.analysis.codings import BALANCED, COHEN_1960, LOPSIDED, pairs

SAID = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=40)


@pytest.mark.parametrize(
    ("table", "published", "places"), [(COHEN_1960, 0.492, 3), (BALANCED, 0.70, 2), (LOPSIDED, 0.32, 2)]
)
def test_kappa_is_what_was_published(table: Sequence[Sequence[int]], published: float, places: int) -> None:
    assert round(kappa(*pairs(table)), places) == published


@given(SAID)
def test_kappa_is_scikit_learns(said: list[tuple[int, int]]) -> None:
    one, other = zip(*said, strict=True)
    assume(len({*one, *other}) > 1)

    assert kappa(one, other) == pytest.approx(cohen_kappa_score(one, other), abs=1e-12)


def test_where_both_say_one_thing_throughout_kappa_cannot_be_told() -> None:
    assert isnan(kappa("aaa", "aaa"))
    assert isnan(kappa("", ""))
    assert kappa("aaa", "bbb") == 0, "chance alone would have them differ as well"


def test_a_draw_counts_a_unit_as_often_as_it_was_drawn() -> None:
    one, other = "abbac", "abcab"

    drawn = compare(one, other).kappas(np.array([[2, 0, 1, 1, 1], [1] * 5, [0] * 5]))

    assert drawn[0] == pytest.approx(kappa("aabac", "aacab"))
    assert drawn[1] == kappa(one, other)
    assert isnan(drawn[2]), "an empty draw says nothing"
