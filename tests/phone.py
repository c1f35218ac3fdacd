"""A respondent's phone: it opens pages, fills the forms that are on them and sends them."""

from __future__ import annotations

from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag
from flask.testing import FlaskClient
from werkzeug.test import TestResponse


@dataclass(frozen=True, slots=True)
class Phone:
    """One phone at one opening; `client` keeps its cookies as a browser would."""

    client: FlaskClient
    code: str

    def at(self, path: str = "") -> str:
        return f"/a/{self.code}/{path}"

    def get(self, path: str = "") -> TestResponse:
        return self.client.get(self.at(path))

    def agree(self) -> TestResponse:
        page = self.get()
        return self.client.post(self.at(), data=fields(page) | {"agree": "yes"})

    def answer(self, question: str, *answer: str) -> TestResponse:
        """Open a question's page, choose options or write words, and press Next."""
        return self.send(self.get(f"q/{question}"), *answer)

    def send(self, page: TestResponse, *answer: str, **more: str) -> TestResponse:
        """Send a page that was opened before. Sending it again is what a double tap does."""
        return self.client.post(page.request.path, data={**fields(page), "answer": list(answer), **more})

    def finish(self) -> TestResponse:
        return self.client.post(self.at("check"), data=fields(self.get("check")))

    def receipt(self) -> str:
        return text_of(self.get("receipt"), ".code")


def fields(page: TestResponse) -> dict[str, object]:
    """The hidden values of a page's main form, as a browser sends them back."""
    assert page.status_code in (200, 400, 409, 413), f"{page.request.path} answers {page.status_code}"
    form = soup(page).select_one("main form")
    assert isinstance(form, Tag), f"no form on {page.request.path}"
    return {str(one["name"]): str(one.get("value", "")) for one in form.select("input[type=hidden]")}


def text_of(page: TestResponse, selector: str) -> str:
    found = soup(page).select_one(selector)
    assert isinstance(found, Tag), f"no {selector} on {page.request.path}"
    return " ".join(found.get_text().split())


def soup(page: TestResponse) -> BeautifulSoup:
    return BeautifulSoup(page.text, "html.parser")
