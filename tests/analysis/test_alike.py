"""A few short ideas: what is alike lies together, what is not stands alone, and nothing is a valid answer."""

from __future__ import annotations

import random

import pytest
from sklearn.base import clone

from analysis.alike import PileFinder
from analysis.sentences import SentenceVectors

BUSES = (
    "The bus never comes when school ends",
    "No bus after six so I miss the club",
    "Cheaper bus fares for under 18s",
    "More buses at night",
)
WAITS = (
    "Text me when the wait gets longer",
    "Shorter waiting lists for therapy",
    "Nobody told me how long the wait is",
    "Waiting two years is not ok",
)
QUIET = ("Quiet rooms in the clinic", "The waiting room is too loud", "A sensory space")
ODD = ("Pizza", "More dogs please", "A new goalkeeper", "My exam is on Friday")

needs_model = pytest.mark.skipif(not SentenceVectors.available(), reason="the sentence model is not installed")


def piles(texts: tuple[str, ...], finder: PileFinder | None = None) -> set[frozenset[str]]:
    found = (finder or PileFinder(sentences=SentenceVectors())).fit(texts)
    return {
        frozenset(text for text, label in zip(texts, found.labels_, strict=True) if label == group)
        for group in range(found.groups_)
    }


@needs_model
def test_ideas_about_one_thing_lie_together_and_the_odd_ones_stand_alone() -> None:
    assert piles(BUSES + WAITS + ODD) == {frozenset(BUSES), frozenset(WAITS)}


@needs_model
def test_where_nothing_is_alike_there_is_no_pile() -> None:
    assert piles((*ODD, "Glue sticks", "The letter came in June", "Ramps at the pool", "No idea")) == set()


@needs_model
def test_the_same_ideas_in_another_order_are_the_same_piles_and_the_largest_comes_first() -> None:
    texts = list(BUSES + WAITS + QUIET + ODD)
    first = piles(tuple(texts))
    random.Random(3).shuffle(texts)

    assert piles(tuple(texts)) == first
    labels = PileFinder(sentences=SentenceVectors()).fit(texts).labels_.tolist()
    sizes = [labels.count(group) for group in range(max(labels) + 1)]
    assert sizes == sorted(sizes, reverse=True)


def test_ideas_that_differ_in_capitals_alone_lie_together_without_the_model() -> None:
    same = ("ask us first", "Ask us FIRST!")

    assert piles((*same, "Pizza"), PileFinder(least=2)) == {frozenset(same)}
    assert piles((*same, "Pizza"), PileFinder()) == set()  # two are no pile, unless somebody says so


@pytest.mark.parametrize("texts", [(), ("",), ("?", "!"), ("Pizza",)])
def test_too_little_to_compare_is_no_pile(texts: tuple[str, ...]) -> None:
    assert piles(texts, PileFinder()) == set()


def test_it_is_an_estimator_that_can_be_copied_and_asked_again() -> None:
    finder = clone(PileFinder(alike=0.9, least=2))

    assert finder.fit_predict(["Pizza", "The bus is late"]).tolist() == [-1, -1]
    assert finder.get_params()["alike"] == 0.9
