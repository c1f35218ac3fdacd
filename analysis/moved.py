"""What a new version of a strategy makes of the same voices: how many speak to what now, and whose words moved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from analysis.disclosure import FLOOR, NOT_SHOWN
from analysis.evidence.counts import Spoke, everyone_share
from analysis.evidence.groups import Groups, groups_of
from analysis.evidence.standards import who_spoke_to_standards
from analysis.evidence.together import by_group
from analysis.findings import Findings, StandardLink
from analysis.strategy_versions import ChangedStandard, by_id

NOWHERE = ""
ABOUT_THE_SAME = "about the same"

Segment = tuple[str, int]


@dataclass(frozen=True, slots=True)
class MovedStandard:
    """One standard and the people who spoke to it, in words that may be printed; empty where there is none."""

    changed: ChangedStandard
    before: str
    after: str

    @property
    def is_hidden(self) -> bool:
        """Whether nobody can see how many speak to it now."""
        return self.after == NOT_SHOWN or (self.changed.old is None and not self.after.isdecimal())


@dataclass(frozen=True, slots=True)
class Move:
    """People whose words left one standard of the old version for one of the new; `NOWHERE` is none at all.

    There are `at_least` so many of them, which is the floor; perhaps far more.
    """

    old: str
    new: str
    at_least: int


@dataclass(frozen=True, slots=True)
class Moved:
    """All of it. A move of fewer people than may be told is left out."""

    standards: tuple[MovedStandard, ...]
    moves: tuple[Move, ...]


def what_moved(changes: Sequence[ChangedStandard], before: Findings, after: Findings, *, floor: int = FLOOR) -> Moved:
    """Hold the same voices against both versions.

    Parameters
    ----------
    changes : sequence of ChangedStandard
    before, after : Findings
        Of the same voices, read against the old and against the new version.
    floor : int
        Counts of fewer people are not shown, nor what would give them away.

    Notes
    -----
    The difference of two printed numbers is a number of people too, so of a standard that goes on the second is told in
    a word. Words move from a standard where they spoke to it and do not speak to what became of it; those that came
    from no standard are in the number of a new one. Moves and those who stayed add up to what is printed, in rows and
    columns at once, so a move is told by no number, and only where twice the floor is left over on every side: more
    would tell on few, as a reader who knows the rule and everything that is printed showed.
    """
    groups = groups_of(before.voices)
    was, now = who_spoke_to_standards(before), who_spoke_to_standards(after)
    standards = tuple(_moved(one, was, now, groups, floor) for one in changes)
    return Moved(standards, tuple(_told(_moves(changes, before, after), standards, was, now, groups, floor)))


def _moved(
    changed: ChangedStandard, was: Mapping[str, Spoke], now: Mapping[str, Spoke], groups: Groups, floor: int
) -> MovedStandard:
    before = _total(was[changed.old.id], groups, floor) if changed.old else None
    after = _total(now[changed.new.id], groups, floor) if changed.new else None
    shown = _in_words(after)
    if before is not None and after is not None:
        shown = _compared(before[0], after[0], sum(len(group.wrote) for group in groups.each), floor)
    return MovedStandard(changed, _in_words(before), shown)


def _compared(before: int | None, after: int | None, base: int, floor: int) -> str:
    if before is None or after is None or base - max(before, after) < 2 * floor:
        return NOT_SHOWN
    if abs(before - after) < floor:
        return ABOUT_THE_SAME
    return "more" if after > before else "fewer"


def _total(spoke: Spoke, groups: Groups, floor: int) -> tuple[int | None, str]:
    found = everyone_share(by_group(spoke, groups), groups, floor=floor).count
    return found.count, found.words


def _in_words(total: tuple[int | None, str] | None) -> str:
    return total[1] if total else ""


def _moves(changes: Sequence[ChangedStandard], before: Findings, after: Findings) -> list[tuple[tuple[str, str], int]]:
    """By where from and where to: how many people said a part of a comment that moved so."""
    follows = by_id(tuple(changes))
    respondents = {comment.id: comment.respondent for comment in before.voices.comments if not comment.held}
    old, new = _by_segment(before.links), _by_segment(after.links)
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for segment in old:
        if segment[0] not in respondents:
            continue
        left = {one for one in old[segment] if follows.get(one) not in new[segment]}
        came = new[segment] - {follows[one] for one in old[segment] if one in follows}
        for one in left:
            for other in came or {NOWHERE}:
                found[one, other].add(respondents[segment[0]])
    return [(pair, len(people)) for pair, people in found.items()]


def _by_segment(links: Sequence[StandardLink]) -> defaultdict[Segment, set[str]]:
    found: defaultdict[Segment, set[str]] = defaultdict(set)
    for link in links:
        found[link.segment].add(link.standard)
    return found


def _told(
    moves: Sequence[tuple[tuple[str, str], int]],
    standards: Sequence[MovedStandard],
    was: Mapping[str, Spoke],
    now: Mapping[str, Spoke],
    groups: Groups,
    floor: int,
) -> Iterator[Move]:
    """Each move as far as enough people are left over on every side."""
    from_shown = {one.changed.old.id for one in standards if one.changed.old and one.before.isdecimal()}
    to_shown = {one.changed.new.id for one in standards if one.changed.new and not one.is_hidden}
    base = sum(len(group.wrote) for group in groups.each)
    for (old, new), people in sorted(moves):
        if people < floor or old not in from_shown or new not in to_shown | {NOWHERE}:
            continue
        totals = [len(was[old]), *([len(now[new])] if new else [])]
        left_over = [*(total - people for total in totals), base - sum(totals) + people * (len(totals) - 1)]
        if min(left_over) >= 2 * floor:
            yield Move(old, new, floor)
