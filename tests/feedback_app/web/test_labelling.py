"""The page where somebody says which promises people's words speak to."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from bs4 import Tag
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from analysis.standard_labels import StandardLabel
from analysis.standard_labels_file import labels_from_json, labels_to_json
from feedback_app import analysing, jobs, publishing
from feedback_app.sitting import Part, Sitting, sitting_of
from tests.closed_wave import NOT_TO_BE_QUOTED, QUOTABLE, close_and_analyse
from tests.desk import come_in
from tests.phone import soup, text_of
from tests.respondents import WORRYING
from tests.stages import Stages
from tests.term import AREA, WAVE, Term

LABEL = StandardLabel("c1", "The pool was closed all winter", "wexcombe/six_promises/fair-chance", True, "panel")
PROMISES = f"/areas/{AREA}/promises/{WAVE}"


@pytest.fixture
def officer(app: Flask, term: Term) -> FlaskClient:
    return come_in(app, term.staff["Bea"])


@pytest.fixture
def analysed(app: Flask, term: Term, stages: Stages) -> None:
    stages.come_to(app, close_and_analyse, term)


def sitting(app: Flask, term: Term) -> Sitting:
    with app.app_context():
        return sitting_of(AREA, WAVE, staff_id=term.staff["Bea"])


def address(part: Part) -> str:
    return f"{PROMISES}/{part.key[0]}-{part.key[1]}"


def press(client: FlaskClient, page: str, button: str, *, of: str = "", **values: str) -> TestResponse:
    """Press a button of one of the page's forms; `of` is the promise that the form is about."""
    for form in soup(client.get(page)).select("main form"):
        sent = {str(one["name"]): str(one.get("value", "")) for one in form.select("input[type=hidden]")}
        if form.select_one(f"button[value={button}]") and sent.get("standard", "") == of:
            return client.post(page, data=sent | values | {"said": button})
    raise AssertionError(f"no button {button} on {page}")


def suggested(app: Flask, term: Term) -> Part:
    return next(one for one in sitting(app, term).parts if one.suggestions)


def test_an_open_wave_has_no_words_to_look_at_yet(officer: FlaskClient) -> None:
    assert "still answering" in officer.get(PROMISES).text


def test_the_waves_of_an_area_lead_to_their_words(officer: FlaskClient) -> None:
    page = soup(officer.get(f"/areas/{AREA}/promises/"))

    assert [one["href"] for one in page.select("main li a")] == [PROMISES]


@pytest.mark.usefixtures("analysed")
@pytest.mark.parametrize("name", ["Dana", "Sam", "Priya", "Kit"])
def test_nobody_else_may_open_it(app: Flask, term: Term, name: str) -> None:
    client = come_in(app, term.staff[name])

    for page in (f"/areas/{AREA}/promises/", PROMISES, address(suggested(app, term))):
        assert client.get(page).status_code == 403


@pytest.mark.usefixtures("analysed")
def test_no_page_shows_words_that_are_held_or_may_not_be_quoted_or_say_a_name(
    app: Flask, term: Term, officer: FlaskClient
) -> None:
    pages = [PROMISES, *(address(one) for one in sitting(app, term).parts)]

    shown = "\n".join(soup(officer.get(page)).get_text() for page in pages)

    assert any(one in shown for one in QUOTABLE)
    for words in (NOT_TO_BE_QUOTED, WORRYING, "Harrison"):
        assert words not in shown
    assert "Young people" not in shown  # no group beside anybody's words


@pytest.mark.usefixtures("analysed")
def test_a_page_says_what_was_suggested_how_strongly_and_why(app: Flask, term: Term, officer: FlaskClient) -> None:
    part = suggested(app, term)
    first = part.suggestions[0]

    card = soup(officer.get(address(part))).select_one("section.card")

    assert isinstance(card, Tag)
    words = " ".join(card.get_text().split())
    assert first.standard.shown_name in words
    assert first.standard.easy_read in words
    assert {"likely": "Likely", "possible": "Possible"}[first.strength] in words
    assert all(reason in words for reason in first.reason)
    assert "times in 100" not in words  # nothing has calibrated it


@pytest.mark.usefixtures("analysed")
def test_yes_and_no_are_kept_and_lead_on_when_every_suggestion_has_one(
    app: Flask, term: Term, officer: FlaskClient
) -> None:
    part = suggested(app, term)
    answers = ["yes", *["no"] * (len(part.suggestions) - 1)]

    for one, answer in zip(part.suggestions, answers, strict=True):
        done = press(officer, address(part), answer, of=one.standard.id)
        assert done.status_code == 303

    assert done.location != address(part)
    now = sitting(app, term).part(part.key)
    assert [one.said for one in now.suggestions] == [answer == "yes" for answer in answers]
    assert "You said yes" in soup(officer.get(address(part))).get_text()


@pytest.mark.usefixtures("analysed")
def test_it_speaks_to_another_is_a_move(app: Flask, term: Term, officer: FlaskClient) -> None:
    part = suggested(app, term)
    first = {one.standard.id for one in part.suggestions}
    other = next(one.id for one in sitting(app, term).promises[0].standards if one.id not in first)

    press(officer, address(part), "another", another=other)

    assert sitting(app, term).part(part.key).said == dict.fromkeys(first, False) | {other: True}


@pytest.mark.usefixtures("analysed")
def test_another_has_to_be_chosen_from_the_list(app: Flask, term: Term, officer: FlaskClient) -> None:
    part = suggested(app, term)

    nothing = press(officer, address(part), "another")
    elsewhere = press(officer, address(part), "another", another="durham/themes/waiting")

    assert (nothing.status_code, elsewhere.status_code) == (400, 400)
    assert text_of(nothing, "#another-wrong") == "Error: Choose a promise from the list"
    assert not sitting(app, term).part(part.key).said


@pytest.mark.usefixtures("analysed")
def test_none_of_them_and_taking_it_back(app: Flask, term: Term, officer: FlaskClient) -> None:
    part = suggested(app, term)

    press(officer, address(part), "none")
    assert sitting(app, term).part(part.key).said == {one.standard.id: False for one in part.suggestions}

    press(officer, address(part), "back")
    assert not sitting(app, term).part(part.key).said


@pytest.mark.usefixtures("analysed")
def test_a_press_without_a_token_changes_nothing(app: Flask, term: Term, officer: FlaskClient) -> None:
    part = suggested(app, term)

    refused = officer.post(address(part), data={"said": "yes", "standard": part.suggestions[0].standard.id})

    assert refused.status_code == 400
    assert not sitting(app, term).part(part.key).said


@pytest.mark.usefixtures("analysed")
def test_skip_leads_to_the_next_and_says_nothing(app: Flask, term: Term, officer: FlaskClient) -> None:
    first, second = sitting(app, term).parts[:2]

    skip = next(one for one in soup(officer.get(address(first))).select("main a") if one.text == "Skip this one")

    assert skip["href"] == address(second)


@pytest.mark.usefixtures("analysed")
@pytest.mark.parametrize("part", ["x", "0" * 32 + "-0", "1" * 32 + "-" + "9" * 5_000])
def test_words_that_were_never_offered_are_not_found(officer: FlaskClient, part: str) -> None:
    assert officer.get(f"{PROMISES}/{part}").status_code == 404


@pytest.mark.usefixtures("analysed")
def test_a_label_given_here_is_used_when_the_words_are_sorted_again(
    app: Flask, term: Term, officer: FlaskClient
) -> None:
    jobs.run_until_idle(app)
    part = suggested(app, term)
    promise = part.suggestions[0].standard.id
    press(officer, address(part), "no", of=promise)
    page = soup(officer.get(PROMISES))
    assert "It has not used one yes or no yet." in page.get_text()
    form = page.select_one(f"form[action='{PROMISES}/sort-again']")
    assert form is not None

    sent = {str(one["name"]): str(one.get("value", "")) for one in form.select("input")}
    assert officer.post(str(form["action"]), data=sent).status_code == 303

    assert "is sorting the words again" in officer.get(PROMISES).text
    assert jobs.run_until_idle(app) == 1
    assert "has used what people said of words and promises: 1 (0 yes, 1 no)." in officer.get(PROMISES).text
    with app.app_context():
        found = analysing.find(term.area_id, term.wave_id)
    assert promise not in {link.standard for link in found.links if link.segment == part.key}


def send_file(client: FlaskClient, content: bytes | None) -> TestResponse:
    page = f"/areas/{AREA}/promises/"
    form = soup(client.get(page)).select_one("form[enctype]")
    assert form is not None
    sent: dict[str, object] = {str(one["name"]): str(one["value"]) for one in form.select("input[type=hidden]")}
    if content is not None:
        sent["file"] = (io.BytesIO(content), "labels.json")
    return client.post(page, data=sent, content_type="multipart/form-data")


def test_a_file_of_labels_is_brought_in_by_a_page(officer: FlaskClient) -> None:
    kept = send_file(officer, labels_to_json([LABEL]).encode())
    again = send_file(officer, labels_to_json([LABEL]).encode())

    assert "Kept: 1. Here already: 0." in kept.text
    assert "Kept: 0. Here already: 1." in again.text


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (None, "Choose a file"),
        (b"", "not JSON"),
        (b"\xff\xfe\x00", "not UTF-8"),
        (labels_to_json([replace(LABEL, words="The café was shut")]).encode("latin-1"), "not UTF-8"),
        (labels_to_json([replace(LABEL, at="2999-01-01")]).encode(), "Label 1: `at` is no day up to today"),
    ],
)
def test_a_file_that_is_wrong_comes_back_with_the_reason(officer: FlaskClient, content: bytes | None, why: str) -> None:
    refused = send_file(officer, content)

    assert refused.status_code == 400
    assert why in soup(refused).get_text()


def test_a_file_that_is_larger_than_a_page_of_words_is_read(officer: FlaskClient) -> None:
    many = labels_to_json(replace(LABEL, comment=f"c{number}") for number in range(2_000))
    assert len(many) > 256 * 1024

    assert "Kept: 2000." in send_file(officer, many.encode()).text


def test_a_file_that_is_too_big_is_refused_with_what_to_do_and_a_way_back(officer: FlaskClient) -> None:
    page = f"/areas/{AREA}/promises/"
    refused = officer.post(page, data=b"x" * 5_000_000, content_type="multipart/form-data; boundary=x")

    assert refused.status_code == 413
    assert "Nothing of this file was kept. It has more than 4 MB. Split it" in refused.text
    assert soup(refused).select(f"main a[href='{page}']")


@pytest.mark.usefixtures("analysed")
def test_a_file_of_labels_is_saved_from_the_page(app: Flask, term: Term, officer: FlaskClient) -> None:
    part = suggested(app, term)
    press(officer, address(part), "none")
    with app.app_context():
        publishing.decide_quote(AREA, WAVE, *part.key, release=True, words=part.words, staff_id=term.staff["Omar"])
    form = soup(officer.get(f"/areas/{AREA}/promises/")).select_one("form[action$='/file']")
    assert form is not None

    saved = officer.post(str(form["action"]), data={one["name"]: one["value"] for one in form.select("input")})

    assert saved.headers["Content-Disposition"] == f"attachment; filename=labels-{AREA}.json"
    taken = labels_from_json(saved.text, source="x")
    assert {label.words for label in taken} == {part.words}
    assert len(taken) == len(part.suggestions)
