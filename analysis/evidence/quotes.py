"""Rows of quotes: released ones in the app, unchecked candidates outside it, never anything else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from analysis.errors import AnalysisError
from analysis.evidence.counts import Row
from analysis.evidence.groups import Groups
from analysis.findings import Findings, Segment

RELEASED, NOT_CHECKED = "released", "not checked"
MOST_OF_ONE = 2

Key = tuple[str, int]


class QuoteNotReleasable(AnalysisError):
    """A quote was handed over whose words may not be shown; the message says why, and never the words."""


@dataclass(frozen=True, slots=True)
class ReleasedQuote:
    """Words that a person has released, as they may be printed. `theme` is where it stands; its own unless told."""

    segment: Key
    words: str
    theme: str | None = None


@dataclass(frozen=True, slots=True)
class _Quote:
    segment: Segment
    words: str
    theme: str
    kind: Literal["typical", "outlier"]
    release: str


def quote_rows(
    findings: Findings,
    released: Sequence[ReleasedQuote] | None,
    theme_order: Sequence[str],
    groups: Groups,
    *,
    floor: int,
) -> tuple[list[Row], list[Row]]:
    """Rows of `quotes` and `quote_standards`, theme after theme.

    None of a group with fewer than `floor` people, whoever released it.

    Raises
    ------
    QuoteNotReleasable
        A released quote is of a held comment, of one whose writer did not say yes, or a third of one respondent.
    """
    names = {theme.id: theme.shown_name for theme in findings.themes}
    comments = {comment.id: comment for comment in findings.voices.comments}
    large = {group.id: group.name for group in groups.each if len(group.wrote) >= floor}
    found = _unchecked(findings) if released is None else _released(findings, released)
    rows: list[Row] = []
    standards: list[Row] = []
    position: dict[str, int] = {}
    for quote in sorted(found, key=lambda one: _place(one, findings, theme_order)):
        group = groups.of[comments[quote.segment.comment].respondent]
        if group not in large:
            continue
        position[quote.theme] = position.get(quote.theme, 0) + 1
        row = {
            "id": len(rows) + 1,
            "theme_id": quote.theme or None,
            "theme_name": names.get(quote.theme, ""),
            "position": position[quote.theme],
            "group_id": group,
            "group_name": large[group],
            "sentiment": quote.segment.sentiment,
            "kind": quote.kind,
            "words": quote.words,
            "release": quote.release,
        }
        rows.append(row)
        standards += _standard_rows(findings, quote, len(rows))
    return rows, standards


def _unchecked(findings: Findings) -> list[_Quote]:
    segments = {segment.key: segment for segment in findings.segments}
    return [
        _Quote(segments[one.segment], segments[one.segment].words, one.theme, one.kind, NOT_CHECKED)
        for one in findings.quotes
    ]


def _released(findings: Findings, released: Sequence[ReleasedQuote]) -> list[_Quote]:
    segments = {segment.key: segment for segment in findings.segments}
    comments = {comment.id: comment for comment in findings.voices.comments}
    kinds = {one.segment: one.kind for one in findings.quotes}
    themes = {one.segment: one.theme for one in findings.assignments if one.level == findings.default_level}
    read = {theme.id for theme in findings.themes if theme.level == findings.default_level}
    quotes = []
    of_one: dict[str, int] = {}
    for one in released:
        segment = segments.get(one.segment)
        comment = comments.get(one.segment[0])
        if segment is None or comment is None or comment.held or not comment.quotable:
            raise QuoteNotReleasable(
                f"quote {one.segment[0]}/{one.segment[1]}: its comment is held, unknown, or its writer did not say yes"
            )
        of_one[comment.respondent] = of_one.get(comment.respondent, 0) + 1
        if of_one[comment.respondent] > MOST_OF_ONE:
            raise QuoteNotReleasable(
                f"quote {one.segment[0]}/{one.segment[1]}: no more than {MOST_OF_ONE} quotes of one respondent"
            )
        theme = one.theme if one.theme in read else themes.get(one.segment, "")
        quotes.append(_Quote(segment, one.words, theme or "", kinds.get(one.segment, "typical"), RELEASED))
    return quotes


def _place(quote: _Quote, findings: Findings, theme_order: Sequence[str]) -> tuple[int, bool, int, str]:
    """Theme after theme; the most typical first, then what a person chose besides, outliers last."""
    theme = theme_order.index(quote.theme) if quote.theme in theme_order else len(theme_order)
    chosen = [one.segment for one in findings.quotes]
    rank = chosen.index(quote.segment.key) if quote.segment.key in chosen else len(chosen)
    return (theme, quote.kind == "outlier", rank, quote.words.casefold())


def _standard_rows(findings: Findings, quote: _Quote, number: int) -> Iterable[Row]:
    """The standards of the quote's segment, with the words that made it so, if they are still in the quote."""
    standards = {standard.id: standard for strategy in findings.strategies for standard in strategy.standards}
    for link in findings.links:
        if link.segment == quote.segment.key:
            standard = standards[link.standard]
            yield {
                "quote_id": number,
                "standard_id": standard.id,
                "standard_name": standard.shown_name,
                "strength": link.strength,
                "chance": None if link.chance is None else round(100 * link.chance),
                "reason": ", ".join(_may_be_shown(link.reason, quote.words, standard.match_only_words)),
            }


def _may_be_shown(reason: Iterable[str], words: str, match_only: Iterable[str]) -> Iterable[str]:
    never: Mapping[str, bool] = {word.casefold(): True for word in match_only}
    return (word for word in reason if word.casefold() in words.casefold() and word.casefold() not in never)
