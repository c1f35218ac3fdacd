"""Segments about one thing point the same way."""

from __future__ import annotations

import numpy as np

from analysis.thesaurus import load_thesaurus
from analysis.vectors import WordVectors
from tests.analysis.crowd import SUBJECTS


def test_segments_about_one_thing_are_nearer_than_others() -> None:
    vectors = WordVectors(load_thesaurus()).fit_transform([words for subject in SUBJECTS for words in subject])

    likeness = vectors @ vectors.T
    same = np.kron(np.eye(len(SUBJECTS)), np.ones((6, 6))).astype(bool)
    assert likeness[same].mean() > likeness[~same].mean() + 0.3


def test_two_segments_without_a_common_word_meet_in_an_idea() -> None:
    said = ["It took ages", "The queue was dreadful", "A lovely picnic", "My brother has a trumpet", "Trumpet picnic"]

    vectors = WordVectors(load_thesaurus()).fit_transform(said)

    assert vectors[0] @ vectors[1] > 0.5
    assert abs(vectors[0] @ vectors[2]) < 0.2


def test_a_segment_without_a_known_word_points_nowhere() -> None:
    fitted = WordVectors(load_thesaurus()).fit([words for subject in SUBJECTS for words in subject])

    assert not fitted.transform(["xylophone", "the and of", ""]).any()


def test_what_was_fitted_is_transformed_to_the_same_vectors() -> None:
    said = [words for subject in SUBJECTS for words in subject]
    vectors = WordVectors(load_thesaurus())

    assert np.allclose(vectors.fit_transform(said), vectors.transform(said))


def test_no_words_at_all_are_no_error() -> None:
    vectors = WordVectors(load_thesaurus()).fit(["😀", "the"])

    assert vectors.transform(["We waited"]).shape == (1, 1)
