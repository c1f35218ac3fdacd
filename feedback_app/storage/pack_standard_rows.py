"""Rows of an evidence pack about standards beyond their counts: one class for a table, one field for a column."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StandardStrength:
    """How many people of a group spoke to a standard "likely", or only "possible"."""

    standard_id: str
    group_id: str
    strength: str
    people: int | None
    shown: str


@dataclass(frozen=True, slots=True)
class StandardWord:
    """A word by which the computer found a standard; ten people or more used it."""

    standard_id: str
    word: str


@dataclass(frozen=True, slots=True)
class SharedVoices:
    """Standards of two sets that the same part of a comment spoke to, and how many people of a group did so."""

    one_id: str
    other_id: str
    one_name: str
    other_name: str
    group_id: str
    group_name: str
    shown: str


@dataclass(frozen=True, slots=True)
class RelatedStandards:
    """Standards of two sets that may be about the same. `state` is suggested, confirmed or refused, the last two by
    `who`."""

    one_id: str
    other_id: str
    one_name: str
    other_name: str
    by_words: bool
    by_voices: bool
    state: str
    who: str
    why: str
    decided_on: str = ""


@dataclass(frozen=True, slots=True)
class RelatedElsewhere:
    """A standard of a list that this wave was not read against, which `who` confirmed to be about the same as one that
    it was."""

    standard_id: str
    other_name: str
    other_status: str
    other_set: str
    other_strategy: str
    who: str
    why: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A promise that fewer of a group's `people` than may be shown spoke to, or a theme of theirs that no promise is
    about."""

    standard_id: str | None
    theme_id: str | None
    name: str
    group_id: str
    group_name: str
    people: int


@dataclass(frozen=True, slots=True)
class ListVoices:
    """Of the people of a group who wrote (`base`): how many spoke to a promise of a list, and how many to none."""

    area_id: str
    set_id: str
    set_name: str
    group_id: str
    people: int
    none: int
    base: int
