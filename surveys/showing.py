"""Whether every part of a survey can be shown on a phone today."""

from __future__ import annotations

from collections.abc import Iterator

from surveys.conditions import facts_in
from surveys.model import Survey
from surveys.questions import Question

WORKSHOP_KINDS = frozenset({"post_its", "vote"})
# rules that need something of the page which is not there yet
RULES_NOT_KEPT = {
    "say_first": "lines read before the first question",
    "per_standard": "evidence beside each rating",
    "panel": "scores given alone and then agreed",
    "visit": "scores given alone and then agreed",
    "advocate": "an advocate's help",
    "adult_in_room": "a named adult in the room",
}


def showable(survey: Survey) -> tuple[str, ...]:
    """Why a survey cannot be shown on a phone today; empty when it can.

    A question to be drawn or spoken is showable: it shows its box for words. "Answer for another child" is not
    offered, and no words promise it.
    """
    return tuple(_problems(survey))


def _problems(survey: Survey) -> Iterator[str]:
    for rule, need in RULES_NOT_KEPT.items():
        if getattr(survey.rules, rule):
            yield f"{survey.id}: the rule `{rule}` needs {need}, which cannot be shown yet"
    facts = {question.sets for question in survey.questions}
    for question in survey.questions:
        for problem in _question_problems(question, facts):
            yield f"{survey.id}, question {question.id}: {problem}"


def _question_problems(question: Question, facts: set[str]) -> Iterator[str]:
    if question.kind in WORKSHOP_KINDS:
        yield f"kind `{question.kind}` cannot be shown yet"
    if question.on:
        yield "what to do after one option (`on`) cannot be shown yet"
    if question.say_first:
        yield "words of the wave (`say_first`) cannot be shown yet"
    if not set(facts_in(question.show_if)) <= facts:
        yield f"`{question.show_if}` is decided by the wave, which cannot be done yet"
