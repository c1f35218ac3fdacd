"""Segments in the order of their words, so that the order of the rows never matters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from analysis.copies import LONG_ENOUGH, MANY, near_copies, same_words
from analysis.cut import NO_THEME, Labels
from analysis.findings import Segment
from analysis.wording import TextReader


@dataclass(frozen=True, slots=True)
class DistinctSegments:
    """Segments in the order of their words, and the distinct texts among them: the same whatever the rows' order.

    Segments that are one text when they are read (capitals, marks, slips, a word in or out of a long one) share it.

    Attributes
    ----------
    texts : tuple of str
        Each distinct text as vectors of words read it.
    sentences : tuple of str
        The same with the field's short forms in full, for vectors of meaning.
    text_of : tuple of int
        The text of each segment.
    first : tuple of int
        A segment of each text.
    people : tuple of frozenset of str
        Who said each text.
    slips : mapping of str to str
        Words that were read as another.
    """

    segments: tuple[Segment, ...]
    text_of: tuple[int, ...]
    texts: tuple[str, ...]
    sentences: tuple[str, ...]
    first: tuple[int, ...]
    people: tuple[frozenset[str], ...]
    respondents: tuple[str, ...]
    slips: Mapping[str, str]

    @classmethod
    def of(cls, segments: Iterable[Segment], respondents: Mapping[str, str]) -> DistinctSegments:
        ordered = tuple(sorted(segments, key=lambda one: (one.words.casefold(), one.words, one.key)))
        who = tuple(respondents[one.comment] for one in ordered)
        reader = TextReader(spell_out=False)
        read = reader.fit_transform([one.words for one in ordered])
        originals = _originals(read, who)
        place = {original: text for text, original in enumerate(dict.fromkeys(originals))}
        people: dict[int, set[str]] = defaultdict(set)
        for original, person in zip(originals, who, strict=True):
            people[original].add(person)
        texts = [read[original] for original in place]
        return cls(
            segments=ordered,
            text_of=tuple(place[original] for original in originals),
            texts=tuple(text.casefold() for text in texts),
            sentences=tuple(TextReader(respell=False).fit_transform(texts)),
            first=tuple(place),
            people=tuple(frozenset(people[original]) for original in place),
            respondents=who,
            slips=reader.slips_,
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

    @property
    def copied(self) -> tuple[int, ...]:
        """Long texts, by index, that several people sent nearly word by word."""
        many = (text for text, people in enumerate(self.people) if len(people) >= MANY)
        return tuple(text for text in many if len(set(same_words(self.texts[text]).split())) >= LONG_ENOUGH)

    @property
    def copiers(self) -> frozenset[str]:
        """Who sent one of the copied texts."""
        return frozenset().union(*(self.people[text] for text in self.copied))


def _originals(read: Sequence[str], who: Sequence[str]) -> list[int]:
    """The index of the segment whose text each segment shares."""
    first: dict[str, int] = {}
    same = [first.setdefault(same_words(text), index) for index, text in enumerate(read)]
    senders: dict[int, set[str]] = defaultdict(set)
    for index, person in zip(same, who, strict=True):
        senders[index].add(person)
    places = list(senders)
    near = near_copies([read[index] for index in places], [len(senders[index]) for index in places])
    original = {index: places[near[place]] for place, index in enumerate(places)}
    return [original[index] for index in same]
