"""What goes in: comments, ratings and people, as plain values that know nothing of the app."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Asks = Literal["strengths", "challenges", "change", "open"]
Missing = Literal[
    "dont_know",
    "prefer_not",
    "not_applicable",
    "not_used",
    "could_not_tell",
    "skipped",
    "not_understood",
    "not_asked",
]


@dataclass(frozen=True, slots=True)
class Comment:
    """One answer in somebody's own words.

    `people` is the size of the group that said it together: printed, never added. A `held` comment counts in the
    base and nowhere else; its words are never read. `quotable` is the person's own Yes.
    """

    id: str
    respondent: str
    words: str
    people: int = 1
    group: str = ""
    question: str = ""
    asks: Asks = "open"
    service: str = ""
    wave: str = ""
    language: str = "en"
    quotable: bool = False
    held: bool = False


@dataclass(frozen=True, slots=True)
class Rating:
    """One closed answer. `option` is the chosen option's id ("" when skipped or never asked).

    `value` is the option's score where it has one; an unscored option (a length of wait, say) has `value` None and
    `missing` None. An answer that is no answer has `missing` set and `value` None.
    """

    respondent: str
    question: str
    option: str = ""
    value: float | None = None
    missing: Missing | None = None
    service: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """One response, whoever wrote nothing too. `completed` is False for one that was started and never sent.

    `attributes` holds closed facts such as {"who": "Me, with some help"}.
    """

    id: str
    group: str = ""
    completed: bool = True
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Choice:
    """One option of a closed question, in the order shown. `score` and `missing` exclude one another."""

    id: str
    label: str
    score: float | None = None
    missing: Missing | None = None


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """One question of one survey version as it was asked of one group. `id` is `survey/question`.

    `link` joins questions of different surveys that ask the same thing: side by side, never pooled.
    `choices` is empty for an open question; `scale` names the answer scale ("good5", "happy10", ...), "" for a list.
    `per_service` is True where the question was asked again for each service.
    """

    id: str
    survey: str
    words: str
    kind: str
    group: str = ""
    asks: Asks | None = None
    link: str = ""
    domain: str = ""
    scale: str = ""
    per_service: bool = False
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Voices:
    """Everything one analysis reads. Counts are of `respondent`; row order never changes a result.

    `groups` names the groups in reading order, as {"young_person": "Young people"}; `services` likewise.
    """

    comments: tuple[Comment, ...]
    ratings: tuple[Rating, ...] = ()
    people: tuple[Person, ...] = ()
    questions: tuple[AskedQuestion, ...] = ()
    groups: Mapping[str, str] = field(default_factory=dict)
    services: Mapping[str, str] = field(default_factory=dict)
