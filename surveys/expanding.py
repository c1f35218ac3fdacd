"""A definition as people write it, made complete: scales, shared questions and labels put in place of their names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from surveys.expanding_questions import Values, expand_question, id_of, ids_by_label, with_id
from surveys.mistakes import place_of
from surveys.shared import Shared
from surveys.values import AUDIENCES

# what the loader works out; nobody writes it
WORKED_OUT = ("audience_words", "talk_to_me", "family_member")
# the child's lines are easy read already
EASY = ("start_easy", "before_first_box_easy", "offline_box_easy", "end_easy")


def expand(values: Mapping[str, Any], shared: Shared) -> tuple[Values, tuple[str, ...]]:
    """The complete values, and a sentence for every name that stands for nothing.

    What has the wrong type is left as it is, for the model to refuse.
    """
    problems = [f"{key}: is worked out, not written: take it away" for key in WORKED_OUT if key in values]
    survey = {key: value for key, value in values.items() if key not in WORKED_OUT}
    wording = survey.pop("wording", "")
    if wording not in ("", "child"):
        problems.append('wording: must be "child", or not there at all')
    questions = survey.get("questions")
    if isinstance(questions, list):
        complete = [
            expand_question(raw, shared, place_of(("questions", index), values), problems)
            for index, raw in enumerate(questions)
        ]
        survey["questions"] = complete
        survey |= _routes(survey, complete)
    survey["audience_words"] = _audience_words(survey.get("audiences"), shared, wording)
    survey["talk_to_me"] = shared.wordings.talk_to_me.model_dump(exclude_defaults=True)
    if family := survey.get("family"):
        survey["family_member"] = _family_member(family, survey.get("id"), shared, problems)
    return survey, tuple(problems)


def _routes(survey: Values, questions: list[Any]) -> Values:
    by_id = {
        question["id"]: question
        for question in questions
        if isinstance(question, dict) and isinstance(question.get("id"), str)
    }
    found: Values = {}
    route, repeat = survey.get("short_route"), survey.get("repeat")
    if isinstance(route, dict):
        ids = ids_by_label(_named(by_id, route.get("then")))
        found["short_route"] = {
            key: id_of(value, ids) if key == "carry_on_if" else value for key, value in route.items()
        }
    if isinstance(repeat, dict):
        ids = ids_by_label(_named(by_id, repeat.get("question")))
        lists = {
            key: [with_id(item, ids) for item in repeat[key]]
            for key in ("services", "without_service", "counts")
            if isinstance(repeat.get(key), list)
        }
        if "again_if" in repeat:
            lists["again_if"] = id_of(repeat["again_if"], ids_by_label(_named(by_id, repeat.get("again"))))
        found["repeat"] = {**repeat, **lists}
    return found


def _named(by_id: Mapping[str, Values], id: Any) -> Values:
    return by_id.get(id, {}) if isinstance(id, str) else {}


def _audience_words(audiences: Any, shared: Shared, wording: Any) -> list[Values]:
    if not isinstance(audiences, list):
        return []
    words = shared.wordings
    found = []
    for audience in audiences:
        if not isinstance(audience, str) or audience not in AUDIENCES:
            continue
        name = words.audiences[audience]
        child = "child" in (wording, name.wording)
        easy = {} if child else {name: lines for name in EASY if (lines := getattr(words, name))}
        found.append(
            {
                "audience": audience,
                "name": name.name,
                "help": name.help,
                "start": words.start_child if child else words.start,
                "before_first_box": words.before_first_box_child if child else words.before_first_box,
                "offline_box": words.offline_box,
                "end": words.end_child if child else words.end,
                **easy,
            }
        )
    return found


def _family_member(family: Any, id: Any, shared: Shared, problems: list[str]) -> str:
    known = shared.wordings.families
    if not isinstance(family, str) or family not in known:
        problems.append(f"family: is not known: add it to surveys/library/wordings.toml, or use {', '.join(known)}")
        return ""
    if not isinstance(id, str) or id not in known[family].members:
        problems.append(f"family: `{family}` has no member of this id: add it to surveys/library/wordings.toml")
        return ""
    return known[family].members[id]
