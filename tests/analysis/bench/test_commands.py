"""`heard bench themes` on a small folder of invented comments."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from analysis.cli import bench
from tests.analysis.bench.measured import invented_draw


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    drawn = invented_draw(each=15)
    with (tmp_path / "polis_civic.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["text", "label"])
        writer.writerows(zip(drawn.texts, drawn.labels, strict=True))
    return tmp_path


def themes(*words: str | Path) -> Result:
    return CliRunner().invoke(bench, ["themes", *map(str, words)])


def test_a_small_folder_is_measured_without_peers(folder: Path) -> None:
    out = folder / "m.json"

    told = themes(
        "--data", folder, "--split", "all", "--sizes", "30,all,60", "--seeds", "1", "--no-peers", "--json", out
    )

    assert told.exit_code == 0, told.output
    assert "banking77.csv is not in" in told.stdout
    assert "Without BERTopic." in told.stdout
    assert "polis_civic, n = 30: 30 comments, 3 labels" in told.stdout
    assert "not run  two row orders" in told.stdout
    kept = json.loads(out.read_text(encoding="utf-8"))
    assert kept["split"] == "all"
    assert [row["rows"] for row in kept["measured"]] == [30] * 4 + [45] * 8
    assert len({row["contestant"] for row in kept["measured"]}) == 4
    whole = [row for row in kept["measured"] if row["rows"] == 45]
    assert [{**row, "size": None} for row in whole[4:]] == whole[:4], "all the rows are run once"


@pytest.mark.parametrize("sizes", ["", "5", "100;300", "many"])
def test_sizes_that_are_none_are_explained(folder: Path, sizes: str) -> None:
    told = themes("--data", folder, "--sizes", sizes)

    assert told.exit_code == 2
    assert "numbers from 10" in told.output


def test_a_folder_without_sets_is_one_line(tmp_path: Path) -> None:
    told = themes("--data", tmp_path, "--no-peers")

    assert told.exit_code == 1
    assert "none of student_feedback_4w.csv" in told.output
