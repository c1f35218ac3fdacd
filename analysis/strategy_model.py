"""A published strategy as frozen values: its sets, its standards, and what may be said of them."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from types import MappingProxyType
from typing import Any

# Only of these may a page say "your promise", or "no voice evidence" when nobody spoke to them.
KINDS_THAT_PROMISE = frozenset({"standard", "outcome", "priority", "principle"})
KINDS = KINDS_THAT_PROMISE | {"action", "finding", "topic", "service", "measure", "tag"}

NEGATIVE = "negative"
ABOUT_NO_CONCEPT = "none"
UNCONFIRMED = "unconfirmed"
INVENTED = "invented example"
_FILE_NAME = re.compile(r"^\S+\.txt, ")
STATUS_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "draft": "draft",
        "proposed": "proposed",
        UNCONFIRMED: "not confirmed",
        INVENTED: INVENTED,
    }
)


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of an area's own commissioning cycle."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Standard:
    """One promise of a strategy, or a finding, an action, a measure in it: `kind` says which.

    Attributes
    ----------
    id : str
        ``area/set/standard``, unique among all strategies.
    name : str
        As the file has it. Print `shown_name`, never this.
    description : str
        One sentence. `description_by` says who wrote it ("us", "seed", "young people") and stands beside it.
    easy_read : str
        The standard in very easy words. `easy_read_by` says who wrote them: "us" until local young people write theirs.
    keywords : tuple of str
        Words families use.
    about : tuple of str
        Ids of the concepts (`lexicons/concepts.toml`) that it is about, where its name would name others; "none" for
        none, so that only its own words speak of it.
    match_only_words : tuple of str
        For matching only: never displayed, printed or packed, and not in this value's `repr`.
    polarity : str
        "negative" is worded as bad news: only a complaint speaks to it, and it is never a promise.
    lacks : str
        What the strategy itself does not say of it ("gives no measure for it"), printed beside it.
    status, statuses : str, tuple of str
        Its own mark, and all that hold for it (the strategy's, the set's, its own), each once.
    modelled_on : str
        The id of the standard that an invented example was modelled on.
    """

    id: str
    name: str
    description: str
    kind: str
    name_by: str = ""
    description_by: str = ""
    description_basis: str = ""
    easy_read: str = ""
    easy_read_by: str = ""
    keywords: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    match_only_words: tuple[str, ...] = field(default=(), repr=False)
    polarity: str = ""
    status: str = ""
    statuses: tuple[str, ...] = ()
    status_note: str = ""
    lacks: str = ""
    note: str = ""
    source: str = ""
    modelled_on: str = ""

    @property
    def area(self) -> str:
        return self.id.split("/")[0]

    @property
    def set_id(self) -> str:
        return self.id.split("/")[1]

    @property
    def section(self) -> str:
        """Where in the strategy it stands, without the name of the file that it was read from."""
        return _FILE_NAME.sub("", self.source)

    @property
    def is_name_confirmed(self) -> bool:
        """False where the source cannot be read in full, so that the name is no council's words."""
        return self.status != UNCONFIRMED

    @property
    def shown_name(self) -> str:
        """The only form of the name that a page, a pack or a table prints."""
        if self.is_name_confirmed:
            return self.name
        return f"Name not confirmed: the printed text reads “{self.name}”"

    @property
    def shown_status(self) -> str:
        """What is printed wherever the words are, as "draft, proposed"; empty for an adopted strategy."""
        return _status_words(self.statuses)

    @property
    def is_promise(self) -> bool:
        """Whether a page may call it "your promise", and say so when no voice speaks to it."""
        return self.kind in KINDS_THAT_PROMISE and self.polarity != NEGATIVE and self.is_name_confirmed


@dataclass(frozen=True, slots=True)
class StandardSet:
    """The standards under one heading of a strategy, in its order. `id` is unique in the strategy.

    `heading_by` is "us" where the strategy prints no heading over them; `name_by`, `description_by` and `easy_read_by`
    hold for its standards, unless one says otherwise.
    """

    id: str
    name: str
    kind: str
    standards: tuple[Standard, ...]
    heading_by: str = ""
    name_by: str = ""
    description_by: str = ""
    easy_read_by: str = ""
    polarity: str = ""
    status: str = ""
    statuses: tuple[str, ...] = ()
    status_note: str = ""
    note: str = ""
    selection: str = ""
    not_included: tuple[str, ...] = ()

    @property
    def is_promise(self) -> bool:
        return self.kind in KINDS_THAT_PROMISE and self.polarity != NEGATIVE

    @property
    def shown_status(self) -> str:
        return _status_words(self.statuses)


@dataclass(frozen=True, slots=True)
class Strategy:
    """One version of one area's published strategy. Never edited: a change is the next version.

    `title_by` is "us" where its text prints no title, or none that names the area; `changed` says what is different
    from the version before.
    `cycle` is the area's own stages, empty where its strategy prints none; `cycle_source` says from where.
    """

    area: str
    area_name: str
    version: int
    title: str
    sets: tuple[StandardSet, ...]
    title_by: str = ""
    status: str = ""
    status_note: str = ""
    source_file: str = ""
    how_to_read: str = ""
    changed: str = ""
    cycle: tuple[Stage, ...] = ()
    cycle_source: str = ""
    not_included: tuple[str, ...] = ()

    @property
    def standards(self) -> tuple[Standard, ...]:
        """All standards, set after set, in the order of the file."""
        return tuple(standard for one_set in self.sets for standard in one_set.standards)

    @property
    def shown_status(self) -> str:
        return _status_words((self.status,) if self.status else ())

    def to_json(self) -> str:
        """Canonical JSON: sorted keys, no spaces, nothing empty. What a published version is stored as.

        It holds the words that are only matched, so it belongs in the live database and in no pack.
        """
        return json.dumps(_document(self), sort_keys=True, separators=(",", ":"), ensure_ascii=False)

    @property
    def digest(self) -> str:
        """SHA-256 of `to_json`, in hexadecimal."""
        return hashlib.sha256(self.to_json().encode()).hexdigest()


def _status_words(statuses: tuple[str, ...]) -> str:
    return ", ".join(STATUS_WORDS[status] for status in statuses)


def _document(strategy: Strategy) -> dict[str, Any]:
    written = _written(asdict(strategy))
    written["sets"] = [_set_document(one_set) for one_set in strategy.sets]
    return written


def _set_document(one_set: StandardSet) -> dict[str, Any]:
    written = _written(asdict(one_set))
    standards = [_written(asdict(standard)) for standard in one_set.standards]
    for standard in standards:
        del standard["kind"]
        standard["id"] = standard["id"].split("/")[-1]
    return written | {"standards": standards}


def _written(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value and name != "statuses"}
