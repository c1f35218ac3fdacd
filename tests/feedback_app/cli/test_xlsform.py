"""`heard surveys export`: a survey taken to another tool."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result
from openpyxl import load_workbook
from pyxform.xls2xform import convert

from feedback_app.cli.surveys import surveys_commands
from tests.surveys.definitions import BUS


def heard_surveys(*words: str) -> Result:
    return CliRunner().invoke(surveys_commands, list(words))


def test_a_survey_is_written_as_an_xlsform_and_what_it_leaves_out_is_listed(tmp_path: Path) -> None:
    file = tmp_path / "therapy.xlsx"

    result = heard_surveys("export", "therapy-satisfaction", "--out", str(file), "--audience", "parent_carer")

    assert result.exit_code == 0
    assert f"Written: {file}. It does not carry:" in result.output
    assert "- Help lines" in result.output
    assert convert(file).warnings == []


def test_words_that_begin_like_a_formula_stay_words(tmp_path: Path) -> None:
    definition, file = tmp_path / "bus.toml", tmp_path / "bus.xlsx"
    definition.write_text(BUS.replace("How good is the bus?", "=1+1 is a bus?"))

    heard_surveys("export", str(definition), "--out", str(file))

    cells = [cell for row in load_workbook(file)["survey"].iter_rows() for cell in row]
    assert [cell.data_type for cell in cells if cell.value == "=1+1 is a bus?"] == ["s"]
    assert not [cell for cell in cells if cell.data_type == "f"]


def test_a_place_that_cannot_be_written_to_is_explained(tmp_path: Path) -> None:
    gone = heard_surveys("export", "parent-carer", "--out", str(tmp_path / "gone" / "x.xlsx"))
    named = heard_surveys("export", "parent-carer", "--out", str(tmp_path / "x.ods"))
    unknown = heard_surveys("export", "bus", "--out", str(tmp_path / "x.xlsx"))

    assert gone.exit_code == named.exit_code == unknown.exit_code == 1
    assert "cannot be written (No such file or directory): choose another place" in gone.stderr
    assert "give a name that ends in .xlsx" in named.stderr
    assert "there is no survey `bus`" in unknown.stderr
