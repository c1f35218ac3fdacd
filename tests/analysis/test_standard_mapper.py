"""Which standards words speak to, before any label and after many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from sklearn.base import clone
from sklearn.exceptions import NotFittedError
from sklearn.utils.estimator_checks import check_estimator_repr, check_no_attributes_set_in_init

from analysis.standard_labels import StandardLabel
from analysis.standard_mapper import StandardMapper
from analysis.strategy import Strategy, parse_strategy

PETS = parse_strategy(
    """
    area = "thornmoor"
    area_name = "Thornmoor"
    version = 1
    title = "Promises about animals"
    cycle_source = "none"
    [[sets]]
    id = "animals"
    name = "Animals"
    kind = "standard"
    description_by = "us"
    [[sets.standards]]
    id = "dogs"
    name = "Dogs"
    description = "Dogs are walked every day."
    keywords = ["puppy", "bark", "lead"]
    source = "s. 1"
    [[sets.standards]]
    id = "cats"
    name = "Cats"
    description = "Cats have somewhere warm to sleep."
    keywords = ["kitten", "purr"]
    source = "s. 2"
    """,
    source="thornmoor.toml",
)
DOGS, CATS = "thornmoor/animals/dogs", "thornmoor/animals/cats"
PLACES = ("in the park", "at home", "by the river", "on the stairs", "in the rain", "at noon", "with Jo", "on Monday")


def glonks_and_fibs(number: int) -> tuple[list[str], list[StandardLabel]]:
    """Words that no list holds: a glonk is a dog, a fib a cat."""
    texts, labels = [], []
    for row in range(number):
        words = f"the {'glonk' if row % 2 else 'fib'} {PLACES[row // 2 % 8]} {row // 16}"
        texts.append(words)
        labels += [
            StandardLabel(f"c{row}", words, DOGS, speaks=bool(row % 2)),
            StandardLabel(f"c{row}", words, CATS, speaks=not row % 2),
        ]
    return texts, labels


def fitted(texts: Sequence[str], labels: Sequence[StandardLabel] = (), vectors: object = None) -> StandardMapper:
    return StandardMapper([PETS], vectors=vectors).fit(texts, labels)


@pytest.mark.parametrize("check", [check_no_attributes_set_in_init, check_estimator_repr])
def test_the_mapper_keeps_the_rules_of_estimators(check: object) -> None:
    check("StandardMapper", StandardMapper([PETS]))  # type: ignore[operator]


def test_nothing_is_predicted_before_it_is_fitted() -> None:
    with pytest.raises(NotFittedError):
        StandardMapper([PETS]).predict(["a puppy"])


def test_a_standards_own_words_are_enough_to_begin_with() -> None:
    scores = fitted(["the puppy barked", "a kitten that purrs"]).predict_scores(["a puppy", "the kitten"])

    assert scores.argmax(axis=1).tolist() == [0, 1]


@pytest.mark.parametrize("vectors", [None, "installed"])
def test_labels_teach_words_that_nobody_listed(vectors: object) -> None:
    texts, labels = glonks_and_fibs(48)
    new: Strategy = PETS

    before = StandardMapper([new], vectors=vectors).fit(texts)
    after = StandardMapper([new], vectors=vectors).fit(texts, labels)

    assert before.predict(["a glonk ran past"]).tolist() == [[False, False]]
    assert after.predict(["a glonk ran past", "one fib slept"]).tolist() == [[True, False], [False, True]]


def test_labels_that_bear_each_other_out_are_believed_and_yeses_at_random_seldom() -> None:
    texts, labels = glonks_and_fibs(60)
    at_random = 0
    for seed in range(20):
        chance = np.random.default_rng(seed)  # of three in ten: half of each would teach how common a yes is
        noise = [replace(label, speaks=bool(chance.random() < 0.3)) for label in labels]
        at_random += fitted(texts, noise).learned_.share > 0  # type: ignore[union-attr]

    assert fitted(texts, labels).learned_.share > 0.4  # type: ignore[union-attr]
    assert at_random <= 4


def test_the_order_of_texts_and_labels_does_not_matter() -> None:
    texts, labels = glonks_and_fibs(40)

    one = fitted(texts, labels).predict_scores(texts)
    other = fitted(texts[::-1], labels[::-1]).predict_scores(texts)

    np.testing.assert_array_equal(one, other)


def test_a_chance_is_told_only_once_a_hundred_labels_have_shown_it() -> None:
    texts, labels = glonks_and_fibs(60)

    few, many = fitted(texts, labels[:98]), fitted(texts, labels)

    assert np.isnan(few.predict_chances(texts)).all()
    assert {spoken.chance for found in few.map(texts) for spoken in found.values()} == {None}
    chances = many.predict_chances(texts)
    assert ((chances > 0) & (chances < 1)).all()
    assert many.calibrated_.error < 0.1  # type: ignore[union-attr]


def test_a_reason_holds_the_words_and_our_nearest_sentence() -> None:
    (found,) = fitted(["the puppy on a lead"]).map(["the puppy on a lead"])

    assert found[0].reason == ("puppy", "lead")
    assert "puppy" in found[0].examples


def test_labels_of_the_same_words_to_different_questions_are_told_apart() -> None:
    best, worst = "What is best?", "What is worst?"
    labels = [
        StandardLabel(f"c{row}", f"mud {PLACES[row % 8]}", DOGS, speaks=row < 30, asked=best if row < 30 else worst)
        for row in range(60)
    ]

    scores = fitted(["mud"], labels).predict_scores(["mud", "mud"], [best, worst])[:, 0]

    assert scores[0] > scores[1] + 0.2


def test_what_it_asks_about_is_unlike_and_not_what_was_labelled() -> None:
    texts, labels = glonks_and_fibs(30)
    mapper = fitted([*texts, "a wug", "a puppy"], labels)

    picked = mapper.picks([*texts, "a wug", "a puppy"], n=2)

    assert sorted(picked) == [30, 31]


def test_the_same_texts_are_picked_in_any_order() -> None:
    texts = [f"{what} {place}" for what in ("a puppy", "a kitten", "a wug") for place in PLACES]
    mapper = fitted(texts)

    forward = [texts[row] for row in mapper.picks(texts, n=6)]
    backward = [texts[::-1][row] for row in mapper.picks(texts[::-1], n=6)]

    assert forward == backward
    assert len(set(forward)) == 6


def test_it_says_how_many_labels_were_used_and_what_they_taught() -> None:
    texts, labels = glonks_and_fibs(60)

    assert fitted(texts).how() == "by words alone, without the sentence model; no labels"
    assert "120 labels of 60 segments" in fitted(texts, labels).how()
    assert "expected calibration error" in fitted(texts, labels).how()


def test_a_clone_is_not_fitted_and_maps_the_same() -> None:
    copy = clone(StandardMapper([PETS], vectors=None))

    assert copy.fit(["a puppy"]).predict(["a puppy"]).tolist() == [[True, False]]
