"""Heard's own mapping of comments to standards, as an analysis maps them."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.bench.standard_rows import Rows
from analysis.comment_standards import CommentScores, labels_of, map_comments
from analysis.redaction import redact
from analysis.standard_labels import StandardLabel
from analysis.voices import Comment


def heard(rows: Rows, taught: Rows | None = None) -> CommentScores:
    """Map the rows without labels, or with what a person said of other rows.

    Which of the words are rare is read from the rows asked; labels come from the rows taught alone.
    """
    comments = [
        Comment(f"asked {row}", f"row {row}", text, question=question)
        for row, (text, question) in enumerate(zip(rows.texts, rows.questions, strict=True))
    ]
    labels = list(taught_labels(taught)) if taught else []
    return map_comments(comments, [rows.labelled.strategy], labels, rows.services)


def taught_labels(rows: Rows) -> Iterator[StandardLabel]:
    """What a person said of whole comments: yes to their standards, and no to each other."""
    for row, text in enumerate(rows.texts):
        yield from labels_of(
            f"taught {row}", redact(text).words, rows.labelled.standards, rows.truth[row].tolist(), by="coder"
        )
