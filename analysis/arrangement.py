"""Where each segment stands while people's decisions are followed, one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from analysis.decisions import Confirm, Key, Merge, Move, NotATheme, Part, Rename, Split, ThemeDecision
from analysis.errors import AnalysisError
from analysis.findings import Theme
from analysis.theme_ids import THEME, free_id

if TYPE_CHECKING:
    from analysis.codebook import KnownTheme  # pages replay decisions too, and must load no learning library

NO_PARTS = "the computer saw no parts in it"
NO_SEGMENT = "that part of a comment is not there any more"


class CannotFollow(AnalysisError):
    """A decision is about something that is not there (any more); the message says what."""


@dataclass(slots=True)
class Arrangement:
    """Made for one analysis and let go with it: following a decision changes it.

    Parameters
    ----------
    themes : dict of str to Theme
        Those of the level that is read, by id.
    parts : mapping of str to Theme
        Those of the level below.
    place, part_of : dict, mapping of (str, int) to str
        The theme, and the part, of each segment that has one.
    said : frozenset of (str, int)
        Every segment that says something.
    taken : set of str
        Ids that a new theme must not have.
    """

    themes: dict[str, Theme]
    parts: Mapping[str, Theme]
    place: dict[Key, str]
    part_of: Mapping[Key, str]
    said: frozenset[Key]
    taken: set[str]
    into: dict[str, str] = field(default_factory=dict)
    set_aside: dict[str, frozenset[Key]] = field(default_factory=dict)
    themes_set_aside: dict[str, Theme] = field(default_factory=dict)
    moved: set[Key] = field(default_factory=set)
    taught: dict[str, set[str]] = field(default_factory=dict)
    split_from: dict[str, str] = field(default_factory=dict)
    used_parts: set[str] = field(default_factory=set)

    def follow(self, decision: ThemeDecision) -> str:
        """Obey one decision; what is returned says what of it did not hold.

        Raises
        ------
        CannotFollow
            Nothing of it holds.
        """
        if isinstance(decision, Rename):
            return self._rename(decision)
        if isinstance(decision, Merge):
            return self.merge(decision)
        if isinstance(decision, Split):
            return self._split(decision)
        if isinstance(decision, Move):
            return self._move(decision)
        if isinstance(decision, NotATheme):
            return self._set_aside(decision)
        return self._confirm(decision)

    def members(self, theme: str) -> frozenset[Key]:
        return frozenset(key for key, place in self.place.items() if place == theme)

    def final(self, theme: str) -> str:
        """The theme that a theme was merged into, or itself."""
        while theme in self.into:
            theme = self.into[theme]
        return theme

    def merge(self, merge: Merge) -> str:
        into = self._theme(self.final(merge.into)).id
        sources = [theme for theme in merge.themes if theme in self.themes and theme != into]
        absent = [theme for theme in merge.themes if theme not in self.themes and self.final(theme) != into]
        if not sources:
            raise CannotFollow("; ".join(map(self._absent, absent)) or "they are one theme already")
        for source in sources:
            for key in self.members(source):
                self.place[key] = into
            self.into[source] = into
            del self.themes[source]
        return "; ".join(map(self._absent, absent))

    def add_known(self, known: KnownTheme, beside: str) -> None:
        """A theme that is known, where the computer saw it inside another."""
        self.themes[known.id] = replace(
            self.themes[beside],
            id=known.id,
            name=known.name,
            terms=known.terms,
            young_peoples_name=known.young_peoples_name,
            heading=known.heading,
        )

    def _rename(self, rename: Rename) -> str:
        theme = self._theme(rename.theme)
        name = rename.name.strip()
        young = rename.by == "young people"
        renamed = replace(theme, young_peoples_name=name) if young else replace(theme, heading=name)
        self.themes[theme.id] = renamed
        return ""

    def _split(self, split: Split) -> str:
        theme = self._theme(split.theme)
        if not split.parts:
            return self._split_as_suggested(theme)
        missing = 0
        for part in split.parts:
            here = part.segments & self.said
            missing += len(part.segments) - len(here)
            if here:
                self._put_in_part(part, here, theme)
        if missing == sum(len(part.segments) for part in split.parts):
            raise CannotFollow(NO_SEGMENT)
        return f"{missing} parts of comments are not there any more" if missing else ""

    def _split_as_suggested(self, theme: Theme) -> str:
        parts = [
            part
            for part in self.parts.values()
            if self.final(part.parent or "") == theme.id and part.id not in self.used_parts
        ]
        if not parts:
            raise CannotFollow(NO_PARTS)
        members = self.members(theme.id)
        for part in parts:
            self.used_parts.add(part.id)
            made = replace(part, id=free_id(THEME, part.name, self.taken), level=theme.level, parent=theme.parent)
            self._place(made, (key for key in members if self.part_of.get(key) == part.id), theme)
        return ""

    def _put_in_part(self, part: Part, segments: frozenset[Key], theme: Theme) -> None:
        # it was made by people, so no words of the comments made it
        id = part.id or free_id(THEME, part.name, self.taken)
        made = replace(theme, id=id, name=part.name, young_peoples_name=part.name, heading="", terms=())
        self._place(made, segments, theme)
        self.moved |= segments

    def _place(self, made: Theme, segments: Iterable[Key], split: Theme) -> None:
        self.themes[made.id] = made
        self.split_from[made.id] = split.id
        for key in segments:
            self.place[key] = made.id

    def _move(self, move: Move) -> str:
        if move.segment not in self.said:
            raise CannotFollow(NO_SEGMENT)
        if not move.to:
            self.place.pop(move.segment, None)
            return ""
        to = self._theme(self.final(move.to)).id
        before = self.place.get(move.segment)
        if before is not None and before != to:
            self.taught.setdefault(to, set()).add(before)
        self.place[move.segment] = to
        self.moved.add(move.segment)
        return ""

    def _set_aside(self, decision: NotATheme) -> str:
        theme = self._theme(decision.theme)
        self.set_aside[theme.id] = self.members(theme.id)
        for key in self.set_aside[theme.id]:
            del self.place[key]
        self.themes_set_aside[theme.id] = self.themes.pop(theme.id)
        return ""

    def _confirm(self, decision: Confirm) -> str:
        self._theme(decision.theme)
        return ""

    def _theme(self, id: str) -> Theme:
        if id not in self.themes:
            raise CannotFollow(self._absent(id))
        return self.themes[id]

    def _absent(self, id: str) -> str:
        if id in self.into:
            return f"{id} was merged into {self.final(id)}"
        if id in self.set_aside:
            return f"people said that {id} is no theme"
        return f"there is no theme {id} (any more)"
