"""A question may name the service it is about, and what was chosen before; it never shows that to another visit."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.phone import Phone, text_of
from tests.term import Term, open_for_a_month

NAMING = """\
id = "naming"
version = 1
title = "Getting about"
audiences = ["young_person_11_25"]

[repeat]
question = "which"
questions = ["service"]
services = [{ id = "bus", name = "The <b>bus</b>", option = "Bus" }, { id = "taxi", name = "Taxi", option = "Taxi" }]

[[questions]]
id = "how"
kind = "single"
words = "How do you get to school?"
options = ["By <b>bus</b> {area_name}", "On foot", "Don't know"]

[[questions]]
id = "which"
kind = "multi"
words = "Which have you used?"
options = ["Bus", "Taxi"]

[[questions]]
id = "service"
kind = "good5"
words = "How good is this: {service_name}?"

[[questions]]
id = "why"
kind = "good5"
words = "How good is it: {chosen:how|the way you go}?"
"""


@pytest.fixture
def naming(app: Flask, term: Term, client: FlaskClient, tmp_path: Path) -> Phone:
    file = tmp_path / "naming.toml"
    file.write_text(NAMING, encoding="utf-8")
    with app.app_context():
        phone = Phone(client, open_for_a_month(str(file), "young_person_11_25"))
    phone.agree()
    return phone


def asked(phone: Phone, path: str) -> str:
    return text_of(phone.get(path), "h1")


def test_a_page_names_the_service_that_it_is_about(naming: Phone) -> None:
    naming.answer("which", "bus", "taxi")

    assert asked(naming, "q/service/taxi") == "How good is this: Taxi?"
    assert asked(naming, "q/service/bus") == "How good is this: The <b>bus</b>?"


def test_what_was_chosen_is_named_as_it_is_written_and_read_for_nothing_more(naming: Phone) -> None:
    naming.answer("how", "by-b-bus-b-area-name")

    assert asked(naming, "q/why") == "How good is it: By <b>bus</b> {area_name}?"


@pytest.mark.parametrize("answer", [[], ["dont-know"]])
def test_where_nothing_was_chosen_other_words_stand_there(naming: Phone, answer: list[str]) -> None:
    naming.answer("how", *answer)

    assert asked(naming, "q/why") == "How good is it: the way you go?"


def test_a_blank_page_that_a_phone_keeps_names_nothing_that_was_chosen(naming: Phone) -> None:
    naming.answer("how", "on-foot")

    kept = naming.get("blank").get_data(as_text=True)

    assert "the way you go" in kept
    assert "On foot?" not in kept
