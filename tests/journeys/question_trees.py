"""What a screen reader is told of each kind of question. `python -m tests.journeys.question_trees` writes it again."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

from flask import Flask
from playwright.sync_api import Page

from feedback_app import create_app
from tests import chromium
from tests.every_kind import open_every_kind
from tests.phone import Phone
from tests.serving import an_installation
from tests.term import begin_term

FOLDER = Path(__file__).parent / "trees"
YOUNG, CHILD = "young_person_11_25", "child_5_10"

# file: audience, question. Children meet one question a page, so most are drawn as a child meets them.
TREES: Mapping[str, tuple[str, str]] = {
    "information": (CHILD, "read_first"),
    "agreement": (CHILD, "may_show"),
    "single": (CHILD, "one"),
    "multi": (CHILD, "several"),
    "pictures": (CHILD, "picture"),
    "pictures-multi": (CHILD, "picture_several"),
    "yesno": (CHILD, "yes_or_no"),
    "good5": (CHILD, "good"),
    "change5": (CHILD, "better"),
    "agree5": (CHILD, "agree"),
    "standard4": (CHILD, "always"),
    "faces3": (CHILD, "faces"),
    "faces5": (YOUNG, "five_faces"),
    "happy10": (YOUNG, "happy"),
    "goal10": (YOUNG, "goal"),
    "number": (CHILD, "minutes"),
    "short-text": (CHILD, "one_line"),
    "text": (CHILD, "long"),
    "rank": (CHILD, "in_order"),
    "dots": (CHILD, "shared_out"),
    "draw": (CHILD, "drawing"),
    "speak": (CHILD, "speaking"),
    "text-or-draw-or-voice": (CHILD, "any_way"),
    "several-questions": (YOUNG, "better"),
}


def phones(app: Flask) -> Mapping[str, Phone]:
    """A phone of each audience that has agreed to take part, and gets the school bus."""
    with app.app_context():
        found = {audience: Phone(app.test_client(), open_every_kind(audience)) for audience in (YOUNG, CHILD)}
    for phone in found.values():
        phone.agree()
        phone.answer("yes_or_no", "yes")
    return found


def tree(page: Page, phone: Phone, question: str) -> str:
    """The page's questions, without what stands round them, as the browser tells them to a screen reader."""
    page.set_content(phone.get(f"q/{question}").text)
    return "".join(one.aria_snapshot() + "\n" for one in page.locator("main form > div:not(.nav, .outs)").all())


def write() -> None:
    with tempfile.TemporaryDirectory() as folder, chromium.running() as browser:
        app = create_app(an_installation(Path(folder)))
        with app.app_context():
            begin_term()
        known = phones(app)
        page = browser.new_page()
        for name, (audience, question) in TREES.items():
            (FOLDER / f"{name}.yaml").write_text(tree(page, known[audience], question))


if __name__ == "__main__":
    write()
