"""The same voices against several sets at once: pairs of standards of two sets, with the people who spoke to both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from analysis.disclosure import FLOOR, NOT_SHOWN
from analysis.evidence.counts import Row
from analysis.evidence.crosswalk import related_rows, shared_voice_rows
from analysis.evidence.groups import groups_of
from analysis.evidence.standards import who_spoke_to_standards
from analysis.findings import Findings
from analysis.related import set_of


@dataclass(frozen=True, slots=True)
class CrosswalkRow:
    """Two standards of different sets. Counts of people are in words that may be printed.

    `may_be_the_same` says why the computer suggests that they are about the same, and is empty where it does not.
    """

    one: str
    one_name: str
    other: str
    other_name: str
    group: str
    people: str
    may_be_the_same: str

    @property
    def is_shown(self) -> bool:
        return self.people != NOT_SHOWN

    @property
    def cells(self) -> tuple[str, ...]:
        return (self.one, self.one_name, self.other, self.other_name, self.group, self.people, self.may_be_the_same)


def crosswalk_of(findings: Findings, *, floor: int = FLOOR) -> tuple[CrosswalkRow, ...]:
    """Each pair of standards of different sets, spoken to or not: a row for each group that is shown.

    Every number is one that an evidence pack would print.
    """
    groups, spoke = groups_of(findings.voices), who_spoke_to_standards(findings)
    shared = list(shared_voice_rows(findings, spoke, groups, floor=floor))
    related = {
        (row["one_id"], row["other_id"]): _why(by_words=row["by_words"], by_voices=row["by_voices"])
        for row in related_rows(findings, shared, spoke, groups, ())
    }
    standards = [one for strategy in findings.strategies for one in strategy.standards]
    return tuple(
        CrosswalkRow(one.id, one.shown_name, other.id, other.shown_name, *told, related.get((one.id, other.id), ""))
        for one, other in combinations(standards, 2)
        if set_of(one.id) != set_of(other.id)
        for told in _told(one.id, other.id, shared)
    )


def _told(one: str, other: str, shared: Sequence[Row]) -> list[tuple[str, str]]:
    """Each group with its number of people; one row without a group where none may be shown."""
    rows = [row for row in shared if (row["one_id"], row["other_id"]) == (one, other)]
    return [(row["group_name"], row["shown"]) for row in rows] or [("", NOT_SHOWN)]


def _why(*, by_words: int, by_voices: int) -> str:
    reasons = {"their words are alike": by_words, "they share voices": by_voices}
    return ", ".join(reason for reason, holds in reasons.items() if holds)
