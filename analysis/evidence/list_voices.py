"""Rows about whole lists of promises: how many people of a group spoke to any of one, and how many to none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from analysis.disclosure import share
from analysis.evidence.counts import Row, Spoke
from analysis.evidence.groups import Group, Groups
from analysis.findings import Findings


def list_voice_rows(findings: Findings, spoke: Mapping[str, Spoke], groups: Groups, *, floor: int) -> Iterator[Row]:
    """A row for each list that promises and each group, where nothing small can be had from it; never of everyone.

    Whoever's words are held wrote and is counted so; nothing that they said speaks to anything.
    """
    for strategy in findings.strategies:
        for one_set in strategy.sets:
            promises = [standard.id for standard in one_set.standards if standard.is_promise]
            for group in groups.each:
                each = [group.wrote & spoke[id].keys() for id in promises]
                any_of_it = frozenset[str]().union(*each)
                if promises and _is_safe(len(any_of_it), [len(people) for people in each], group, floor):
                    yield {
                        "area_id": strategy.area,
                        "set_id": one_set.id,
                        "set_name": one_set.name,
                        "group_id": group.id,
                        "group_name": group.name,
                        "people": len(any_of_it),
                        "none": len(group.wrote) - len(any_of_it),
                        "base": len(group.wrote),
                    }


def _is_safe(union: int, counts: Sequence[int], group: Group, floor: int) -> bool:
    """Whether the people of any promise, beside those of each that are printed, give nobody away.

    Those who spoke to others than a printed one are had by subtraction, so they reach the floor. So do those who spoke
    to more than one, or could: what the promises add up to is more than the union by them.
    """
    base = len(group.wrote)
    if share(union, base, floor=floor).count.count is None:
        return False
    shown = [count for count in counts if share(count, base, floor=floor).count.count is not None]
    hidden = len(counts) - len(shown)
    if len(counts) == 1:
        return True
    most = sum(shown) + hidden * (floor - 1)
    return all(union - count >= floor for count in shown) and most - union >= floor
