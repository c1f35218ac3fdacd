"""Heard's own themes of some comments, read from the owner's table as anybody reads it."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from analysis.assignments import write_assignments
from analysis.concerns import rules_found
from analysis.pipeline import analyse
from analysis.voices import Comment, Voices

NO_THEME = ""  # a comment that says nothing, or is near no theme at all


def themes_of(texts: Sequence[str], wanted: int | None) -> dict[str, Any]:
    """The theme of each comment's main segment, clear or not, by the way of `heard analyse --assignments`.

    A comment without any theme is in the group "", as the peers' outliers are in one.
    """
    comments = tuple(Comment(str(row), f"row {row}", text) for row, text in enumerate(texts, start=1))
    concerning = frozenset(comment.id for comment in comments if rules_found(comment.words))
    findings = analyse(Voices(comments), themes=wanted, unnamed=concerning)
    with TemporaryDirectory(prefix="heard-bench-") as folder:
        table = Path(folder) / "assignments.csv"
        write_assignments(findings, table)
        main = main_rows(table)
    rows = [main.get(comment.id, {}) for comment in comments]
    return {
        "groups": [row.get("theme", NO_THEME) for row in rows],
        "unclear": [not row.get("theme") or row.get("clear") == "no" for row in rows],
        "number": sum(theme.level == findings.default_level for theme in findings.themes),
    }


def main_rows(table: Path) -> Mapping[str, Mapping[str, str]]:
    """The first row of each comment, which is its main segment's."""
    found: dict[str, Mapping[str, str]] = {}
    with table.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["comment_id"], row)
    return found
