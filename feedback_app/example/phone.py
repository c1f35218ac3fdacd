"""An invented respondent's phone: it opens each page, sends it and follows where it leads, as any phone does."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from feedback_app.asking import Opening
from feedback_app.example.replies import ExampleDoesNotFit, Reply, Usually, place_of, reply_to
from feedback_app.example.respondents import Respondent
from surveys import Step

if TYPE_CHECKING:
    from flask import Flask
    from flask.testing import FlaskClient
    from werkzeug.test import TestResponse


def answer_survey(app: Flask, opening: Opening, person: Respondent, usually: Usually) -> str:
    """Answer a survey on its own pages, and send it unless this respondent stops before; return the response's key.

    Raises ExampleDoesNotFit when a page did not take an answer, or some of their words were never asked for.
    """
    phone = app.test_client()
    start = f"/a/{opening.code}/"
    page = _open(phone, start)
    here = _post(phone, start, agree="yes", response_key=_hidden(page, "response_key"))
    met: set[str] = set()
    while (step := _step(here)) is not None and len(met) != person.stops_after:
        met.add(place_of(step))
        here = _answer(phone, here, reply_to(person, opening.survey, step, usually))
    if person.stops_after is None:
        _check_all_said(person, met)
        _open(phone, here)
        _post(phone, here)
    return _key(phone, opening)


def _answer(phone: FlaskClient, here: str, reply: Reply) -> str:
    send_key = _hidden(_open(phone, here), "send_key")
    pressed = {"unclear": "1"} if reply.unclear else {}
    return _post(phone, here, send_key=send_key, answer=reply.words or list(reply.options), **pressed)


def _open(phone: FlaskClient, address: str) -> str:
    return _expect(phone.get(address), 200).get_data(as_text=True)


def _post(phone: FlaskClient, address: str, **fields: str | list[str]) -> str:
    """Send a page; return where it leads."""
    return _expect(phone.post(address, data=fields), 303).headers["Location"]


def _expect(response: TestResponse, status: int) -> TestResponse:
    if response.status_code != status:
        raise ExampleDoesNotFit(f"{response.request.method} {response.request.path} answered {response.status_code}.")
    return response


def _hidden(page: str, name: str) -> str:
    field = next((one for one in re.findall(r"<input\b[^>]*>", page) if f'name="{name}"' in one), "")
    value = re.search(r'value="([^"]*)"', field)
    if value is None:
        raise ExampleDoesNotFit(f"A page lacks its {name}.")
    return html.unescape(value[1])


def _step(address: str) -> Step | None:
    """The question that an address opens, or None for the check page."""
    found = re.search(r"/q/([^/?]+)(?:/([^/?]+))?$", address)
    return Step(found[1], found[2] or "") if found else None


def _key(phone: FlaskClient, opening: Opening) -> str:
    cookie = phone.get_cookie(f"heard-{opening.code}", path=f"/a/{opening.code}/")
    if cookie is None:
        raise ExampleDoesNotFit("A phone was given no key.")
    return cookie.value


def _check_all_said(person: Respondent, met: set[str]) -> None:
    wanted = {*person.says, *(place_of(Step(one.question, one.service)) for one in person.said)}
    if wanted - met:
        raise ExampleDoesNotFit(f"{person.id} was never asked {', '.join(sorted(wanted - met))}.")
