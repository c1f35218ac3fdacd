"""Named groups become themes at levels, and segments are assigned to them, each with its reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analysis.distinct import DistinctSegments
from analysis.findings import Theme, ThemeAssignment
from analysis.naming import ThemeName
from analysis.stems import Stemmer
from analysis.theme_ids import free_id
from analysis.vectors import Vectors

MOST_REASONS = 5


@dataclass(frozen=True, slots=True)
class NamedGroup:
    """One theme while it is made: its segments (by index), its name, and the group that it is a part of."""

    name: ThemeName
    members: tuple[int, ...]
    people: int
    parent: int | None = None
    steadiness: float | None = None


Level = list[tuple[Theme, tuple[int, ...]]]  # a theme, and its segments by index


def with_ids(levels: Mapping[str, Mapping[int, NamedGroup]]) -> list[Level]:
    """Themes with ids made of their names, largest first; levels are keyed by what their ids begin with."""
    taken: set[str] = set()
    ids: dict[int, str] = {}
    made: list[Level] = []
    for number, (kind, groups) in enumerate(levels.items(), start=1):
        above, ids = ids, {}
        level: Level = []
        ordered = sorted(groups.items(), key=lambda item: (-item[1].people, item[1].name.name))
        for position, (label, group) in enumerate(ordered, start=1):
            ids[label] = free_id(kind, group.name.name, taken)
            parent = above.get(group.parent) if group.parent is not None else None
            theme = Theme(
                ids[label], number, position, group.name.name, group.name.terms, parent, steadiness=group.steadiness
            )
            level.append((theme, group.members))
        made.append(level)
    return made


def assign(
    said: DistinctSegments, levels: Sequence[Level], margins: Sequence[Vectors], stemmer: Stemmer
) -> list[ThemeAssignment]:
    """Say where each segment stands at each level; `margins` are by level and distinct text."""
    made = []
    for level, margin in zip(levels, margins, strict=True):
        for theme, members in level:
            known = stemmer.stem_all(word for term in (theme.name, *theme.terms) for word in term.split())
            for index in members:
                segment = said.segments[index]
                clear = round(float(margin[said.text_of[index]]), 4)
                reason = reason_in(segment.words, known, stemmer)
                made.append(ThemeAssignment(segment.key, theme.id, theme.level, clear, reason))
    return sorted(made, key=lambda one: (one.segment, one.level))


def reason_in(words: str, known: frozenset[str], stemmer: Stemmer) -> tuple[str, ...]:
    """The words of a segment that a theme knows by their stems, as they were typed."""
    found = (token.surface.lower() for token in stemmer.tokens(words) if token.stem and token.stem in known)
    return tuple(dict.fromkeys(found))[:MOST_REASONS]
