"""Who spoke to one thing and how, the words that were released, and what was found theme by theme."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from feedback_app.storage.pack_rows import Count, Decision, Group, Pack, Quote, Theme, ThemeStandard

EVERYONE = "everyone"  # the pack's name for all groups together, or for the one group of a pack without groups


@dataclass(frozen=True, slots=True)
class Voices:
    """How many spoke to one thing: `counts` by group id, `feelings` by group id and sentiment; and released words.

    `together` counts everybody, where there are several groups. Groups stand side by side, so it is for what no
    group's own count can say.
    """

    counts: Mapping[str, Count]
    together: Count | None
    feelings: Mapping[str, Mapping[str, Count]]
    quotes: tuple[Quote, ...]

    @property
    def is_in_no_group(self) -> bool:
        """Whether no group's own count may be shown."""
        return all(count.people is None for count in self.counts.values())

    @property
    def is_silent(self) -> bool:
        """Whether fewer people than may be shown spoke to it in all, and nobody's words were released."""
        counts = (self.together,) if self.together else self.counts.values()
        return not self.quotes and all(count.shown.startswith("fewer than") for count in counts)


@dataclass(frozen=True, slots=True)
class Beside:
    """A theme and a standard that people spoke to in one breath, group by group."""

    theme_id: str
    standard_id: str
    theme_name: str
    standard_name: str
    told: tuple[ThemeStandard, ...]


@dataclass(frozen=True, slots=True)
class ThemeFound:
    """A theme with its broader `heading`, what speaks to it, and what people decided about it."""

    theme: Theme
    heading: str
    voices: Voices
    standards: tuple[Beside, ...]
    decisions: tuple[Decision, ...]


def themes_of(pack: Pack, groups: Sequence[Group]) -> tuple[ThemeFound, ...]:
    """The themes that are counted, in the pack's order."""
    names = {one.id: one.name for one in pack.themes}
    return tuple(
        ThemeFound(
            theme=theme,
            heading=names.get(theme.parent_id or "", ""),
            voices=voices_of(
                [one for one in pack.theme_counts if one.of_id == theme.id],
                [one for one in pack.quotes if one.theme_id == theme.id],
                groups,
            ),
            standards=beside(one for one in pack.theme_standards if one.theme_id == theme.id),
            decisions=tuple(one for one in pack.decisions if one.about == f"theme {theme.id}"),
        )
        for theme in pack.themes
        if theme.is_counted
    )


def beside(rows: Iterable[ThemeStandard]) -> tuple[Beside, ...]:
    """One for each pair, in the order of the rows."""
    pairs: dict[tuple[str, str], tuple[ThemeStandard, ...]] = {}
    for row in rows:
        pair = (row.theme_id, row.standard_id)
        pairs[pair] = (*pairs.get(pair, ()), row)
    return tuple(Beside(*pair, told[0].theme_name, told[0].standard_name, told) for pair, told in pairs.items())


def voices_of(counts: Iterable[Count], quotes: Sequence[Quote], groups: Sequence[Group]) -> Voices:
    of_groups: dict[str, Count] = {}
    feelings: dict[str, dict[str, Count]] = {}
    together = None
    here = {group.group_id for group in groups}
    for count in counts:
        if count.group_id in here and count.sentiment == "all":
            of_groups[count.group_id] = count
        elif count.group_id in here:
            feelings.setdefault(count.group_id, {})[count.sentiment] = count
        elif count.group_id == EVERYONE and count.sentiment == "all":
            together = count
    return Voices(of_groups, together, feelings, tuple(quotes))
