"""How a comment feels about what it is about: positive, negative, mixed or neutral."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from analysis.feeling import Feeling, feeling_of
from analysis.nonanswers import is_answer
from analysis.voices import Asks

if TYPE_CHECKING:
    from analysis.findings import Sentiment

ThreeClasses = Literal["positive", "neutral", "negative"]

CLEAR: Final = 1.0  # what good and bad must each reach for a comment to be mixed
CLEAR_IN_CONTRAST: Final = 0.5  # the same, where the writer sets one against the other with "but"
SAID: Final = 0.5  # what the sum must reach, up or down, to be no longer neutral
CLEAR_PRAISE: Final = 1.2  # what an answer to "what was hard?" must be ahead by to be praise


def sentiment_of(words: str, *, asks: Asks = "open", silence: ThreeClasses | None = None) -> Sentiment:
    """Say how a comment or a segment feels.

    Parameters
    ----------
    words : str
        The words as they came in, or redacted.
    asks : {"strengths", "challenges", "change", "open"}
        What the question asked for. An answer to "what was hard?" or "what would you change?" is negative unless it
        clearly praises; one to "what is good?" is positive unless something in it complains.
    silence : {"positive", "neutral", "negative"}, optional
        What "Nothing" before other words says to this question (`how_taken`). Without it: `silence_to`.

    Returns
    -------
    {"positive", "negative", "mixed", "neutral"}
        "mixed" needs a clear good and a clear bad. A non-answer is neutral whatever the question.

    Notes
    -----
    Words weigh as in VADER (Hutto and Gilbert, 2014), with the words of this field over them; each part of a
    sentence is summed by itself, and a negation or a "very" reaches over three words.
    """
    return _felt(feeling_of(words), asks, silence or silence_to(asks)) if is_answer(words) else "neutral"


def three_classes_of(words: str, *, asks: Asks = "open", silence: ThreeClasses | None = None) -> ThreeClasses:
    """Say how a whole comment feels in the three classes that others count in.

    Returns
    -------
    {"positive", "neutral", "negative"}
        As `sentiment_of`, and two things more. "Nothing" to "what would you change?" is praise, and to "what is
        good?" a complaint, as people who label comments read it. What is mixed is neutral: those who label put a
        third of such comments in each class, and neutral comments are the rarest of the three.
    """
    silence = silence or silence_to(asks)
    if not is_answer(words):
        return silence
    felt = _felt(feeling_of(words), asks, silence)
    return "neutral" if felt == "mixed" else felt


def silence_to(asks: Asks) -> ThreeClasses:
    """What "nothing" says to such a question."""
    if asks == "open":
        return "neutral"
    return "negative" if asks == "strengths" else "positive"


def _felt(feeling: Feeling, asks: Asks, silence: ThreeClasses) -> Sentiment:
    good, bad = _counted(feeling, silence)
    clear = CLEAR_IN_CONTRAST if feeling.contrast else CLEAR
    if asks in ("challenges", "change"):
        return _to_a_hard_question(good, bad)
    if good >= clear and bad >= clear:
        return "mixed"
    if good - bad >= SAID:
        return "positive"
    if bad - good >= SAID:
        return "negative"
    return "positive" if asks == "strengths" else "neutral"


def _counted(feeling: Feeling, silence: ThreeClasses) -> tuple[float, float]:
    """Good and bad, with what an opening "Nothing" adds to it: nothing to change, or nothing that was good."""
    if not feeling.nothing or silence == "neutral":
        return feeling.good, feeling.bad
    if silence == "negative":
        return feeling.good, feeling.bad + CLEAR
    return feeling.good + CLEAR_PRAISE, feeling.bad


def _to_a_hard_question(good: float, bad: float) -> Sentiment:
    if good < CLEAR_PRAISE or bad > good:
        return "negative"
    return "mixed" if bad >= CLEAR else "positive"
