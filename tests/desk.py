"""Staff at a desk: they come in by their one-time link."""

from __future__ import annotations

from flask import Flask
from flask.testing import FlaskClient

from feedback_app import people
from tests.phone import fields


def come_in(app: Flask, staff_id: str) -> FlaskClient:
    """A client that has come in by a link of its own, as this member of staff."""
    with app.app_context():
        link = people.make_link(staff_id)
    client = app.test_client()
    entered = client.post(link, data=fields(client.get(link)))
    assert entered.status_code == 303, entered.text
    return client
