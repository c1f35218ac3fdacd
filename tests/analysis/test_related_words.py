"""Standards of different sets whose words are alike."""

from __future__ import annotations

import pytest

from analysis import choose_sets, load_strategies
from analysis.related_words import likeness, related_by_words
from analysis.sentences import SentenceVectors


@pytest.mark.skipif(not SentenceVectors.available(), reason="the sentence model is not installed")
def test_what_was_modelled_on_another_standard_is_nearest_to_it() -> None:
    standards = [one for strategy in load_strategies() for one in strategy.standards]
    alike, enough = likeness(standards)
    places = {one.id: place for place, one in enumerate(standards)}

    for place, standard in enumerate(standards):
        if not standard.modelled_on:
            continue
        model = places[standard.modelled_on]
        others = [one for one in range(len(standards)) if standards[one].set_id == standards[model].set_id]
        others = [one for one in others if standards[one].area == standards[model].area]
        assert max(others, key=lambda one: alike[place, one]) == model, standard.id
        assert alike[place, model] >= enough, standard.id


def test_only_standards_of_different_sets_are_suggested() -> None:
    strategies = choose_sets(load_strategies(), ["barnsley/quality_standards", "rotherham/outcomes"])

    found = related_by_words(strategies)

    assert found
    assert all(one.one.startswith("barnsley/") and one.other.startswith("rotherham/") for one in found)


def test_one_set_has_nothing_to_be_related_to() -> None:
    assert related_by_words(choose_sets(load_strategies(), ["barnsley/quality_standards"])) == ()
