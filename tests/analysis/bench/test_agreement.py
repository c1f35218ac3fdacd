"""Agreement between labels and groups."""

from __future__ import annotations

import pytest

from analysis.bench.agreement import accuracy, adjusted_rand, mutual_information


@pytest.mark.parametrize("measure", [accuracy, adjusted_rand, mutual_information])
def test_groups_with_other_names_agree_wholly(measure: object) -> None:
    assert callable(measure)
    assert measure(list("aabbc"), [7, 7, 2, 2, 0]) == pytest.approx(1)


def test_one_group_of_everything_says_nothing_of_the_labels() -> None:
    labels = list("aaabbb")

    assert accuracy(labels, [1] * 6) == pytest.approx(0.5)
    assert adjusted_rand(labels, [1] * 6) == pytest.approx(0)
    assert mutual_information(labels, [1] * 6) == pytest.approx(0)


def test_a_label_has_one_group_only_and_it_is_the_pairing_with_most_rows() -> None:
    labels = list("aaaaabbbbb")
    groups = [1, 1, 1, 2, 2, 1, 1, 1, 1, 3]  # a is best matched with 2 here, because b needs 1 more

    assert accuracy(labels, groups) == pytest.approx((2 + 4) / 10)


def test_the_rand_index_is_adjusted_as_its_makers_say() -> None:
    # 6 rows, pairs together in both 2, in labels 6, in groups 3: (2 - 6 * 3 / 15) / ((6 + 3) / 2 - 6 * 3 / 15)
    assert adjusted_rand(list("aaabbb"), [1, 1, 2, 2, 3, 3]) == pytest.approx((2 - 1.2) / (4.5 - 1.2))
