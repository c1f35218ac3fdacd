"""Comparing: the worker finds which standards of two lists are alike in their words, and why.

Only the worker imports this module: the learning libraries are too heavy for pages.
"""

from __future__ import annotations

from analysis.related_words import related_by_words
from analysis.shared_words import words_in_common
from analysis.strategy import Strategy, choose_sets, strategy_from_json
from feedback_app.storage import comparisons
from feedback_app.storage.db import reading, transaction


def compare_lists(area_id: str, comparison_id: str, asked_by: str | None = None) -> None:
    """Keep the pairs of a comparison. Nothing of what anybody said is read: only published words."""
    with reading() as session:
        row = comparisons.by_id(session, area_id, comparison_id)
        lists = (_narrowed(row.one_definition, row.one_set), _narrowed(row.other_definition, row.other_set))
    by_id = {standard.id: standard for strategy in lists for standard in strategy.standards}
    shared = words_in_common(tuple(by_id.values()))
    found = [
        {
            "one": pair.one,
            "other": pair.other,
            "likeness": pair.likeness,
            "words": list(shared(by_id[pair.one], by_id[pair.other])),
        }
        for pair in related_by_words(lists)
    ]
    with transaction() as session:
        comparisons.tell(session, area_id, comparison_id, found)


def _narrowed(definition: str, one_set: str) -> Strategy:
    strategy = strategy_from_json(definition)
    (chosen,) = choose_sets([strategy], [f"{strategy.area}/{one_set}"])
    return chosen
