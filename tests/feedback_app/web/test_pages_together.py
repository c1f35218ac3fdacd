"""A page of several questions: kept in one go or not at all, and every way that leads to one of them leads to it."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from bs4 import Tag
from flask import Flask
from flask.testing import FlaskClient

from feedback_app import asking
from feedback_app.storage.db import reading
from feedback_app.storage.tables import agreement, concern
from tests.every_kind import open_every_kind
from tests.phone import Phone, fields, soup, text_of
from tests.respondents import WORRYING, Told, told
from tests.term import Term, open_for_a_month

YEAR = {"answer-better": "better", "answer-agree": "agree", "answer-minutes": "20"}
WORDS = {"answer-one_line": "Long", "answer-long": "The driver sings"}


def at(app: Flask, client: FlaskClient, audience: str = "young_person_11_25") -> Phone:
    with app.app_context():
        phone = Phone(client, open_every_kind(audience))
    phone.agree()
    return phone


@pytest.fixture
def begun(app: Flask, client: FlaskClient, term: Term) -> Phone:
    return at(app, client)


def kept(app: Flask, term: Term) -> dict[str, Told]:
    with app.app_context():
        return {one.question: one for one in told(term.area_id)}


def test_questions_that_belong_together_stand_on_one_page(begun: Phone) -> None:
    page = soup(begun.get("q/better"))

    assert [one.get_text().rpartition(" of ")[0] for one in page.select("h1")] == ["Questions 9 to 11"]
    assert [one.get_text() for one in page.select("main form h2")] == [
        "How has the journey changed this year?",
        "I feel safe on the way.",
        "How long is the journey?",
    ]
    assert page.select("[name=answer-minutes]")
    assert not page.select("[name=answer]")


def test_children_meet_the_same_questions_one_by_one(app: Flask, client: FlaskClient, term: Term) -> None:
    child = at(app, client, "child_5_10")

    page = child.get("q/better")

    assert text_of(page, "h1") == "How has the journey changed this year?"
    assert child.answer("better", "worse").location == child.at("q/agree")


def test_a_page_of_several_is_kept_and_goes_on_after_the_last(app: Flask, term: Term, begun: Phone) -> None:
    went_on = begun.send(begun.get("q/better"), **YEAR)

    assert went_on.location == begun.at("q/always")
    answers = kept(app, term)
    assert answers["better"].options == ("better",)
    assert answers["minutes"].options == ("20",)
    assert len(answers) == 3


def test_sending_a_page_twice_keeps_it_once(app: Flask, term: Term, begun: Phone) -> None:
    page = begun.get("q/long")

    first, second = begun.send(page, **WORDS), begun.send(page, **WORDS)

    assert first.location == second.location
    assert {one.revision for one in kept(app, term).values()} == {1}


def test_the_same_page_with_another_answer_is_asked_about(app: Flask, term: Term, begun: Phone) -> None:
    page = begun.get("q/long")
    begun.send(page, **WORDS)

    changed = begun.send(page, **{**WORDS, "answer-long": "It is loud"})

    assert changed.status_code == 409
    assert "It is loud" in changed.text
    assert kept(app, term)["long"].words == "The driver sings"
    begun.send(changed, **{**WORDS, "answer-long": "It is loud"})
    assert kept(app, term)["long"].words == "It is loud"


def test_each_mistake_has_its_own_link_and_nothing_is_kept(app: Flask, term: Term, begun: Phone) -> None:
    wrong = begun.send(begun.get("q/better"), **{**YEAR, "answer-better": "nonsense", "answer-minutes": "half an hour"})

    assert wrong.status_code == 400
    page = soup(wrong)
    assert [one["href"] for one in page.select(".err a")] == ["#answer-better-much-better", "#answer-minutes"]
    assert "half an hour" in wrong.text
    assert page.select("#answer-agree-agree[checked]")
    assert not kept(app, term)


def test_one_of_several_is_not_understood_and_the_others_are_answered(app: Flask, term: Term, begun: Phone) -> None:
    begun.send(begun.get("q/better"), **{**YEAR, "unclear": "agree"})

    answers = kept(app, term)
    assert answers["agree"].missing == "not_understood"
    assert answers["better"].missing is None


def test_what_was_chosen_is_kept_beside_not_understanding_it(app: Flask, term: Term, begun: Phone) -> None:
    begun.send(begun.get("q/better"), **{**YEAR, "unclear": "better"})

    assert (kept(app, term)["better"].options, kept(app, term)["better"].missing) == (("better",), "not_understood")
    again = begun.get("q/better")
    assert soup(again).select("#answer-better-better[checked]")
    assert [one["value"] for one in soup(again).select("[name=unclear][checked]")] == ["better"]
    begun.send(again, **YEAR)
    assert kept(app, term)["better"].missing is None


@pytest.mark.parametrize("chosen", [(), ("on-foot",)])
def test_passing_again_what_was_not_understood_takes_nothing_back(
    app: Flask, term: Term, begun: Phone, chosen: tuple[str, ...]
) -> None:
    begun.send(begun.get("q/one"), *chosen, unclear="one")

    begun.send(begun.get("q/one"), *chosen)

    assert (kept(app, term)["one"].options, kept(app, term)["one"].missing) == (chosen, "not_understood")
    begun.answer("one", "in-a-car")
    assert (kept(app, term)["one"].options, kept(app, term)["one"].missing) == (("in-a-car",), None)


def test_every_way_back_leads_to_the_page(begun: Phone) -> None:
    begun.send(begun.get("q/better"), **YEAR)

    after = soup(begun.get("q/always"))
    back = after.find("a", string="Back")
    assert isinstance(back, Tag)
    assert "How has the journey changed this year?" in begun.client.get(str(back["href"])).text
    check = soup(begun.get("check"))
    assert "20 minutes" in check.get_text()
    change = [str(one["href"]) for one in check.select(".sum a")][-1]
    changing = begun.client.get(change)
    assert soup(changing).select("#answer-better-better[checked]")
    assert soup(changing).select("#answer-minutes[value='20']")


def test_words_on_a_page_of_several_never_come_back_and_an_empty_box_leaves_them(
    app: Flask, term: Term, begun: Phone
) -> None:
    begun.send(begun.get("q/long"), **WORDS)

    again = begun.get("q/long")
    begun.send(again, **{"answer-one_line": "Short", "answer-long": ""})

    assert "The driver sings" not in again.text
    assert again.text.count("You wrote something here") == 2
    answers = kept(app, term)
    assert answers["long"].words == "The driver sings"
    assert answers["one_line"].words == "Short"


def test_one_of_several_words_is_deleted_alone(app: Flask, term: Term, begun: Phone) -> None:
    begun.send(begun.get("q/long"), **WORDS)
    page = begun.get("q/long")
    delete = soup(page).select("form[action$='one_line/delete'] button")[0]

    begun.client.post(begun.at("q/one_line/delete"), data={"send_key": "1" * 32})

    assert delete.get_text() == "Delete what you wrote here: What is one word for your journey?"
    answers = kept(app, term)
    assert answers["one_line"].words is None
    assert answers["long"].words == "The driver sings"


def test_every_box_of_a_page_is_read_for_concerns(app: Flask, term: Term, begun: Phone) -> None:
    begun.send(begun.get("q/long"), **{"answer-one_line": "Sad", "answer-long": WORRYING})

    with app.app_context(), reading() as session:
        found = sa.select(concern.c.question).where(concern.c.area_id == term.area_id)
        questions = session.execute(found).scalars().all()
    assert questions == ["long"]


def test_a_page_that_cannot_be_kept_gives_all_its_words_back(app: Flask, begun: Phone) -> None:
    page = begun.get("q/long")
    with app.app_context():
        asking.close_opening(begun.code)

    too_late = begun.send(page, **WORDS)

    assert too_late.status_code == 410
    assert "Long" in too_late.text
    assert "The driver sings" in too_late.text


def test_a_page_shown_before_an_answer_changed_in_another_tab_keeps_its_words(app: Flask, term: Term) -> None:
    # a question that is no longer asked leaves the page, and what was written to it is not lost
    with app.app_context():
        phone = Phone(app.test_client(), open_for_a_month("practitioner", "practitioner"))
    phone.agree()
    page = phone.get("q/x2")

    sent = phone.client.post(phone.at("q/x3"), data={**fields(page), "answer-x2": "good", "answer-x3": "bad"})

    assert sent.location == phone.at("q/x15")
    assert {one: kept(app, term)[one].options for one in ("x2", "x3")} == {"x2": ("good",), "x3": ("bad",)}


@pytest.mark.parametrize("claimed", ["better one", "one several", "better", "no-such better agree'--"])
def test_a_page_that_the_survey_does_not_have_is_one_question(
    app: Flask, term: Term, begun: Phone, claimed: str
) -> None:
    sent = begun.client.post(begun.at("q/one"), data={"asked": claimed, "answer": "on-foot", "send_key": "2" * 32})

    assert sent.status_code == 303
    assert {one.question for one in kept(app, term).values()} == {"one"}


def test_what_was_agreed_to_is_kept_as_it_was_read(app: Flask, term: Term, begun: Phone) -> None:
    begun.answer("may_show", "agreed")
    assert agreed(app, term) == ["You may show what I draw or write to other families, without my name."]

    begun.answer("may_show", "not-agreed")
    assert agreed(app, term) == []
    assert kept(app, term)["may_show"].options == ("not-agreed",)


def test_words_to_read_are_gone_past_and_are_no_line_of_the_check_page(app: Flask, term: Term, begun: Phone) -> None:
    assert begun.answer("read_first").location == begun.at("q/may_show")

    assert kept(app, term)["read_first"].options == ("seen",)
    assert "About the next questions" not in begun.get("check").text


@pytest.mark.parametrize(
    ("posted", "missing"),
    [
        ({"answer": "", "answer-none": "dont-know"}, "dont_know"),
        ({"answer": "", "answer-none": "prefer-not-to-say"}, "prefer_not"),
        ({"answer": "", "unclear": "any_way"}, "not_understood"),
        ({"answer": ""}, "skipped"),
    ],
)
def test_four_ways_of_not_writing_are_four_things(
    app: Flask, term: Term, begun: Phone, posted: dict[str, str], missing: str
) -> None:
    page = begun.get("q/any_way")

    begun.client.post(page.request.path, data={**fields(page), **posted})

    assert kept(app, term)["any_way"].missing == missing


def test_a_reason_for_no_words_comes_back_ticked_and_is_said_back(begun: Phone) -> None:
    page = begun.get("q/any_way")
    begun.client.post(page.request.path, data={**fields(page), "answer": "", "answer-none": "dont-know"})

    assert soup(begun.get("q/any_way")).select("#answer-none-dont-know[checked]")
    assert "I don’t know" in begun.get("check").text


def agreed(app: Flask, term: Term) -> list[str]:
    with app.app_context(), reading() as session:
        found = sa.select(agreement.c.wording).where(agreement.c.area_id == term.area_id, agreement.c.question != "")
        return list(session.execute(found).scalars())


def test_words_come_back_beside_a_number_of_more_figures_than_python_reads(begun: Phone) -> None:
    typed = {"answer-better": "better", "answer-agree": "agree", "answer-minutes": "0" * 5_000 + "1"}

    page = begun.send(begun.get("q/better"), **typed)

    assert page.status_code == 400
    assert "Write a number from 0 to 300" in page.text
    assert [str(one["value"]) for one in soup(page).select("main [checked]")] == ["better", "agree"]
