"""Two versions of a strategy held against one another: which standards were kept, renamed, are new, or gone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from analysis.strategy import Standard, Strategy

Change = Literal["kept", "renamed", "new", "gone"]


@dataclass(frozen=True, slots=True)
class ChangedStandard:
    """One standard as it was and as it is; None where it is new, or gone."""

    old: Standard | None
    new: Standard | None

    @property
    def change(self) -> Change:
        if self.old is None:
            return "new"
        if self.new is None:
            return "gone"
        return "kept" if self.old.shown_name == self.new.shown_name else "renamed"


def compare_versions(old: Strategy, new: Strategy) -> tuple[ChangedStandard, ...]:
    """Every standard of both versions once: in the order of the new one, then what is gone.

    A standard is the same one where its id is (`area/set/standard`, whatever the area is called in a draft), or where
    one of the same name stands in the other version and has no other like it.
    """
    before = {_id(one): one for one in old.standards}
    successors = {_id(one): _id(one) for one in new.standards if _id(one) in before}
    by_name = _only_one_of_a_name([one for one in old.standards if _id(one) not in successors])
    for one in new.standards:
        if _id(one) not in successors and _name(one) in by_name:
            successors[_id(one)] = by_name.pop(_name(one))
    followed = set(successors.values())
    here = [
        ChangedStandard(before[successors[_id(one)]] if _id(one) in successors else None, one) for one in new.standards
    ]
    return (*here, *(ChangedStandard(one, None) for id, one in before.items() if id not in followed))


def by_id(changes: tuple[ChangedStandard, ...]) -> Mapping[str, str]:
    """The id of each standard that goes on: by its old id, its new one."""
    return {one.old.id: one.new.id for one in changes if one.old is not None and one.new is not None}


def _only_one_of_a_name(standards: Sequence[Standard]) -> dict[str, str]:
    names: dict[str, list[str]] = {}
    for one in standards:
        names.setdefault(_name(one), []).append(_id(one))
    return {name: found[0] for name, found in names.items() if len(found) == 1}


def _id(standard: Standard) -> str:
    return standard.id.partition("/")[2]


def _name(standard: Standard) -> str:
    return " ".join(standard.name.casefold().split())
