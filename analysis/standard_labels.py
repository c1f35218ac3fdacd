"""What people said of a segment and a standard: it speaks to it, or it does not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from analysis.errors import AnalysisError


class MalformedLabel(AnalysisError):
    """A label that nothing could be learned from; the message says what to change."""


@dataclass(frozen=True, slots=True, order=True)
class StandardLabel:
    """One person's word on one segment and one standard. A move is two: a no for the one, a yes for the other.

    Attributes
    ----------
    comment : str
        The comment's id.
    words : str
        The redacted segment.
    standard : str
        ``area/set/standard``.
    speaks : bool
        Whether the segment speaks to it.
    by, at : str
        A role or a group, never a person's name; and the day, as 2026-11-28.
    asked, service : str
        The question that the comment answers and the service that it is about, where that is known.
    """

    comment: str
    words: str
    standard: str
    speaks: bool
    by: str = ""
    at: str = ""
    asked: str = ""
    service: str = ""

    def __post_init__(self) -> None:
        if not self.words.strip():
            raise MalformedLabel(f"a label of {self.standard or 'a standard'} has no words")
        if self.standard.count("/") != 2 or not all(self.standard.split("/")):
            raise MalformedLabel(f"{self.standard!r} is no standard; it is written area/set/standard")


def settled(labels: Iterable[StandardLabel]) -> tuple[StandardLabel, ...]:
    """One label for each segment and standard, the last by its day, in an order of their own.

    Of two of one day the later in order of its author's name stands, so that the order in which they come never
    matters.
    """
    last: dict[tuple[str, str, str], StandardLabel] = {}
    for label in sorted(labels, key=lambda one: (one.at, one.by, one.speaks)):
        last[label.comment, label.words, label.standard] = label
    return tuple(sorted(last.values()))


def labels_of(labels: Sequence[StandardLabel], standards: Iterable[str]) -> tuple[StandardLabel, ...]:
    """Those of the standards named; labels of others teach nothing here."""
    known = frozenset(standards)
    return tuple(label for label in labels if label.standard in known)
