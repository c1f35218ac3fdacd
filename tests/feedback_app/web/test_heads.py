"""What every answer carries in its head."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.desk import come_in
from tests.phone import Phone
from tests.term import AREA, Term


def directives(page: TestResponse) -> dict[str, str]:
    parts = page.headers["Content-Security-Policy"].split("; ")
    return {name: rest for name, _, rest in (part.partition(" ") for part in parts)}


@pytest.fixture
def pages(app: Flask, term: Term, phone: Phone) -> list[TestResponse]:
    """One of each kind: for anybody, for a respondent, for staff, not found, a file, and no page at all."""
    phone.agree()
    lead = come_in(app, term.staff["Priya"])
    return [
        phone.client.get("/"),
        phone.get("q/t1"),
        lead.get(f"/areas/{AREA}/concerns/"),
        phone.client.get("/nowhere/at/all"),
        phone.client.get(f"{app.static_url_path}/tokens.css"),
        phone.client.get("/health"),
        phone.send(phone.get("q/t1")),
    ]


def test_nothing_may_run_or_load_that_is_not_ours(pages: list[TestResponse]) -> None:
    for page in pages:
        allowed = directives(page)
        assert allowed["default-src"] == "'none'"
        assert allowed["script-src"] == "'self'"
        assert allowed["form-action"] == "'self'"
        assert allowed["frame-ancestors"] == "'none'"
        assert allowed["base-uri"] == "'none'"
        assert "unsafe" not in page.headers["Content-Security-Policy"]
        assert "http" not in page.headers["Content-Security-Policy"]


def test_no_page_is_kept_by_a_browser_or_a_proxy(pages: list[TestResponse]) -> None:
    for page in pages:
        if not page.request.path.startswith("/static/"):
            assert page.headers["Cache-Control"] == "no-store"


def test_a_file_is_kept_for_a_year_under_an_address_that_only_it_has(app: Flask, client: FlaskClient) -> None:
    kept = client.get(f"{app.static_url_path}/tokens.css")

    assert kept.headers["Cache-Control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize("path", ["/static/0123456789ab/tokens.css", "/static/tokens.css"])
def test_an_old_address_of_a_file_leads_nowhere_and_is_not_kept(client: FlaskClient, path: str) -> None:
    gone = client.get(path)

    assert (gone.status_code, gone.headers["Cache-Control"]) == (404, "no-store")


def test_a_file_that_is_not_there_is_not_remembered_as_missing(app: Flask, client: FlaskClient) -> None:
    gone = client.get(f"{app.static_url_path}/nothing.css")

    assert (gone.status_code, gone.headers["Cache-Control"]) == (404, "no-store")


def test_no_other_site_learns_where_a_reader_was(pages: list[TestResponse]) -> None:
    for page in pages:
        assert page.headers["Referrer-Policy"] == "same-origin"
        assert page.headers["Cross-Origin-Opener-Policy"] == "same-origin"
        assert page.headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert page.headers["X-Content-Type-Options"] == "nosniff"


def test_no_page_may_ask_for_the_camera_the_microphone_or_the_place(pages: list[TestResponse]) -> None:
    for page in pages:
        assert {"camera=()", "microphone=()", "geolocation=()"} <= set(
            re.split(r",\s*", page.headers["Permissions-Policy"])
        )


def test_no_page_sets_a_cookie_before_somebody_agrees(client: FlaskClient, term: Term) -> None:
    for path in ("/", "/help", "/words", "/receipt", f"/{term.therapy}", f"/a/{term.therapy}/"):
        assert "Set-Cookie" not in client.get(path).headers


def test_a_respondents_page_asks_for_little(phone: Phone) -> None:
    phone.agree()

    page = phone.get("q/t1")

    assert len(page.data) < 60_000
