"""The same voices against several sets at once: pairs of standards of two sets, with the people who spoke to both."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from analysis.disclosure import FLOOR, NOT_SHOWN
from analysis.evidence.counts import everyone_share
from analysis.evidence.crosswalk import related_rows, shared_voice_rows
from analysis.evidence.groups import groups_of
from analysis.evidence.standards import who_spoke_to_standards
from analysis.evidence.together import by_group
from analysis.findings import Findings
from analysis.related import set_of


@dataclass(frozen=True, slots=True)
class CrosswalkRow:
    """Two standards of different sets. Counts of people are in words that may be printed.

    `may_be_the_same` says why the computer suggests that they are about the same, and is empty where it does not.
    """

    one: str
    one_name: str
    one_people: str
    other: str
    other_name: str
    other_people: str
    people: str
    may_be_the_same: str

    @property
    def is_shown(self) -> bool:
        return self.people != NOT_SHOWN

    @property
    def cells(self) -> tuple[str, ...]:
        return (
            self.one, self.one_name, self.one_people, self.other, self.other_name, self.other_people, self.people,
            self.may_be_the_same,
        )  # fmt: skip


def crosswalk_of(findings: Findings, *, floor: int = FLOOR) -> tuple[CrosswalkRow, ...]:
    """A row for each pair of standards of different sets, whether anybody spoke to them or not.

    Every number is one that an evidence pack would print.
    """
    groups, spoke = groups_of(findings.voices), who_spoke_to_standards(findings)
    shared = list(shared_voice_rows(findings, spoke, groups, floor=floor))
    people = {(row["one_id"], row["other_id"]): row["shown"] for row in shared}
    related = {
        (row["one_id"], row["other_id"]): _why(by_words=row["by_words"], by_voices=row["by_voices"])
        for row in related_rows(findings, shared, spoke, groups, (), floor=floor)
    }
    totals = {
        id: everyone_share(by_group(people, groups), groups, floor=floor).count.words for id, people in spoke.items()
    }
    standards = [one for strategy in findings.strategies for one in strategy.standards]
    return tuple(
        CrosswalkRow(
            one.id,
            one.shown_name,
            totals[one.id],
            other.id,
            other.shown_name,
            totals[other.id],
            people.get((one.id, other.id), NOT_SHOWN),
            related.get((one.id, other.id), ""),
        )
        for one, other in combinations(standards, 2)
        if set_of(one.id) != set_of(other.id)
    )


def _why(*, by_words: int, by_voices: int) -> str:
    reasons = {"their words are alike": by_words, "they share voices": by_voices}
    return ", ".join(reason for reason, holds in reasons.items() if holds)
