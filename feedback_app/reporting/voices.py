"""Who spoke to which theme and which promise, and the words that were released."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from feedback_app.storage.pack_rows import Count, Decision, Group, Pack, Quote, Standard, Theme, ThemeStandard

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
class ThemeFound:
    """A theme with its broader `heading`, what speaks to it, and what people decided about it."""

    theme: Theme
    heading: str
    voices: Voices
    standards: tuple[ThemeStandard, ...]
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class StandardRead:
    standard: Standard
    voices: Voices
    themes: tuple[ThemeStandard, ...]


@dataclass(frozen=True, slots=True)
class StandardsRead:
    """One set of a strategy, never empty. Only promises may be called so; findings and the like stand apart."""

    standards: tuple[StandardRead, ...]

    @property
    def first(self) -> Standard:
        """What the standards of a set have in common can be read from any of them."""
        return self.standards[0].standard

    @property
    def is_promise(self) -> bool:
        return any(one.standard.is_promise for one in self.standards)


def themes_of(pack: Pack, groups: Sequence[Group]) -> tuple[ThemeFound, ...]:
    """The themes that are counted, in the pack's order."""
    names = {one.id: one.name for one in pack.themes}
    return tuple(
        ThemeFound(
            theme=theme,
            heading=names.get(theme.parent_id or "", ""),
            voices=_voices(
                [one for one in pack.theme_counts if one.of_id == theme.id],
                [one for one in pack.quotes if one.theme_id == theme.id],
                groups,
            ),
            standards=tuple(one for one in pack.theme_standards if one.theme_id == theme.id),
            decisions=tuple(one for one in pack.decisions if one.about == f"theme {theme.id}"),
        )
        for theme in pack.themes
        if theme.is_counted
    )


def sets_of(pack: Pack, groups: Sequence[Group]) -> tuple[StandardsRead, ...]:
    """The sets of standards, in the pack's order."""
    found: dict[tuple[str, str], list[StandardRead]] = {}
    for standard in pack.standards:
        speaking = {one.quote_id for one in pack.quote_standards if one.standard_id == standard.id}
        read = StandardRead(
            standard=standard,
            voices=_voices(
                [one for one in pack.standard_counts if one.of_id == standard.id],
                [one for one in pack.quotes if one.id in speaking],
                groups,
            ),
            themes=tuple(one for one in pack.theme_standards if one.standard_id == standard.id),
        )
        found.setdefault((standard.area_id, standard.set_id), []).append(read)
    return tuple(StandardsRead(tuple(one_set)) for one_set in found.values())


def _voices(counts: Iterable[Count], quotes: Sequence[Quote], groups: Sequence[Group]) -> Voices:
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
