from __future__ import annotations

import pytest

from analysis.sentiment import sentiment_of, three_classes_of


@pytest.mark.parametrize(
    "words",
    [
        "the physio was brilliant",
        "I can't fault the staff",
        "couldn't be happier",
        "the group is mint",
        "👍",
        "not bad at all",
        "10/10 no notes",
    ],
)
def test_praise_is_positive(words: str) -> None:
    assert sentiment_of(words) == "positive"


@pytest.mark.parametrize(
    "words",
    [
        "the wait was awful",
        "not helpful",
        "nobody rang us back",
        "the bus isn't very good",
        "26 months for an assessment",
        "👎👎",
        "waste of time",
    ],
)
def test_complaint_is_negative(words: str) -> None:
    assert sentiment_of(words) == "negative"


def test_a_clear_good_and_a_clear_bad_are_mixed() -> None:
    assert sentiment_of("The staff are lovely but the wait is far too long") == "mixed"


@pytest.mark.parametrize("words", ["the clinic is on the second floor", "n/a", "nothing"])
def test_what_says_neither_is_neutral(words: str) -> None:
    assert sentiment_of(words) == "neutral"


def test_an_answer_to_what_was_hard_is_negative_unless_it_clearly_praises() -> None:
    assert sentiment_of("the swing room", asks="challenges") == "negative"
    assert sentiment_of("more staff", asks="change") == "negative"
    assert sentiment_of("it was all excellent, thank you", asks="change") == "positive"


def test_an_answer_to_what_is_good_is_positive_unless_it_complains() -> None:
    assert sentiment_of("the swing room", asks="strengths") == "positive"
    assert sentiment_of("the wait was awful", asks="strengths") == "negative"


def test_a_non_answer_is_neutral_whatever_was_asked() -> None:
    assert sentiment_of("nothing", asks="change") == "neutral"


@pytest.mark.parametrize(
    "words",
    [
        "Nothing, you are all lovely",
        "No, everything was fine",
        "I couldn't have asked for more",
        "You could not do any better",
        "just carry on as you are",
    ],
)
def test_who_has_nothing_to_change_praises(words: str) -> None:
    assert sentiment_of(words, asks="change") == "positive"


@pytest.mark.parametrize("words", ["nothing works", "no help at all", "Nothing was explained to us"])
def test_nothing_before_what_is_lacking_complains(words: str) -> None:
    assert sentiment_of(words) == "negative"


def test_nothing_to_what_was_good_complains() -> None:
    assert sentiment_of("Nothing. I sat there for an hour", asks="strengths") == "negative"


@pytest.mark.parametrize(
    "words",
    [
        "I wish my social worker did not keep changing",
        "ring us back sooner than that",
        "it could be better",
        "we waited 3 hours in the corridor",
        "warmer minibus",
    ],
)
def test_what_is_wished_for_is_not_there(words: str) -> None:
    assert sentiment_of(words) == "negative"


def test_in_three_classes_nothing_answers_the_question() -> None:
    assert three_classes_of("Nothing", asks="change") == "positive"
    assert three_classes_of("Nothing", asks="strengths") == "negative"
    assert three_classes_of("Nothing") == "neutral"


def test_in_three_classes_good_and_bad_together_are_neutral() -> None:
    assert three_classes_of("The staff are lovely but the wait is far too long") == "neutral"
