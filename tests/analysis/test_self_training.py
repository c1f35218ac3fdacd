"""Unlabelled segments teach only where two views of them agree, and where that knows the standards' own words."""

from __future__ import annotations

import numpy as np

from analysis.self_training import FEWEST, teach_itself
from analysis.text_kernel import Read, TextKernel

TEXTS = [f"{what} {row}" for row in range(FEWEST) for what in ("dog wug", "cat blick")]
KERNEL = TextKernel(vectors=None).fit([*TEXTS, "dog", "cat"])
OF = np.array([row % 2 for row in range(len(TEXTS))])
VIEW = np.eye(2)[OF]
LOW = np.full(len(TEXTS), 0.1)


def own() -> Read:
    return KERNEL.transform(["dog", "cat"])


def test_what_stands_beside_known_words_is_learned() -> None:
    taught = teach_itself(KERNEL.transform(TEXTS), VIEW, VIEW, LOW, own(), np.array([0, 1]))

    assert taught is not None
    scores = taught.scores(KERNEL.transform(["a wug", "a blick"]))
    assert scores.argmax(axis=1).tolist() == [0, 1]


def test_where_the_views_do_not_agree_nothing_is_learned() -> None:
    assert teach_itself(KERNEL.transform(TEXTS), VIEW, VIEW[:, ::-1], LOW, own(), np.array([0, 1])) is None


def test_where_the_views_agree_about_less_than_a_third_nothing_is_learned() -> None:
    def taught_by(agreeing: float) -> bool:
        words = VIEW.copy()
        words[round(agreeing * len(TEXTS)) :] = words[round(agreeing * len(TEXTS)) :, ::-1]
        return teach_itself(KERNEL.transform(TEXTS), VIEW, words, LOW, own(), np.array([0, 1])) is not None

    assert not taught_by(0.3)
    assert taught_by(0.4)


def test_where_most_texts_are_more_like_nothing_at_all_nothing_is_learned() -> None:
    assert teach_itself(KERNEL.transform(TEXTS), VIEW, VIEW, LOW + 2, own(), np.array([0, 1])) is None


def test_where_the_standards_own_words_are_not_recognised_nothing_is_learned() -> None:
    assert teach_itself(KERNEL.transform(TEXTS), VIEW, VIEW, LOW, own(), np.array([1, 0])) is None


def test_few_texts_teach_nothing() -> None:
    some = slice(0, FEWEST - 1)

    assert (
        teach_itself(KERNEL.transform(TEXTS[some]), VIEW[some], VIEW[some], LOW[some], own(), np.array([0, 1])) is None
    )
