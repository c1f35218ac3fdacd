from __future__ import annotations

import random

import numpy as np
import pytest
from sklearn.base import clone
from sklearn.model_selection import cross_val_score
from sklearn.utils.estimator_checks import (
    check_estimator_repr,
    check_no_attributes_set_in_init,
    check_parameters_default_constructible,
    parametrize_with_checks,
)

from analysis.prior_blend import PriorBlend
from analysis.sentiment import sentiment_of
from analysis.sentiment_classifier import SentimentClassifier

QUESTION = "What is it like?"
WHO = ("Jo", "The driver", "My worker", "The dentist", "Our coach", "The youth club", "Reception", "The nurse")


# A text estimator cannot pass the checks that need numbers (scikit-learn skips its own vectorizers too), so its numeric
# heart takes them all and the whole those that need no data.
@parametrize_with_checks([PriorBlend()])  # type: ignore[untyped-decorator]
def test_the_heart_of_the_classifier_is_an_estimator_like_scikit_learns(estimator: object, check: object) -> None:
    check(estimator)  # type: ignore[operator]


@pytest.mark.parametrize(
    "check",
    [
        check_parameters_default_constructible,
        check_no_attributes_set_in_init,
        check_estimator_repr,
    ],
)
def test_the_classifier_keeps_the_rules_of_estimators(check: object) -> None:
    check("SentimentClassifier", SentimentClassifier())  # type: ignore[operator]


def test_labels_teach_words_that_no_rule_knows() -> None:
    said, labels = _peachy_and_soggy(200)

    learnt = SentimentClassifier(vectors=None).fit(said, labels)

    assert sentiment_of("Mel was peachy") == "neutral"
    assert learnt.predict([("Mel was peachy", QUESTION), ("Mel was soggy", QUESTION)]).tolist() == [
        "positive",
        "negative",
    ]


def test_a_few_labels_change_nothing() -> None:
    said = ["great club", "cold hall", "blue door", "kind nurse"]

    few = SentimentClassifier(vectors=None).fit(said, ["negative", "positive", "positive", "negative"])

    assert few.share_ == 0
    assert few.predict(["kind drivers", "the wait was awful"]).tolist() == ["positive", "negative"]


def test_labels_at_random_leave_the_rules_standing() -> None:
    chance = random.Random(3)
    said, _ = _peachy_and_soggy(120)

    noise = SentimentClassifier(vectors=None).fit(said, [chance.choice(["positive", "negative"]) for _ in said])

    assert noise.share_ == 0


def test_fifty_labels_are_at_most_a_third_of_the_answer() -> None:
    said, labels = _peachy_and_soggy(50)

    assert SentimentClassifier(vectors=None).fit(said, labels).share_ == pytest.approx(1 / 3)


def test_comments_without_a_label_teach_how_their_question_was_taken() -> None:
    asked = "What could we do better?"
    said = [("the swing room", asked), *((f"kind drivers in room {row}", asked) for row in range(60))]

    labelled = SentimentClassifier(vectors=None).fit(said[:1], ["neutral"])
    taught = SentimentClassifier(vectors=None).fit(said, ["neutral", *[""] * 60])

    assert labelled.predict([("the climbing wall", asked)]).tolist() == ["negative"]
    assert taught.predict([("the climbing wall", asked)]).tolist() == ["neutral"]


def test_labels_are_needed() -> None:
    with pytest.raises(ValueError, match="no comment has a label"):
        SentimentClassifier(vectors=None).fit(["kind", "slow"], ["", ""])


def test_the_order_of_labelled_comments_does_not_matter() -> None:
    said, labels = _peachy_and_soggy(120)
    turned = list(range(len(said)))[::-1]

    one = SentimentClassifier(vectors=None).fit(said, labels)
    other = SentimentClassifier(vectors=None).fit([said[row] for row in turned], [labels[row] for row in turned])

    np.testing.assert_array_equal(one.predict_proba(said), other.predict_proba(said))


def test_four_sentiments_are_learnt_where_some_are_mixed() -> None:
    learnt = SentimentClassifier(vectors=None).fit(["kind but slow", "kind", "slow"], ["mixed", "positive", "negative"])

    assert learnt.classes_.tolist() == ["mixed", "negative", "neutral", "positive"]
    assert learnt.predict(["The staff are lovely but the wait is far too long"]).tolist() == ["mixed"]


def test_it_can_be_cloned_and_cross_validated() -> None:
    said, labels = _peachy_and_soggy(200)

    scores = cross_val_score(clone(SentimentClassifier(vectors=None)), said, labels, cv=2)

    assert scores.mean() > 0.9


def test_a_label_that_is_no_sentiment_is_named() -> None:
    with pytest.raises(ValueError, match="'happy' is no sentiment"):
        SentimentClassifier(vectors=None).fit(["kind"], ["happy"])


def test_each_comment_needs_its_label() -> None:
    with pytest.raises(ValueError, match="2 comments and 1 labels"):
        SentimentClassifier(vectors=None).fit(["kind", "slow"], ["positive"])


def _peachy_and_soggy(number: int) -> tuple[list[tuple[str, str]], list[str]]:
    """Comments with a word that no list of words holds, and how they feel."""
    said, labels = [], []
    for row in range(number):
        good = row % 2 == 0
        said.append((f"{WHO[row // 2 % len(WHO)]} was {'peachy' if good else 'soggy'} on day {row}", QUESTION))
        labels.append("positive" if good else "negative")
    return said, labels
