"""How people took a question, read from all their answers to it.

Headings get mixed up, and the question that is printed is not always the one that people answer.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from heapq import nsmallest
from typing import Final
from zlib import crc32

from analysis.asked import asks_of, what_is_asked
from analysis.feeling import Feeling, feeling_of
from analysis.nonanswers import is_answer
from analysis.sentiment import CLEAR_PRAISE, ThreeClasses, silence_to
from analysis.voices import Asks, Comment

FEWEST: Final = 50  # answers; with fewer a question is what it says
MOST: Final = 2_000  # answers that are read of one question; they say it as well as all of them
MUCH_PRAISE: Final = 0.4  # "what could we do better?" gets clear praise from under a fifth, "why?" from half
MUCH_SILENCE: Final = 0.08  # few answer "why?" with "nothing"; many answer so to "what could we do better?"

_MORE = re.compile(r"\b(?:else|other|others|further|more|add|comments?|anything|any)\b")


@dataclass(frozen=True, slots=True)
class Taken:
    """What a question asks for as people took it, and what "nothing" says to it."""

    asks: Asks
    silence: ThreeClasses


def question_of(comment: Comment) -> tuple[str, Asks]:
    """What tells one question from another: its words or id, and what it asks for."""
    return comment.question, what_is_asked(comment)


def as_said(question: str) -> Taken:
    """A question that is what its words say."""
    asks = asks_of(question)
    return Taken(asks, silence_to(asks))


def how_taken(comments: Iterable[Comment]) -> Mapping[tuple[str, Asks], Taken]:
    """Say of every question how people took it.

    Parameters
    ----------
    comments : iterable of Comment
        All of a wave, in any order; what is held is not read.

    Returns
    -------
    mapping of (question, asks) to Taken
        A question that asks for change and gets clear praise from `MUCH_PRAISE` of those who say something is open;
        "nothing" to an open one is praise where `MUCH_SILENCE` answer so, unless it asks for anything else to say.
        A question with fewer than `FEWEST` answers is what its words say.
    """
    answers: dict[tuple[str, Asks], list[str]] = defaultdict(list)
    for comment in comments:
        if not comment.held and comment.words.strip():
            answers[question_of(comment)].append(comment.words)
    return {(question, asks): _taken(question, asks, words) for (question, asks), words in answers.items()}


def _taken(question: str, asks: Asks, words: list[str]) -> Taken:
    if asks == "strengths" or len(words) < FEWEST:
        return Taken(asks, silence_to(asks))
    if asks == "open":
        return Taken(asks, "positive" if _is_silent(question, words) else "neutral")
    some = nsmallest(MOST, words, key=lambda one: (crc32(one.encode()), one))  # the same ones in any order
    felt = [feeling for feeling in (feeling_of(one) for one in some if is_answer(one)) if not feeling.nothing]
    praise = sum(map(_praises, felt))
    return Taken("open" if felt and praise >= MUCH_PRAISE * len(felt) else asks, "positive")


def _is_silent(question: str, words: list[str]) -> bool:
    """An id shows nothing of what was asked, so nothing follows from it."""
    silent = sum(not is_answer(one) for one in words)
    return " " in question and not _MORE.search(question.casefold()) and silent >= MUCH_SILENCE * len(words)


def _praises(feeling: Feeling) -> bool:
    return feeling.good - feeling.bad >= CLEAR_PRAISE
