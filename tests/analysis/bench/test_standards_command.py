"""`heard bench standards` on a small folder of invented comments."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from analysis.cli import bench
from tests.analysis.bench.mapped import lines_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    _write(tmp_path / "student_feedback_4w.csv", lines_of(each=40))
    ours = [
        {"text": text, "survey": survey, "durham_therapy_themes": theme, "barnsley_standards": standard}
        for text, survey, theme, standard in (
            ("we waited two years", "therapy_salt", "waiting-times-timescales", "none"),
            ("the therapist is brilliant", "therapy_ot", "therapy-team-feedback;communication", "quality"),
            ("nobody rings back", "plan_child", "communication", "consideration"),
            ("she was so kind to me", "plan_child", "", "kindness"),
            ("they ended it with no warning", "therapy_physio", "discharge-process", "consistency"),
            ("blue", "workshop", "none", ""),
        )
    ]
    _write(tmp_path / "comments_dev.csv", ours)
    return tmp_path


def _write(path: Path, lines: Sequence[Mapping[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(lines[0]))
        writer.writeheader()
        writer.writerows(lines)


def standards(*words: str | Path) -> Result:
    return CliRunner().invoke(bench, ["standards", *map(str, words)])


def test_a_small_folder_is_measured_without_peers(folder: Path) -> None:
    out = folder / "m.json"

    told = standards("--data", folder, "--split", "all", "--seeds", "0", "--no-peers", "--json", out)

    assert told.exit_code == 0, told.output
    assert "polis_civic.csv is not in" in told.stdout
    assert "Without BERTopic." in told.stdout
    assert "student_feedback_4w, no labels: 120 comments, 3 standards" in told.stdout
    assert "durham/therapy_feedback_themes, therapy rows, no labels: 3 comments, 7 standards" in told.stdout
    assert "barnsley/quality_standards, all rows, 5-fold: 6 comments, 6 standards" in told.stdout
    assert "student_feedback_4w, 5-fold, copies together: what is said and what is so" in told.stdout
    kept = json.loads(out.read_text(encoding="utf-8"))
    assert {row["rows"] for row in kept["measured"] if row["over"] == "no labels"} == {120}
    assert {"words", "reached"} == kept["goals"][0].keys()


def test_a_set_that_there_is_not_is_explained(folder: Path) -> None:
    told = standards("--data", folder, "--sets", "banking77", "--no-peers")

    assert told.exit_code == 1
    assert "banking77: no such set" in told.output


def test_a_folder_without_sets_is_one_line(tmp_path: Path) -> None:
    told = standards("--data", tmp_path, "--no-peers")

    assert told.exit_code == 1
    assert "none of student_feedback_4w.csv" in told.output
