"""Fewer bytes on the way, and never where a length could give a secret away."""

from __future__ import annotations

import gzip

import brotli
import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.desk import come_in
from tests.phone import Phone, fields
from tests.term import AREA, Term

BROWSER = {"Accept-Encoding": "gzip, deflate, br, zstd"}
PLAIN_HTTP = {"Accept-Encoding": "gzip, deflate"}


def get(app: Flask, path: str, headers: dict[str, str]) -> TestResponse:
    """As a browser that asks for fewer bytes; the checked client would look for words in them."""
    return FlaskClient(app, app.response_class).get(path, headers=headers, buffered=True)


def way(page: TestResponse) -> str | None:
    return page.headers.get("Content-Encoding")


def test_a_respondents_page_is_the_same_whichever_way_it_came(app: Flask, term: Term) -> None:
    plain = get(app, "/help", {})
    by_brotli = get(app, "/help", BROWSER)
    by_gzip = get(app, "/help", PLAIN_HTTP)

    assert [way(page) for page in (plain, by_brotli, by_gzip)] == [None, "br", "gzip"]
    assert brotli.decompress(by_brotli.data) == gzip.decompress(by_gzip.data) == plain.data
    assert len(by_brotli.data) < len(by_gzip.data) < len(plain.data) / 2
    assert [int(page.headers["Content-Length"]) for page in (by_brotli, by_gzip)] == [
        len(by_brotli.data),
        len(by_gzip.data),
    ]


@pytest.mark.parametrize("taken", ["", "identity", "br;q=0, gzip;q=0", "deflate"])
def test_a_browser_that_takes_neither_gets_the_page_as_it_is(app: Flask, term: Term, taken: str) -> None:
    page = get(app, "/help", {"Accept-Encoding": taken} if taken else {})

    assert way(page) is None
    assert b"</html>" in page.data
    assert page.headers["Vary"] == "Accept-Encoding"


def test_a_page_with_a_mistake_is_compressed_too(app: Flask, term: Term) -> None:
    client = FlaskClient(app, app.response_class)

    missing = client.get("/nowhere/at/all", headers=BROWSER)
    wrong = client.post("/", data={"code": ""}, headers=BROWSER)

    assert [(page.status_code, way(page)) for page in (missing, wrong)] == [(404, "br"), (400, "br")]


def test_a_question_is_compressed_and_its_secrets_are_new_in_each_view(term: Term, phone: Phone) -> None:
    phone.agree()

    for path in ("q/t1", "check"):
        first, second = ({one for one in fields(phone.get(path)).values() if len(str(one)) > 15} for _ in range(2))
        assert first
        assert not first & second, "a hidden value that lasts may not stand in a page that is compressed"

    assert way(FlaskClient.open(phone.client, phone.at("q/t1"), headers=BROWSER, buffered=True)) == "br"


def test_no_staff_page_is_compressed_because_words_stand_there_beside_a_token(app: Flask, term: Term) -> None:
    lead = come_in(app, term.staff["Priya"])

    for path in ("/staff", f"/areas/{AREA}/concerns/", "/staff/come-in"):
        page = lead.get(path, headers=BROWSER)
        assert way(page) is None, path
        assert b"</html>" in page.data


def test_a_file_of_ours_is_compressed_as_far_as_it_goes(app: Flask) -> None:
    path = f"{app.static_url_path}/staff.css"

    plain, by_brotli = get(app, path, {}), get(app, path, BROWSER)

    assert way(by_brotli) == "br"
    assert brotli.decompress(by_brotli.data) == plain.data
    assert len(by_brotli.data) == len(brotli.compress(plain.data, quality=11))
    assert by_brotli.headers["Vary"] == "Accept-Encoding"


def test_a_file_that_a_browser_has_is_not_sent_again(app: Flask) -> None:
    path = f"{app.static_url_path}/staff.css"
    etag = get(app, path, BROWSER).headers["ETag"]

    again = get(app, path, BROWSER | {"If-None-Match": etag})

    assert (again.status_code, again.data) == (304, b"")
    assert get(app, path, PLAIN_HTTP).headers["ETag"] != etag
