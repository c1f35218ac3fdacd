"""Write the cases that routing in Python and routing in JavaScript are both held to: `python -m` this module.

Hypothesis makes the surveys and the answers, without chance: the same code writes the same file.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from surveys import Answers, Step, Survey, first_unanswered, load_library, next_unanswered_after, steps
from surveys.compiled import compile_routing
from tests.surveys.definitions import answers_to, surveys, telling_answers

FILE = Path(__file__).parent / "routing_cases.json"
GENERATED, OF_THE_LIBRARY = 300, 5

Case = dict[str, Any]


def cases() -> list[Case]:
    """Every case, each as plain values: the table, the answers, and what is to come of them."""
    found: list[Case] = []
    _collect(st.data(), surveys(), GENERATED, found)
    for survey in load_library().values():
        for audience in survey.audiences:
            _collect(st.data(), st.just(survey.for_audience(audience)), OF_THE_LIBRARY, found)
    return found


def as_text(found: list[Case]) -> str:
    """One case on a line; a table that stands in many cases is written once."""
    tables = list(dict.fromkeys(case["table"] for case in found))
    lines = [json.dumps({**case, "table": tables.index(case["table"])}, ensure_ascii=False) for case in found]
    return '{"tables": [\n' + ",\n".join(tables) + '\n], "cases": [\n' + ",\n".join(lines) + "\n]}\n"


def _collect(
    drawing: st.SearchStrategy[st.DataObject], which: st.SearchStrategy[Survey], count: int, found: list[Case]
) -> None:
    @settings(
        max_examples=count,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        deadline=None,
    )
    @given(drawing)
    def draw(data: st.DataObject) -> None:
        survey = data.draw(which)
        answers = dict(data.draw(st.one_of(answers_to(survey), telling_answers(survey))))
        path = steps(survey, answers)
        here = data.draw(st.sampled_from([*path, Step(survey.questions[-1].id), Step(survey.questions[0].id)]))
        found.append(_case(survey, answers, here))

    draw()


def _case(survey: Survey, answers: Answers, here: Step) -> Case:
    return {
        "table": compile_routing(survey).to_json(),
        "answers": {"/".join(key): list(chosen) for key, chosen in answers.items()},
        "steps": [_name(step) for step in steps(survey, answers)],
        "first_unanswered": _name(first_unanswered(survey, answers)),
        "at": _name(here),
        "next": _name(next_unanswered_after(survey, answers, here)),
    }


def _name(step: Step | None) -> str | None:
    return None if step is None else f"{step.question}/{step.repeat}"


if __name__ == "__main__":
    FILE.write_text(as_text(cases()), encoding="utf-8")
