"""A workshop's pages to test with: phones are clients of their own, and Sam is at a desk."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.desk import come_in
from tests.hall import Hall, a_hall
from tests.phone import fields, soup
from tests.term import AREA, Term

HERE = f"/areas/{AREA}/workshops"


@dataclass(frozen=True, slots=True)
class Room:
    """A hall with its app: phones are clients of their own, and Sam is at a desk."""

    app: Flask
    hall: Hall
    code: str
    sam: FlaskClient

    def at(self, page: str = "") -> str:
        return f"{HERE}/{self.hall.id}{page}"

    @property
    def safety(self) -> str:
        return f"/safety/{self.hall.id}/"

    def phone(self) -> FlaskClient:
        phone = self.app.test_client()
        joined = phone.post(f"/w/{self.code}/join", data=fields(phone.get(f"/w/{self.code}/")))
        assert joined.status_code == 303
        return phone

    def say(self, phone: FlaskClient, words: str, **more: str) -> TestResponse:
        page = phone.get(f"/w/{self.code}/")
        return phone.post(f"/w/{self.code}/idea", data={**fields(page), "words": words, "together": "alone", **more})

    def decide(self, decision: str, place: int = 0) -> TestResponse:
        form = soup(self.sam.get(self.at("/check"))).select("form[data-decide]")[place]
        data = {str(one["name"]): str(one["value"]) for one in form.select("input")}
        return self.sam.post(self.at("/check"), data=data | {"decision": decision})

    def wall(self) -> list[str]:
        return [one.get_text().strip() for one in soup(self.sam.get(self.at("/screen"))).select(".wall li")]

    def board(self) -> dict[str, list[str]]:
        """The ideas of each pile on the projector, by the words over it."""
        screen = soup(self.sam.get(self.at("/screen")))
        return {
            pile.select("h2")[0].get_text(): [one.get_text() for one in pile.select("li")]
            for pile in screen.select(".pile")
        }

    def waiting(self) -> list[str]:
        return [one.get_text() for one in soup(self.sam.get(self.at("/check"))).select("[data-keys] .words")]

    def press(self, move: str) -> TestResponse:
        page = self.sam.get(self.at())
        form = soup(page).select_one(f"form:has(#press-{move})")
        assert form is not None
        data = {str(one["name"]): str(one["value"]) for one in form.select("input")}
        return self.sam.post(self.at(), data=data | {"move": move})


def a_room(app: Flask, term: Term, step: str = "ideas-alone") -> Room:
    """A workshop that has come to this step."""
    with app.app_context():
        hall = a_hall(term)
        hall.begin()
        hall.on_to(step)
        code = hall.room.code
    return Room(app, hall, code, come_in(app, term.staff["Sam"]))
