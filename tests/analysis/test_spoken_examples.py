"""Sentences in families' voice, and which standards they are of."""

from __future__ import annotations

import pytest

from analysis.spoken_examples import MalformedExamples, load_spoken_examples, parse_examples
from analysis.strategy import choose_sets, load_strategies

STRATEGIES = load_strategies()


def test_every_sentence_is_of_a_standard_that_there_is() -> None:
    known = {standard.id for strategy in STRATEGIES for standard in strategy.standards}

    assert set(load_spoken_examples().by_standard) <= known


@pytest.mark.parametrize(
    "chosen", ["barnsley/quality_standards", "durham/therapy_feedback_themes", "rotherham/outcomes"]
)
def test_the_first_class_sets_have_many_sentences_for_each_standard(chosen: str) -> None:
    (strategy,) = choose_sets(STRATEGIES, [chosen])

    assert min(len(load_spoken_examples().by_standard[one.id]) for one in strategy.standards) >= 20


def test_an_invented_standard_has_the_sentences_of_the_one_that_it_is_modelled_on() -> None:
    (strategy,) = choose_sets(STRATEGIES, ["wexcombe/six_promises"])
    spoken = load_spoken_examples()

    said = {example.words for example in spoken.of_set(strategy.sets[0].standards)}

    assert set(spoken.by_standard["barnsley/quality_standards/kindness"]) <= said


def test_words_for_matching_only_may_not_be_shown() -> None:
    standards = [one for strategy in STRATEGIES for one in strategy.standards if one.match_only_words]

    for one in standards:
        shown = {example.words for example in load_spoken_examples().of_set([one]) if example.may_be_shown}
        assert shown.isdisjoint(one.match_only_words)


def test_a_file_that_is_not_as_it_must_be_is_refused_with_its_place() -> None:
    with pytest.raises(MalformedExamples, match=r"x\.toml, thornmoor/promises/kind: `says` is missing"):
        parse_examples('[[standards]]\nid = "thornmoor/promises/kind"', source="x.toml")
