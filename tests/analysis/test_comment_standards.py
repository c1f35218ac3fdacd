"""Whole comments against standards."""

from __future__ import annotations

from dataclasses import replace

from analysis.comment_standards import map_comments
from analysis.strategy import Standard, StandardSet, Strategy, choose_sets, load_strategies
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


def test_a_comment_in_one_piece_complains_where_any_part_of_it_does() -> None:
    waits = Standard(
        "here/asks/waits", "Long waits", "Waits.", "finding", keywords=("waiting list",), polarity="negative"
    )
    here = Strategy("here", "Here", 1, "Here", (StandardSet("asks", "Asks", "finding", (waits,)),))
    texts = (
        "She was lovely. The waiting list is terrible and awful.",
        "She was lovely. The waiting list is wonderful.",
    )
    comments = [Comment(f"c{place}", "somebody", text) for place, text in enumerate(texts)]

    found = map_comments(comments, [here], whole=True)

    assert [bool(row[0]) for row in found.said] == [True, False]
    assert found.chances[1] == 0, "praise is no chance of a complaint"


def test_no_comments_have_no_standards() -> None:
    assert map_comments([], STRATEGIES).said.shape == (0, len(IDS))


def test_a_standard_worded_as_bad_news_is_spoken_to_by_complaints_only() -> None:
    waits = Standard("here/asks/waits", "Long waits", "People wait too long.", "finding", keywords=("waiting list",))

    assert _strategy(waits, polarity="") == [True, True]
    assert _strategy(waits, polarity="negative") == [True, False]


def test_a_segment_speaks_to_three_standards_of_a_set_at_most() -> None:
    words = ("wheelchair ramp", "bus stop", "school dinner", "dentist chair", "swimming pool")
    standards = [Standard(f"here/asks/{one[:3]}", one, f"About the {one}.", "topic", keywords=(one,)) for one in words]
    here = Strategy("here", "Here", 1, "Here", (StandardSet("asks", "Asks", "topic", tuple(standards)),))

    (found,) = map_comments([Comment("c", "somebody", " ".join(words))], [here]).said

    assert found.sum() == 3


def test_a_comment_in_one_piece_speaks_to_three_for_each_segment_that_it_holds() -> None:
    words = ("wheelchair ramp", "bus stop", "school dinner", "dentist chair", "swimming pool")
    standards = [Standard(f"here/asks/{one[:3]}", one, f"About the {one}.", "topic", keywords=(one,)) for one in words]
    here = Strategy("here", "Here", 1, "Here", (StandardSet("asks", "Asks", "topic", tuple(standards)),))
    long = f"We use the {' and the '.join(words[:3])}. They closed the {' and the '.join(words[3:])} last week."

    found = map_comments([Comment("c", "s", " ".join(words)), Comment("d", "s", long)], [here], whole=True).said

    assert found.sum(axis=1).tolist() == [3, 5]


def _strategy(standard: Standard, *, polarity: str) -> list[bool]:
    """What a complaint and praise of one thing say to a set of this standard alone."""
    its_set = StandardSet("asks", "Asks", "finding", (replace(standard, polarity=polarity),))
    here = Strategy("here", "Here", 1, "Here", (its_set,))
    texts = ("The waiting list is terrible and awful.", "The waiting list is wonderful, thank you.")
    comments = [Comment(f"c{place}", "somebody", text) for place, text in enumerate(texts)]
    return [bool(row[0]) for row in map_comments(comments, [here]).said]
