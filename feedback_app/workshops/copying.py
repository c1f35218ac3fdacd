"""Copying: which ideas of a room stand in other words of it, so that these can go when an idea is held or taken back.

Words that were changed on the way are the group's own: only words that stand as somebody said them are found.
"""

from __future__ import annotations

import re

from sqlalchemy.engine import Connection

from feedback_app.storage import copies as rows
from feedback_app.workshops.names_out import without_names
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


def ideas_in(session: Connection, room: Room, words: str) -> frozenset[str]:
    """The answers of which words stand in these, held or not."""
    if not words:
        return frozenset()
    return frozenset(one for one, idea in rows.said(session, room.area_id, room.id) if are_copied(words, idea))


def are_copied(words: str, idea: str) -> bool:
    """Whether words have been taken from an idea, with the names in it or without them."""
    said = [idea, without_names(idea)] if _TAKEN_OUT.search(words) else [idea]
    mine, lines = _bare(words), [line for line in map(_bare, _ENDS.split(words)) if line]
    return any(_are_copied(mine, lines, _bare(one)) for one in said)


def _are_copied(mine: list[str], lines: list[list[str]], theirs: list[str]) -> bool:
    if any(line == theirs or _stands_in(line, theirs) for line in lines):
        return True
    return (len(theirs) >= LEAST_WORDS and _stands_in(theirs, mine)) or _share_a_run(mine, theirs)


def _bare(words: str) -> list[str]:
    return re.findall(r"\w+", words.casefold().replace("’", "").replace("'", ""))


def _stands_in(part: list[str], whole: list[str]) -> bool:
    return _telling(part) >= LEAST_TELLING and f" {' '.join(part)} " in f" {' '.join(whole)} "


def _share_a_run(mine: list[str], theirs: list[str]) -> bool:
    inside = f" {' '.join(mine)} "
    return any(
        _telling(theirs[at : at + length]) >= TELLING_IN_RUN and f" {' '.join(theirs[at : at + length])} " in inside
        for length in range(RUN, RUN + 4)  # a run with few telling words in four may have enough in seven
        for at in range(len(theirs) - length + 1)
    )


def _telling(words: list[str]) -> int:
    return sum(word not in _EMPTY for word in words)
