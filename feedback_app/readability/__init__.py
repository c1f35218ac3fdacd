"""How easy the words of a survey are to read, for each group and in each layer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from feedback_app.readability.words import Reader, hard_words, longest_sentence, school_year
from surveys import Survey, asked_in, lines_in
from surveys.model import WORDINGS

LAYERS = ("words", "easy")
# Age less five is the school year: nine years old is grade 4, seven is grade 2.
AGE_OF_GRADE_0 = 5
USUAL_AGE, EASY_AGE = 9, 7
LONGEST, LONGEST_EASY, LONGEST_CHILD = 20, 15, 10


@dataclass(frozen=True, slots=True)
class Readability:
    """What one audience meets in one layer of a survey, measured and held to what it may be.

    `grade` is that of the questions, and of the lines round them, whichever is higher. `problems` are sentences for
    the author; empty when the words are easy enough.
    """

    survey: str
    audience: str
    layer: str
    longest: int
    grade: float
    most_grade: int
    hard: tuple[str, ...]
    problems: tuple[str, ...]


def read_through(survey: Survey) -> tuple[Readability, ...]:
    """Every audience and layer of a survey."""
    return tuple(_measured(survey, audience, layer) for audience in survey.audiences for layer in LAYERS)


def _measured(survey: Survey, audience: str, layer: str) -> Readability:
    questions = tuple(_asked(survey, audience, layer))
    round_them = tuple(line for name in WORDINGS for line in lines_in(survey, name, audience, layer))
    labels = tuple(
        label
        for question in survey.for_audience(audience).questions
        for label in asked_in(question, audience, layer).labels.values()
    )
    title = (survey.title,) if layer == "words" else ()  # a title is the same in every layer
    texts = (*title, *questions, *round_them)
    is_child = audience == "child_5_10"
    reader = _reader(audience, is_easy=is_child or layer == "easy")
    most = _age(survey, is_easy=reader == "child") - AGE_OF_GRADE_0
    allowed = LONGEST_CHILD if is_child else LONGEST_EASY if layer == "easy" else LONGEST
    longest = longest_sentence(texts)
    grade = max(school_year(questions), school_year(round_them))
    hard = hard_words((*texts, *labels), reader)
    problems = [f"“{one.word}” is hard: write {one.instead}" for one in hard]
    if longest > allowed:
        problems.append(f"a sentence has {longest} words where {allowed} are allowed: make two of it")
    if grade > most:
        problems.append(f"the words are of grade {grade:.1f} where {most} is allowed: use shorter words")
    return Readability(
        survey.id, audience, layer, longest, grade, most, tuple(one.word for one in hard), tuple(problems)
    )


def _reader(audience: str, *, is_easy: bool) -> Reader:
    if is_easy:
        return "child"
    return "practitioner" if audience == "practitioner" else "anybody"


def _asked(survey: Survey, audience: str, layer: str) -> Iterator[str]:
    """What is said in each question, the things to choose from left aside: they are no sentences."""
    for question in survey.for_audience(audience).questions:
        shown = asked_in(question, audience, layer).question
        yield from (text for text in (shown.words, shown.hint, shown.meaning) if text)


def _age(survey: Survey, *, is_easy: bool) -> int:
    age = survey.rules.reading_age or USUAL_AGE
    return min(age, EASY_AGE) if is_easy else age
