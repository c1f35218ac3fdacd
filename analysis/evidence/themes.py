"""Rows about themes: the level that is counted, the headings above it, and who spoke to each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from analysis.evidence.counts import Row, Spoke, combined, count_rows, shown_size, tone
from analysis.evidence.groups import Groups
from analysis.findings import Findings, Sentiment, Theme

BY_COMPUTER, BY_YOUNG_PEOPLE = "computer", "young people"


def who_spoke_to_themes(findings: Findings) -> Mapping[str, Spoke]:
    """For each theme of the level that is read: who spoke to it, and how."""
    respondents = {comment.id: comment.respondent for comment in findings.voices.comments if not comment.held}
    sentiments = {segment.key: segment.sentiment for segment in findings.segments}
    said: dict[str, dict[str, list[Sentiment]]] = {theme.id: defaultdict(list) for theme in _read(findings)}
    for assignment in findings.assignments:
        respondent = respondents.get(assignment.segment[0])
        if assignment.theme in said and respondent is not None:
            said[assignment.theme][respondent].append(sentiments[assignment.segment])
    return {theme: {one: combined(all_of) for one, all_of in people.items()} for theme, people in said.items()}


def theme_count_rows(
    findings: Findings, spoke: Mapping[str, Spoke], groups: Groups, *, floor: int
) -> list[dict[str, Any]]:
    """Rows of `theme_counts`, theme after theme in the order that `theme_rows` gives them."""
    counted = {theme.id: count_rows(spoke[theme.id], groups, floor=floor) for theme in _read(findings)}
    ordered = sorted(_read(findings), key=lambda theme: (-shown_size(counted[theme.id]), theme.shown_name.casefold()))
    return numbered(
        {"theme_id": theme.id, "theme_name": theme.shown_name, **row} for theme in ordered for row in counted[theme.id]
    )


def theme_rows(findings: Findings, spoke: Mapping[str, Spoke], rows: Sequence[Row], *, floor: int) -> Iterable[Row]:
    """Broader levels first, as each theme refers to the one above it. No theme below the level that is counted.

    The order tells nothing that the counts hide: by what is shown, then by name.
    """
    counts: dict[str, list[Row]] = {}
    for row in rows:
        counts.setdefault(row["theme_id"], []).append(row)
    order = list(counts)
    children = {theme.id: theme.parent for theme in _read(findings)}
    first = {parent: place for place, parent in reversed([*enumerate(children[id] for id in order)])}
    above = [theme for theme in findings.themes if theme.level < findings.default_level]
    above.sort(key=lambda theme: first[theme.id])
    read = sorted(_read(findings), key=lambda theme: order.index(theme.id))
    for themes in (above, read):
        for position, theme in enumerate(themes, start=1):
            yield {
                "id": theme.id,
                "level": theme.level,
                "position": position,
                "name": theme.shown_name,
                "name_by": BY_YOUNG_PEOPLE if theme.young_peoples_name else BY_COMPUTER,
                "heading": theme.heading,
                "suggested": "" if theme.id in findings.made_by_people else theme.name,
                "known": findings.carried.known(theme.id),
                "parent_id": theme.parent,
                "is_counted": int(theme.level == findings.default_level),
                "is_provisional": int(theme.provisional),
                "is_tentative": int(theme.tentative),
                "terms": ", ".join(theme.terms),
                "tone": tone(spoke.get(theme.id, {}), counts.get(theme.id, []), floor=floor),
            }


def numbered(rows: Iterable[Row]) -> list[Row]:
    return [{"id": number, **row} for number, row in enumerate(rows, start=1)]


def _read(findings: Findings) -> list[Theme]:
    return [theme for theme in findings.themes if theme.level == findings.default_level]
