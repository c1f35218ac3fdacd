"""A simulated person who knows the labels and decides about the themes of a first half, by a stated rule and a seed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeVar

import numpy as np

from analysis.decisions import Confirm, Key, Merge, Move, NotATheme, Part, Rename, Split, ThemeDecision
from analysis.findings import Findings

STANDS: Final = 0.5  # a theme stands for a label that so much of it has
SURE: Final = 0.75  # and is confirmed from here on
MIXED: Final = 0.2  # a theme of which no label has so much says nothing together
SECOND: Final = 0.25  # a second label with so much of a theme is another subject
LEAST_PEOPLE: Final = 3  # as a theme needs

T = TypeVar("T")


@dataclass(slots=True)
class _Table:
    """What lies before the person: where each segment stands, and what they have said of each theme.

    Made for one sitting and let go with it: a decision changes it.
    """

    place: dict[Key, str]
    labels: Mapping[str, str]
    chance: np.random.Generator
    named: set[str] = field(default_factory=set)
    confirmed: set[str] = field(default_factory=set)
    decided: set[str] = field(default_factory=set)
    moved: set[Key] = field(default_factory=set)

    def label(self, key: Key) -> str:
        return self.labels[key[0]]

    def themes(self) -> dict[str, list[Key]]:
        found: dict[str, list[Key]] = {}
        for key in sorted(self.place):
            found.setdefault(self.place[key], []).append(key)
        return dict(sorted(found.items()))

    def shares(self, keys: Sequence[Key]) -> list[tuple[str, float]]:
        """The labels of some segments, the commonest first, and how much of them each has."""
        counts = Counter(self.label(key) for key in keys)
        return [(label, n / len(keys)) for label, n in sorted(counts.items(), key=lambda one: (-one[1], one[0]))]

    def standing(self) -> dict[str, list[str]]:
        """For each label the themes that stand for it, the largest first."""
        found: dict[str, list[str]] = {}
        for theme, keys in sorted(self.themes().items(), key=lambda one: (-len(one[1]), one[0])):
            label, share = self.shares(keys)[0]
            if share >= STANDS:
                found.setdefault(label, []).append(theme)
        return found

    def any_of(self, choices: Sequence[T]) -> T | None:
        return choices[int(self.chance.integers(len(choices)))] if choices else None


def decide(findings: Findings, labels: Mapping[str, str], count: int, seed: int) -> tuple[ThemeDecision, ...]:
    """So many decisions about the themes that were found, each about what the ones before it have left.

    Kinds come by turns: merge, split, move, rename, confirm, not a theme. What there is no more cause for is passed
    over; within a kind the seed chooses. Two themes that stand for one label are merged into the larger. A theme with a
    second label that no theme stands for is split: a part of that label's name. A segment goes to the largest theme
    that stands for its label. A theme gets the name of the label it stands for, or is confirmed. One that is mixed is
    not a theme.

    Parameters
    ----------
    findings : Findings
        Without decisions.
    labels : mapping of str to str
        By comment id.
    """
    rows = {one.segment: one.theme for one in findings.assignments if one.level == findings.default_level}
    table = _Table(rows, labels, np.random.default_rng([seed, 30]))
    return tuple(one for one, _ in zip(_by_turns(table), range(count), strict=False))


def _by_turns(table: _Table) -> Iterator[ThemeDecision]:
    kinds: Sequence[Callable[[_Table], ThemeDecision | None]] = (_merge, _split, _move, _rename, _confirm, _not_a_theme)
    while True:
        found = False
        for kind in kinds:
            decision = kind(table)
            if decision:
                found = True
                yield decision
        if not found:
            return


def _merge(table: _Table) -> Merge | None:
    pairs = [(themes[0], other) for themes in table.standing().values() for other in themes[1:]]
    chosen = table.any_of(pairs)
    if chosen is None:
        return None
    into, source = chosen
    for key in [key for key, theme in table.place.items() if theme == source]:
        table.place[key] = into
    table.decided |= {into}
    return Merge(themes=(source,), into=into, who="simulated")


def _split(table: _Table) -> Split | None:
    standing = table.standing()
    choices = []
    for theme, keys in table.themes().items():
        for label, share in table.shares(keys)[1:]:
            part = frozenset(key for key in keys if table.label(key) == label)
            if share >= SECOND and label not in standing and len({comment for comment, _ in part}) >= LEAST_PEOPLE:
                choices.append((theme, label, part))
    chosen = table.any_of(choices)
    if chosen is None:
        return None
    theme, label, part = chosen
    # the id that the part will get is not known before an analysis: it is decided about no more
    table.place = {key: place for key, place in table.place.items() if key not in part}
    table.decided.add(theme)
    return Split(theme=theme, parts=(Part(label, part),), who="simulated")


def _move(table: _Table) -> Move | None:
    standing = table.standing()
    stands_for = {theme: label for label, themes in standing.items() for theme in themes}
    choices = [
        (key, standing[table.label(key)][0])
        for key, theme in sorted(table.place.items())
        if table.label(key) in standing and stands_for.get(theme) != table.label(key) and key not in table.moved
    ]
    chosen = table.any_of(choices)
    if chosen is None:
        return None
    key, to = chosen
    table.place[key] = to
    table.moved.add(key)
    table.decided.add(to)
    return Move(segment=key, to=to, who="simulated")


def _rename(table: _Table) -> Rename | None:
    choices = [(theme, label) for label, themes in table.standing().items() for theme in themes[:1]]
    chosen = table.any_of([one for one in choices if one[0] not in table.named])
    if chosen is None:
        return None
    theme, label = chosen
    table.named.add(theme)
    table.decided.add(theme)
    return Rename(theme=theme, name=label, who="simulated")


def _confirm(table: _Table) -> Confirm | None:
    themes = [theme for theme, keys in table.themes().items() if table.shares(keys)[0][1] >= SURE]
    chosen = table.any_of([one for one in themes if one not in table.confirmed])
    if chosen is None:
        return None
    table.confirmed.add(chosen)
    table.decided.add(chosen)
    return Confirm(theme=chosen, who="simulated")


def _not_a_theme(table: _Table) -> NotATheme | None:
    mixed = [theme for theme, keys in table.themes().items() if table.shares(keys)[0][1] < MIXED]
    chosen = table.any_of([one for one in mixed if one not in table.decided])
    if chosen is None:
        return None
    table.place = {key: theme for key, theme in table.place.items() if theme != chosen}
    return NotATheme(theme=chosen, who="simulated")
