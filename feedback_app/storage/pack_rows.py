"""What stands in an evidence pack, as frozen values: one class for a table, one field for a column of that name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from feedback_app.storage.pack_standard_rows import (
    Gap,
    ListVoices,
    RelatedElsewhere,
    RelatedStandards,
    SharedVoices,
    StandardStrength,
    StandardWord,
)


@dataclass(frozen=True, slots=True)
class Group:
    """The people of one group. A hidden count stands in its `..._shown` in words ("fewer than 10")."""

    group_id: str
    group_name: str
    took_part_shown: str
    finished_shown: str
    wrote: int | None
    wrote_shown: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One answer to a closed fact about who took part, as ("who", "Me, on my own"), counted in one group."""

    group_id: str
    fact: str
    answer: str
    shown: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question as one group was asked it. `question` is the same for all groups of a survey; `link` joins surveys."""

    id: str
    question: str
    survey: str
    group_id: str | None
    words: str
    kind: str
    link: str
    domain: str
    scale: str


@dataclass(frozen=True, slots=True)
class Scale:
    """One question's result for one group and one service.

    `mean` and `median` are words to print ("5.4", "9.2 or more"), None where nobody may see them.
    """

    id: int
    question_id: str
    group_id: str
    group_name: str
    service_id: str
    service_name: str
    answered: int | None
    answered_shown: str
    mean: str | None
    median: str | None
    small_base: bool


@dataclass(frozen=True, slots=True)
class ScalePart:
    """One option's people ("answer"), those of several together ("not split"), or one kind of "no answer".

    The options that are "not split" come right after the row of them together, as answers without a number.
    """

    scale_id: int
    part: str
    option_id: str
    label: str
    score: float | None
    people: int | None
    share: int | None
    shown: str


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme. Only the level that `is_counted` has counts; broader ones are its headings, by `parent_id`.

    `suggested` is the computer's name for it: "" where people made it, None in a pack from before it was written.
    """

    id: str
    name: str
    name_by: str
    heading: str
    known: str
    parent_id: str | None
    is_counted: bool
    is_provisional: bool
    is_tentative: bool
    terms: str
    tone: str
    suggested: str | None = None


@dataclass(frozen=True, slots=True)
class Standard:
    """One promise or finding, with what is printed wherever its words are: who wrote them, and its status."""

    id: str
    area_id: str
    area_name: str
    strategy: str
    strategy_status: str
    set_id: str
    set_name: str
    kind: str
    is_promise: bool
    name: str
    name_by: str
    description: str
    description_by: str
    easy_read: str
    polarity: str
    status: str
    modelled_on: str
    source: str
    set_name_by: str = ""
    easy_read_by: str = ""
    lacks: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """How many people of a group spoke to a theme or a standard (`of_id`), all of them or by sentiment.

    `share` is a whole percent of `base`, the people of the group who wrote; both are None where they may not be shown.
    `step` is the heat map's, 0 (hidden) to 4 (most).
    """

    of_id: str
    group_id: str
    group_name: str
    sentiment: str
    people: int | None
    base: int | None
    share: int | None
    shown: str
    how_many: str
    step: int
    small_base: bool


@dataclass(frozen=True, slots=True)
class ThemeStandard:
    """How many people of a group spoke to a theme and to a standard in one breath; everyone's where no group's is
    shown.
    """

    theme_id: str
    standard_id: str
    theme_name: str
    standard_name: str
    shown: str
    group_id: str = "everyone"
    group_name: str = "Everyone"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that a person released."""

    id: int
    theme_id: str | None
    group_id: str
    group_name: str
    sentiment: str
    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class QuoteStandard:
    """Why a quote speaks to a standard. `chance` is a whole percent, None where labels have not shown it yet."""

    quote_id: int
    standard_id: str
    strength: str
    reason: str
    chance: int | None = None


@dataclass(frozen=True, slots=True)
class PublishedResult:
    """A figure that somebody else published. `mean` is text, as it was printed."""

    title: str
    question: str
    service: str
    respondents: int
    mean: str
    scale: str
    group_name: str
    source: str
    note: str


@dataclass(frozen=True, slots=True)
class Decision:
    about: str
    decision: str
    who: str
    why: str
    replaces: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawn chart, checked when it was read, with its sentence and its base."""

    id: str
    kind: str
    title: str
    group_id: str
    question_id: str | None
    scale_id: int | None
    svg: Markup
    words: str
    base: str


@dataclass(frozen=True, slots=True)
class Pack:
    """All that an evidence pack says."""

    about: Mapping[str, str]
    groups: tuple[Group, ...]
    facts: tuple[Fact, ...]
    questions: tuple[Question, ...]
    scales: tuple[Scale, ...]
    scale_parts: tuple[ScalePart, ...]
    themes: tuple[Theme, ...]
    theme_counts: tuple[Count, ...]
    standards: tuple[Standard, ...]
    standard_counts: tuple[Count, ...]
    theme_standards: tuple[ThemeStandard, ...]
    quotes: tuple[Quote, ...]
    quote_standards: tuple[QuoteStandard, ...]
    published_results: tuple[PublishedResult, ...]
    decisions: tuple[Decision, ...]
    figures: tuple[Figure, ...]
    standard_strengths: tuple[StandardStrength, ...] = ()
    standard_words: tuple[StandardWord, ...] = ()
    shared_voices: tuple[SharedVoices, ...] = ()
    related_standards: tuple[RelatedStandards, ...] = ()
    related_elsewhere: tuple[RelatedElsewhere, ...] = ()
    gaps: tuple[Gap, ...] = ()
    list_voices: tuple[ListVoices, ...] = ()
