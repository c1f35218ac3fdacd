"""The docs lag behind nothing: every command and every setting is in them, and every link leads somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from analysis.config import FOLDER
from feedback_app.cli import heard
from feedback_app.config import SETTINGS

ROOT = Path(__file__).parents[1]
PAGES = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), ROOT / "instance" / "README.md"]
DOCS = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)


def commands(group: click.Group, name: str) -> Iterator[tuple[str, click.Command]]:
    for word, command in sorted(group.commands.items()):
        if isinstance(command, click.Group):
            yield from commands(command, f"{name} {word}")
        else:
            yield f"{name} {word}", command


COMMANDS = list(commands(heard, "heard"))


@pytest.mark.parametrize(("name", "command"), COMMANDS)
def test_every_command_is_in_the_docs_and_explains_itself(name: str, command: click.Command) -> None:
    assert re.search(rf"{name}\b", DOCS), f"write about `{name}` in docs/commands.md"
    assert command.help
    assert len(command.help) > 10


@pytest.mark.parametrize(("name", "command"), COMMANDS)
def test_every_option_of_a_command_has_a_sentence(name: str, command: click.Command) -> None:
    for option in command.params:
        if isinstance(option, click.Option) and not option.is_flag:
            assert option.help or isinstance(option.type, click.Choice), f"{name} {option.name}"


@pytest.mark.parametrize("setting", [*SETTINGS, FOLDER])
def test_every_setting_is_in_the_docs(setting: str) -> None:
    assert f"`{setting}`" in DOCS, f"write about {setting} in docs/commands.md"


def test_no_setting_is_in_the_docs_that_is_not_there() -> None:
    assert set(re.findall(r"HEARD_[A-Z_]+[A-Z]", DOCS)) <= {*SETTINGS, FOLDER}


def test_every_command_in_the_docs_is_there() -> None:
    known = {name for name, _ in COMMANDS}
    known |= {name.rpartition(" ")[0] for name in known} | {"heard"}

    for written in re.findall(r"`(?:\.venv/bin/)?(heard(?: [a-z]+)*)", DOCS):
        assert any(written == name or written.startswith(f"{name} ") for name in known), written


def test_every_thing_to_make_in_the_docs_is_there() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))

    assert set(re.findall(r"`make ([a-z-]+)`", DOCS)) <= targets
    assert set(re.findall(r"^make ([a-z-]+)", DOCS, re.MULTILINE)) <= targets


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_to_a_file_leads_to_it(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?://|#|mailto:)([^)#\s]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"
