"""The owner's own table: one row for each segment, with its theme, its standards and its sentiment."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from analysis.errors import AnalysisError
from analysis.findings import Findings, Segment

COLUMNS = ("comment_id", "segment", "words", "theme", "standards", "sentiment", "clear")


class AssignmentsNotWritten(AnalysisError):
    """The table could not be written there."""


def write_assignments(findings: Findings, path: str | Path) -> None:
    """Write a CSV in the order of the comments; the first row of a comment is its main segment.

    `clear` says "no" where the theme is only the likeliest: such a segment is in no count.

    It carries the words as they came in, to the letter, so it is the owner's own file and no part of a pack. A
    spreadsheet program may take words that begin with "=" for a formula: open it as text.

    Raises
    ------
    AssignmentsNotWritten
        The folder does not exist, or may not be written to.
    """
    try:
        with Path(path).open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(COLUMNS)
            writer.writerows(_rows(findings))
    except OSError as error:
        raise AssignmentsNotWritten(
            f"{path}: cannot be written ({error.strerror}); choose another place with --assignments"
        ) from error


def _rows(findings: Findings) -> Iterable[Sequence[str | int]]:
    names = {theme.id: theme.shown_name for theme in findings.themes}
    themes = {one.segment: names[one.theme] for one in findings.assignments if one.level == findings.default_level}
    likeliest = {one.segment: names[one.theme] for one in findings.unclear}
    standards: dict[tuple[str, int], list[str]] = defaultdict(list)
    for link in findings.links:
        standards[link.segment].append(link.standard)
    for segments in by_mainness(findings):
        for segment in segments:
            theme = themes.get(segment.key, likeliest.get(segment.key, ""))
            found = "|".join(standards[segment.key])
            clear = "yes" if segment.key in themes else "no"
            yield (segment.comment, segment.ordinal + 1, segment.original, theme, found, segment.sentiment, clear)


def by_mainness(findings: Findings) -> Iterator[Sequence[Segment]]:
    """The segments of each comment that has any, in the order of the comments: what it is mainly about comes first."""
    placed = {one.segment for one in findings.assignments if one.level == findings.default_level}
    by_comment: dict[str, list[Segment]] = defaultdict(list)
    for segment in findings.segments:
        by_comment[segment.comment].append(segment)
    for comment in findings.voices.comments:
        if by_comment[comment.id]:
            yield sorted(by_comment[comment.id], key=lambda one: _mainness(one, has_theme=one.key in placed))


def _mainness(segment: Segment, *, has_theme: bool) -> tuple[bool, bool, int, int]:
    """A segment that says something, that has a theme, that is long, that comes first."""
    return (not segment.is_answer, not has_theme, -len(segment.original.split()), segment.ordinal)
