"""`heard surveys`: what a participation officer sees."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from feedback_app.cli.surveys import surveys_commands
from tests.surveys.definitions import BUS


def run(*arguments: str) -> Result:
    return CliRunner().invoke(surveys_commands, arguments)


def test_the_library_is_checked() -> None:
    result = run("check")

    assert result.exit_code == 0
    assert result.output == "Nothing to change in 13 surveys.\n"


def test_a_right_file_has_nothing_to_change(tmp_path: Path) -> None:
    file = tmp_path / "bus.toml"
    file.write_text(BUS)

    assert run("check", str(file)).output == "Nothing to change in 1 survey.\n"


def test_every_wrong_file_is_named_and_the_command_fails(tmp_path: Path) -> None:
    right, wrong, gone = tmp_path / "right.toml", tmp_path / "wrong.toml", tmp_path / "gone.toml"
    right.write_text(BUS)
    wrong.write_text(BUS.replace('kind = "good5"', 'kind = "good"'))

    result = run("check", str(wrong), str(right), str(gone))

    assert result.exit_code == 1
    assert f"{wrong}: question b2 (line 19), kind: must be 'single'" in result.stderr
    assert f"{gone}: No such file or directory" in result.stderr
    assert str(right) not in result.output


def test_the_list_says_what_a_phone_can_show() -> None:
    lines = run("list").output.splitlines()

    assert len(lines) == 13
    assert any(line.split()[:4] == ["parent-carer", "v2", "published", "shown"] for line in lines)
    assert any(line.split()[:5] == ["policy-consultation", "v1", "draft", "not", "yet"] for line in lines)


def test_a_preview_shows_questions_options_and_the_ways_through() -> None:
    said = run("preview", "therapy-satisfaction", "--audience", "parent_carer").output

    assert "1. Which therapy have you used in the last 12 months?  [t1, multi]" in said
    assert '"Speech and language": Speech and language therapy' in said
    assert '"None yet, still waiting" and no service: t4, t3, t11 once' in said
    assert 'Asked only after "Yes" at t1b.' in said
    assert "( ) I have not used this  [kept apart: has not used it]" in said
    assert 'No answer counts as "No"; nothing is chosen beforehand.' in said
    assert "Help lines on every page: parent_carers." in said


def test_a_preview_of_a_short_route_begins_with_the_six() -> None:
    said = run("preview", "young-person-11-25").output

    assert "First comes a short route: y4, y7, y8, y15, y18, y20, quote, then carry_on." in said
    assert 'The rest is asked after "Yes, a few more" only.' in said
    assert "1. How good are people at listening to you?" in said
    assert 'Asked only after "I am waiting for one", "No, I don\'t have a plan" at y1.' in said


def test_a_preview_says_what_cannot_be_shown_yet() -> None:
    assert (
        "Not on a phone yet: commissioning-workshop-prompts, question w1: kind `post_its`"
        in run("preview", "commissioning-workshop-prompts").output
    )


def test_a_preview_of_what_is_not_there_explains_itself() -> None:
    unknown, stranger = run("preview", "bus"), run("preview", "parent-carer", "--audience", "workshop")

    assert unknown.exit_code == stranger.exit_code == 1
    assert "there is no survey `bus`; there are child-5-10-easy-read" in unknown.stderr
    assert "it is not for `workshop`; it is for parent_carer" in stranger.stderr
