from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner

from analysis.bench.labelled_sets import SetWrong
from analysis.bench.sentiment import in_folds, measure
from analysis.bench.sentiment_rows import LabelledRow, labelled_rows
from analysis.cli import bench

NAME = "nhs_fft_v6_single"
WHO = ("Jo", "The driver", "My worker", "The dentist", "Our coach", "The youth club", "Reception", "The nurse")
ROWS = [
    *((f"{who} was lovely", "1.0", "What was good?") for who in WHO),
    *((f"{who} was fine really", "2.0", "What was good?") for who in WHO),
    *((f"{who} has a blue door", "3.0", "Tell us about it") for who in WHO),
    *((f"more time with {who}", "4.0", "What could we do better?") for who in WHO),
    *((f"{who} was horrible", "5.0", "What could we do better?") for who in WHO),
    ("not a word of mine", "", "What was good?"),
]


def _set(
    folder: Path, rows: Sequence[Sequence[str]], heading: Sequence[str] = ("text", "sentiment", "question")
) -> None:
    with (folder / f"{NAME}.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([heading, *rows])


def test_one_and_two_are_positive_three_neutral_and_what_has_no_label_is_left_out(tmp_path: Path) -> None:
    _set(tmp_path, ROWS)

    read = labelled_rows(tmp_path, NAME)

    assert [sum(row.feels == feels for row in read) for feels in ("positive", "neutral", "negative")] == [16, 8, 16]


def test_capitals_and_spaces_do_not_part_copies_into_two_halves(tmp_path: Path) -> None:
    _set(tmp_path, [(words, "1", "") for one in WHO for words in (one, f" {one.upper()}  ")])

    read = labelled_rows(tmp_path, NAME)

    assert all(first.tuned == second.tuned for first, second in zip(read[::2], read[1::2], strict=True))
    assert {row.tuned for row in read} == {True, False}


def test_every_way_is_held_against_the_same_rows(tmp_path: Path) -> None:
    _set(tmp_path, ROWS)

    found = list(measure(NAME, labelled_rows(tmp_path, NAME), lambda words: None))

    over_all = {one.way: one for one in found if one.over == "all"}
    assert {one.rows for one in over_all.values()} == {40}
    assert over_all["the largest class, always"].accuracy == 0.4
    assert over_all["Heard, no labels"].accuracy > over_all["VADER"].accuracy
    assert all(one.low <= one.accuracy <= one.high for one in found)
    questions = {one.over: one.rows for one in found}
    assert questions["What was good?"] == 16


def test_no_row_is_judged_by_what_was_learnt_from_it() -> None:
    rows = [LabelledRow(f"{row}", "", "positive" if row % 2 else "negative", tuned=True) for row in range(10)]

    said = in_folds(rows, _ByHeart, [row.words for row in rows])

    assert set(said.tolist()) == {"never"}


def test_the_command_prints_a_table_and_writes_what_it_measured(tmp_path: Path) -> None:
    _set(tmp_path, ROWS)
    out = tmp_path / "out.json"

    result = CliRunner().invoke(bench, ["sentiment", "--data", str(tmp_path), "--json", str(out)])

    assert result.exit_code == 0, result.output
    assert "nhs_fft_v6_single, What could we do better?: 16 comments" in result.output
    assert "Heard with labels, 5-fold" in result.output
    assert {row["over"] for row in json.loads(out.read_text(encoding="utf-8"))} >= {"all", "the other half"}


@pytest.mark.parametrize(
    ("rows", "heading", "told"),
    [
        ([("Jo", "6", "Why?")], ("text", "sentiment", "question"), "'6' is no sentiment"),
        ([("Jo", "Why?")], ("text", "question"), "the columns question, sentiment, text"),
    ],
)
def test_a_set_that_cannot_be_read_says_why(
    tmp_path: Path, rows: list[tuple[str, ...]], heading: tuple[str, ...], told: str
) -> None:
    _set(tmp_path, rows, heading)

    with pytest.raises(SetWrong, match=told):
        labelled_rows(tmp_path, NAME)


def test_a_folder_without_sets_is_one_line(tmp_path: Path) -> None:
    result = CliRunner().invoke(bench, ["sentiment", "--data", str(tmp_path)])

    assert result.exit_code == 1
    assert "neither nhs_fft_v6_single.csv nor nhs_fft_v6_multi.csv is here" in result.output


class _ByHeart:
    """Knows what it was taught, and of everything else nothing."""

    def fit(self, rows: Sequence[str], feels: Sequence[str]) -> _ByHeart:
        self.known = set(rows)
        return self

    def predict(self, rows: Sequence[str]) -> list[str]:
        return ["taught" if row in self.known else "never" for row in rows]
