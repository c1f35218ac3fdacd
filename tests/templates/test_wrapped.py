"""Every word that a respondent's template shows goes through `_()`, so that it can be read in another language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

FOLDER = Path("feedback_app/templates")
TEMPLATES = [
    *sorted((FOLDER / "respondent").rglob("*.html")),
    *(FOLDER / name for name in ("banner.html", "problems.html", "icons.html")),
]
JINJA = re.compile(r"\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
SPOKEN = ("alt", "aria-label", "aria-roledescription", "placeholder", "title")
NO_WORDS = re.compile(r"(- )?Heard|html|main")  # our name, the kind of page, the id of its main part


def shown_as_it_is(template: str) -> list[str]:
    """Words that stand in the template outside of any expression."""
    page = BeautifulSoup(JINJA.sub("", template), "html.parser")
    texts = [line.strip() for text in page.find_all(string=True) for line in str(text).splitlines()]
    spoken = [str(tag[name]).strip() for tag in page.find_all(True) for name in SPOKEN if tag.get(name)]
    return [words for words in texts + spoken if re.search("[A-Za-z]", words) and not NO_WORDS.fullmatch(words)]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.relative_to(FOLDER)))
def test_no_words_stand_outside_the_brackets(template: Path) -> None:
    assert shown_as_it_is(template.read_text(encoding="utf-8")) == []


def test_words_outside_the_brackets_are_found() -> None:
    assert shown_as_it_is('<p title="{{ name }}">{{ _("Hello") }}</p><p aria-label="Old words">Plain words</p>') == [
        "Plain words",
        "Old words",
    ]
