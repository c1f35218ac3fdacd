"""The plain ways that Heard's mapping is held against."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from analysis.bench.standard_peers import keyword_scores, svc_scores, tfidf_scores
from analysis.bench.standard_ways import folds_of, mapped, with_labels
from tests.analysis.bench.mapped import invented_rows, student_standards

STANDARDS = student_standards().standards


def test_keywords_are_whole_words_and_counted_once_each() -> None:
    scores = keyword_scores(["Books, books and a LIBRARY", "a bookshop, librarywards", "quiet labs"], STANDARDS)

    assert scores.tolist() == [[2, 0, 0], [0, 0, 0], [1, 1, 0]]


def test_cosines_prefer_the_standard_with_the_same_words() -> None:
    scores = tfidf_scores(["the syllabus is long", "broken equipment for experiments"], STANDARDS)

    assert scores[0].tolist() == [0, 0, 0]
    assert scores[1].argmax() == 1


def test_an_svc_learns_and_says_no_of_what_nobody_spoke_to() -> None:
    rows = invented_rows()
    truth = rows.truth.copy()
    truth[:, 2] = False

    scores = svc_scores(rows.texts, truth, ["books in the library", "the exam"])

    assert scores[0].argmax() == 0
    assert scores[:, 2].tolist() == [-1, -1]


def test_copies_of_a_text_are_taught_or_asked_and_never_both() -> None:
    rows = invented_rows()
    twice = rows.take([*range(len(rows)), *range(len(rows))])

    folds = folds_of(twice)

    assert not any(set(twice.groups[taught]) & set(twice.groups[asked]) for taught, asked in folds)
    assert np.sort(np.concatenate([asked for _, asked in folds])).tolist() == list(range(len(twice)))
    assert any(
        set(twice.groups[taught]) & set(twice.groups[asked]) for taught, asked in folds_of(twice, copies_together=False)
    )


def test_every_way_that_learns_is_held_against_rows_that_it_was_not_taught() -> None:
    rows = invented_rows()

    ways = with_labels(rows, folds_of(rows), _silent, whole=False)
    found = {way.name: mapped(rows, way, "5-fold", way.said, labels=None) for way in ways}

    assert found["Heard"].micro_f1 > 0.5
    assert found["TF-IDF + linear SVC"].micro_f1 > 0.5


def test_a_row_is_never_asked_of_what_was_taught_with_it() -> None:
    """Labels that hang on nothing: by heart most would be known."""
    rows = invented_rows(each=40)
    noise = replace(rows, truth=np.random.default_rng(0).random(rows.truth.shape) < 0.5)

    found = {
        way.name: mapped(noise, way, "5-fold", way.said, labels=None)
        for way in with_labels(noise, folds_of(noise), _silent, whole=True)
    }

    assert all(0 < one.micro_f1 < 0.65 for one in found.values())


def _silent(words: str) -> None:
    del words
