"""Rows about two sets of standards side by side: shared voices, and which standards may be about the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from analysis.evidence.counts import Row, Spoke
from analysis.evidence.groups import Groups
from analysis.evidence.together import shown_by_group
from analysis.findings import Findings
from analysis.related import RelatedDecision, set_of

A_GOOD_PART = 0.5  # of the people of the smaller standard, from where on shared voices suggest that two are related
Shared = Mapping[tuple[str, str], int]


def shared_voice_rows(findings: Findings, spoke: Mapping[str, Spoke], groups: Groups, *, floor: int) -> Iterator[Row]:
    """Pairs of standards of different sets that the same part of a comment spoke to, where the number may be shown.

    Group after group; everyone's number only where no group's own is shown, so that none can be had by subtraction.
    """
    names = _names(findings)
    order = {standard: place for place, standard in enumerate(names)}
    for (one, other), people in sorted(_said_both(findings, order).items(), key=lambda pair: _places(pair[0], order)):
        for group, shown in shown_by_group(people, spoke[one], spoke[other], groups, floor=floor):
            yield {
                "one_id": one,
                "other_id": other,
                "one_name": names[one],
                "other_name": names[other],
                "group_id": group.id,
                "group_name": group.name,
                "people": shown.count,
                "shown": shown.words,
            }


def related_rows(
    findings: Findings,
    shared: Sequence[Row],
    spoke: Mapping[str, Spoke],
    groups: Groups,
    decisions: Sequence[RelatedDecision],
) -> Iterator[Row]:
    """Pairs that the computer suggests or a person decided about; the newest decision about a pair counts.

    Shared voices suggest only by numbers that are printed, so that no suggestion tells a hidden one.
    """
    names = _names(findings)
    order = {standard: place for place, standard in enumerate(names)}
    alike = {(one.one, one.other): one.likeness for one in findings.related}
    voices = {(row["one_id"], row["other_id"]) for row in shared if _is_a_good_part(row, spoke, groups)}
    newest = {_pair(one, order): one for one in decisions if one.pair <= names.keys()}
    decided = {pair: one for pair, one in newest.items() if not one.is_open}
    for one, other in sorted({*alike, *voices, *decided}, key=lambda pair: _places(pair, order)):
        decision = decided.get((one, other))
        yield {
            "one_id": one,
            "other_id": other,
            "one_name": names[one],
            "other_name": names[other],
            "by_words": int((one, other) in alike),
            "by_voices": int((one, other) in voices),
            "state": decision.said if decision else "suggested",
            "who": decision.who if decision else "",
            "why": decision.why if decision else "",
            "decided_on": decision.day if decision else "",
        }


def _said_both(findings: Findings, order: Mapping[str, int]) -> Mapping[tuple[str, str], set[str]]:
    respondents = {comment.id: comment.respondent for comment in findings.voices.comments if not comment.held}
    of_segment: dict[tuple[str, int], set[str]] = defaultdict(set)
    for link in findings.links:
        if link.segment[0] in respondents:
            of_segment[link.segment].add(link.standard)
    both: dict[tuple[str, str], set[str]] = defaultdict(set)
    for segment, standards in of_segment.items():
        for one, other in combinations(sorted(standards, key=order.__getitem__), 2):
            if set_of(one) != set_of(other):
                both[one, other].add(respondents[segment[0]])
    return both


def _is_a_good_part(row: Row, spoke: Mapping[str, Spoke], groups: Groups) -> bool:
    """Of those of its group, whose totals are printed wherever the row is."""
    members = next((group.wrote for group in groups.each if group.id == row["group_id"]), None)
    totals = [len(people if members is None else members & people) for people in (
        spoke[row["one_id"]].keys(), spoke[row["other_id"]].keys()
    )]  # fmt: skip
    return bool(row["people"] >= A_GOOD_PART * min(totals))


def _pair(decision: RelatedDecision, order: Mapping[str, int]) -> tuple[str, str]:
    one, other = sorted(decision.pair, key=order.__getitem__)
    return one, other


def _places(pair: tuple[str, str], order: Mapping[str, int]) -> tuple[int, int]:
    return order[pair[0]], order[pair[1]]


def _names(findings: Findings) -> Mapping[str, str]:
    return {one.id: one.shown_name for strategy in findings.strategies for one in strategy.standards}
