"""Themes and assignments written again as people decided: levels, order and reasons as grouping would give them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from analysis.arrangement import Arrangement
from analysis.decisions import Key
from analysis.findings import Theme, ThemeAssignment
from analysis.grouping import Grouped
from analysis.levels import reason_in
from analysis.stems import Stemmer


def regrouped(
    grouped: Grouped,
    arranged: Arrangement,
    respondents: Mapping[str, str],
    stemmer: Stemmer,
) -> Grouped:
    """What the computer grouped, with every segment where people put it.

    A theme, a part or a heading that nothing is left in goes. What was unclear follows the theme that it is most like.
    """
    members: dict[str, list[Key]] = defaultdict(list)
    for key, id in arranged.place.items():
        members[id].append(key)
    level = grouped.read_level
    read = [theme for theme in arranged.themes.values() if members[theme.id]]
    parts = _parts(arranged, read)
    part_of = {
        key: part
        for key, part in arranged.part_of.items()
        if part in parts and parts[part].parent == arranged.place.get(key)
    }
    for key, part in part_of.items():
        members[part].append(key)
    above = [theme for theme in grouped.themes if theme.level < level]
    for theme in read:
        members[theme.parent or ""] += members[theme.id]
    people = {id: len({respondents[key[0]] for key in keys}) for id, keys in members.items() if keys}
    levels = [_ordered(themes, people) for themes in (above, read, parts.values())]
    return replace(
        grouped,
        themes=tuple(theme for themes in levels for theme in themes),
        assignments=_assignments(grouped, arranged, read, part_of, stemmer),
        nearness={**dict.fromkeys(arranged.place, 0.0), **grouped.nearness},
        unclear=tuple(replace(one, theme=arranged.final(one.theme)) for one in grouped.unclear),
    )


def _parts(arranged: Arrangement, read: Iterable[Theme]) -> dict[str, Theme]:
    """Parts of a theme that was merged are parts of the theme it was merged into; one that became a theme is none."""
    there = {theme.id for theme in read}
    parts = {
        part.id: replace(part, parent=arranged.final(part.parent or ""))
        for part in arranged.parts.values()
        if part.id not in arranged.used_parts
    }
    return {id: part for id, part in parts.items() if part.parent in there}


def _ordered(themes: Iterable[Theme], people: Mapping[str, int]) -> list[Theme]:
    left = [theme for theme in themes if people.get(theme.id)]
    left.sort(key=lambda theme: (-people[theme.id], theme.name, theme.id))
    return [replace(theme, position=position) for position, theme in enumerate(left, start=1)]


def _assignments(
    grouped: Grouped,
    arranged: Arrangement,
    read: Iterable[Theme],
    part_of: Mapping[Key, str],
    stemmer: Stemmer,
) -> tuple[ThemeAssignment, ...]:
    """The computer's row where it still holds; where a person placed the segment, it is as clear as can be."""
    level = grouped.read_level
    suggested = {(one.segment, one.level): one for one in grouped.assignments}
    themes = {theme.id: theme for theme in read}
    known = {id: stemmer.stem_all(" ".join((one.name, *one.terms)).split()) for id, one in themes.items()}
    words = {one.key: one.words for one in grouped.said.segments}
    rows = []
    for key, id in arranged.place.items():
        by_person = key in arranged.moved
        reason = reason_in(words[key], known[id], stemmer)
        before = suggested.get((key, level))
        clear = 1.0 if by_person or before is None else before.margin
        row = ThemeAssignment(key, id, level, clear, reason)
        rows.append(row if before is None or before.theme != id or by_person else before)
        parent = themes[id].parent
        if parent is not None:
            above = suggested.get((key, level - 1), row)
            rows.append(above if above.theme == parent else replace(row, theme=parent, level=level - 1))
        if key in part_of:
            rows.append(replace(suggested[key, level + 1], theme=part_of[key]))
    return tuple(sorted(rows, key=lambda one: (one.segment, one.level)))
