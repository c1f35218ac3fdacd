"""Somebody stops and comes back with their code; the next person on a phone or a shared tablet sees nothing of them."""

from __future__ import annotations

import datetime as dt
import re

import pytest
import sqlalchemy as sa
from flask import Flask
from werkzeug.test import TestResponse

from feedback_app import asking
from feedback_app.codes import ALPHABET, SPOKEN, read_out
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.tables import answer, response, today
from tests.feedback_app.web.test_respond import responses
from tests.phone import Phone, fields, soup, text_of
from tests.respondents import told
from tests.term import AREA, WAVE, Term


@pytest.fixture
def begun(phone: Phone) -> Phone:
    phone.agree()
    return phone


@pytest.fixture
def stopped(begun: Phone) -> str:
    """The code of somebody who said which therapy, wrote about it, and stopped."""
    begun.answer("t1", "physiotherapy")
    page = begun.send(begun.get("q/t10/physiotherapy"), "The warm pool", stop="1")
    assert page.location == begun.at("stop")
    return text_of(begun.get("stop"), ".code")


@pytest.fixture
def other(app: Flask, phone: Phone) -> Phone:
    """Another phone, which has never been here."""
    return Phone(app.test_client(), phone.code)


def come_back(phone: Phone, code: str) -> TestResponse:
    page = phone.client.post("/receipt", data={"code": code})
    return phone.client.post("/receipt/go-on", data=fields(page))


def test_stopping_keeps_the_page_that_was_being_answered(app: Flask, term: Term, begun: Phone) -> None:
    begun.answer("t1", "physiotherapy")

    page = begun.send(begun.get("q/t10/physiotherapy"), "The warm pool", stop="1")

    assert page.location == begun.at("stop")
    with app.app_context():
        assert "The warm pool" in [one.words for one in told(term.area_id)]


def test_stopping_on_an_untouched_page_says_nothing_about_it(app: Flask, term: Term, begun: Phone) -> None:
    begun.send(begun.get("q/t1"), stop="1")

    with app.app_context():
        assert told(term.area_id) == []


def test_the_code_is_the_same_when_stopping_and_when_finished(begun: Phone) -> None:
    begun.answer("t1", "physiotherapy")
    early = text_of(begun.get("stop"), ".code")

    begun.finish()

    assert begun.receipt() == early


def test_the_code_can_be_read_out_letter_by_letter(stopped: str, begun: Phone) -> None:
    said = [line.get_text() for line in soup(begun.get("stop")).select(".spell li")]

    assert "".join(line.split()[0] for line in said) == stopped.replace("-", "")
    assert all(" as in " in line for line in said if line[0].isalpha())


def test_every_letter_of_a_code_has_a_word_of_its_own() -> None:
    letters = [letter for letter in ALPHABET if letter.isalpha()]

    assert set(SPOKEN) == set(letters)
    assert len(set(SPOKEN.values())) == len(letters)
    assert read_out("K7-A") == (("K", "king"), ("7", "7"), ("A", "apple"))
    assert read_out("K7", "pl") == (("K", "K"), ("7", "7"))


def test_another_phone_goes_on_with_the_first_unanswered_question(stopped: str, other: Phone) -> None:
    assert come_back(other, stopped).location == other.at("carry-on")

    assert other.get("carry-on").location == other.at("q/t1a")


def test_another_phone_is_never_shown_what_was_said_before(stopped: str, other: Phone) -> None:
    come_back(other, stopped)

    pages = [other.get(path).text for path in ("q/t1", "q/t10/physiotherapy", "check", "stop")]

    assert not any("warm pool" in page for page in pages)
    assert soup(other.get("q/t1")).select("input[checked]") == []
    assert "You answered this before." in pages[0]
    assert "You wrote something here." in pages[1]
    assert soup(other.get("check")).select(".sum dd .yours")[0].get_text() == "You answered this before."


def test_pressing_next_on_an_answer_that_is_not_shown_leaves_it_as_it_is(
    app: Flask, term: Term, stopped: str, other: Phone
) -> None:
    come_back(other, stopped)

    for path in ("q/t1", "q/t10/physiotherapy"):
        assert other.send(other.get(path)).status_code == 303

    with app.app_context():
        kept = {one.question: one for one in told(term.area_id)}
    assert kept["t1"].options == ("physiotherapy",)
    assert kept["t10"].words == "The warm pool"


def test_a_hidden_answer_can_be_changed(app: Flask, term: Term, stopped: str, other: Phone) -> None:
    come_back(other, stopped)

    other.answer("t1", "occupational-therapy")

    with app.app_context():
        assert told(term.area_id)[1].options == ("occupational-therapy",)
    assert soup(other.get("q/t1")).select("input[checked]")  # chosen on this phone, today


def test_an_answer_of_another_day_is_not_shown_on_the_same_phone(app: Flask, term: Term, begun: Phone) -> None:
    begun.answer("t1", "physiotherapy")
    with app.app_context(), transaction() as session:
        yesterday = today() - dt.timedelta(days=1)
        session.execute(sa.update(answer).where(answer.c.area_id == term.area_id).values(answered_on=yesterday))

    assert soup(begun.get("q/t1")).select("input[checked]") == []


def test_a_phone_that_came_back_finishes_with_the_same_code(stopped: str, other: Phone, begun: Phone) -> None:
    come_back(other, stopped)
    other.finish()

    assert "Your code is the one that you came back with." in other.get("receipt").text
    assert soup(other.get("receipt")).select(".code") == []
    assert other.client.post("/receipt", data={"code": stopped}).status_code == 200
    assert begun.get("receipt").status_code == 200  # the first phone sees that it is finished


def test_coming_back_many_times_starts_no_second_response(app: Flask, term: Term, stopped: str, other: Phone) -> None:
    for _ in range(3):
        come_back(other, stopped)
    other.agree()

    assert responses(app, term) == 1


def test_finished_answers_cannot_be_gone_on_with(begun: Phone, other: Phone) -> None:
    begun.answer("t1", "physiotherapy")
    begun.finish()

    page = other.client.post("/receipt", data={"code": begun.receipt()})

    assert "Go on where I stopped" not in page.text
    assert other.client.post("/receipt/go-on", data={"code": begun.receipt()}).status_code == 409


def test_answers_of_a_closed_wave_cannot_be_gone_on_with(app: Flask, stopped: str, other: Phone) -> None:
    with app.app_context():
        asking.close_wave(AREA, WAVE)

    page = other.client.post("/receipt", data={"code": stopped})

    assert "Go on where I stopped" not in page.text
    assert other.client.post("/receipt/go-on", data={"code": stopped}).status_code == 410


@pytest.mark.parametrize("code", ["", "AAAA-AAAAA-AAAAA", "x" * 300])
def test_a_wrong_code_goes_nowhere(other: Phone, term: Term, code: str) -> None:
    page = other.client.post("/receipt/go-on", data={"code": code})

    assert page.status_code in (400, 404)
    assert other.client.get_cookie(f"heard-{other.code}", path=other.at()) is None


def test_following_a_link_forgets_nothing_on_somebodys_own_phone(stopped: str, begun: Phone) -> None:
    begun.get("next")

    assert text_of(begun.get("stop"), ".code") == stopped


class TestASharedTablet:
    @pytest.fixture
    def tablet(self, phone: Phone) -> Phone:
        phone.client.post(phone.at("tablet"))
        return phone

    def test_everybody_begins_at_the_first_page(self, app: Flask, term: Term, tablet: Phone) -> None:
        tablet.agree()
        tablet.answer("t1", "physiotherapy")

        tablet.agree()

        assert tablet.get("carry-on").location == tablet.at("q/t1")
        assert responses(app, term) == 2

    def test_the_first_page_says_nothing_of_the_person_before(self, tablet: Phone) -> None:
        before = re.sub('value="[0-9a-f]{32}"', "", tablet.get().text)
        tablet.agree()
        tablet.answer("t1", "physiotherapy")

        assert re.sub('value="[0-9a-f]{32}"', "", tablet.get().text) == before

    def test_it_resets_itself_and_lets_go_of_the_person_before(self, tablet: Phone) -> None:
        tablet.agree()
        tablet.answer("t1", "physiotherapy")

        assert tablet.get("next").location == tablet.at()

        assert tablet.client.get_cookie(f"heard-{tablet.code}", path=tablet.at()) is None
        assert tablet.get("q/t1").status_code == 400

    def test_its_responses_are_marked(self, app: Flask, term: Term, tablet: Phone) -> None:
        tablet.agree()

        with app.app_context(), reading() as session:
            kinds = session.execute(sa.select(response.c.kind).where(response.c.area_id == term.area_id)).scalars()
            assert list(kinds) == ["tablet"]

    def test_the_key_is_gone_when_the_browser_is_closed(self, tablet: Phone) -> None:
        tablet.agree()

        cookie = tablet.client.get_cookie(f"heard-{tablet.code}", path=tablet.at())

        assert cookie is not None
        assert cookie.max_age is None

    def test_nothing_is_saved_to_a_tablet(self, tablet: Phone) -> None:
        tablet.agree()
        tablet.answer("t1", "physiotherapy")
        tablet.finish()

        page = tablet.get("receipt")

        assert "Save to this phone" not in page.text
        assert "Next person" in page.text

    def test_it_asks_whether_somebody_is_still_there(self, tablet: Phone) -> None:
        tablet.agree()

        asks = soup(tablet.get("q/t1")).select_one("#still-here")

        assert asks is not None
        assert asks["data-next"] == tablet.at("next")
        assert asks.has_attr("hidden")

    def test_sharing_can_be_taken_back(self, tablet: Phone) -> None:
        tablet.client.post(tablet.at("tablet/own"))

        assert "Share this tablet" in tablet.get("tablet").text

    def test_a_page_sent_again_shows_the_next_person_nothing(self, app: Flask, term: Term, tablet: Phone) -> None:
        tablet.agree()
        tablet.answer("t1", "physiotherapy")
        page = tablet.get("q/t10/physiotherapy")
        sent = {**fields(page), "answer": "The warm pool", "read-layer": "easy"}
        assert "The warm pool" in tablet.client.post(page.request.path, data=sent).text
        tablet.get("next")
        tablet.agree()
        tablet.answer("t1", "physiotherapy")

        again = tablet.client.post(page.request.path, data=sent)

        assert again.status_code == 303
        assert again.location == tablet.at()
        assert "warm pool" not in again.text

    @pytest.mark.parametrize("begins", [True, False])
    def test_a_page_sent_again_keeps_nothing(self, app: Flask, term: Term, tablet: Phone, begins: bool) -> None:
        tablet.agree()
        tablet.answer("t1", "physiotherapy")
        page = tablet.get("q/t10/physiotherapy")
        tablet.get("next")
        if begins:
            tablet.agree()

        again = tablet.send(page, "The warm pool")

        assert again.location == tablet.at()
        assert "warm pool" not in again.text
        with app.app_context():
            assert "The warm pool" not in [one.words for one in told(term.area_id)]

    def test_a_page_that_does_not_say_whose_it_is_goes_nowhere(self, app: Flask, term: Term, tablet: Phone) -> None:
        tablet.agree()

        page = tablet.client.post(tablet.at("q/t1"), data={"answer": "physiotherapy"})

        assert page.location == tablet.at()
        with app.app_context():
            assert told(term.area_id) == []

    def test_how_to_reach_somebody_is_not_shown_to_the_next_person(self, tablet: Phone) -> None:
        tablet.agree()
        sent = {**fields(tablet.get("reach")), "reach": "Mum's phone", "read-use": "1"}
        assert "Mum" in tablet.client.post(tablet.at("reach"), data=sent).text
        tablet.get("next")
        tablet.agree()

        again = tablet.client.post(tablet.at("reach"), data=sent)

        assert again.location == tablet.at()
        assert "Mum" not in again.text

    @pytest.mark.parametrize("begins", [True, False])
    @pytest.mark.parametrize("how", [{"read-use": "1"}, {"reach": "x" * 501}])
    def test_what_was_asked_for_in_another_format_is_not_shown_to_the_next_person(
        self, tablet: Phone, how: dict[str, str], begins: bool
    ) -> None:
        if begins:
            tablet.agree()
        sent = {**fields(tablet.get("format")), "note": "I am Sam's brother", **how}
        assert "brother" in tablet.client.post(tablet.at("format"), data=sent).text
        tablet.get("next")

        again = tablet.client.post(tablet.at("format"), data=sent)

        assert again.location == tablet.at()
        assert "brother" not in again.text
        tablet.agree()
        assert tablet.client.post(tablet.at("format"), data=sent).location == tablet.at()

    def test_another_format_that_was_asked_for_is_kept_whoever_is_there_now(self, tablet: Phone) -> None:
        sent = {**fields(tablet.get("format")), "formats": "paper"}
        tablet.get("next")

        assert tablet.client.post(tablet.at("format"), data=sent).location == tablet.at("format/asked")

    @pytest.mark.parametrize("how", [{"agree": "yes", "read-layer": "easy"}, {}])
    def test_the_first_page_sent_again_shows_nothing_of_it(self, tablet: Phone, how: dict[str, str]) -> None:
        sent = fields(tablet.get())

        again = tablet.client.post(tablet.at(), data={**sent, **how})

        assert soup(again).select("main form input[checked]") == []
        assert fields(again)["response_key"] != sent["response_key"]

    @pytest.mark.parametrize("path", ["", "q/t1", "words", "help", "stop", "receipt"])
    def test_no_link_leads_to_a_page_that_does_not_reset_itself(self, tablet: Phone, path: str) -> None:
        tablet.agree()
        tablet.answer("t1", "physiotherapy")
        if path == "receipt":
            tablet.finish()

        page = soup(tablet.get(path))

        assert page.select_one("#still-here") is not None
        links = [str(one["href"]) for one in page.select("a[href^='/']")]
        assert [link for link in links if not link.startswith(tablet.at())] == []

    @pytest.mark.parametrize("path", ["stop", "receipt"])
    def test_a_code_is_for_another_place(self, tablet: Phone, path: str) -> None:
        tablet.agree()
        tablet.answer("t1", "physiotherapy")
        if path == "receipt":
            tablet.finish()

        assert "Use your code later, on your own phone or at home." in tablet.get(path).text


class TestAPageOfAnotherVisit:
    """On a phone that nobody made a shared tablet, and that two people use all the same."""

    def test_is_not_kept_and_its_words_are_not_shown(self, app: Flask, term: Term, begun: Phone) -> None:
        begun.answer("t1", "physiotherapy")
        page = begun.get("q/t10/physiotherapy")
        begun.client.post(begun.at("next"))
        begun.agree()

        again = begun.send(page, "The warm pool")

        assert again.status_code == 400
        assert text_of(again, "h1") == "This phone has lost its place"
        assert "warm pool" not in again.text
        with app.app_context():
            assert "The warm pool" not in [one.words for one in told(term.area_id)]

    def test_gives_its_words_back_where_nobody_else_has_begun(self, begun: Phone) -> None:
        begun.answer("t1", "physiotherapy")
        page = begun.get("q/t10/physiotherapy")
        begun.client.delete_cookie(f"heard-{begun.code}", path=begun.at())

        assert "The warm pool" in begun.send(page, "The warm pool").text

    def test_is_believed_where_it_does_not_say(self, begun: Phone) -> None:
        page = begun.client.post(begun.at("q/t1"), data={"answer": "physiotherapy"})

        assert page.location == begun.at("q/t1a")

    def test_cannot_be_made_up(self, begun: Phone) -> None:
        assert begun.send(begun.get("q/t1"), "physiotherapy", visit="é").status_code == 400


def test_a_page_left_open_in_another_tab_takes_nothing_back(app: Flask, term: Term, begun: Phone) -> None:
    before = begun.get("q/t1")
    begun.answer("t1", "physiotherapy")

    begun.send(before)

    with app.app_context():
        assert told(term.area_id)[-1].options == ("physiotherapy",)


@pytest.mark.parametrize("button", [{}, {"stop": "1"}])
def test_what_was_shown_and_is_unticked_is_taken_back(
    app: Flask, term: Term, begun: Phone, button: dict[str, str]
) -> None:
    begun.answer("t1", "physiotherapy")

    begun.send(begun.get("q/t1"), **button)

    with app.app_context():
        assert told(term.area_id)[-1].missing == "skipped"
