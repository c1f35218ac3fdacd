"""Routing in Python and routing in JavaScript say the same of one file of cases that hypothesis made."""

from __future__ import annotations

import base64
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from surveys import Step, first_unanswered, next_unanswered_after, steps
from surveys.compiled import RoutingTable, table_from_json
from tests import chromium
from tests.surveys.make_routing_cases import FILE

SCRIPT = Path("feedback_app/static/routing.js")
WALK = """async ({ module, tables, cases }) => {
  const { steps, firstUnanswered, nextStep, keyOf } = await import(module);
  const named = (step) => step && keyOf(step);
  return cases.map(({ table, answers, at }) => {
    const [question, repeat] = at.split("/");
    const kept = new Map(Object.entries(answers));
    return {
      steps: steps(tables[table], kept).map(keyOf),
      first_unanswered: named(firstUnanswered(tables[table], answers)),
      next: named(nextStep(tables[table], answers, { question, repeat })),
    };
  });
}"""
SAID = ("steps", "first_unanswered", "next")

KEPT: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))


def test_the_cases_hold_every_kind_of_part() -> None:
    parts = [part for table in KEPT["tables"] for part in table_from_json(json.dumps(table)).parts]

    assert len(KEPT["cases"]) > 300
    assert {type(part).__name__ for part in parts} == {"Ask", "Each", "CarryOn"}
    for key in ('"again"', '"without"', '"otherwise"', '"shares"', '"least"', '"most"', '"show_if"'):
        assert key in json.dumps(KEPT["tables"]), key


def test_python_walks_every_case() -> None:
    tables = [table_from_json(json.dumps(table)) for table in KEPT["tables"]]

    said = [_in_python(tables[case["table"]], case) for case in KEPT["cases"]]

    assert said == _expected()


def test_javascript_walks_every_case_like_python(request: pytest.FixtureRequest) -> None:
    if chromium.where():
        said = _in_chromium(request.getfixturevalue("browser"))
    elif shutil.which("node"):
        said = _in_node()
    else:
        pytest.skip(chromium.MISSING)

    assert said == _expected()


def _expected() -> list[dict[str, Any]]:
    return [{key: case[key] for key in SAID} for case in KEPT["cases"]]


def _in_python(table: RoutingTable, case: dict[str, Any]) -> dict[str, Any]:
    answers = {_step(key).key: tuple(chosen) for key, chosen in case["answers"].items()}
    return {
        "steps": [_name(step) for step in steps(table, answers)],
        "first_unanswered": _name(first_unanswered(table, answers)),
        "next": _name(next_unanswered_after(table, answers, _step(case["at"]))),
    }


def _in_chromium(browser: Browser) -> Any:
    page = browser.new_page()
    said = page.evaluate(WALK, {"module": _module(), **KEPT})
    page.close()
    return said


def _in_node() -> Any:
    given = json.dumps({"module": _module(), **KEPT})
    script = f"({WALK})({given}).then((said) => console.log(JSON.stringify(said)));"
    done = subprocess.run(["node", "-"], input=script, text=True, capture_output=True, check=True)
    return json.loads(done.stdout)


def _module() -> str:
    """The script as an address, so that no server is needed to import it."""
    return "data:text/javascript;base64," + base64.b64encode(SCRIPT.read_bytes()).decode()


def _step(name: str) -> Step:
    question, _, repeat = name.partition("/")
    return Step(question, repeat)


def _name(step: Step | None) -> str | None:
    return None if step is None else f"{step.question}/{step.repeat}"
