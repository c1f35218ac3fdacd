"""`heard surveys print` and `heard openings print`."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from feedback_app.cli import heard


def run(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(heard, list(words))
    return done.exit_code, done.output


def test_a_survey_is_printed_without_an_installation(tmp_path: Path) -> None:
    out = tmp_path / "sheet.pdf"

    code, said = run("surveys", "print", "parent-carer", "--large", "--asked-by", "Wexcombe Council", "--out", str(out))

    assert (code, said) == (0, f"Written: {out}.\n")
    assert out.read_bytes().startswith(b"%PDF-")


def test_a_missing_value_is_asked_for_and_nothing_is_written(tmp_path: Path) -> None:
    out = tmp_path / "sheet.pdf"

    code, said = run("surveys", "print", "commissioning-workshop-prompts", "--out", str(out))

    assert code == 1
    assert "area_name" in said
    assert not out.exists()


def test_a_value_can_be_given_and_must_have_a_name(tmp_path: Path) -> None:
    out = str(tmp_path / "sheet.pdf")
    survey = ("surveys", "print", "commissioning-workshop-prompts", "--out", out)

    assert run(*survey, "--value", "Wexcombe")[0] == 1
    assert run(*survey, "--value", "area_name=Wexcombe", "--value", "safety_adult=Ann")[0] == 0


def test_a_file_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    out = tmp_path / "sheet.pdf"
    out.write_text("mine")

    code, said = run("surveys", "print", "parent-carer", "--out", str(out))

    assert code == 1
    assert "is there already" in said
    assert out.read_text() == "mine"
