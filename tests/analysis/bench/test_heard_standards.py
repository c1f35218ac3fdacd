"""Heard's own mapping as the benchmark runs it."""

from __future__ import annotations

import numpy as np

from analysis.bench.heard_standards import heard, picked, taught_labels, vectors_for_all_folds
from analysis.bench.standard_ways import Way, worth_of_chances
from tests.analysis.bench.mapped import invented_rows


def test_what_heard_picks_is_not_labelled_yet_and_stands_once() -> None:
    rows = invented_rows(each=8)
    labelled = np.array([3, 0, 7])

    found = picked(rows, labelled, 5)

    assert len(set(found.tolist())) == 5
    assert not set(found.tolist()) & set(labelled.tolist())


def test_a_label_says_yes_to_its_standards_and_no_to_the_others() -> None:
    labels = list(taught_labels(invented_rows(each=1)))

    assert len(labels) == 9
    assert [label.speaks for label in labels if label.comment == "taught 1"] == [False, True, False]


def test_vectors_that_are_kept_change_nothing() -> None:
    rows = invented_rows(each=2)
    vectors = vectors_for_all_folds()

    first, again = heard(rows, vectors=vectors), heard(rows, vectors=vectors)

    assert np.array_equal(first.scores, again.scores)
    assert np.array_equal(first.scores, heard(rows).scores)


def test_chances_are_held_against_what_is_so_only_where_every_row_has_some() -> None:
    rows = invented_rows(each=2)
    chances = np.full(rows.truth.shape, 0.5)
    known = Way("Heard", chances, rows.truth, 0.0, chances=chances)
    chances_of_some = chances.copy()
    chances_of_some[0] = np.nan
    unknown = Way("Heard", chances, rows.truth, 0.0, chances=chances_of_some)

    (one,) = worth_of_chances(rows, known, "5-fold")

    assert one.error == np.round(0.5 - 1 / 3, 4)
    assert list(worth_of_chances(rows, unknown, "5-fold")) == []
    assert len(list(worth_of_chances(rows, unknown, "5-fold", np.array([1, 2])))) == 1
