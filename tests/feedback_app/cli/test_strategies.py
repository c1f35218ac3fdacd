"""`heard strategies`: checking strategies and listing them."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from feedback_app.cli.strategies import strategies_commands


def heard_strategies(*words: str) -> Result:
    return CliRunner().invoke(strategies_commands, list(words))


def test_our_own_strategies_have_nothing_to_change() -> None:
    result = heard_strategies("check")

    assert result.exit_code == 0
    assert result.output == "Nothing to change in 6 strategies.\n"


def test_a_wrong_file_is_named_with_what_to_change(tmp_path: Path) -> None:
    (tmp_path / "thornmoor.toml").write_text('area = "thornmoor"', encoding="utf-8")

    result = heard_strategies("check", str(tmp_path / "thornmoor.toml"), str(tmp_path / "none.toml"))

    assert result.exit_code == 1
    assert "thornmoor.toml, the strategy: `sets` is missing; write it as a list of tables" in result.output
    assert "none.toml: the file cannot be read" in result.output
    assert "Traceback" not in result.output


def test_the_list_says_which_strategies_are_not_adopted() -> None:
    lines = heard_strategies("list").output.splitlines()

    assert [line.split()[0] for line in lines] == [
        "barnsley",
        "durham",
        "kirklees",
        "north-yorkshire",
        "rotherham",
        "wexcombe",
    ]
    assert lines[2].endswith("(draft)")
    assert lines[5].endswith("(invented example)")


def test_the_sets_of_one_area_are_listed_with_their_kind() -> None:
    output = heard_strategies("list", "durham").output

    assert "therapy_feedback_themes" in output
    assert "finding" in output


def test_an_area_that_is_not_known_names_those_that_are() -> None:
    result = heard_strategies("list", "leeds")

    assert result.exit_code == 1
    assert "Choose one of: barnsley, durham, kirklees, north-yorkshire, rotherham, wexcombe." in result.output
