"""`heard agreement` on a small file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from analysis.agreement_command import agreement

HEADING = "unit,coder,label\n"


def compare(folder: Path, rows: str, *options: str) -> Result:
    file = folder / "labels.csv"
    file.write_text(rows, encoding="utf-8")
    return CliRunner().invoke(agreement, [str(file), *options])


def test_figures_are_told_and_written(tmp_path: Path) -> None:
    out = tmp_path / "figures.json"
    rows = (
        "1,Asha,waiting\n1,Asha,kindness\n1,Ben,waiting;kindness\n2,Asha,\n2,Ben,none\n3,Asha,waiting\n3,Ben,kindness\n"
    )

    told = compare(tmp_path, HEADING + rows, "--json", str(out))

    assert told.exit_code == 0, told.output
    assert "3 comments were coded by two or more." in told.stdout
    assert "Everybody chose the same labels for 2 of them." in told.stdout
    assert json.loads(out.read_text(encoding="utf-8"))["alike"] == 2


def test_columns_can_have_other_names(tmp_path: Path) -> None:
    names = "--unit-column", "id", "--coder-column", "who", "--label-column", "theme", "--parted-by", "|"

    told = compare(tmp_path, "id,who,theme\n1,A,x|y\n1,B,y|x\n2,A,x\n2,B,\n", *names)

    assert told.exit_code == 0, told.output
    assert "Everybody chose the same labels for 1 of them." in told.stdout


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("1,,waiting\n", "row 1 has no 'coder'"),
        ("1,Asha,waiting\n,Asha,waiting\n", "row 2 has no 'unit'"),
        ("1,Asha,waiting\n1,Asha,none\n", "row 2 says none of the labels, and another row"),
        ("1,Asha,waiting\n2,Ben,waiting\n", "no comment was coded by two people"),
    ],
)
def test_what_is_wrong_with_a_file_is_one_line(tmp_path: Path, rows: str, told: str) -> None:
    refused = compare(tmp_path, HEADING + rows)

    assert refused.exit_code == 1
    assert told in refused.output


def test_figures_are_not_written_over_the_labels(tmp_path: Path) -> None:
    refused = compare(tmp_path, HEADING + "1,A,x\n1,B,x\n", "--json", str(tmp_path / "labels.csv"))

    assert refused.exit_code == 1
    assert "this is the file that is read" in refused.output
