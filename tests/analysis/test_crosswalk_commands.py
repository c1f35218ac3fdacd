"""`heard standards crosswalk` and `heard standards moved`, on comments in a file."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from analysis.cli import COMMANDS
from tests.analysis.crowd import KINDNESS, TRANSPORT, WAITING

SETS = ("--strategy", "barnsley/quality_standards", "--strategy", "durham/therapy_feedback_themes")
BOTH = "Such kind friendly staff, and we waited months for the appointment"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """40 people who speak of kindness and waiting in one breath, 30 of each alone, 30 of the bus."""
    said = [BOTH] * 40 + [*KINDNESS] * 5 + [*WAITING] * 5 + [*TRANSPORT] * 5
    path = tmp_path / "comments.csv"
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["text"])
        writer.writerows([f"{words}."] for words in said)
    return path


def run(name: str, *words: str | Path) -> Result:
    standards = next(one for one in COMMANDS if one.name == "standards")
    return CliRunner().invoke(standards, [name, *map(str, words), "--text-column", "text"])


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as read:
        return list(csv.DictReader(read))


def test_a_crosswalk_has_every_pair_of_the_sets_and_hides_small_numbers(file: Path, tmp_path: Path) -> None:
    result = run("crosswalk", file, *SETS, "--out", tmp_path / "crosswalk.csv")

    assert result.exit_code == 0, result.output
    rows = table(tmp_path / "crosswalk.csv")
    assert len(rows) == 6 * 7
    shown = [row for row in rows if row["people"] != "not shown"]
    pairs = {(row["one"].rpartition("/")[2], row["other"].rpartition("/")[2]) for row in shown}
    assert ("kindness", "waiting-times-timescales") in pairs
    assert all(int(row["people"]) >= 10 for row in shown)
    assert f"{42 - len(shown)} of 42 pairs are not shown" in result.output


def test_one_set_alone_is_no_crosswalk(file: Path) -> None:
    result = run("crosswalk", file, *SETS[:2])

    assert result.exit_code == 1
    assert "give --strategy again" in result.output


def test_a_new_version_says_what_was_kept_renamed_is_new_and_gone(file: Path, tmp_path: Path) -> None:
    old = files("analysis").joinpath("strategies", "barnsley.toml").read_text("utf-8")
    new = tmp_path / "new.toml"
    new.write_text(_changed(old), encoding="utf-8")

    result = run("moved", "barnsley", new, file, "--set", "quality_standards", "--out", tmp_path / "moved.csv")

    assert result.exit_code == 0, result.output
    rows = {
        row["from_name"] or row["to_name"]: row for row in table(tmp_path / "moved.csv") if row["change"] != "moved"
    }
    changes = {name: row["change"] for name, row in rows.items()}
    assert changes["Consideration"] == "kept"
    assert changes["Fairness in all things"] == "renamed"
    assert rows["Fairness in all things"]["to_name"] == "Fair for all"
    assert (changes["Kindness"], changes["Kind people"]) == ("gone", "new")
    assert "renamed  Fairness in all things -> Fair for all" in result.output


def test_a_set_that_there_is_not_is_refused_with_those_that_there_are(file: Path) -> None:
    result = run("moved", "barnsley", "barnsley", file, "--set", "wishes")

    assert result.exit_code == 1
    assert "quality_standards" in result.output


def _changed(strategy: str) -> str:
    changes: Sequence[tuple[str, str]] = (
        ('name = "Fairness in all things"', 'name = "Fair for all"'),
        ('id = "kindness"\nname = "Kindness"', 'id = "kind-people"\nname = "Kind people"'),
    )
    for was, now in changes:
        assert was in strategy
        strategy = strategy.replace(was, now, 1)
    return strategy
