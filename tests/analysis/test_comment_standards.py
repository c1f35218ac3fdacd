"""Whole comments against standards."""

from __future__ import annotations

from analysis.comment_standards import map_comments
from analysis.strategy import choose_sets, load_strategies
from analysis.voices import Comment

STRATEGIES = choose_sets(load_strategies(), ["barnsley/quality_standards"])
IDS = [standard.id.split("/")[-1] for standard in STRATEGIES[0].standards]


def said(*texts: str) -> list[set[str]]:
    comments = [Comment(f"c{10 - number}", "somebody", text) for number, text in enumerate(texts)]
    found = map_comments(comments, STRATEGIES)
    return [{IDS[place] for place, yes in enumerate(row) if yes} for row in found.said.tolist()]


def test_a_comment_speaks_to_what_any_of_its_segments_speaks_to() -> None:
    kind, fair, nothing, none = said(
        "She was so kind to me.", "It is so unfair. She was so kind to me.", "Nothing", "My bus is number 9."
    )

    assert "kindness" in kind
    assert {"kindness", "fairness"} <= fair
    assert nothing == none == set()


def test_no_comments_have_no_standards() -> None:
    assert map_comments([], STRATEGIES).said.shape == (0, len(IDS))
