"""`heard strategies`: checking strategies, listing them and showing every word of one."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from feedback_app.cli.strategies import strategies_commands
from tests import sound_strategy

AREAS = ["barnsley", "durham", "kirklees", "north-yorkshire", "rotherham", "wexcombe"]
DRAFT = sound_strategy.SOUND.replace("version = 1\n", 'version = 1\nstatus = "draft"\n')
SOUND = DRAFT.replace("keywords = ", 'lacks = "It gives no measure for it."\nkeywords = ')


@pytest.fixture(autouse=True)
def instance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HEARD_INSTANCE", str(tmp_path / "instance"))
    return tmp_path / "instance"


@pytest.fixture
def thornmoor(tmp_path: Path) -> Path:
    return write(tmp_path / "own" / "thornmoor.toml")


def write(file: Path, text: str = SOUND) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def heard_strategies(*words: str) -> Result:
    return CliRunner().invoke(strategies_commands, list(words))


def test_our_own_strategies_have_nothing_to_change() -> None:
    result = heard_strategies("check")

    assert result.exit_code == 0, result.output
    assert result.output == "Nothing to change in 6 strategies.\n"


def test_a_wrong_file_is_named_with_what_to_change(tmp_path: Path) -> None:
    write(tmp_path / "thornmoor.toml", 'area = "thornmoor"')

    result = heard_strategies("check", str(tmp_path / "thornmoor.toml"), str(tmp_path / "none.toml"))

    assert result.exit_code == 1
    assert "thornmoor.toml, the strategy: `sets` is missing; write it as a list of tables" in result.output
    assert "none.toml: the file cannot be read" in result.output
    assert "Traceback" not in result.output


def test_hard_words_and_office_words_are_told_with_file_set_and_standard(thornmoor: Path) -> None:
    hard = SOUND.replace("We come when we say.", "We facilitate punctuality.").replace("late on day 0", "no outcomes")

    result = heard_strategies("check", str(write(thornmoor, hard)))

    assert result.exit_code == 1
    place = "thornmoor.toml, standard promises/be-on-time: "
    assert f"{place}`easy_read`: “facilitate” is hard: write" in result.output
    assert f"{place}`keywords` holds “no outcomes”, and only officials say “outcome”" in result.output


def test_a_name_that_is_not_in_the_text_of_the_strategy_is_told(tmp_path: Path, thornmoor: Path) -> None:
    text = write(tmp_path / "plan.txt", "What Thornmoor promises\n2. Our promises\nBe punc-\ntual.")

    assert heard_strategies("check", str(thornmoor)).exit_code == 0
    result = heard_strategies("check", str(thornmoor), "--source", str(text))

    assert result.exit_code == 1
    assert "thornmoor.toml, standard promises/be-on-time: the name “Be on time” is not in the text" in result.output
    assert "Our promises” is not" not in result.output


def test_names_that_are_in_the_text_need_no_change(tmp_path: Path, thornmoor: Path) -> None:
    text = write(tmp_path / "plan.txt", "What Thornmoor promises\n2. Our promises\nBe on\ntime.")

    assert heard_strategies("check", str(thornmoor), "--source", str(text)).exit_code == 0


def test_a_text_is_of_one_strategy_and_must_be_text(tmp_path: Path, thornmoor: Path) -> None:
    (tmp_path / "plan.pdf").write_bytes(b"%PDF-1.7 \xff\xfe")

    for source, problem in (
        ("plan.pdf", "cannot be read as text in UTF-8; save the PDF’s text as TXT"),
        ("none.txt", "no such file"),
    ):
        result = heard_strategies("check", str(thornmoor), "--source", str(tmp_path / source))
        assert result.exit_code == 1
        assert problem in result.output
    assert "give one FILE with it" in heard_strategies("check", "--source", str(tmp_path / "plan.pdf")).output


def test_the_example_of_the_guide_needs_no_change_beside_its_own_text(tmp_path: Path) -> None:
    guide = (Path(__file__).parents[3] / "docs" / "strategies.md").read_text(encoding="utf-8")
    kinds = {kind: guide.split(f"```{kind}\n")[1].split("```")[0] for kind in ("toml", "text")}
    file, text = write(tmp_path / "thornmoor.toml", kinds["toml"]), write(tmp_path / "thornmoor.txt", kinds["text"])

    result = heard_strategies("check", str(file), "--source", str(text))

    assert result.output == "Nothing to change in 1 strategy.\n"


def test_the_list_says_which_strategies_are_not_adopted() -> None:
    lines = heard_strategies("list").output.splitlines()

    assert [line.split()[0] for line in lines] == AREAS
    assert lines[2].endswith("(draft)")
    assert lines[5].endswith("(invented example)")


def test_the_sets_of_one_area_are_listed_with_their_kind() -> None:
    output = heard_strategies("list", "durham").output

    assert "therapy_feedback_themes" in output
    assert "finding" in output


def test_an_area_that_is_not_known_names_those_that_are() -> None:
    for command in ("list", "show"):
        result = heard_strategies(command, "leeds")

        assert result.exit_code == 1
        assert f"Choose one of: {', '.join(AREAS)}." in result.output


def test_every_word_of_a_strategy_is_shown_with_who_wrote_it(thornmoor: Path) -> None:
    output = heard_strategies("show", "thornmoor", "--strategies", str(thornmoor.parent)).output

    assert "What Thornmoor promises (draft)" in output
    assert "in plain words (ours): People come when they said." in output
    assert "easy read (ours): We come when we say." in output
    assert "lacking: It gives no measure for it." in output
    assert "families say: late on day 0, late on day 1," in output
    assert "not here: the foreword: thanks to the people who wrote it" in output


def test_bad_news_notes_and_the_stages_are_shown_too() -> None:
    durham = heard_strategies("show", "durham").output
    owners = heard_strategies("show", "north-yorkshire/delivery_plan_actions").output

    assert "worded as bad news: only a complaint speaks to it" in durham
    assert "therapy_feedback_themes: Paediatric therapies review" in durham
    assert "(finding, our heading)" in durham
    assert "the words of the name are young people’s" in durham
    assert "stages of commissioning: Understand, Plan, Deliver, Review (" in durham
    assert "note: Responsible: Head of SEND All." in owners


def test_what_the_text_has_and_the_file_has_not_is_told_line_by_line(tmp_path: Path, thornmoor: Path) -> None:
    text = write(tmp_path / "plan.txt", "2. Our promises\n- Be on time\n- Be kind\n")

    result = heard_strategies("left-out", str(thornmoor), "--source", str(text))

    assert result.exit_code == 0, result.output
    assert result.output == ("line 3: Be kind\n1 of 3 points of the text are in thornmoor.toml under no name.\n")
    assert heard_strategies("left-out", str(text), "--source", str(text)).exit_code == 1


def test_one_set_of_a_strategy_is_shown_alone() -> None:
    output = heard_strategies("show", "rotherham/outcomes").output

    assert "The strategy gives no measure for it" in output
    assert "Welcome and care" not in output
    assert heard_strategies("show", "rotherham/none").exit_code == 1


def test_words_that_are_only_matched_are_never_shown() -> None:
    assert "spaz" not in heard_strategies("show", "barnsley").output


def test_strategies_of_a_folder_are_known_beside_ours(thornmoor: Path) -> None:
    lines = heard_strategies("list", "--strategies", str(thornmoor.parent)).output.splitlines()

    assert [line.split()[0] for line in lines] == sorted([*AREAS, "thornmoor"])


def test_strategies_in_the_instance_folder_are_known_and_checked(instance: Path) -> None:
    write(instance / "strategies" / "thornmoor.toml")

    assert "thornmoor" in heard_strategies("list").output
    assert heard_strategies("check").output == "Nothing to change in 7 strategies.\n"
