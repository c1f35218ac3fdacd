"""Somebody who answers a whole survey page by page, whatever its questions are: they fill the form that they see."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from bs4 import BeautifulSoup, Tag
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

MOST_PAGES = 200


def walk(client: FlaskClient, code: str, turn: int) -> Iterator[TestResponse]:
    """Agree, press Next on every page, and finish: each page as it was shown, up to the receipt.

    `turn` says what they choose: the option of that number in each question, and every box that can be ticked when it
    is 0. So a few turns meet every question of a survey.
    """
    welcome = f"/a/{code}/"
    yield (page := client.get(welcome))
    path = _send(client, welcome, page, 0)
    for _ in range(MOST_PAGES):
        yield (page := client.get(path))
        if page.status_code != 200 or path.endswith("/receipt"):
            return
        path = _send(client, path, page, turn)
    raise AssertionError(f"no end after {MOST_PAGES} pages")


def main_of(page: TestResponse) -> BeautifulSoup:
    """The main part alone: parsing it is most of what a test of many pages takes."""
    html = page.text
    return BeautifulSoup(html[html.index("<main") : html.index("</main>")], "html.parser")


def _send(client: FlaskClient, path: str, page: TestResponse, turn: int) -> str:
    form = main_of(page).select_one("form[method=post]:not([action])")
    assert isinstance(form, Tag), f"no form on {path}"
    sent = client.post(path, data=_filled(form, turn, tick_all=turn == 0))
    if sent.status_code == 400:  # an option that stands alone, as "None yet", refuses the others
        sent = client.post(path, data=_filled(form, turn, tick_all=False))
    assert sent.status_code == 303, f"{path} answers {sent.status_code}"
    return str(sent.location)


def _filled(form: Tag, turn: int, *, tick_all: bool) -> dict[str, list[str]]:
    data: dict[str, list[str]] = {}
    for one in form.select("input[type=hidden]"):
        data.setdefault(str(one["name"]), []).append(str(one.get("value", "")))
    controls = sorted(form.select("input[type=radio], input[type=checkbox]"), key=lambda one: str(one["name"]))
    for name, group in groupby(controls, key=lambda one: str(one["name"])):
        options = list(group)
        values = [str(one.get("value", "on")) for one in options]
        many = options[0]["type"] == "checkbox"
        data[name] = values if many and tick_all else [values[turn % len(values)]]
    return data
