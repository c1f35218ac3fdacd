"""Copying: which ideas of a room stand in other words of it, so that these can go when an idea is held or taken back.

Words that were changed on the way are the group's own: only words that stand as somebody said them are found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.engine import Connection

from feedback_app.storage import copies as rows
from feedback_app.workshops.rooms import Room

LEAST_WORDS = 3  # of an idea that stands whole inside longer words
LEAST_TELLING = 2  # words in it that say what it is about
RUN, TELLING_IN_RUN = 4, 3  # of words that stand in both, where neither stands whole in the other
_EMPTY = frozenset(
    re.findall(
        r"\w+",
        """a about am an and are as at be been but by can could did do does dont for from had has have he her his how i
        if im in into is it its just me my no not of on or our she should so than that the their them then there they
        this to too us very was we were what when where which who why will with would you your""",
    )
)
_TAKEN_OUT = re.compile(r"\[[a-z ]+\]")  # where a name stood: names_out.py
_ENDS = re.compile(r"\n|:|^\s*\d+[.)]", re.MULTILINE)
_A_NAME = r"(?: \w+){1,4}"  # what may have stood there


@dataclass(frozen=True, slots=True)
class _Taken:
    """Words as they are looked for in ideas: all of them and each line, bare, and how a line goes on over a name.

    `openings` are the beginnings of `runs`: most ideas share none, and there may be thousands of them.
    """

    whole: str
    lines: frozenset[str]
    telling: tuple[str, ...]  # lines that may stand in an idea
    over_names: tuple[re.Pattern[str], ...]
    runs: frozenset[str]
    openings: frozenset[tuple[str, ...]]


def ideas_in(session: Connection, room: Room, words: str) -> frozenset[str]:
    """The answers of which words stand in these, held or not."""
    if not words:
        return frozenset()
    taken = _taken(words)
    return frozenset(one for one, idea in rows.said(session, room.area_id, room.id) if _are_of(taken, idea))


def are_copied(words: str, idea: str) -> bool:
    """Whether words have been taken from an idea, with the names in it or without them."""
    return _are_of(_taken(words), idea)


def _taken(words: str) -> _Taken:
    mine = _bare(words)
    lines = [line for line in _ENDS.split(words) if line.strip()]
    bare = [line for line in map(_bare, lines) if line]
    runs = frozenset(_runs(mine))
    return _Taken(
        _padded(mine),
        frozenset(map(_padded, bare)),
        tuple(_padded(line) for line in bare if _telling(line) >= LEAST_TELLING),
        tuple(_over_names(line) for line in lines if _goes_on_over_a_name(line)),
        runs,
        frozenset(tuple(run.split()[:RUN]) for run in runs),
    )


def _are_of(taken: _Taken, idea: str) -> bool:
    theirs = _bare(idea)
    said = _padded(theirs)
    if said in taken.lines or any(one in said for one in taken.telling):
        return True
    if len(theirs) >= LEAST_WORDS and said in taken.whole and _telling(theirs) >= LEAST_TELLING:
        return True
    if any(one.search(said) for one in taken.over_names):
        return True
    opened = (tuple(theirs[at : at + RUN]) in taken.openings for at in range(len(theirs) - RUN + 1))
    return any(opened) and not taken.runs.isdisjoint(_runs(theirs))


def _goes_on_over_a_name(line: str) -> bool:
    rest = _bare(_TAKEN_OUT.sub(" ", line))
    return bool(_TAKEN_OUT.search(line)) and len(rest) >= LEAST_WORDS and _telling(rest) >= LEAST_TELLING


def _over_names(line: str) -> re.Pattern[str]:
    pieces = (_bare(piece) for piece in _TAKEN_OUT.split(line))
    return re.compile(_A_NAME.join(" " + " ".join(piece) if piece else "" for piece in pieces) + " ")


def _runs(words: list[str]) -> Iterator[str]:
    """What may stand in both: four words to seven, as few words that say something may need more round them."""
    for length in range(RUN, RUN + 4):
        for at in range(len(words) - length + 1):
            if _telling(words[at : at + length]) >= TELLING_IN_RUN:
                yield " ".join(words[at : at + length])


def _padded(words: list[str]) -> str:
    return f" {' '.join(words)} "


def _bare(words: str) -> list[str]:
    return re.findall(r"\w+", words.casefold().replace("’", "").replace("'", ""))


def _telling(words: list[str]) -> int:
    return sum(word not in _EMPTY for word in words)
