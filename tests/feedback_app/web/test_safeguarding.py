"""The lead's queue shows no words; opening a concern shows them and is written down."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from feedback_app import answering, arriving, asking
from feedback_app.forms.questions import Given
from feedback_app.uploads import read_upload
from feedback_app.web.dates import long_date, today
from surveys import Step
from tests.desk import come_in
from tests.files import A_WEBM, a_png
from tests.phone import Phone, fields, soup, text_of
from tests.respondents import WORRYING, a_key, arrive
from tests.sealed import SilentPhone
from tests.term import AREA, Term, open_for_a_month

QUEUE = f"/areas/{AREA}/concerns/"


@pytest.fixture
def lead(app: Flask, term: Term) -> FlaskClient:
    return come_in(app, term.staff["Priya"])


@pytest.fixture
def worried(phone: Phone) -> Phone:
    phone.agree()
    phone.answer("t10", WORRYING)
    return phone


def test_an_empty_queue_says_so(lead: FlaskClient) -> None:
    assert text_of(lead.get(QUEUE), "h1") == "Concerns: none to look at"


def test_the_queue_shows_what_waits_and_no_words(lead: FlaskClient, worried: Phone) -> None:
    page = lead.get(QUEUE)

    assert "WE-0001" in page.text
    assert "Red" in page.text
    assert "stepdad" not in page.text


def test_opening_a_concern_shows_its_words_and_who_opened_it(lead: FlaskClient, worried: Phone) -> None:
    page = lead.get(f"{QUEUE}WE-0001")

    assert WORRYING in soup(page).get_text()
    assert "opened by Priya" in soup(page).get_text()
    assert "Nobody has opened it" not in lead.get(QUEUE).text


def test_a_concern_that_is_not_there_is_not_found(lead: FlaskClient) -> None:
    assert lead.get(f"{QUEUE}WE-0099").status_code == 404


def test_who_asked_to_be_reached_is_shown_apart(lead: FlaskClient, worried: Phone) -> None:
    worried.client.post(worried.at("reach"), data=fields(worried.get("reach")) | {"reach": "Text me on Friday"})

    page = lead.get(QUEUE)
    assert "Friday" not in page.text
    asked = soup(page).select_one(f"a[href^='{QUEUE}contacts/']")

    assert asked is not None
    opened = lead.get(str(asked["href"]))
    assert "Text me on Friday" in opened.text
    assert "stepdad" not in opened.text


@pytest.fixture
def drawn(app: Flask, term: Term) -> str:
    """A child has drawn and said something; where the lead opens it."""
    files = (read_upload("drawing", a_png()), read_upload("recording", A_WEBM))
    with app.app_context():
        child = arrive(asking.find_opening(open_for_a_month("child-5-10-easy-read", "child_5_10")))
        given = Given((), None, None, files)
        answering.record_answer(child.opening, Step("c11"), given, key=child.key, send_key=a_key())
    return f"{QUEUE}WE-0001"


def test_the_lead_sees_a_drawing_and_hears_a_recording(lead: FlaskClient, drawn: str) -> None:
    page = soup(lead.get(drawn))

    drawing, recording = page.select("main img, main audio")
    assert drawing["alt"] == "A drawing. Only you can see it."
    assert recording.has_attr("controls")
    picture, sound = lead.get(str(drawing["src"])), lead.get(str(recording["src"]))
    assert (picture.data, picture.mimetype) == (a_png(), "image/png")
    assert (sound.data, sound.mimetype) == (A_WEBM, "audio/webm")
    trail = soup(lead.get(drawn)).get_text()
    assert "drawing opened by Priya" in trail
    assert "recording opened by Priya" in trail


def test_a_drawing_is_a_file_that_no_browser_keeps_runs_or_takes_for_a_page(lead: FlaskClient, drawn: str) -> None:
    source = soup(lead.get(drawn)).select("main img")[0]["src"]

    heads = lead.get(str(source)).headers

    assert heads["Cache-Control"] == "no-store"
    assert heads["X-Content-Type-Options"] == "nosniff"
    assert heads["Content-Disposition"] == 'attachment; filename="WE-0001-drawing.png"'
    assert "default-src 'none'" in heads["Content-Security-Policy"]


def test_only_the_page_of_a_recording_may_play_sound(lead: FlaskClient, drawn: str) -> None:
    assert "media-src 'self'" in lead.get(drawn).headers["Content-Security-Policy"]
    assert "media-src" not in lead.get(QUEUE).headers["Content-Security-Policy"]


def test_nobody_but_the_lead_opens_a_drawing(app: Flask, term: Term, lead: FlaskClient, drawn: str) -> None:
    source = str(soup(lead.get(drawn)).select("main img")[0]["src"])

    for name in set(term.staff) - {"Priya"}:
        assert come_in(app, term.staff[name]).get(source).status_code == 403
    assert app.test_client().get(source).status_code == 303


def test_the_queue_says_nothing_of_what_was_drawn(lead: FlaskClient, drawn: str) -> None:
    page = lead.get(QUEUE).text

    assert "Amber" in page
    assert "drawing" not in page


def test_words_with_marks_in_them_are_shown_and_never_run(lead: FlaskClient, phone: Phone) -> None:
    phone.agree()
    phone.answer("t10", f"<script>alert(1)</script> {WORRYING} & <b>more</b>")

    page = lead.get(f"{QUEUE}WE-0001")

    assert "<script>alert(1)" not in page.text
    assert "<script>alert(1)</script>" in soup(page).get_text()


def test_words_that_waited_on_a_phone_say_when_they_were_written(app: Flask, lead: FlaskClient, term: Term) -> None:
    with app.app_context():
        waited = SilentPhone(term.opening).write("t10", WORRYING)
        arriving.take_in(term.opening, [waited], key=None)

    page = soup(lead.get(f"{QUEUE}WE-0001")).get_text(" ", strip=True)

    assert f"Written on {long_date(today())} Received {long_date(today())} at" in page


def test_words_that_were_sent_at_once_have_one_date(lead: FlaskClient, worried: Phone) -> None:
    page = soup(lead.get(f"{QUEUE}WE-0001")).get_text(" ", strip=True)

    assert "Written on" not in page
    assert f"Received {long_date(today())} at" in page


def test_the_lead_says_on_a_page_of_its_own_that_words_may_be_shown_again(lead: FlaskClient, worried: Phone) -> None:
    page = lead.get(f"{QUEUE}WE-0001")
    assert "Until you say so they stand on no page" in page.text
    link = soup(page).select_one("a[href$='/shown/']")
    assert link is not None
    here = str(link["href"])

    without = lead.post(here, data=fields(lead.get(here)))
    kept = lead.post(here, data=fields(lead.get(here)) | {"why": "A film at school", "looked": "y"})

    assert without.status_code == 400
    assert "Write the reason" in text_of(without, ".err")
    assert "Tick that nobody needs help" in text_of(without, ".err")
    again = lead.get(kept.location)
    assert "may be shown again by Priya“A film at school”" in text_of(again, ".trail")
    assert "none to look at" in text_of(lead.get(QUEUE), "h1")
    assert "WE-0001" in text_of(lead.get(QUEUE), "details")


def test_words_that_were_shown_again_are_held_again_with_a_reason(lead: FlaskClient, worried: Phone) -> None:
    here = f"{QUEUE}WE-0001/shown/"
    lead.post(here, data=fields(lead.get(here)) | {"why": "A film at school", "looked": "y"})
    page = lead.get(here)
    assert "Hold these words again?" in text_of(page, "h1")

    assert lead.post(f"{here}not", data=fields(page)).status_code == 400
    held = lead.post(f"{here}not", data=fields(page) | {"why": "I was told more"})

    assert "held again by Priya“I was told more”" in text_of(lead.get(held.location), ".trail")
    assert "1 to look at" in text_of(lead.get(QUEUE), "h1")


def test_nobody_but_the_lead_shows_anything_again(app: Flask, term: Term, lead: FlaskClient, worried: Phone) -> None:
    for name in set(term.staff) - {"Priya"}:
        assert come_in(app, term.staff[name]).get(f"{QUEUE}WE-0001/shown/").status_code == 403
