"""What was said to each promise, and to the findings, topics and the like that are nobody's promise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from feedback_app.reporting.voices import Beside, Voices, beside, voices_of
from feedback_app.storage.pack_rows import (
    Group,
    Pack,
    Quote,
    QuoteStandard,
    Standard,
)
from feedback_app.storage.pack_standard_rows import RelatedElsewhere, StandardStrength


@dataclass(frozen=True, slots=True)
class QuoteRead:
    """Released words, and why the computer thought of the standard."""

    quote: Quote
    why: QuoteStandard


@dataclass(frozen=True, slots=True)
class StandardRead:
    """A standard with its evidence. `strengths` is by group id, `words` those by which the computer found it,
    `elsewhere` what a person confirmed of lists that the wave was not read against.
    """

    standard: Standard
    voices: Voices
    themes: tuple[Beside, ...]
    quotes: tuple[QuoteRead, ...] = ()
    strengths: Mapping[str, tuple[StandardStrength, ...]] | None = None
    words: tuple[str, ...] = ()
    elsewhere: tuple[RelatedElsewhere, ...] = ()

    @property
    def has_no_evidence(self) -> bool:
        """Whether a page may say so: of a promise, when fewer people than may be shown spoke to it."""
        return self.standard.is_promise and self.voices.is_silent

    @property
    def is_calibrated(self) -> bool:
        """Whether the pack says how often the computer is right."""
        return any(one.why.chance is not None for one in self.quotes)

    def said(self, sentiment: str) -> tuple[QuoteRead, ...]:
        """Quotes of one sentiment, what is typical first."""
        found = [one for one in self.quotes if one.quote.sentiment == sentiment]
        return tuple(sorted(found, key=lambda one: one.quote.kind == "outlier"))


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

    def place(self, read: StandardRead) -> int:
        """Which one of the set it is, from 1."""
        return 1 + self.standards.index(read)

    def beside(self, read: StandardRead) -> tuple[StandardRead | None, StandardRead | None]:
        """The one before and the one after."""
        around = (None, *self.standards, None)
        place = self.place(read)
        return around[place - 1], around[place + 1]


def sets_of(pack: Pack, groups: Sequence[Group]) -> tuple[StandardsRead, ...]:
    """The sets of standards, in the pack's order."""
    found: dict[tuple[str, str], list[StandardRead]] = {}
    for standard in pack.standards:
        found.setdefault((standard.area_id, standard.set_id), []).append(_read(pack, standard, groups))
    return tuple(StandardsRead(tuple(one_set)) for one_set in found.values())


def _read(pack: Pack, standard: Standard, groups: Sequence[Group]) -> StandardRead:
    why = {one.quote_id: one for one in pack.quote_standards if one.standard_id == standard.id}
    quotes = [one for one in pack.quotes if one.id in why]
    counts = [one for one in pack.standard_counts if one.of_id == standard.id]
    return StandardRead(
        standard=standard,
        voices=voices_of(counts, quotes, groups),
        themes=beside(one for one in pack.theme_standards if one.standard_id == standard.id),
        quotes=tuple(QuoteRead(one, why[one.id]) for one in quotes),
        strengths=_by_group(one for one in pack.standard_strengths if one.standard_id == standard.id),
        words=tuple(one.word for one in pack.standard_words if one.standard_id == standard.id),
        elsewhere=tuple(one for one in pack.related_elsewhere if one.standard_id == standard.id),
    )


def _by_group(strengths: Iterable[StandardStrength]) -> Mapping[str, tuple[StandardStrength, ...]]:
    found: dict[str, tuple[StandardStrength, ...]] = {}
    for one in strengths:
        found[one.group_id] = (*found.get(one.group_id, ()), one)
    return found
