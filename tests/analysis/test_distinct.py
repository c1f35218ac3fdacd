"""Segments in an order of their own."""

from __future__ import annotations

from analysis.distinct import DistinctSegments
from analysis.findings import Segment

SAID = ("We waited", "Kind staff", "we waited", "No bus")


def distinct(words: tuple[str, ...]) -> DistinctSegments:
    segments = [Segment(str(row), 0, 0, len(one), one, one, "neutral") for row, one in enumerate(words)]
    return DistinctSegments.of(segments, {str(row): f"p{row}" for row in range(len(words))})


def test_texts_come_in_the_order_of_their_words_however_the_rows_are_numbered() -> None:
    assert distinct(SAID).texts == distinct(SAID[::-1]).texts == ("kind staff", "no bus", "we waited")


def test_a_text_knows_everybody_who_said_it() -> None:
    found = distinct(SAID)

    assert [sorted(people) for people in found.people] == [["p1"], ["p3"], ["p0", "p2"]]
    assert found.count(range(len(found.segments))) == 4
