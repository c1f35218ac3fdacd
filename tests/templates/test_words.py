from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup

from tests.drawing import drawing_app, drawn_page
from tests.templates.respondent_pages import RESPONDENT_PAGES

LONGEST = 20  # words in a sentence; children aged 5 to 10 read half of that
BLOCKS = "p, li, h1, h2, label, dt, dd, legend, button, summary"


def sentences(name: str) -> list[str]:
    template, status, context = RESPONDENT_PAGES[name]
    page = drawn_page(drawing_app(), f"respondent/{template}.html", status, **context())
    blocks = BeautifulSoup(page.get_data(as_text=True), "html.parser").select(BLOCKS)
    return [
        sentence
        for block in blocks
        for sentence in re.split(r"(?<=[.!?])[”’]?\s+", " ".join(block.get_text(" ").split()))
    ]


@pytest.mark.parametrize("name", list(RESPONDENT_PAGES))
def test_no_sentence_is_too_long_to_read(name: str) -> None:
    longest = LONGEST // 2 if "child" in name else LONGEST

    assert [sentence for sentence in sentences(name) if len(sentence.split()) > longest] == []


def test_a_page_for_children_is_shorter() -> None:
    for child, older in (("check, child", "check"), ("changed, child", "changed")):
        assert len(" ".join(sentences(child)).split()) < len(" ".join(sentences(older)).split())
