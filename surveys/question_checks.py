"""Whether one question's keys fit its kind and one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from surveys.conditions import JOINING, condition_problems
from surveys.kinds import MOST_FIGURES, MOST_PLACES, NUMBER_LINES, PICTURE_KINDS, READ_KINDS, TYPED_KINDS

if TYPE_CHECKING:  # the question runs these checks itself
    from surveys.questions import Question


def question_problems(question: Question) -> list[str]:
    """What to change, most telling first."""
    return [
        *_option_problems(question),
        *_fact_problems(question),
        *_kind_problems(question),
        *_number_problems(question),
        *_sharing_problems(question),
    ]


def _option_problems(question: Question) -> list[str]:
    problems = []
    if question.options and question.kind in READ_KINDS:
        problems.append(f"has `options`, which a question of kind `{question.kind}` does not: take them away")
    if question.kind in TYPED_KINDS and not all(option.missing for option in question.options):
        problems.append("is typed, so its `options` can only say why there is no answer: take the others away")
    if question.is_choice and len(question.options) < 2:
        problems.append("has fewer than two options: give at least two, or ask for words with kind `text`")
    for what, values in (
        ("label", [option.label for option in question.options]),
        ("id", [option.id for option in question.options]),
    ):
        twice = sorted({value for value in values if values.count(value) > 1})
        if twice:
            problems.append(f"has the option {what} `{twice[0]}` twice: reword one, or take it away")
    if question.is_choice and all(option.missing for option in question.options):
        problems.append("has only options that are no answer: add one that is")
    return problems


def _fact_problems(question: Question) -> list[str]:
    problems = []
    deciding = (*question.sets_true, *question.sets_false)
    has_range = (question.sets_true_min, question.sets_true_max) != (None, None)
    problems += [f"has a `show_if` in which {problem}" for problem in condition_problems(question.show_if)]
    if question.sets in JOINING:
        problems.append(f"sets a fact called `{question.sets}`, which joins conditions: give it another name")
    if (deciding or has_range) and not question.sets:
        problems.append("has `sets_true` or `sets_false` but no `sets`: name the fact that they decide")
    if has_range and question.is_text:
        problems.append("has `sets_true_min` or `sets_true_max`, which need a number: take them away")
    low, high = question.sets_true_min, question.sets_true_max
    if low is not None and high is not None and low > high:
        problems.append("has a `sets_true_min` above its `sets_true_max`: change them over")
    if question.sets and not question.sets_true and not has_range:
        problems.append(f"sets `{question.sets}` but never to true: name the options that do in `sets_true`")
    if both := sorted(set(question.sets_true) & set(question.sets_false)):
        problems.append(f"makes `{question.sets}` both true and false by `{both[0]}`: keep one")
    for key, chosen in (
        ("sets_true", question.sets_true),
        ("sets_false", question.sets_false),
        ("unanswered", (question.unanswered,) if question.unanswered else ()),
        ("on", tuple(reply.option for reply in question.on)),
    ):
        for id in chosen:
            option = question.option(id)
            if option is None:
                problems.append(f"has no option `{id}` for `{key}`: write one of its options' labels")
            elif option.missing and key.startswith("sets_"):
                problems.append(f"lets `{option.label}` decide a fact in `{key}`: it is no answer, take it away")
    return problems


def _kind_problems(question: Question) -> list[str]:
    problems = []
    if question.asks and not question.is_text:
        problems.append("has `asks`, which belongs to questions answered in words: take it away")
    if question.is_text and question.asks is None:
        problems.append("is answered in words: say what it asks for in `asks`")
    if question.optional_box and not question.is_text:
        problems.append("has `optional_box` but no box: take it away")
    if (question.ends is not None) != (question.kind in NUMBER_LINES):
        problems.append("has `ends`, or lacks them: they belong to lines of numbers and to nothing else")
    if question.letters is not None and not question.is_text:
        problems.append("has `letters` but no box for words: take it away")
    if question.kind in PICTURE_KINDS and not any(option.picture for option in question.options):
        problems.append(f"is of kind `{question.kind}` and no option has a `picture`: add them, or use a list")
    return problems


def _number_problems(question: Question) -> list[str]:
    limits = (question.min, question.max)
    if question.kind != "number":
        return (
            ["has `min`, `max` or `unit`, which belong to kind `number`: take them away"]
            if question.unit or limits != (None, None)
            else []
        )
    problems = []
    if question.max is not None and question.max <= (question.min or 0):
        problems.append("has a `max` that is not above its `min`: correct one")
    if any(limit is not None and len(str(limit)) > MOST_FIGURES for limit in limits):
        problems.append(f"has a limit of more than {MOST_FIGURES} figures: make it smaller")
    return problems


def _sharing_problems(question: Question) -> list[str]:
    problems = []
    real = sum(option.missing is None for option in question.options)
    if question.top is not None and question.kind != "rank":
        problems.append("has `top`, which belongs to kind `rank`: take it away")
    if question.dots is not None and question.kind != "dots":
        problems.append("has `dots`, which belongs to kind `dots`: take it away")
    if question.kind == "rank" and question.most_places > real:
        problems.append(f"has {question.top} places for {real} options: make `top` smaller")
    if question.kind == "rank" and question.most_places > MOST_PLACES:
        problems.append(f"has {real} options to put in order: write `top`, {MOST_PLACES} at most")
    return problems
