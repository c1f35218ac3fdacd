"""The commands that work without the app."""

from __future__ import annotations

import csv
import json
import sqlite3
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from analysis.cli import COMMANDS
from analysis.standard_labels import StandardLabel
from analysis.standard_labels_file import write_labels
from tests.analysis.crowd import KINDNESS, TRANSPORT, WAITING, people_saying

DURHAM = "durham/therapy_feedback_themes"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def comments(here: Path) -> Path:
    said = [*people_saying(WAITING, 20), *people_saying(KINDNESS, 20), *people_saying(TRANSPORT, 20)]
    path = here / "comments.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["no", "group", "text"])
        writer.writerows((f"r{number}", "Parents", one.words) for number, one in enumerate(said, start=1))
    return path


def heard(*words: str | Path) -> Result:
    group = click.Group(commands={command.name or "": command for command in COMMANDS})
    return CliRunner().invoke(group, [str(word) for word in words])


def first_value(pack: Path, query: str) -> object:
    connection = sqlite3.connect(pack)
    try:
        return connection.execute(query).fetchone()[0]
    finally:
        connection.close()


def test_analyse_reads_against_a_strategy_of_a_folder_of_your_own(comments: Path, here: Path) -> None:
    text = files("analysis").joinpath("strategies", "durham.toml").read_text("utf-8")
    (here / "own").mkdir()
    (here / "own" / "thornmoor.toml").write_text(
        text.replace('area = "durham"', 'area = "thornmoor"'), encoding="utf-8"
    )

    told = heard("analyse", comments, "--text-column", "text", "--strategies", "own", "--strategy", "thornmoor/aims")

    assert told.exit_code == 0, told.output
    assert (
        first_value(here / "comments.pack.db", "SELECT DISTINCT area_id || '/' || set_id FROM standards")
        == "thornmoor/aims"
    )


def test_analyse_writes_a_pack_and_tells_the_themes(comments: Path, here: Path) -> None:
    told = heard("analyse", comments, "--text-column", "text", "--strategy", DURHAM, "--assignments", "a.csv")

    assert told.exit_code == 0, told.output
    assert "60 comments by 60 people" in told.stdout
    assert "comments.pack.db" in told.stdout
    assert "not checked" in told.stdout
    assert first_value(here / "comments.pack.db", "SELECT count(*) FROM standards") == 7
    assert (
        (here / "a.csv")
        .read_text(encoding="utf-8")
        .startswith("comment_id,segment,words,theme,standards,sentiment,clear\n")
    )


def test_what_a_file_of_labels_says_is_done(comments: Path, here: Path) -> None:
    ask = ("analyse", comments, "--text-column", "text", "--strategy", DURHAM)
    heard(*ask, "--assignments", "before.csv")
    with (here / "before.csv").open(encoding="utf-8", newline="") as file:
        linked = next(row for row in csv.DictReader(file) if row["standards"])
    standard = linked["standards"].split("|")[0]
    refused = StandardLabel(linked["comment_id"], linked["words"], standard, False, "young commissioners", "2026-11-28")
    write_labels([refused, replace(refused, standard="barnsley/quality_standards/kindness")], here / "labels.json")

    told = heard(*ask, "--labels", "labels.json", "--assignments", "after.csv")

    assert told.exit_code == 0, told.output
    assert "Labels: 1 of 2 are of the standards that were chosen" in told.stdout
    with (here / "after.csv").open(encoding="utf-8", newline="") as file:
        rows = {(row["comment_id"], row["segment"]): row for row in csv.DictReader(file)}
    assert standard not in rows[linked["comment_id"], linked["segment"]]["standards"].split("|")


def test_a_file_that_holds_no_labels_is_one_line(comments: Path, here: Path) -> None:
    (here / "labels.json").write_text("{}", encoding="utf-8")

    told = heard("analyse", comments, "--text-column", "text", "--strategy", DURHAM, "--labels", "labels.json")

    assert told.exit_code == 1
    assert "labels.json, `heard_labels` is missing\nlabels.json, `labels` is missing\n" in told.output
    assert not (here / "comments.pack.db").exists()


def test_progress_goes_to_stderr(comments: Path) -> None:
    told = heard("analyse", comments, "--text-column", "text")

    assert "Analysing" in told.stderr
    assert "Analysing" not in told.stdout


def test_the_same_command_gives_the_same_bytes(comments: Path, here: Path) -> None:
    for name in ("one", "two"):
        heard("analyse", comments, "--text-column", "text", "--out", f"{name}.db", "--assignments", f"{name}.csv")

    assert (here / "one.db").read_bytes() == (here / "two.db").read_bytes()
    assert (here / "one.csv").read_bytes() == (here / "two.csv").read_bytes()


def test_columns_for_ids_and_groups_may_be_named(comments: Path, here: Path) -> None:
    told = heard(
        *("analyse", comments, "--text-column", "text", "--id-column", "no", "--group-column", "group"),
        *("--assignments", "a.csv", "--themes", "2"),
    )

    assert told.exit_code == 0, told.output
    assert "2 themes" in told.stdout
    assert first_value(here / "comments.pack.db", "SELECT group_name FROM people") == "Parents"
    assert (here / "a.csv").read_text(encoding="utf-8").splitlines()[1].startswith("r1,1,")


def test_a_comment_that_may_be_a_concern_is_not_quoted_and_names_no_theme(here: Path) -> None:
    said = [*(one.words for one in people_saying(WAITING, 20)), *["My uncle hits me while we wait"] * 3]
    (here / "c.csv").write_text("text\n" + "\n".join(said) + "\n", encoding="utf-8")

    told = heard("analyse", "c.csv", "--text-column", "text")

    assert "3 comments may be a concern and are not quoted" in told.stdout
    assert b"uncle hits" not in (here / "c.pack.db").read_bytes()


def test_too_few_people_are_told_in_words(here: Path) -> None:
    (here / "c.csv").write_text("text\n" + "We waited for the bus\n" * 4, encoding="utf-8")

    told = heard("analyse", "c.csv", "--text-column", "text")

    assert "fewer than 10" in told.stdout
    assert "provisional" in told.stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--text-column", "nothing"), "no column is called 'nothing'"),
        (("--text-column", "text", "--strategy", "atlantis"), "atlantis"),
        (("--text-column", "text", "--strategy", "durham/nothing"), "nothing"),
        (("--text-column", "text", "--strategy", "durham", "--strategies", "nowhere"), "nowhere: there is no such"),
        (("--text-column", "text", "--out", "comments.csv"), "this is the file that is read"),
        (("--text-column", "text", "--out", "a.csv", "--assignments", "a.csv"), "this is written twice"),
        (("--text-column", "text", "--out", "nowhere/x.db"), "cannot be written"),
        (("--text-column", "text", "--assignments", "nowhere/a.csv"), "cannot be written"),
    ],
)
def test_a_mistake_is_one_clear_line(comments: Path, words: tuple[str, ...], told: str) -> None:
    result = heard("analyse", comments, *words)

    assert result.exit_code == 1
    assert result.stderr.splitlines()[-1].startswith("Error: ")
    assert told in result.stderr
    assert "Traceback" not in result.output


def test_concerns_check_points_at_rows(here: Path) -> None:
    (here / "c.csv").write_text("text\nThe staff were kind\nMy dad hits me\n", encoding="utf-8")

    told = heard("concerns", "check", "c.csv", "--text-column", "text", "--out", "flags.csv")

    assert told.exit_code == 0, told.output
    with (here / "flags.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["row"], row["level"], row["words"]) for row in rows] == [("2", "red", "My dad hits me")]
    assert "physical" in rows[0]["categories"]
    assert "hits" not in told.output


def test_redact_keeps_every_column_and_adds_one(here: Path) -> None:
    (here / "c.csv").write_text("no,text\n7,Ring me on 01632 960983\n8,All fine\n", encoding="utf-8")

    told = heard("redact", "c.csv", "--text-column", "text", "--out", "safe.csv")

    assert told.exit_code == 0, told.output
    assert (here / "safe.csv").read_text(encoding="utf-8") == (
        "no,text,redacted\n7,Ring me on 01632 960983,Ring me on [phone]\n8,All fine,All fine\n"
    )
    assert "1 of 2" in told.stdout


def test_redact_refuses_to_write_over_a_column(here: Path) -> None:
    (here / "c.csv").write_text("text,redacted\nKind,Kind\n", encoding="utf-8")

    told = heard("redact", "c.csv", "--text-column", "text", "--out", "safe.csv")

    assert told.exit_code == 1
    assert "a column 'redacted' already" in told.stderr


def test_bench_measures_a_whole_analysis(here: Path) -> None:
    told = heard("bench", "analyse", "--rows", "60", "--json", "m.json")

    assert told.exit_code == 0, told.output
    measured = json.loads((here / "m.json").read_text(encoding="utf-8"))
    assert measured["comments"] == 60
    assert measured["cpu_seconds"] > 0
    assert measured["peak_mib"] > 10


def test_bench_can_use_a_files_comments_again_and_again(comments: Path) -> None:
    told = heard("bench", "analyse", "--rows", "150", "--data", comments)

    assert "150 comments" in told.stdout


def test_a_codebook_is_carried_to_the_next_file(comments: Path, here: Path) -> None:
    autumn = here / "autumn.csv"
    autumn.write_bytes(comments.read_bytes())
    first = heard("analyse", comments, "--text-column", "text", "--codebook-out", "spring.json", "--wave", "May 2026")

    told = heard(
        "analyse", autumn, "--text-column", "text", "--codebook", "spring.json", "--codebook-out", "autumn.json"
    )

    assert first.exit_code == told.exit_code == 0, told.output
    assert "known since May 2026" in told.stdout
    assert "(new)" not in told.stdout
    written = json.loads((here / "autumn.json").read_text(encoding="utf-8"))
    assert written["waves"] == ["May 2026", "autumn"]
    assert first_value(here / "autumn.pack.db", "SELECT known FROM themes WHERE is_counted") == "known since May 2026"
    assert first_value(here / "comments.pack.db", "SELECT known FROM themes WHERE is_counted") == ""


def test_a_codebook_that_is_none_is_refused_in_one_line(comments: Path, here: Path) -> None:
    (here / "old.json").write_text("{}", encoding="utf-8")

    told = heard("analyse", comments, "--text-column", "text", "--codebook", "old.json")

    assert told.exit_code == 1
    assert told.output.strip().splitlines()[-1].startswith("Error: old.json: this is not a codebook")


def test_the_codebook_that_is_read_is_not_written_over(comments: Path, here: Path) -> None:
    heard("analyse", comments, "--text-column", "text", "--codebook-out", "spring.json")
    before = (here / "spring.json").read_bytes()

    told = heard(
        "analyse", comments, "--text-column", "text", "--codebook", "spring.json", "--codebook-out", "spring.json"
    )

    assert told.exit_code == 1
    assert (here / "spring.json").read_bytes() == before
