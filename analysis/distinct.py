"""Segments in the order of their words, so that the order of the rows never matters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from analysis.findings import Segment
from analysis.themes import NO_THEME, Labels


@dataclass(frozen=True, slots=True)
class DistinctSegments:
    """Segments in the order of their words, and the distinct texts among them: the same whatever the rows' order."""

    segments: tuple[Segment, ...]
    text_of: tuple[int, ...]
    texts: tuple[str, ...]
    first: tuple[int, ...]
    people: tuple[frozenset[str], ...]
    respondents: tuple[str, ...]

    @classmethod
    def of(cls, segments: Iterable[Segment], respondents: Mapping[str, str]) -> DistinctSegments:
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
