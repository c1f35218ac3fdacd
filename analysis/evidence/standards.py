"""Rows about standards: their words as published, who spoke to each, and which themes did."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from analysis.evidence.counts import Row, Spoke, combined, count_rows
from analysis.evidence.groups import Groups
from analysis.evidence.themes import numbered
from analysis.evidence.together import shown_by_group
from analysis.findings import Findings, Sentiment
from analysis.strategy import Standard, StandardSet, Strategy


def who_spoke_to_standards(findings: Findings) -> Mapping[str, Spoke]:
    """For each standard: who spoke to it, and how. Likely and possible links count alike."""
    respondents = {comment.id: comment.respondent for comment in findings.voices.comments if not comment.held}
    sentiments = {segment.key: segment.sentiment for segment in findings.segments}
    said: dict[str, dict[str, list[Sentiment]]] = {
        standard.id: defaultdict(list) for strategy in findings.strategies for standard in strategy.standards
    }
    for link in findings.links:
        respondent = respondents.get(link.segment[0])
        if respondent is not None:
            said[link.standard][respondent].append(sentiments[link.segment])
    return {standard: {one: combined(all_of) for one, all_of in people.items()} for standard, people in said.items()}


def standard_rows(findings: Findings) -> Iterable[Row]:
    """Every standard that was read against, spoken to or not. Words that only match are never written."""
    position = 0
    for strategy in findings.strategies:
        for one_set in strategy.sets:
            for standard in one_set.standards:
                position += 1
                yield _row(position, strategy, one_set, standard)


def standard_count_rows(findings: Findings, spoke: Mapping[str, Spoke], groups: Groups, *, floor: int) -> list[Row]:
    return numbered(
        {"standard_id": standard.id, "standard_name": standard.shown_name, **row}
        for strategy in findings.strategies
        for standard in strategy.standards
        for row in count_rows(spoke[standard.id], groups, floor=floor)
    )


def theme_standard_rows(
    findings: Findings,
    to_themes: Mapping[str, Spoke],
    to_standards: Mapping[str, Spoke],
    groups: Groups,
    *,
    floor: int,
) -> Iterable[Row]:
    """Pairs of a theme and a standard that one segment spoke to, group after group, where the number may be shown."""
    names = {theme.id: theme.shown_name for theme in findings.themes}
    standards = {standard.id: standard for strategy in findings.strategies for standard in strategy.standards}
    for (theme, standard), people in sorted(_did_both(findings).items()):
        if theme not in to_themes or standard not in to_standards:
            continue
        for group, shown in shown_by_group(people, to_themes[theme], to_standards[standard], groups, floor=floor):
            yield {
                "theme_id": theme,
                "standard_id": standard,
                "theme_name": names[theme],
                "standard_name": standards[standard].shown_name,
                "group_id": group.id,
                "group_name": group.name,
                "people": shown.count,
                "shown": shown.words,
            }


def _row(position: int, strategy: Strategy, one_set: StandardSet, standard: Standard) -> Row:
    return {
        "id": standard.id,
        "position": position,
        "area_id": strategy.area,
        "area_name": strategy.area_name,
        "strategy": strategy.title,
        "strategy_status": strategy.shown_status,
        "set_id": standard.set_id,
        "set_name": one_set.name,
        "set_name_by": one_set.heading_by,
        "kind": standard.kind,
        "is_promise": int(standard.is_promise),
        "name": standard.shown_name,
        "name_by": standard.name_by,
        "description": standard.description,
        "description_by": standard.description_by,
        "easy_read": standard.easy_read,
        "easy_read_by": standard.easy_read_by if standard.easy_read else "",
        "lacks": standard.lacks,
        "polarity": standard.polarity,
        "status": standard.shown_status,
        "modelled_on": standard.modelled_on,
        "note": standard.note,
        "source": standard.source,
    }


def _did_both(findings: Findings) -> Mapping[tuple[str, str], set[str]]:
    respondents = {comment.id: comment.respondent for comment in findings.voices.comments if not comment.held}
    themes = {
        assignment.segment: assignment.theme
        for assignment in findings.assignments
        if assignment.level == findings.default_level
    }
    both: dict[tuple[str, str], set[str]] = defaultdict(set)
    for link in findings.links:
        if link.segment in themes and link.segment[0] in respondents:
            both[themes[link.segment], link.standard].add(respondents[link.segment[0]])
    return both
