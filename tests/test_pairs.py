"""Every pair is met, in far fewer combinations than there are."""

from __future__ import annotations

from itertools import combinations, product
from math import prod

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pairs import all_pairs

FACTORS = st.dictionaries(
    st.sampled_from(["language", "size", "space", "width"]),
    st.lists(st.sampled_from(["a", "b", "c", "d"]), min_size=1, max_size=4, unique=True),
    min_size=2,
)


@settings(max_examples=50, deadline=None)
@given(FACTORS)
def test_any_two_values_of_two_settings_meet_at_least_once(factors: dict[str, list[str]]) -> None:
    rows = all_pairs(factors)

    for one, two in combinations(factors, 2):
        met = {(row[one], row[two]) for row in rows}
        assert met == set(product(factors[one], factors[two]))
    assert all(set(row) == set(factors) for row in rows)
    assert all(row[name] in factors[name] for row in rows for name in factors)


def test_it_takes_far_fewer_than_every_combination() -> None:
    factors = {name: ["a", "b", "c"] for name in ("language", "size", "space", "letters", "colours", "width")}

    assert len(all_pairs(factors)) <= 18
    assert prod(map(len, factors.values())) == 729


def test_the_same_settings_give_the_same_combinations() -> None:
    factors = {"language": ["en", "ur"], "width": ["320", "1280"], "calm": ["off", "on"]}

    assert all_pairs(factors) == all_pairs(factors)
