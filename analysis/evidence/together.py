"""How many people spoke to two things in one breath, where their number gives nobody away."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from analysis.disclosure import Shown, share
from analysis.evidence.counts import Spoke, everyone_share
from analysis.evidence.groups import Group, Groups


def shown_together(both: Collection[str], one: Spoke, other: Spoke, groups: Groups, *, floor: int) -> Shown | None:
    """The number of people who spoke to both, or None where it may not be shown.

    Both totals must be printed. The people of either who did not speak to both, and those of the base who spoke to
    neither, can be had by subtraction, so they reach the floor as well.
    """
    totals = [everyone_share(by_group(spoke, groups), groups, floor=floor) for spoke in (one, other)]
    if any(total.count.count is None or total.base.count is None for total in totals):
        return None
    shown = [share(len(both), total.count.count or 0, floor=floor).count for total in totals]
    neither = (totals[0].base.count or 0) - sum(total.count.count or 0 for total in totals) + len(both)
    if any(count.count is None for count in shown) or neither < floor:
        return None
    return shown[0]


def shown_by_group(
    both: Collection[str], one: Spoke, other: Spoke, groups: Groups, *, floor: int
) -> Sequence[tuple[Group, Shown]]:
    """The number of each group, where it may be shown; everyone's only where no group's own is, so that none can be
    had by subtraction.
    """
    found: list[tuple[Group, Shown | None]] = [
        (group, shown_together(group.wrote.intersection(both), one, other, alone(group, groups), floor=floor))
        for group in groups.each
    ]
    if groups.everyone and all(shown is None for _, shown in found):
        found = [(groups.everyone, shown_together(both, one, other, groups, floor=floor))]
    return [(group, shown) for group, shown in found if shown is not None]


def alone(group: Group, groups: Groups) -> Groups:
    """One group as if there were no other."""
    return Groups((group,), None, groups.of)


def by_group(spoke: Spoke, groups: Groups) -> Mapping[str, int]:
    return {group.id: len(group.wrote & spoke.keys()) for group in groups.each}
