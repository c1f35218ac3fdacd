"""Segments become named themes at levels, and each segment finds its place in them."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from analysis.findings import Segment, Theme, ThemeAssignment
from analysis.naming import Namer, Said, ThemeName
from analysis.stems import Stemmer
from analysis.themes import NO_THEME, Labels, ThemeFinder
from analysis.thesaurus import Thesaurus
from analysis.vectors import Vectors, WordVectors

LEAST_PEOPLE = 3  # for a theme, and for a word to stand in its name or among its terms
FEWEST_COMMENTS = 50  # under this, themes are provisional
MOST_REASONS = 5

Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Grouped:
    """Themes of all levels, largest first in each; where each segment stands; and how near to the middle it is."""

    themes: tuple[Theme, ...]
    assignments: tuple[ThemeAssignment, ...]
    nearness: Mapping[Key, float]
    read_level: int


@dataclass(frozen=True, slots=True)
class _Group:
    """One theme while it is made: its segments (by index), its name, and the group that it is a part of."""

    name: ThemeName
    members: tuple[int, ...]
    people: int
    parent: int | None = None


def group_segments(
    segments: Sequence[Segment],
    respondents: Mapping[str, str],
    thesaurus: Thesaurus,
    *,
    themes: int | None = None,
    random_state: int = 0,
) -> Grouped:
    """Find themes among segments that say something, and name them.

    Parameters
    ----------
    segments : sequence of Segment
        Answers only. Their order does not matter.
    respondents : mapping of str to str
        Who wrote a comment, by its id.
    themes : int, optional
        How many are wanted at the level that is read.
    """
    said = _Distinct.of(segments, respondents)
    everything = [Said(one.words, respondents[one.comment]) for one in said.segments]
    namer = Namer(everything, thesaurus, least_people=LEAST_PEOPLE)
    vectors = WordVectors(thesaurus, random_state=random_state).fit_transform(said.texts)
    finder = ThemeFinder(themes, least_people=LEAST_PEOPLE, random_state=random_state)
    finder.fit(vectors, people=said.people, words=[namer.words(index) for index in said.first])
    read = _named(said, namer, finder.read_.labels)
    fine = _named_parts(said, namer, finder, read)
    broad = _broad(said, finder, read)
    levels = _with_ids([broad, read, fine] if broad else [read, fine])
    comments = len({segment.comment for segment in segments})
    stemmer = Stemmer(thesaurus)
    return Grouped(
        themes=tuple(replace(theme, provisional=comments < FEWEST_COMMENTS) for level in levels for theme, _ in level),
        assignments=tuple(_assignments(said, levels, _margins(finder, broad=bool(broad)), stemmer)),
        nearness=_nearness(said, vectors, finder, read),
        read_level=2 if broad else 1,
    )


@dataclass(frozen=True, slots=True)
class _Distinct:
    """Segments in the order of their words, and the distinct texts among them: the same whatever the rows' order."""

    segments: tuple[Segment, ...]
    text_of: tuple[int, ...]
    texts: tuple[str, ...]
    first: tuple[int, ...]
    people: tuple[frozenset[str], ...]
    respondents: tuple[str, ...]

    @classmethod
    def of(cls, segments: Iterable[Segment], respondents: Mapping[str, str]) -> _Distinct:
        ordered = tuple(sorted(segments, key=lambda one: (one.words.casefold(), one.words, one.key)))
        texts = tuple(dict.fromkeys(one.words.casefold() for one in ordered))
        place = {text: index for index, text in enumerate(texts)}
        text_of = tuple(place[one.words.casefold()] for one in ordered)
        first: dict[int, int] = {}
        people: dict[int, set[str]] = defaultdict(set)
        for index, text in enumerate(text_of):
            first.setdefault(text, index)
            people[text].add(respondents[ordered[index].comment])
        return cls(
            ordered,
            text_of,
            texts,
            tuple(first[text] for text in range(len(texts))),
            tuple(frozenset(people[text]) for text in range(len(texts))),
            tuple(respondents[one.comment] for one in ordered),
        )

    def members(self, labels: Labels) -> Mapping[int, tuple[int, ...]]:
        """The segments under each label of their texts."""
        found: dict[int, list[int]] = defaultdict(list)
        for index, text in enumerate(self.text_of):
            if labels[text] != NO_THEME:
                found[int(labels[text])].append(index)
        return {label: tuple(members) for label, members in found.items()}

    def count(self, members: Iterable[int]) -> int:
        return len({self.respondents[index] for index in members})


def _named(said: _Distinct, namer: Namer, labels: Labels) -> dict[int, _Group]:
    """Name the largest first; a group that cannot be named is no theme."""
    groups: dict[int, _Group] = {}
    for label, members in _largest_first(said, said.members(labels)):
        name = namer.name(members, taken=[group.name.name for group in groups.values()])
        if name:
            groups[label] = _Group(name, members, said.count(members))
    return groups


def _named_parts(said: _Distinct, namer: Namer, finder: ThemeFinder, read: Mapping[int, _Group]) -> dict[int, _Group]:
    parts: dict[int, _Group] = {}
    for label, members in _largest_first(said, said.members(finder.fine_.labels)):
        parent = int(finder.fine_of_[label])
        if parent not in read:
            continue
        taken = [group.name.name for group in (*read.values(), *parts.values())]
        name = namer.name(members, taken=[*taken, read[parent].name.head])
        if name:
            parts[label] = _Group(name, members, said.count(members), parent)
    return parts


def _broad(said: _Distinct, finder: ThemeFinder, read: dict[int, _Group]) -> dict[int, _Group]:
    """Group the read level's themes under headings made of the names of their two largest."""
    if finder.broad_of_ is None:
        return {}
    children: dict[int, list[int]] = defaultdict(list)
    for label in read:  # largest first
        children[int(finder.broad_of_[label])].append(label)
    for broad, labels in children.items():
        for label in labels:
            read[label] = replace(read[label], parent=broad)
    found = {}
    for broad, labels in children.items():
        members = tuple(sorted(index for label in labels for index in read[label].members))
        found[broad] = _Group(_heading([read[label].name for label in labels]), members, said.count(members))
    return found


def _heading(names: Sequence[ThemeName]) -> ThemeName:
    if len(names) == 1:
        return names[0]
    words = f"{names[0].name}, {_inside(names[1].name)}{' and more' if len(names) > 2 else ''}"
    terms = tuple(dict.fromkeys(term for name in names for term in name.terms[:2]))
    return ThemeName(words, terms, names[0].head)


def _inside(name: str) -> str:
    """A name inside a heading has no capital, unless it is a short form ("EHCP")."""
    return name if name[:2].isupper() else name[:1].lower() + name[1:]


def _largest_first(said: _Distinct, members: Mapping[int, tuple[int, ...]]) -> list[tuple[int, tuple[int, ...]]]:
    return sorted(members.items(), key=lambda item: (-said.count(item[1]), item[1]))


_Level = list[tuple[Theme, tuple[int, ...]]]


def _with_ids(levels: Sequence[Mapping[int, _Group]]) -> list[_Level]:
    taken: set[str] = set()
    ids: dict[int, str] = {}
    made: list[_Level] = []
    for number, groups in enumerate(levels, start=1):
        above, ids = ids, {}
        level: _Level = []
        ordered = sorted(groups.items(), key=lambda item: (-item[1].people, item[1].name.name))
        for position, (label, group) in enumerate(ordered, start=1):
            ids[label] = _free_id(group.name.name, number, taken)
            parent = above.get(group.parent) if group.parent is not None else None
            theme = Theme(ids[label], number, position, group.name.name, group.name.terms, parent)
            level.append((theme, group.members))
        made.append(level)
    return made


def _free_id(name: str, level: int, taken: set[str]) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = "t-" + (re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "theme")
    if slug in taken:
        slug = f"{slug}-{level}"
    while slug in taken:
        slug += "x"
    taken.add(slug)
    return slug


def _margins(finder: ThemeFinder, *, broad: bool) -> list[Vectors]:
    read, fine = finder.read_.margins, finder.fine_.margins
    return [read, read, fine] if broad else [read, fine]


def _assignments(
    said: _Distinct, levels: Sequence[_Level], margins: Sequence[Vectors], stemmer: Stemmer
) -> list[ThemeAssignment]:
    made = []
    for level, margin in zip(levels, margins, strict=True):
        for theme, members in level:
            known = stemmer.stem_all(word for term in theme.terms for word in term.split())
            for index in members:
                segment = said.segments[index]
                clear = round(float(margin[said.text_of[index]]), 4)
                reason = _reason(segment.words, known, stemmer)
                made.append(ThemeAssignment(segment.key, theme.id, theme.level, clear, reason))
    return sorted(made, key=lambda one: (one.segment, one.level))


def _reason(words: str, known: frozenset[str], stemmer: Stemmer) -> tuple[str, ...]:
    """The words of a segment that the theme knows, as they were typed."""
    found = (token.surface.lower() for token in stemmer.tokens(words) if token.stem and token.stem in known)
    return tuple(dict.fromkeys(found))[:MOST_REASONS]


def _nearness(
    said: _Distinct, vectors: Vectors, finder: ThemeFinder, read: Mapping[int, _Group]
) -> Mapping[Key, float]:
    near = {}
    for label, group in read.items():
        likeness = vectors @ finder.read_.centres[label]
        for index in group.members:
            near[said.segments[index].key] = round(float(np.clip(likeness[said.text_of[index]], 0, 1)), 6)
    return near
