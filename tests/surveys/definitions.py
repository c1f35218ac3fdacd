"""Definitions to test with: one that is right, and any number that hypothesis makes up."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from surveys import Answers, Question, Survey, parse_survey
from surveys.shared import Shared, load_shared

SHARED: Shared = load_shared()
SHAPES = ("plain", "short", "repeat", "children")

BUS = """\
id = "school-bus"
version = 1
title = "Getting to school"
audiences = ["young_person_11_25", "parent_carer"]

[rules]
reading_age = 9
max_words_per_sentence = 12
questions = 4

[[questions]]
id = "b1"
kind = "yesno"
words = "Do you get the school bus?"
domain = "transport"
sets = "by_bus"

[[questions]]
id = "b2"
kind = "good5"
words = "How good is the bus?"
link = "quality"
show_if = "by_bus"

[[questions]]
id = "b3"
kind = "single"
words = "How long is the ride?"
options = ["Under an hour", "Over an hour", "Don't know"]

[[questions]]
id = "b4"
kind = "text"
words = "What is good about it?"
domain = "strengths"

[[questions]]
use = "quote_permission"

[[questions]]
use = "who_filled_it_in"
"""


def survey_of(text: str) -> Survey:
    """A survey from TOML, with the shared words read once."""
    return parse_survey(text, source="test.toml", shared=SHARED)


def as_toml(values: Mapping[str, Any]) -> str:
    """TOML text for plain values: tables are written in one line."""
    return "".join(f"{key} = {_inline(value)}\n" for key, value in values.items())


def _inline(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{json.dumps(key)} = {_inline(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_inline(part) for part in value) + "]"
    return json.dumps(value, ensure_ascii=False)


@st.composite
def surveys(draw: st.DrawFn) -> Survey:
    """A survey with facts and conditions, and perhaps a short route or a repeat for each service or child."""
    shape = draw(st.sampled_from([*SHAPES]))
    asked = _questions(draw)
    values: dict[str, Any] = {
        "id": "made-up",
        "version": 1,
        "title": "Made up",
        "audiences": ["young_person_11_25", "practitioner"],
    }
    ends = [{"use": "quote_permission"}, {"use": "who_filled_it_in"}]
    if shape == "short":
        values |= _short(draw, asked, ends)
    elif shape == "repeat":
        values |= _repeated(draw, asked, ends)
    elif shape == "children":
        values |= _children(draw, asked, ends)
    else:
        values["questions"] = [*asked, *ends]
    return survey_of(as_toml(values))


@st.composite
def answers_to(draw: st.DrawFn, survey: Survey) -> Answers:
    """Any answers at all, to questions that would be asked and to ones that would not."""
    repeats = ["", *survey.repeat_ids]
    found = {}
    for question in survey.questions:
        for repeat in repeats:
            if draw(st.booleans()):
                found[question.id, repeat] = draw(answer_to(survey, question.id))
    return found


@st.composite
def telling_answers(draw: st.DrawFn, survey: Survey) -> Answers:
    """Answers to nearly everything, most of them such as decide what comes next."""
    found = {}
    for question in survey.questions:
        telling = _telling(survey, question)
        for repeat in ("", *survey.repeat_ids):
            any_answer = answer_to(survey, question.id)
            if draw(st.integers(0, 9)):
                decides = st.sampled_from(telling) if telling else any_answer
                found[question.id, repeat] = draw(st.one_of(decides, any_answer))
    return found


def _telling(survey: Survey, question: Question) -> list[tuple[str, ...]]:
    numbers = [f"{end:g}" for end in (question.sets_true_min, question.sets_true_max) if end is not None]
    telling: list[tuple[str, ...]] = [(option,) for option in (*question.sets_true, *question.sets_false, *numbers)]
    repeat = survey.repeat
    if repeat and question.id == repeat.question:
        every = tuple(service.option for service in repeat.services) or (repeat.counts[-1].option,)
        telling = [every, *((way.option,) for way in repeat.without_service)]
    if repeat and question.id == repeat.again:
        telling = [(repeat.again_if,)]
    return telling


def answer_to(survey: Survey, id: str) -> st.SearchStrategy[tuple[str, ...]]:
    """Any answer to one question, and passing it by."""
    question = survey.question(id)
    if question.is_text:
        return st.sampled_from([(), ("…",)])
    options = [option.id for option in question.options]
    most = len(options) if question.kind == "multi" else 1
    return st.lists(st.sampled_from(options), max_size=most, unique=True).map(tuple)


def _questions(draw: st.DrawFn) -> list[dict[str, Any]]:
    """In the order asked; a condition names a fact set before. There is always one box."""
    asked: list[dict[str, Any]] = []
    facts: list[str] = []
    for number in range(draw(st.integers(1, 7))):
        question: dict[str, Any] = {"id": f"m{number}", "words": "How is it?"}
        question["kind"] = draw(st.sampled_from(["yesno", "good5", "faces3", "text", "happy10"]))
        has_condition = draw(st.booleans())
        if facts and has_condition:
            question["show_if"] = _condition(draw, facts, most=3)
        if question["kind"] in ("yesno", "happy10") and draw(st.booleans()):
            question["sets"] = f"fact_{number}"
            facts.append(question["sets"])
            if question["kind"] == "happy10":
                question |= draw(st.sampled_from([{"sets_true_min": 6}, {"sets_true_max": 4, "sets_true_min": 2}]))
        asked.append(question)
    return [*asked, {"id": "box", "kind": "text", "words": "What else?"}]


def _condition(draw: st.DrawFn, facts: list[str], most: int) -> str:
    """One fact or the want of it, and perhaps a second and a third joined to it."""
    said = draw(st.lists(st.sampled_from(facts), min_size=1, max_size=most, unique=True))
    condition = ""
    for fact in said:
        joined = draw(st.sampled_from([" and ", " or "])) if condition else ""
        condition += joined + draw(st.sampled_from(["", "not "])) + fact
    return condition


def _short(draw: st.DrawFn, asked: list[dict[str, Any]], ends: list[dict[str, Any]]) -> dict[str, Any]:
    count = draw(st.integers(1, len(asked)))
    first, rest = asked[:count], asked[count:]
    carry_on = {"id": "carry_on", "kind": "single", "words": "Carry on?", "options": ["Yes, a few more", "No, finish"]}
    written = [*rest]
    for question in [*first, ends[0], carry_on]:  # where it is written decides nothing
        written.insert(draw(st.integers(0, len(written))), question)
    route = {
        "questions": [*(question["id"] for question in first), "quote"],
        "then": "carry_on",
        "carry_on_if": "Yes, a few more",
    }
    return {"short_route": route, "questions": [*written, ends[1]]}


def _repeated(draw: st.DrawFn, asked: list[dict[str, Any]], ends: list[dict[str, Any]]) -> dict[str, Any]:
    before = draw(st.integers(0, len(asked) - 1))
    repeated = [question["id"] for question in asked[before:]]
    chooses = {
        "id": "which",
        "kind": "multi",
        "words": "Which have you used?",
        "options": ["Bus", "Taxi", {"label": "None yet", "alone": True}, "Don't know"],
    }
    repeat: dict[str, Any] = {
        "question": "which",
        "services": [
            {"id": "bus", "name": "School bus", "option": "Bus"},
            {"id": "taxi", "name": "School taxi", "option": "Taxi"},
        ],
        "questions": repeated,
        "without_service": [{"option": "None yet", "questions": [draw(st.sampled_from(repeated))]}],
        "otherwise": draw(st.lists(st.sampled_from(repeated), unique=True)),
    }
    return {"repeat": repeat, "questions": [*asked[:before], chooses, *asked[before:], *ends]}


def _children(draw: st.DrawFn, asked: list[dict[str, Any]], ends: list[dict[str, Any]]) -> dict[str, Any]:
    """Some questions are asked of each child, and those after them of all together, one by what was said of each."""
    before = draw(st.integers(0, len(asked) - 1))
    after = draw(st.integers(before + 1, len(asked)))
    how_many = {
        "id": "how_many",
        "kind": "single",
        "words": "How many children?",
        "options": ["One", "Two", "More", "Prefer not to say"],
    }
    repeat: dict[str, Any] = {
        "each": "child",
        "question": "how_many",
        "counts": [{"option": "One", "count": 1}, {"option": "Two", "count": 2}, {"option": "More", "count": 3}],
        "questions": [*(question["id"] for question in asked[before:after]), "helped"],
        "again": "another",
        "again_if": "Yes",
    }
    helped = {"id": "helped", "kind": "yesno", "words": "Is there help?", "sets": "is_helped"}
    family = {"id": "family", "kind": "good5", "words": "How good is it for all of you?"}
    family["show_if"] = draw(st.sampled_from(["is_helped", "not is_helped"]))
    another = {"id": "another", "kind": "yesno", "words": "Answer for another child?"}
    each, rest = [*asked[before:after], helped, another], [family, *asked[after:], *ends]
    return {"repeat": repeat, "questions": [*asked[:before], how_many, *each, *rest]}
