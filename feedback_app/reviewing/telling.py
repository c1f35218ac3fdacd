"""Decisions in words: what was decided, what became of it, and how many the computer followed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from feedback_app.reviewing.decided import Decided

THEME_ID = re.compile(r"\bt-[a-z0-9-]+")


@dataclass(frozen=True, slots=True)
class Told:
    """One decision as a page tells it: `about` in a sentence, `became` what became of it."""

    decision: Decided
    about: str
    became: str


@dataclass(frozen=True, slots=True)
class Counted:
    """How many decisions young people made and did not take back, and what became of them."""

    made: int
    followed: int
    waiting: int
    overruled: int

    @property
    def words(self) -> str:
        if not self.made:
            return "Young people have made no decisions yet."
        made = "Young people made 1 decision" if self.made == 1 else f"Young people made {self.made} decisions"
        if self.waiting == self.made:
            return f"{made}. The computer reads them when it sorts the words again."
        waiting = f" The computer has not read {self.waiting} of them yet." if self.waiting else ""
        return f"{made}; {self.followed} {'was' if self.followed == 1 else 'were'} followed.{waiting}"


def counted(every: Iterable[Decided]) -> Counted:
    mine = [one for one in every if one.by_young_people and one.back is None]
    standing = [one for one in mine if one.overruled is None]
    return Counted(
        made=len(mine),
        followed=sum(one.outcome == "followed" for one in standing),
        waiting=sum(not one.outcome for one in standing),
        overruled=len(mine) - len(standing),
    )


def told(
    every: Sequence[Decided], names: Mapping[str, str], suggested: Mapping[str, str], promises: Mapping[str, str]
) -> tuple[Told, ...]:
    """The newest first; `names` are by theme, whether it is still there or not, `suggested` the computer's names."""
    return tuple(Told(one, _about(one, names, suggested, promises), _became(one, names)) for one in reversed(every))


def names_of(found: Mapping[str, str], every: Iterable[Decided]) -> Mapping[str, str]:
    """What each theme is called, one that people made or joined with another too."""
    names = dict(found)
    for one in every:
        if one.what == "split":
            names[one.text("made")] = one.name
        if one.what == "name" and one.holds:
            names[one.subject] = one.name
    return names


def _about(one: Decided, names: Mapping[str, str], suggested: Mapping[str, str], promises: Mapping[str, str]) -> str:
    theme = _name(one.subject, names)
    match one.what:
        case "name":
            return f"{_name(one.subject, {**names, **suggested})} is called “{one.name}”."
        case "heading":
            return f"The council’s heading for {theme} is “{one.name}”."
        case "join":
            return f"{theme} and {_name(one.text('into'), names)} are one."
        case "split":
            return f"A part of {theme} is one of its own: “{one.name}”."
        case "move" if one.subject == one.text("to"):
            return f"A comment that was in no theme went to {theme}."
        case "move":
            return f"A comment went from {theme} to {_name(one.text('to'), names)}."
        case "promise":
            standard = one.text("standard")
            return f"{theme} speaks to the promise “{promises.get(standard, standard)}”."
        case _:
            return f"{theme} is not a theme."


def _became(one: Decided, names: Mapping[str, str]) -> str:
    if one.back:
        return "Taken back."
    if one.overruled:
        return "An adult decided otherwise."
    if one.outcome == "followed":
        return "The computer followed it."
    if one.outcome == "replaced":
        return "A later decision took its place."
    if one.outcome:
        why = THEME_ID.sub(lambda found: _name(found[0], names), one.outcome_why)
        return f"The computer could not follow it: {why}."
    return "The computer reads it when it sorts the words again."


def _name(id: str, names: Mapping[str, str]) -> str:
    return f"“{names[id]}”" if id in names else "a theme that is gone"
