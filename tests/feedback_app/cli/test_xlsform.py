"""`heard surveys export` and `import`: a survey taken to another tool, and one brought from there."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result
from openpyxl import Workbook, load_workbook
from pyxform.xls2xform import convert

from feedback_app.cli import heard
from feedback_app.cli.surveys import surveys_commands
from feedback_app.cli.workbooks import read_workbook, write_workbook
from surveys import load_survey
from tests.surveys.definitions import BUS


def heard_surveys(*words: str) -> Result:
    return CliRunner().invoke(surveys_commands, list(words))


def run_heard(*words: str) -> Result:
    return CliRunner().invoke(heard, list(words))


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


def test_an_exported_survey_comes_back_by_import_and_is_checked(tmp_path: Path) -> None:
    form, definition = tmp_path / "therapy.xlsx", tmp_path / "therapy.toml"
    heard_surveys("export", "therapy-satisfaction", "--out", str(form))

    result = heard_surveys("import", str(form), "--out", str(definition))

    assert result.output == f"Written: {definition}. Nothing was left out.\n"
    assert load_survey(definition) == load_survey("therapy-satisfaction")
    assert heard_surveys("check", str(definition)).exit_code == 0


def test_a_form_that_must_be_changed_first_writes_nothing(tmp_path: Path) -> None:
    form, definition = tmp_path / "form.xlsx", tmp_path / "form.toml"
    write_workbook(form, {"survey": [{"type": "geopoint", "name": "where", "label": "Where do you live?"}]})

    result = heard_surveys("import", str(form), "--out", str(definition), "--audience", "parent_carer")

    assert result.exit_code == 1
    assert f"{form}: survey row 2, type: Heard does not ask by `geopoint`" in result.stderr
    assert not definition.exists()


def test_a_file_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    form, definition = tmp_path / "form.xlsx", tmp_path / "form.toml"
    definition.write_text("mine")
    heard_surveys("export", "parent-carer", "--out", str(form))

    result = heard_surveys("import", str(form), "--out", str(definition))

    assert "is there already: choose another name" in result.stderr
    assert definition.read_text() == "mine"


def test_a_formula_is_refused_and_never_worked_out(tmp_path: Path) -> None:
    form = tmp_path / "form.xlsx"
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "survey"
    sheet.append(["type", "name", "label"])
    sheet.append(["text", "why", "=1+1"])
    book.save(form)

    result = heard_surveys("import", str(form), "--out", str(tmp_path / "form.toml"))

    assert "sheet survey, C2 is a formula: put its value there" in result.stderr


def test_a_file_that_is_no_workbook_is_explained(tmp_path: Path) -> None:
    text = tmp_path / "form.xlsx"
    text.write_text("type,name")

    broken = heard_surveys("import", str(text), "--out", str(tmp_path / "a.toml"))
    gone = heard_surveys("import", str(tmp_path / "gone.xlsx"), "--out", str(tmp_path / "a.toml"))

    assert "is no Excel file that can be read: save it again as .xlsx" in broken.stderr
    assert "No such file or directory: check the file's name and place" in gone.stderr


def test_a_survey_is_written_in_further_languages_and_says_that_they_are_drafts(tmp_path: Path) -> None:
    out = tmp_path / "survey.xlsx"

    done = heard_surveys("export", "parent-carer", "--language", "pl", "--language", "ur", "--out", str(out))

    assert done.exit_code == 0
    assert "Urdu (ur): these words are a draft" in done.output
    headings = {heading for row in read_workbook(out)["survey"] for heading in row}
    assert {"label::English (en)", "label::Polish (pl)", "label::Urdu (ur)"} <= headings


def test_a_language_that_there_is_no_translation_into_is_refused_in_one_line(tmp_path: Path) -> None:
    out = tmp_path / "survey.xlsx"

    done = run_heard("surveys", "export", "parent-carer", "--language", "cy", "--out", str(out))

    assert done.exit_code == 1
    assert "There is no translation" in done.output
    assert not out.exists()
