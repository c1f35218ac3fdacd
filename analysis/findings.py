"""What comes out: frozen values that the app stores and the evidence pack is written from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from analysis.carried import Carried
from analysis.read_counts import ReadCounts
from analysis.related import RelatedStandards
from analysis.strategy import Strategy
from analysis.voices import Missing, Voices

Sentiment = Literal["positive", "negative", "mixed", "neutral"]
Strength = Literal["likely", "possible"]

STEADY = 0.5


@dataclass(frozen=True, slots=True)
class Segment:
    """The part of a comment that is about one thing. `words[start:end]` of the comment, in characters.

    `words` is the redacted text; `original` is as it came in, for the owner's own assignments file only.
    `is_answer` is False for a non-answer ("nothing", "n/a"), which is counted and set aside.
    """

    comment: str
    ordinal: int
    start: int
    end: int
    original: str
    words: str
    sentiment: Sentiment
    is_answer: bool = True

    @property
    def key(self) -> tuple[str, int]:
        return (self.comment, self.ordinal)


@dataclass(frozen=True, slots=True)
class Theme:
    """A group of segments that say the same kind of thing, at one level (1 is the broadest).

    `id` is a slug, stable for the same input ("t-waiting-list") and kept while the theme is recognised; `parent` is
    the id of the theme one level up. `name` is the computer's; `young_peoples_name` and the commissioner's `heading`
    are "" until somebody gives one. `terms` are the comments' own words that made it, strongest first. `steadiness` is
    how surely it is found again (`analysis.steadiness`), 0 to 1; None at levels that are not read.
    """

    id: str
    level: int
    position: int
    name: str
    terms: tuple[str, ...]
    parent: str | None = None
    provisional: bool = False
    young_peoples_name: str = ""
    heading: str = ""
    steadiness: float | None = None

    @property
    def tentative(self) -> bool:
        """Whether it might not be found again if a few people had said nothing."""
        return self.steadiness is not None and self.steadiness < STEADY

    @property
    def shown_name(self) -> str:
        """Young people's name is shown first."""
        return self.young_peoples_name or self.name


@dataclass(frozen=True, slots=True)
class ThemeAssignment:
    """A segment's theme at one level, with the reason: its words that the theme knows. `margin` is 0 to 1."""

    segment: tuple[str, int]
    theme: str
    level: int
    margin: float
    reason: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StandardLink:
    """A segment and a promise it may speak to. `standard` is `area/set/id`; `reason` the words that made it so.

    `chance` is how likely it is to be right, 0 to 1: None until enough labels have shown what a score is worth.
    `examples` are sentences of ours that the segment is most like; nobody said them.
    """

    segment: tuple[str, int]
    standard: str
    strength: Strength
    score: float
    reason: tuple[str, ...] = ()
    chance: float | None = None
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuoteCandidate:
    """A redacted segment that would show a theme well, and its sentiment. A person still releases it."""

    segment: tuple[str, int]
    theme: str
    kind: Literal["typical", "outlier"]
    sentiment: Sentiment


@dataclass(frozen=True, slots=True)
class ScaleResult:
    """One closed question for one group (and one service): all numbers are counts of people.

    `counts` is by choice id, real answers only, in the order shown. `missing` is by missing kind. `answered` is
    sum(counts). `mean` and `median` are over scored answers, None where the scale has no score.
    """

    question: str
    group: str
    service: str
    answered: int
    counts: Mapping[str, int]
    missing: Mapping[Missing, int]
    mean: float | None
    median: float | None


@dataclass(frozen=True, slots=True)
class Findings:
    """The whole result. Same voices, strategies, codebook, decisions and seed: the same findings, byte for byte.

    `themes` and `assignments` are as people decided. What the computer suggested before is kept beside it in
    `suggested_themes` and `suggested_assignments`, and is the same where nobody decided anything. `offered_themes` and
    `offered_assignments` are what people decide about: as suggested, with what was learnt from earlier waves. `picks`
    are the segments about whose standards people should be asked first.
    """

    voices: Voices
    strategies: tuple[Strategy, ...]
    segments: tuple[Segment, ...]
    themes: tuple[Theme, ...]
    assignments: tuple[ThemeAssignment, ...]
    links: tuple[StandardLink, ...]
    quotes: tuple[QuoteCandidate, ...]
    scales: tuple[ScaleResult, ...]
    default_level: int
    how: Mapping[str, str] = field(default_factory=dict)
    unclear: tuple[ThemeAssignment, ...] = ()
    read: ReadCounts = field(default_factory=ReadCounts)
    suggested_themes: tuple[Theme, ...] = ()
    suggested_assignments: tuple[ThemeAssignment, ...] = ()
    offered_themes: tuple[Theme, ...] = ()
    offered_assignments: tuple[ThemeAssignment, ...] = ()
    carried: Carried = field(default_factory=Carried)
    related: tuple[RelatedStandards, ...] = ()
    picks: tuple[tuple[str, int], ...] = ()

    @property
    def made_by_people(self) -> tuple[str, ...]:
        """The ids of themes that people made, in this wave or before it, and that the computer did not suggest."""
        suggested = {theme.id for theme in self.suggested_themes}
        every = {theme.id: theme for theme in (*self.offered_themes, *self.themes)}
        return tuple(id for id, theme in every.items() if id not in suggested and theme.name and not theme.terms)
