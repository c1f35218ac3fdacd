"""Krippendorff's alpha, held against the `krippendorff` package, NLTK and published examples."""

from __future__ import annotations

from itertools import combinations
from math import isnan

import krippendorff
import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from nltk.metrics import jaccard_distance
from nltk.metrics.agreement import AnnotationTask

from analysis.alpha import alpha, coincidences, jaccard, masi
from tests.analysis.codings import BINARY, FOUR_CODERS, NOMINAL, units

MISSING = -1
SETS = st.frozensets(st.sampled_from("abcd"))


def reliability_data() -> st.SearchStrategy[list[list[int]]]:
    """Two to five coders, a row each, one to thirty units, four values and missing ones."""
    value = st.integers(MISSING, 3)
    return st.tuples(st.integers(2, 5), st.integers(1, 30)).flatmap(
        lambda shape: st.lists(
            st.lists(value, min_size=shape[1], max_size=shape[1]), min_size=shape[0], max_size=shape[0]
        )
    )


@pytest.mark.parametrize(("rows", "published"), [(BINARY, 0.095), (NOMINAL, 0.692), (FOUR_CODERS, 0.743)])
def test_alpha_is_what_krippendorff_published(rows: tuple[str, ...], published: float) -> None:
    assert round(alpha(units(rows)), 3) == published


@given(reliability_data())
def test_alpha_is_the_krippendorff_packages_with_values_missing_anywhere(rows: list[list[int]]) -> None:
    said = [[value for value in unit if value != MISSING] for unit in zip(*rows, strict=True)]
    assume(len({value for unit in said if len(unit) > 1 for value in unit}) > 1)

    theirs = krippendorff.alpha(
        np.where(np.array(rows) == MISSING, np.nan, np.array(rows, dtype=float)), level_of_measurement="nominal"
    )

    assert alpha(said) == pytest.approx(theirs, abs=1e-9)


@given(st.lists(st.tuples(SETS, SETS, SETS), min_size=2, max_size=20))
def test_alpha_of_whole_choices_is_nltks(said: list[tuple[frozenset[str], ...]]) -> None:
    # NLTK's distance of two empty choices divides by nothing: a letter that all have
    filled = [[chosen | {"z"} for chosen in unit] for unit in said]
    assume(len({chosen for unit in filled for chosen in unit}) > 1)
    rows = [(coder, number, chosen) for number, unit in enumerate(filled) for coder, chosen in enumerate(unit)]

    assert alpha(filled, jaccard) == pytest.approx(AnnotationTask(rows, distance=jaccard_distance).alpha(), abs=1e-9)


def test_masi_is_passonneaus_four_steps() -> None:
    a, ab, bc, c = (frozenset(word) for word in ("a", "ab", "bc", "c"))

    assert masi(ab, ab) == 0
    assert masi(a, ab) == pytest.approx(1 - 1 / 2 * 2 / 3), "one holds the other"
    assert masi(ab, bc) == pytest.approx(1 - 1 / 3 * 1 / 3), "they overlap"
    assert masi(ab, c) == 1
    assert masi(frozenset(), frozenset()) == 0
    assert masi(frozenset(), a) == 1, "none of these is as far from a label as another label is"


@given(SETS, SETS)
def test_masi_forgives_no_more_than_jaccard(one: frozenset[str], other: frozenset[str]) -> None:
    assert jaccard(one, other) - 1e-12 <= masi(one, other) <= 1
    assert masi(one, other) == masi(other, one)


def test_a_unit_that_one_coder_saw_changes_nothing() -> None:
    said = units(FOUR_CODERS)

    assert alpha([*said, ["5"], [], ["7"]]) == alpha(said)


def test_where_nothing_differs_alpha_cannot_be_told() -> None:
    assert isnan(alpha([["a", "a"], ["a", "a"]]))
    assert isnan(alpha([["a"], ["b"]])), "nobody met anybody"
    assert isnan(alpha([]))


def test_a_draw_counts_a_unit_as_often_as_it_was_drawn() -> None:
    said = units(FOUR_CODERS)
    draws = np.array([[2, 0, 1] + [1] * 9, [1] * 12])

    drawn = coincidences(said).alphas(draws)

    assert drawn[0] == pytest.approx(alpha([said[0], said[0], *said[2:]]))
    assert drawn[1] == alpha(said)


def test_the_order_of_coders_and_units_does_not_matter() -> None:
    said = units(FOUR_CODERS)

    for one, other in combinations(range(3), 2):
        said[one], said[other] = said[other], said[one]
        assert alpha([list(reversed(unit)) for unit in said]) == pytest.approx(alpha(units(FOUR_CODERS)), abs=1e-12)
