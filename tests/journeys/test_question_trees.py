"""What a screen reader is told of each kind of question is what somebody last looked at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page

from feedback_app.forms.questions import FIELDS
from tests.every_kind import every_kind
from tests.journeys.question_trees import FOLDER, TREES, phones, tree
from tests.phone import Phone
from tests.term import begin_term

NAMED = ("radio", "checkbox", "textbox", "combobox", "group", "button", "link")


@pytest.fixture
def database_kind() -> str:
    return "sqlite"


@pytest.fixture
def known(app: Flask) -> Mapping[str, Phone]:
    with app.app_context():
        begin_term()
    return phones(app)


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


def test_each_kind_is_told_to_a_screen_reader_as_it_was(reader: Page, known: Mapping[str, Phone]) -> None:
    told = {name: tree(reader, known[audience], question) for name, (audience, question) in TREES.items()}

    assert told == {name: (FOLDER / f"{name}.yaml").read_text() for name in TREES}


def test_every_control_has_a_name_and_every_group_its_question(reader: Page, known: Mapping[str, Phone]) -> None:
    for audience, question in TREES.values():
        for line in tree(reader, known[audience], question).splitlines():
            role = line.strip(" -").split(" ")[0].rstrip(":")
            # a group that opens, as "Draw instead", is told by the words that open it
            named = '"' in line or ": " in line
            assert named or role not in NAMED, f"{question}: {line}"


def test_every_kind_that_a_page_can_show_has_its_tree() -> None:
    kinds = {every_kind(audience).question(question).kind for audience, question in TREES.values()}

    assert kinds == set(FIELDS)
    assert {path.stem for path in FOLDER.iterdir()} == set(TREES)
