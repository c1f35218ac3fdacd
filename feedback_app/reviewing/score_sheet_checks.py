"""What a score sheet must keep, so that young people can score with it and nobody is given marks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from feedback_app.readability.words import hard_words, longest_sentence, school_year
from feedback_app.reviewing.score_sheets import CANNOT_SAY, MOST_CRITERIA, Sheet

LEAST_STEPS, MOST_STEPS = 3, 5
MOST_WORDS = 15  # of a sentence that young people read while they look at something
GRADE = 4  # a reading age of nine
PARTS_OF_GOOD = 2
MARKS = re.compile(r"[0-9]|out of|\bmarks?\b|\bpoints?\b|\bstars?\b|per cent|%", re.IGNORECASE)


def problems(sheet: Sheet) -> tuple[str, ...]:
    """Everything that must be changed in a sheet, each in one line; nothing when it is fit to be used."""
    return (*_scale(sheet), *_asked(sheet), *_said_first(sheet), *_boxes(sheet), *_words(sheet))


def _scale(sheet: Sheet) -> Iterator[str]:
    if not LEAST_STEPS <= len(sheet.scale) <= MOST_STEPS:
        yield f"the scale has {len(sheet.scale)} places: give it {LEAST_STEPS} to {MOST_STEPS}, each in words"
    for name, times in Counter(step.id for step in sheet.scale).items():
        if times > 1:
            yield f"the scale has {times} places called {name}"
    for words, times in Counter(step.words.casefold() for step in sheet.scale).items():
        if times > 1:
            yield f"the scale says “{words}” {times} times"
    if sheet.place(CANNOT_SAY) is not None or sheet.cannot_say in [step.words for step in sheet.scale]:
        yield f"“{sheet.cannot_say}” is a place on the scale: who cannot say gives no score"
    for step in sheet.scale:
        if MARKS.search(step.words) or MARKS.search(step.means):
            yield f"{step.id}: the scale gives marks: say it in words alone"
    if len(sheet.sources) < PARTS_OF_GOOD:
        yield "does not say how people may know (`sources`): I saw it, a young person told us"


def _asked(sheet: Sheet) -> Iterator[str]:
    answers_are_scored = sheet.scored in ("interview", "tender")
    ids = [
        *(one.id for one in sheet.criteria),
        *(one.id for one in sheet.boxes),
        *(one.id for one in sheet.choices),
    ]
    yield from (f"has {times} things called {name}" for name, times in Counter(ids).items() if times > 1)
    if not sheet.criteria and sheet.standards != "needed":
        yield "asks about nothing: it has no criteria"
    if len(sheet.criteria) > MOST_CRITERIA:
        yield f"asks about {len(sheet.criteria)} things: {MOST_CRITERIA} at most"
    if sheet.standards != "none" and "{standard}" not in sheet.standard_asks:
        yield "does not say how to ask about a promise (`standard_asks`, with {standard} in it)"
    if sheet.standards != "none" and answers_are_scored:
        yield "holds somebody's answers against the area's promises: promises are for services and visits"
    for one in sheet.criteria:
        if not one.asks.endswith("?"):
            yield f"{one.id}: is not asked as a question"
        if answers_are_scored and len(one.good_has) < PARTS_OF_GOOD:
            yield f"{one.id}: does not say what a good answer has in it (`good_has`, {PARTS_OF_GOOD} or more)"
        if one.good_has and not answers_are_scored:
            yield f"{one.id}: says what a good answer has in it, and nobody's answers are scored"


def _said_first(sheet: Sheet) -> Iterator[str]:
    said = " ".join(sheet.read_first).casefold()
    if "name" not in said:
        yield "does not say first that no names are written (`read_first`)"
    if "leave out" not in said:
        yield "does not say first that anything may be left out (`read_first`)"
    if "on your own" not in said:
        yield "does not say first that each scores on their own (`read_first`)"


def _boxes(sheet: Sheet) -> Iterator[str]:
    feelings = [one.feeling for one in sheet.boxes]
    if "bad" in feelings and "good" not in feelings[: feelings.index("bad")]:
        yield "asks what is not good before it asks what is"
    for one in sheet.choices:
        if len(one.options) < PARTS_OF_GOOD:
            yield f"{one.id}: there is nothing to choose between"


def _words(sheet: Sheet) -> Iterator[str]:
    asked = [
        *(one.asks for one in sheet.criteria),
        *(one.asks for one in sheet.boxes),
        *(one.asks for one in sheet.choices),
        *(one.asks for one in sheet.wordings),
        *(one.hint for one in sheet.criteria if one.hint),
        *([sheet.standard_asks.replace("{standard}", "This")] if sheet.standard_asks else ()),
    ]
    lines = [
        *asked,
        *sheet.read_first,
        *(line for step in sheet.scale for line in (step.words, step.means)),
        *(line for one in sheet.criteria for line in one.good_has),
        sheet.evidence,
        sheet.subject,
        sheet.subject_hint,
    ]
    for line in lines:
        if longest_sentence([line]) > MOST_WORDS:
            yield f"a sentence has more than {MOST_WORDS} words: {line}"
    yield from (f"“{one.word}” is hard: write {one.instead}" for one in hard_words(lines, "anybody"))
    for words in (asked, sheet.read_first):
        if (grade := school_year(words)) > GRADE:
            yield f"the words are of grade {grade:.1f} where {GRADE} is allowed: use shorter words: {words[0]} ..."
