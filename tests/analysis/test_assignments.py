"""The owner's own table of segments."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from analysis import Comment, Voices, analyse, choose_sets, load_strategies
from analysis.assignments import COLUMNS, AssignmentsNotWritten, write_assignments
from tests.analysis.crowd import WAITING, people_saying


def written(voices: Voices, path: Path) -> list[dict[str, str]]:
    findings = analyse(voices, choose_sets(load_strategies(), ["durham/therapy_feedback_themes"]))
    write_assignments(findings, path)
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_each_segment_has_a_row_with_its_theme_standards_and_sentiment(tmp_path: Path) -> None:
    table = written(Voices(tuple(people_saying(WAITING, 30))), tmp_path / "a.csv")

    assert tuple(table[0]) == COLUMNS
    assert len(table) == 30
    assert {row["segment"] for row in table} == {"1"}
    assert any(row["theme"] for row in table)
    assert "durham/therapy_feedback_themes/waiting-times-timescales" in {row["standards"] for row in table}


def test_words_stand_as_they_came_in(tmp_path: Path) -> None:
    comments = [*people_saying(WAITING, 20), Comment("mine", "me", "=1+1 Mrs Hargreaves\nmade us wait")]

    table = written(Voices(tuple(comments)), tmp_path / "a.csv")

    assert {row["words"] for row in table if row["comment_id"] == "mine"} == {"=1+1 Mrs Hargreaves", "made us wait"}


def test_the_main_segment_of_a_comment_comes_first(tmp_path: Path) -> None:
    long = Comment("long", "me", "n/a. Blue. We waited months for an appointment.")

    rows = [
        row
        for row in written(Voices((*people_saying(WAITING, 30), long)), tmp_path / "a.csv")
        if row["comment_id"] == "long"
    ]

    assert rows[0]["words"] == "We waited months for an appointment."
    assert rows[0]["theme"]
    assert int(rows[0]["segment"]) > 1


def test_held_comments_have_no_rows(tmp_path: Path) -> None:
    held = Comment("held", "me", "We waited months", held=True)

    table = written(Voices((*people_saying(WAITING, 20), held)), tmp_path / "a.csv")

    assert "held" not in {row["comment_id"] for row in table}


def test_comments_keep_the_order_of_the_file(tmp_path: Path) -> None:
    comments = people_saying(WAITING, 12)[::-1]

    table = written(Voices(tuple(comments)), tmp_path / "a.csv")

    assert [row["comment_id"] for row in table] == [one.id for one in comments]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    findings = analyse(Voices(()))

    with pytest.raises(AssignmentsNotWritten, match="--assignments"):
        write_assignments(findings, tmp_path / "nothing here" / "a.csv")
