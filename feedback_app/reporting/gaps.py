"""What is missing, both ways: promises that a group hardly spoke to, and themes that no promise is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from feedback_app.reporting.voices import EVERYONE
from feedback_app.storage.pack_rows import Group, Pack
from feedback_app.storage.pack_standard_rows import Gap, ListVoices


@dataclass(frozen=True, slots=True)
class Gaps:
    """`silent` are promises that hardly anybody spoke to; `by_group` those that one group hardly did, by its name;
    `unpromised` the themes that no promise is about, each with those who spoke of it; `unheard` by the id of a list
    and a group's id those who spoke to nothing of it.
    """

    silent: tuple[Gap, ...]
    by_group: Mapping[str, tuple[Gap, ...]]
    unpromised: Mapping[str, tuple[Gap, ...]]
    unheard: Mapping[str, Mapping[str, ListVoices]]

    def __bool__(self) -> bool:
        return bool(self.silent or self.by_group or self.unpromised or self.unheard)

    def counts(self, group: str) -> bool:
        """Whether a number of those of a group who spoke to no promise of a list is shown."""
        return any(group in told for told in self.unheard.values())


def gaps_of(pack: Pack, groups: Sequence[Group]) -> Gaps:
    """A promise that everybody is silent on is not told again of each group."""
    here = {group.group_id for group in groups}
    promises = [one for one in pack.gaps if one.standard_id]
    silent = [one for one in promises if one.group_id == EVERYONE]
    told = {one.standard_id for one in silent}
    by_group: dict[str, tuple[Gap, ...]] = {}
    for one in promises:
        if one.group_id in here and one.standard_id not in told:
            by_group[one.group_name] = (*by_group.get(one.group_name, ()), one)
    unpromised: dict[str, tuple[Gap, ...]] = {}
    for one in pack.gaps:
        if one.theme_id:
            unpromised[one.theme_id] = (*unpromised.get(one.theme_id, ()), one)
    unheard: dict[str, dict[str, ListVoices]] = {}
    for row in pack.list_voices:
        unheard.setdefault(f"{row.area_id}/{row.set_id}", {})[row.group_id] = row
    return Gaps(tuple(silent), by_group, {theme: _by_groups(found) for theme, found in unpromised.items()}, unheard)


def _by_groups(gaps: Sequence[Gap]) -> tuple[Gap, ...]:
    """Groups stand side by side; everyone is for what no group's own count can say."""
    apart = tuple(one for one in gaps if one.group_id != EVERYONE)
    return apart or tuple(gaps)
