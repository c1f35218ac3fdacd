"""Comments become segments: split, redacted, with a sentiment each. What is held is never read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from analysis.errors import AnalysisError
from analysis.findings import Segment
from analysis.nonanswers import is_answer
from analysis.redaction import Redaction, redact
from analysis.segments import split_segments
from analysis.sentiment import sentiment_of
from analysis.taken_as import Taken, how_taken, question_of
from analysis.voices import Comment


class CommentTwice(AnalysisError):
    """Two comments have one id."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The segments of the comments that were read, and the ids of those that could not be."""

    segments: tuple[Segment, ...]
    unreadable: tuple[str, ...]


def read_comments(comments: Iterable[Comment], *, places: Sequence[str] = ()) -> Reading:
    """Split, redact and weigh every comment that is not held, in the order of their ids.

    Raises
    ------
    CommentTwice
        The message names the id.
    """
    segments: list[Segment] = []
    unreadable: list[str] = []
    before = None
    comments = sorted(comments, key=lambda comment: comment.id)
    taken = how_taken(comments)
    for comment in comments:
        if comment.id == before:
            raise CommentTwice(f"two comments have the id {comment.id!r}: give each its own")
        before = comment.id
        if comment.held or not comment.words.strip():
            continue
        try:
            segments.extend(read_comment(comment, taken[question_of(comment)], places=places))
        except Exception:  # one comment that trips a rule must not keep all the others from being heard
            unreadable.append(comment.id)
    return Reading(tuple(segments), tuple(unreadable))


def read_comment(comment: Comment, taken: Taken, *, places: Sequence[str] = ()) -> tuple[Segment, ...]:
    """The segments of one comment, in order."""
    redaction = redact(comment.words, places=places)
    shown = _shown_as(redaction)
    segments = []
    for ordinal, span in enumerate(split_segments(comment.words)):
        original = comment.words[span.start : span.end]
        words = _redacted(comment.words, span.start, span.end, redaction, shown)
        is_said = is_answer(original)
        sentiment = sentiment_of(words, asks=taken.asks, silence=taken.silence) if is_said else "neutral"
        segments.append(
            Segment(comment.id, ordinal, span.start, span.end, original, words, sentiment, is_answer=is_said)
        )
    return tuple(segments)


def _shown_as(redaction: Redaction) -> tuple[str, ...]:
    """What stands in the place of each part that was found, read off the redacted words."""
    shown = []
    at = last = 0
    for part in redaction.found:
        at += part.start - last
        end = redaction.words.index("]", at) + 1
        shown.append(redaction.words[at:end])
        at, last = end, part.end
    return tuple(shown)


def _redacted(words: str, start: int, end: int, redaction: Redaction, shown: Sequence[str]) -> str:
    """The words from start to end; a part that reaches over either edge is replaced in full."""
    parts = []
    at = start
    for part, replacement in zip(redaction.found, shown, strict=True):
        if part.end <= start or part.start >= end:
            continue
        parts += [words[at : max(at, part.start)], replacement]
        at = part.end
    return "".join([*parts, words[at:end]])
