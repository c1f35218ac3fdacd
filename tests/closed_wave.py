"""A wave that was closed and analysed: twelve who may be quoted, one who may not, one whose words are held."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from feedback_app import analysing, asking
from tests.respondents import WORRYING, Respondent, arrive
from tests.term import AREA, WAVE, Term

NOT_TO_BE_QUOTED = "The clinic smells of paint and I would rather not say more"
QUOTABLE = (
    "We waited eleven months for a first visit and nobody rang us",
    "The waiting list is too long, we waited over a year",
    "Waiting for physio took so long that I stopped going to school",
    "I waited nine months and then they cancelled the first visit",
    "The physio listened to me and explained every exercise",
    "She listens to me and explains things so that I understand",
    "They explain things well and they listen to what I want",
    "My physio Mrs Harrison listened and made me laugh",
    "The swimming pool on Fridays is really good for my legs",
    "I love the swimming pool, the warm water is good for me",
    "The warm pool helps my legs and I love the swimming group",
    "Going to the pool with the group on Fridays is the best",
)


@dataclass(frozen=True, slots=True)
class Closed:
    """Who said what; the words lead to their owner's receipt code."""

    receipts: Mapping[str, str]


def close_and_analyse(term: Term) -> Closed:
    """Fourteen people answer, the wave closes, and the analysis is made."""
    closed = collect(term)
    analysing.analyse_wave(term.area_id, term.wave_id)
    return closed


def collect(term: Term) -> Closed:
    """Fourteen people answer and the wave closes; nothing is analysed yet."""
    receipts = {words: say(term, words).send() for words in QUOTABLE}
    receipts[NOT_TO_BE_QUOTED] = say(term, NOT_TO_BE_QUOTED, permission="no").send()
    receipts[WORRYING] = say(term, WORRYING).send()
    asking.close_wave(AREA, WAVE)
    return Closed(receipts)


def say(term: Term, *words: str, permission: str = "yes") -> Respondent:
    """Somebody writes to one or both boxes and says whether the words may be quoted."""
    respondent = arrive(term.opening)
    respondent.choose("t1", "physiotherapy")
    for question, said in zip(("t10", "t11"), words, strict=False):
        respondent.write(question, said, repeat="physiotherapy")
    respondent.choose("quote", permission)
    return respondent
