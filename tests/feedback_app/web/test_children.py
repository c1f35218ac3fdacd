"""A parent of two children answers for one, then the other, and once for what is common."""

from __future__ import annotations

from flask import Flask
from flask.testing import FlaskClient

from tests.phone import Phone, soup
from tests.term import Term, open_for_a_month


def parent(app: Flask, term: Term, client: FlaskClient) -> Phone:
    with app.app_context():
        code = open_for_a_month("parent-carer", "parent_carer")
    phone = Phone(client, code)
    phone.agree()
    return phone


def about(phone: Phone, path: str) -> str:
    """What stands beside the number of the question."""
    return soup(phone.get(path)).select_one("p.where").get_text(" ", strip=True)  # type: ignore[union-attr]


def test_one_child_is_never_called_the_first(app: Flask, term: Term, client: FlaskClient) -> None:
    phone = parent(app, term, client)

    led = phone.answer("p0", "1").location

    assert led == phone.at("q/p0a/child-1")
    assert "child" not in about(phone, "q/p0a/child-1").lower()


def test_each_of_two_children_is_named_by_its_turn(app: Flask, term: Term, client: FlaskClient) -> None:
    phone = parent(app, term, client)
    phone.answer("p0", "2")
    phone.answer("p1/child-1", "sen-support-no-plan")
    phone.answer("another_child/child-1", "yes")

    assert "Your first child" in about(phone, "q/p0a/child-1")
    assert "Your second child" in about(phone, "q/p0a/child-2")
    assert "child" not in about(phone, "q/p5").lower()
    assert phone.get("q/p0a/child-3").status_code == 303
    assert "Your first child: Does your child have an EHC plan?" in soup(phone.get("check")).get_text(" ", strip=True)


def test_going_on_without_another_child_leads_to_what_is_common(app: Flask, term: Term, client: FlaskClient) -> None:
    phone = parent(app, term, client)
    phone.answer("p0", "2")
    page = phone.at("q/p0a/child-1")
    while "another_child" not in page:
        page = str(phone.send(client.get(page)).location)

    assert phone.answer("another_child/child-1", "no-go-on").location == phone.at("q/p5")
