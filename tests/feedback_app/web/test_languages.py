"""Pages in another language: offered where it is approved, right to left, and never half a question in each."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from feedback_app import translating
from tests.phone import Phone, fields, soup, text_of
from tests.term import AREA, Term, open_for_a_month
from tests.translated import give_urdu

BOX = "q/t10/physiotherapy"


@pytest.fixture
def phone_in_urdu(app: Flask, phone: Phone, tmp_path: Path) -> Phone:
    with app.app_context():
        give_urdu(app, tmp_path)
        for part in ("pages", "common", "therapy-satisfaction 1"):
            translating.approve(AREA, "ur", part, "Amina Khan")
    phone.agree()
    phone.answer("t1", "physiotherapy")
    phone.client.post(phone.at(BOX), data={**fields(phone.get(BOX)), "read-use": "1", "read-language": "ur"})
    return phone


def test_a_draft_is_not_offered(app: Flask, phone: Phone, tmp_path: Path) -> None:
    give_urdu(app, tmp_path)
    phone.client.set_cookie("heard-reading", "language-ur")

    page = soup(phone.get())

    assert not page.select("#read-language")
    assert page.html is not None
    assert page.html["lang"] == "en-GB"


def test_an_approved_language_is_offered_by_its_own_name(phone_in_urdu: Phone) -> None:
    options = soup(phone_in_urdu.get(BOX)).select("#read-language option")

    assert [(one["value"], one["lang"], one.get_text()) for one in options] == [
        ("en", "en", "English"),
        ("ur", "ur", "اردو"),
    ]


def test_a_page_in_urdu_reads_from_right_to_left(phone_in_urdu: Phone) -> None:
    page = phone_in_urdu.get(BOX)

    html = soup(page).html
    assert html is not None
    assert (html["lang"], html["dir"]) == ("ur", "rtl")
    assert text_of(page, "h1") == "کیا اچھا ہے؟"
    assert "فزیوتھراپی" in text_of(page, ".where")


@pytest.mark.parametrize(("language", "said"), [("pl", "Młodzi ludzie"), ("ur", "نوجوان")])
def test_the_first_page_says_whom_it_is_for_in_our_own_drafts(
    app: Flask, phone: Phone, language: str, said: str
) -> None:
    with app.app_context():
        for draft in translating.drafts(AREA):
            translating.approve(AREA, draft.language, draft.subject, "Somebody who reads it")
    phone.client.set_cookie("heard-reading", f"language-{language}")

    words = text_of(phone.get(), ".where")

    assert said in words
    assert "Young people" not in words


def test_a_question_that_is_not_translated_is_wholly_english_and_says_so(phone_in_urdu: Phone) -> None:
    page = soup(phone_in_urdu.get("q/t1"))

    (heading,) = page.select("h1")
    whole = heading.find_parent(attrs={"lang": True})
    assert whole is not None
    assert (whole["lang"], whole["dir"]) == ("en-GB", "ltr")
    assert whole.select("label")


def test_a_box_takes_no_words_in_a_language_that_nobody_reads(phone_in_urdu: Phone) -> None:
    page = soup(phone_in_urdu.get(BOX))

    assert not page.select("main textarea")
    assert page.select(".no-words")


def test_a_box_takes_words_where_an_interpreter_is_named(app: Flask, phone_in_urdu: Phone) -> None:
    with app.app_context():
        translating.name_interpreter(AREA, "ur", "Amina Khan")

    page = soup(phone_in_urdu.get(BOX))

    assert page.select("main textarea")
    assert not page.select(".no-words")


def test_words_half_written_are_not_taken_away_by_choosing_a_language(phone_in_urdu: Phone) -> None:
    phone_in_urdu.client.delete_cookie("heard-reading")
    page = phone_in_urdu.get(BOX)

    again = phone_in_urdu.client.post(
        phone_in_urdu.at(BOX),
        data={**fields(page), "answer": "The pool", "read-use": "1", "read-language": "ur"},
    )

    assert text_of(again, "textarea") == "The pool"


def test_the_first_page_is_offered_in_what_any_area_approved(phone_in_urdu: Phone) -> None:
    assert soup(phone_in_urdu.client.get("/words")).select("#read-language option[value=ur]")


def test_a_box_that_takes_no_words_still_takes_the_reasons_for_none(app: Flask, phone_in_urdu: Phone) -> None:
    page = phone_in_urdu.get(BOX)
    ticks = soup(page).select("main .beside input[type=checkbox]")
    phone_in_urdu.client.post(phone_in_urdu.at(BOX), data={**fields(page), "answer-none": "dont-know"})

    assert [one["value"] for one in ticks] == ["dont-know", "prefer-not-to-say"]
    assert soup(page).select("main button[name=unclear]")
    assert soup(phone_in_urdu.get(BOX)).select("#answer-none-dont-know[checked]")


def test_two_reasons_for_no_words_are_an_error_whose_link_leads_to_them(phone_in_urdu: Phone) -> None:
    reasons = ["dont-know", "prefer-not-to-say"]
    page = phone_in_urdu.get(BOX)

    wrong = phone_in_urdu.client.post(phone_in_urdu.at(BOX), data={**fields(page), "answer-none": reasons})

    assert wrong.status_code == 400
    assert soup(wrong).select(".err a[href='#answer']")
    assert [one["value"] for one in soup(wrong).select(".beside [checked]")] == reasons


def test_a_reason_that_is_ticked_stays_ticked_in_another_language(phone_in_urdu: Phone) -> None:
    page = phone_in_urdu.get(BOX)

    again = phone_in_urdu.client.post(
        phone_in_urdu.at(BOX),
        data={**fields(page), "answer-none": "dont-know", "read-use": "1", "read-language": "en"},
    )

    assert soup(again).select("main textarea")
    assert soup(again).select("#answer-none-dont-know[checked]")


def test_where_nobody_reads_the_language_a_child_may_still_draw_and_not_speak(
    app: Flask, client: FlaskClient, term: Term
) -> None:
    with app.app_context():
        phone = Phone(client, open_for_a_month("child-5-10-easy-read", "child_5_10"))
        for draft in translating.drafts(AREA):
            translating.approve(AREA, draft.language, draft.subject, "Somebody who reads it")
    phone.client.set_cookie("heard-reading", "language-pl")
    phone.agree()

    page = soup(phone.get("q/c10"))

    assert page.select("[name=answer-drawing]")
    assert not page.select("main textarea, [name=answer-recording]")
    assert page.select("main .beside input")
