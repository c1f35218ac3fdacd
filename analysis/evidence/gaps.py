"""Rows about what is missing, both ways: promises that a group hardly spoke to, and themes that no promise is about.

Every row says no more than what is printed elsewhere or would be: a number below the floor, never which.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from analysis.disclosure import fewer_than, share
from analysis.evidence.counts import ALL, Row
from analysis.evidence.groups import Groups
from analysis.findings import Findings


def gap_rows(
    findings: Findings, theme_counts: Sequence[Row], standard_counts: Sequence[Row], groups: Groups, *, floor: int
) -> list[Row]:
    """Gaps of promises, then of themes; a group of fewer people than can be shown is in none of them."""
    promises = {
        one.id: one.shown_name for strategy in findings.strategies for one in strategy.standards if one.is_promise
    }
    found = [
        *_silences(standard_counts, promises, floor),
        *_unpromised(findings, theme_counts, groups, promises, floor),
    ]
    return [{"id": number, **row} for number, row in enumerate(found, start=1)]


def _silences(counts: Sequence[Row], promises: Mapping[str, str], floor: int) -> Iterator[Row]:
    for row in counts:
        is_few = row["shown"] == fewer_than(floor)  # of a large group: of a small one it is "not shown"
        if is_few and row["standard_id"] in promises and row["sentiment"] == ALL and row["base"] is not None:
            yield _row("standard_id", row["standard_id"], row["standard_name"], row, row["base"])


def _unpromised(
    findings: Findings, counts: Sequence[Row], groups: Groups, promises: Mapping[str, str], floor: int
) -> Iterator[Row]:
    if not promises:
        return
    speaking = _who_spoke_to_a_promise(findings, promises)
    members = {group.id: group.wrote for group in groups.each}
    everyone = groups.everyone.wrote if groups.everyone else frozenset[str]()
    for row in counts:
        if row["sentiment"] != ALL or row["people"] is None:
            continue
        people = members.get(row["group_id"], everyone) & speaking[row["theme_id"]]
        if share(len(people), row["people"], floor=floor).count.words == fewer_than(floor):
            yield _row("theme_id", row["theme_id"], row["theme_name"], row, row["people"])


def _who_spoke_to_a_promise(findings: Findings, promises: Mapping[str, str]) -> Mapping[str, set[str]]:
    """By theme: the respondents whose part of a comment that is in it speaks to a promise as well."""
    respondents = {comment.id: comment.respondent for comment in findings.voices.comments if not comment.held}
    promised = {link.segment for link in findings.links if link.standard in promises}
    found: dict[str, set[str]] = defaultdict(set)
    for one in findings.assignments:
        if one.level == findings.default_level and one.segment in promised and one.segment[0] in respondents:
            found[one.theme].add(respondents[one.segment[0]])
    return found


def _row(column: str, id: str, name: str, count: Row, people: int) -> Row:
    return {
        "standard_id": None,
        "theme_id": None,
        column: id,
        "name": name,
        "group_id": count["group_id"],
        "group_name": count["group_name"],
        "people": people,
    }
