"""`heard standards train` on a small coded file."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from analysis.standard_labels_file import read_labels
from analysis.training import Figures
from analysis.training_command import figure_lines, standards_commands

BARNSLEY = "barnsley/quality_standards"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    with (tmp_path / "coded.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["ref", "said", "codes"])
        for number in range(12):
            writer.writerow([f"NHS-{number}", f"Sarah was so kind, visit {number}", "Kindness"])
            writer.writerow([f"NHS-1{number}", f"the wheelchair in room {number} broke", "quality;parking"])
        writer.writerow(["z", "my uncle hits me every night", "Kindness"])
        writer.writerow(["y", "", "Kindness"])
        writer.writerow(["x", "a bus", ""])
        writer.writerow(["w", "a car", "parking"])
    return tmp_path


def train(*words: str) -> Result:
    return CliRunner().invoke(standards_commands, ["train", *words])


WHOLE = (
    "coded.csv",
    "--text-column",
    "said",
    "--labels-column",
    "codes",
    "--strategy",
    BARNSLEY,
    "--out",
    "labels.json",
)


def test_figures_are_told_by_standard_and_labels_are_written(here: Path) -> None:
    told = train(*WHOLE, "--by", "participation team", "--at", "2026-03-01", "--json", "figures.json")

    assert told.exit_code == 0, told.output
    assert "24 comments are learnt from." in told.stdout
    assert "1 left out, row 25: it may be a concern" in told.stdout
    assert "1 left out, row 26: it has no words" in told.stdout
    assert "1 left out, row 27: it is not coded" in told.stdout
    assert "1 left out, row 28: it has only labels that mean no standard here" in told.stdout
    assert "“parking” (13) is no standard here" in told.stdout
    assert "unreliable: fewer than 20 examples" in told.stdout
    labels = read_labels(here / "labels.json")
    assert {label.by for label in labels} == {"participation team"}
    assert {label.at for label in labels} == {"2026-03-01"}
    kept = (here / "labels.json").read_text(encoding="utf-8")
    assert not any(word in kept for word in ("NHS-", "Sarah", "uncle"))
    figures = json.loads((here / "figures.json").read_text(encoding="utf-8"))
    assert figures["comments"] == 24


def test_the_same_file_in_another_order_gives_the_same_figures(here: Path) -> None:
    first = train(*WHOLE, "--json", "one.json")
    heading, *rows = (here / "coded.csv").read_text(encoding="utf-8").splitlines()
    (here / "coded.csv").write_text("\n".join([heading, *rows[::-1]]) + "\n", encoding="utf-8")
    train(*WHOLE, "--json", "other.json")

    assert first.exit_code == 0
    assert (here / "one.json").read_bytes() == (here / "other.json").read_bytes()


def test_labels_that_make_it_worse_are_told() -> None:
    figures = Figures(
        comments=30, folds=5, micro_f1=0.5, low=0.4, high=0.6, macro_f1=0.5, micro_f1_without=0.49,
        macro_f1_without=0.6, standards=(), conflicts=(),
    )  # fmt: skip
    worse = replace(figures, micro_f1=0.48)

    assert not any("less is found" in line for line in figure_lines(figures))
    assert any("less is found" in line for line in figure_lines(worse))


def test_a_match_file_makes_a_label_known(here: Path) -> None:
    (here / "match.csv").write_text("label,standard\nparking,\n", encoding="utf-8")

    told = train(*WHOLE, "--match", "match.csv")

    assert "25 comments are learnt from." in told.stdout
    assert "“parking” (13): none of the standards, as --match says" in told.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--labels-column", ""), "say where the labels are"),
        (("--label-column", "ref"), "say where the labels are"),
        (("--parted-by", ""), "--parted-by is empty"),
        (("--by", "Mrs Harrison"), "--by looks like a person’s name"),
        (("--at", "2999-01-01"), "has not come yet"),
        (("--out", "coded.csv"), "this is the file that is read"),
        (("--json", "labels.json"), "this is written twice"),
        (("--strategy", "atlantis"), "There is no area"),
        (("--text-column", "words"), "no column is called 'words'"),
        (("--match", "none.csv"), "there is no such file"),
        (("--out", "nowhere/labels.json"), "cannot be written"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_writes_nothing(here: Path, words: tuple[str, ...], said: str) -> None:
    before = (here / "coded.csv").read_bytes()

    told = train(*WHOLE, *words)

    assert told.exit_code == 1, told.output
    assert said in told.output
    assert (here / "coded.csv").read_bytes() == before
    assert not (here / "labels.json").exists()


def test_where_every_comment_may_be_a_concern_that_is_what_is_told(here: Path) -> None:
    (here / "coded.csv").write_text('ref,said,codes\na,"my uncle hits me every night",Kindness\n', encoding="utf-8")

    told = train(*WHOLE)

    assert told.exit_code == 1
    assert "every comment that is coded may be a concern" in told.output
