"""Answering on a phone, page by page: what a page said was kept is kept, once."""

from __future__ import annotations

import re
import secrets

import pytest
import sqlalchemy as sa
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from feedback_app import asking, create_app
from feedback_app.codes import receipt_code
from feedback_app.config import Settings
from feedback_app.forms.fields import LETTERS
from feedback_app.storage.db import reading
from feedback_app.storage.tables import agreement, answer, response
from tests.phone import Phone, fields, soup, text_of
from tests.respondents import WORRYING, Told, told
from tests.term import Term, open_for_a_month


@pytest.fixture
def begun(phone: Phone) -> Phone:
    phone.agree()
    return phone


def kept(app: Flask, term: Term) -> list[Told]:
    with app.app_context():
        return told(term.area_id)


def responses(app: Flask, term: Term) -> int:
    with app.app_context(), reading() as session:
        found = sa.select(sa.func.count()).select_from(response).where(response.c.area_id == term.area_id)
        return int(session.execute(found).scalar_one())


def walk(phone: Phone, first: str, **answers: str) -> list[str]:
    """Go through every page as it comes; answer those that are named, press Next on the others."""
    path, met = first, []
    while "/q/" in path:
        question = path.removeprefix(phone.at("q/"))
        met.append(question)
        said = answers.get(question.replace("/", "_"))
        path = str(phone.send(phone.client.get(path), *([said] if said else [])).location)
    assert path == phone.at("check")
    return met


def test_somebody_answers_from_the_short_link_to_the_receipt_code(app: Flask, term: Term, phone: Phone) -> None:
    welcome = phone.client.get(f"/{term.therapy.lower()}")
    assert welcome.location == phone.at()
    first = phone.agree().location

    met = walk(
        phone,
        str(first),
        t1="physiotherapy",
        t1a="dont-know",
        t2_physiotherapy="7",
        t3_physiotherapy="prefer-not-to-say",
        t10_physiotherapy="The pool",
        quote="yes",
    )
    done = phone.finish()

    assert met[:4] == ["t1", "t1a", "t1b/physiotherapy", "t2/physiotherapy"]
    assert met[-2:] == ["quote", "who"]
    assert done.location == phone.at("receipt")
    assert re.fullmatch(r"[A-Z0-9]{4}-[A-Z0-9]{5}-[A-Z0-9]{5}", phone.receipt())
    answers = {(one.question, one.repeat): one for one in kept(app, term)}
    assert answers["t2", "physiotherapy"].options == ("7",)
    assert answers["t1a", ""].missing == "dont_know"
    assert answers["t3", "physiotherapy"].missing == "prefer_not"
    assert answers["t5", "physiotherapy"].missing == "skipped"
    assert answers["t10", "physiotherapy"].words == "The pool"
    assert answers["quote", ""].options == ("yes",)
    assert len(answers) == len(met)


@pytest.mark.parametrize(
    ("survey", "audience"),
    [
        ("child-5-10-easy-read", "child_5_10"),
        ("therapy-satisfaction-child", "child_5_10"),
        ("young-person-11-25", "young_person_11_25"),
        ("parent-carer", "parent_carer"),
        ("practitioner", "practitioner"),
    ],
)
def test_every_survey_that_can_be_opened_can_be_walked_to_its_end(
    app: Flask, client: FlaskClient, term: Term, survey: str, audience: str
) -> None:
    with app.app_context():
        phone = Phone(client, open_for_a_month(survey, audience))

    met = walk(phone, str(phone.agree().location), carry_on="yes-a-few-more")
    phone.finish()

    assert met
    assert phone.receipt()


def test_after_the_short_route_somebody_may_finish(app: Flask, client: FlaskClient, term: Term) -> None:
    with app.app_context():
        phone = Phone(client, open_for_a_month("young-person-11-25", "young_person_11_25"))

    met = walk(phone, str(phone.agree().location), carry_on="no-finish-here")

    assert len(met) == 8


def test_the_first_page_says_what_happens_to_what_you_say_and_keeps_nothing(
    app: Flask, term: Term, phone: Phone
) -> None:
    page = phone.get()

    for line in term_lines(app, term):
        assert line in " ".join(soup(page).get_text().split())
    assert responses(app, term) == 0
    assert "Set-Cookie" not in page.headers


def term_lines(app: Flask, term: Term) -> tuple[str, ...]:
    with app.app_context():
        return term.opening.survey.wording("start", "young_person_11_25")


def test_not_now_keeps_nothing(app: Flask, term: Term, phone: Phone) -> None:
    page = phone.client.post(phone.at(), data=fields(phone.get()) | {"agree": "no"})

    assert page.status_code == 200
    assert responses(app, term) == 0
    assert "Set-Cookie" not in page.headers


def test_neither_choice_is_made_beforehand_and_one_must_be(phone: Phone) -> None:
    page = phone.get()
    assert not soup(page).select("input[checked]")

    refused = phone.client.post(phone.at(), data=fields(page))

    assert refused.status_code == 400
    assert soup(refused).title.get_text().startswith("Error:")  # type: ignore[union-attr]  # every page has a title


def test_pressing_the_first_button_twice_starts_one_response(app: Flask, term: Term, phone: Phone) -> None:
    page = phone.get()
    for _ in range(2):
        phone.client.post(phone.at(), data=fields(page) | {"agree": "yes"})

    assert responses(app, term) == 1


def test_pressing_it_twice_on_a_phone_that_got_no_reply_starts_one_response(
    app: Flask, term: Term, phone: Phone
) -> None:
    page = phone.get()
    phone.client.post(phone.at(), data=fields(page) | {"agree": "yes"})
    without_reply = Phone(app.test_client(), term.therapy)

    again = without_reply.client.post(phone.at(), data=fields(page) | {"agree": "yes"})

    assert again.location == phone.at("q/t1")
    assert responses(app, term) == 1


@pytest.mark.parametrize("key", ["", "short", "0" * 31, "G" * 32, "<script>", "0" * 64])
def test_a_key_that_no_page_made_is_not_taken(app: Flask, term: Term, phone: Phone, key: str) -> None:
    started = phone.client.post(phone.at(), data={"agree": "yes", "response_key": key})

    cookie = phone.client.get_cookie(f"heard-{term.therapy}", path=phone.at())
    assert started.status_code == 303
    assert cookie is not None
    assert re.fullmatch("[0-9a-f]{32}", cookie.value)


def test_no_option_is_chosen_beforehand(begun: Phone) -> None:
    for question in ("t1", "quote", "who"):
        assert not soup(begun.get(f"q/{question}")).select("input[checked]")


def test_a_double_tap_keeps_one_answer_and_opens_the_same_page(app: Flask, term: Term, begun: Phone) -> None:
    page = begun.get("q/t1")

    places = {begun.send(page, "physiotherapy").location for _ in range(3)}

    assert places == {begun.at("q/t1a")}
    assert len(kept(app, term)) == 1


def test_an_answer_sent_again_by_a_phone_that_got_no_reply_is_kept_once(app: Flask, term: Term, begun: Phone) -> None:
    page = begun.get("q/t10")
    begun.send(page, "The pool")
    begun.answer("t11", "The bus")

    begun.send(page, "The pool")

    assert [(one.question, one.words) for one in kept(app, term)] == [("t10", "The pool"), ("t11", "The bus")]


def test_one_page_sent_with_two_answers_asks_which_and_keeps_both(app: Flask, term: Term, begun: Phone) -> None:
    page = begun.get("q/t1")
    begun.send(page, "physiotherapy")

    asked = begun.send(page, "occupational-therapy")
    assert asked.status_code == 409
    assert "We already had an answer from this page" in asked.text
    assert [one.options for one in kept(app, term)] == [("physiotherapy",)]

    begun.send(asked, "occupational-therapy")
    assert [one.options for one in kept(app, term)] == [("physiotherapy",), ("occupational-therapy",)]


def test_the_page_that_asks_which_shows_what_was_just_sent(begun: Phone) -> None:
    page = begun.get("q/t10")
    begun.send(page, "The pool")

    asked = begun.send(page, "The bus")

    assert soup(asked).textarea.get_text().strip() == "The bus"  # type: ignore[union-attr]  # the box of this page


def test_the_back_button_shows_what_was_chosen_and_takes_another_answer(app: Flask, term: Term, begun: Phone) -> None:
    begun.answer("t1", "physiotherapy")
    begun.answer("t1a", "yes")

    back = begun.get("q/t1")
    assert [one["value"] for one in soup(back).select("input[checked]")] == ["physiotherapy"]
    onward = begun.send(back, "occupational-therapy")

    assert onward.location == begun.at("q/t1b/occupational-therapy")
    assert [one.options for one in kept(app, term) if one.question == "t1"][-1] == ("occupational-therapy",)


def test_two_tabs_keep_what_each_of_them_said(app: Flask, term: Term, begun: Phone) -> None:
    begun.answer("t1", "physiotherapy")
    one_tab, other_tab = begun.get("q/t1a"), begun.get("q/t2/physiotherapy")

    begun.send(other_tab, "7")
    begun.send(one_tab, "yes")

    assert {one.question: one.options for one in kept(app, term)} == {
        "t1": ("physiotherapy",),
        "t1a": ("yes",),
        "t2": ("7",),
    }


def test_a_page_left_open_overnight_is_kept_by_a_server_that_started_since(
    app: Flask, term: Term, settings: Settings, begun: Phone
) -> None:
    page = begun.get("q/t10")
    cookie = begun.client.get_cookie(f"heard-{term.therapy}", path=begun.at())
    assert cookie is not None
    assert begun.client.get_cookie("heard-forms") is None, "no session that could end"
    assert cookie.max_age is not None
    assert cookie.max_age > 60 * 60 * 24 * 30
    started_since = create_app(settings)
    morning = started_since.test_client()
    morning.set_cookie(cookie.key, cookie.value, path=cookie.path)

    sent = morning.post(page.request.path, data=fields(page) | {"answer": "The pool"})

    assert sent.status_code == 303
    assert [one.words for one in kept(app, term)] == ["The pool"]
    started_since.extensions["heard_database"].engine.dispose()


def test_a_phone_that_lost_its_place_gets_its_words_back(app: Flask, term: Term, begun: Phone) -> None:
    page = begun.get("q/t10")
    begun.client.delete_cookie(f"heard-{term.therapy}", path=begun.at())

    lost = begun.send(page, "The swimming <b>pool</b>")

    assert lost.status_code == 400
    assert "The swimming <b>pool</b>" in soup(lost).get_text()
    assert kept(app, term) == []


@pytest.mark.parametrize("path", ["q/t1", "check", "receipt", "carry-on", "receipt/code.txt"])
def test_a_page_without_a_response_says_that_the_place_is_lost(phone: Phone, path: str) -> None:
    assert phone.get(path).status_code == 400


def test_words_are_never_shown_again(app: Flask, term: Term, begun: Phone) -> None:
    begun.answer("t1", "physiotherapy")
    begun.answer("t10/physiotherapy", "The swimming pool")

    for path in ("q/t10/physiotherapy", "check", "", "carry-on"):
        assert "swimming" not in begun.client.get(begun.at(path), follow_redirects=True).text


def test_pressing_next_without_writing_leaves_the_words_as_they_are(app: Flask, term: Term, begun: Phone) -> None:
    begun.answer("t1", "physiotherapy")
    begun.answer("t10/physiotherapy", "The pool")

    begun.answer("t10/physiotherapy", "")

    assert [one.words for one in kept(app, term) if one.question == "t10"] == ["The pool"]


def test_words_can_be_replaced_and_deleted(app: Flask, term: Term, begun: Phone) -> None:
    begun.answer("t1", "physiotherapy")
    begun.answer("t10/physiotherapy", "The pool")
    begun.answer("t10/physiotherapy", "The bus")
    page = begun.get("check")
    form = soup(page).select_one("main form[action$=delete]")
    assert form is not None

    begun.client.post(str(form["action"]), data={"send_key": secrets.token_hex(16)})

    assert [(one.words, one.missing) for one in kept(app, term) if one.question == "t10"] == [(None, "skipped")]
    assert "You wrote something here" not in begun.get("check").text


def test_too_many_words_come_back_with_the_number_and_are_not_kept(app: Flask, term: Term, begun: Phone) -> None:
    refused = begun.answer("t10", "x" * (LETTERS + 3))

    assert refused.status_code == 400
    assert "3 letters" in refused.text
    assert "x" * (LETTERS + 3) in refused.text
    assert kept(app, term) == []


def test_line_ends_count_once_and_words_are_kept_as_they_were_written(app: Flask, term: Term, begun: Phone) -> None:
    begun.answer("t10", "One\r\ntwo\r\n\r\n" + "x" * (LETTERS - 9))

    assert [one.words for one in kept(app, term)] == ["One\ntwo\n\n" + "x" * (LETTERS - 9)]


def test_what_is_not_an_answer_of_this_question_is_refused(app: Flask, term: Term, begun: Phone) -> None:
    page = begun.get("q/who")

    for wrong in ("maybe", "yes'--", "physiotherapy"):
        assert begun.send(page, wrong).status_code == 400
    assert begun.send(page, "me-on-my-own", "prefer-not-to-say").status_code == 400

    assert kept(app, term) == []


def test_i_do_not_understand_is_kept_apart(app: Flask, term: Term, begun: Phone) -> None:
    begun.send(begun.get("q/t1"), unclear="1")

    assert [one.missing for one in kept(app, term)] == ["not_understood"]


@pytest.mark.parametrize("path", ["q/t99", "q/t2/swimming", "q/t1/physiotherapy", "q/" + "x" * 300])
def test_a_question_that_is_not_there_is_refused_and_nothing_is_kept(
    app: Flask, term: Term, begun: Phone, path: str
) -> None:
    sent = begun.client.post(begun.at(path), data={"answer": "7", "send_key": secrets.token_hex(16)})

    assert sent.status_code in (303, 400, 404)
    assert kept(app, term) == []


@pytest.mark.parametrize("path", ["q/t99/delete", "q/t2/swimming/delete", "q/t1/delete"])
def test_deleting_what_was_never_written_keeps_nothing(app: Flask, term: Term, begun: Phone, path: str) -> None:
    sent = begun.client.post(begun.at(path), data={"send_key": secrets.token_hex(16)})

    assert sent.status_code in (303, 400, 404)
    assert kept(app, term) == []


def test_a_question_that_is_not_asked_leads_to_one_that_is(begun: Phone) -> None:
    assert begun.get("q/t2/physiotherapy").location == begun.at("q/t1")


def test_coming_back_goes_on_from_where_it_stopped(begun: Phone) -> None:
    begun.answer("t1", "physiotherapy")

    welcome = begun.get()

    assert soup(welcome).select_one(f"a[href='{begun.at('carry-on')}']")
    assert begun.get("carry-on").location == begun.at("q/t1a")


def test_the_check_page_lists_what_was_met_and_leads_back_to_it(begun: Phone) -> None:
    begun.answer("t1", "physiotherapy")
    begun.answer("t1a", "prefer-not-to-say")

    page = begun.get("check")

    assert [one.get_text() for one in soup(page).select(".sum .yours")] == ["Physiotherapy", "Prefer not to say"]
    assert begun.at("q/t1a") in [one["href"] for one in soup(page).select(".sum a")]


def test_sending_twice_shows_the_same_receipt_code(app: Flask, term: Term, begun: Phone) -> None:
    begun.answer("t1", "physiotherapy")
    check = begun.get("check")
    codes = set()
    for _ in range(3):
        begun.client.post(begun.at("check"), data=fields(check))
        codes.add(begun.receipt())

    cookie = begun.client.get_cookie(f"heard-{term.therapy}", path=begun.at())
    assert cookie is not None
    assert codes == {receipt_code(cookie.value)}


def test_the_code_can_be_saved(begun: Phone) -> None:
    begun.finish()

    saved = begun.get("receipt/code.txt")

    assert saved.mimetype == "text/plain"
    assert begun.receipt() in saved.text
    assert "attachment" in saved.headers["Content-Disposition"]


def test_a_saved_code_says_the_address_in_the_settings_whatever_a_request_calls_us(begun: Phone) -> None:
    begun.finish()

    saved = begun.client.get(begun.at("receipt/code.txt"), base_url="http://localhost:1234")

    assert "Use it at http://127.0.0.1:8080/receipt\n" in saved.text


@pytest.mark.parametrize("path", ["q/t1", "check", ""])
def test_after_sending_every_page_leads_to_the_receipt(begun: Phone, path: str) -> None:
    begun.finish()

    page = begun.get(path)

    assert page.location == begun.at("receipt") or begun.at("receipt") in page.text


def test_a_page_sent_after_the_end_changes_nothing(app: Flask, term: Term, begun: Phone) -> None:
    page = begun.get("q/t10")
    begun.finish()

    assert begun.send(page, "The bus").status_code == 400
    assert begun.client.post(begun.at("q/t10/delete"), data={}).status_code in (303, 400)

    assert kept(app, term) == []


@pytest.mark.parametrize("question", ["t1", "t10"])
def test_what_is_sent_after_the_end_is_said_not_to_be_kept_and_comes_back(
    app: Flask, term: Term, begun: Phone, question: str
) -> None:
    said = {"t1": "physiotherapy", "t10": "The <b>bus</b>"}[question]
    other_tab = begun.get(f"q/{question}")
    begun.finish()

    late = begun.send(other_tab, said)

    assert text_of(late, "h1") == "You had finished already"
    assert (said in soup(late).get_text()) == (question == "t10")
    assert soup(late).select(f"a[href='{begun.at('receipt')}']")
    assert begun.send(other_tab).status_code == 303  # nothing was said: on to the code
    assert kept(app, term) == []


def test_what_is_sent_after_closing_is_said_not_to_be_kept_and_comes_back(app: Flask, term: Term, begun: Phone) -> None:
    page = begun.get("q/t10")
    with app.app_context():
        asking.close_opening(term.therapy)

    late = begun.send(page, "The bus")

    assert late.status_code == 410
    assert text_of(late, "h1") == "We have stopped asking"
    assert "The bus" in text_of(late, ".words")
    assert kept(app, term) == []


def test_a_page_that_was_kept_is_said_to_be_kept_after_the_end_too(begun: Phone) -> None:
    page = begun.get("q/t10")
    begun.send(page, "The bus")
    begun.finish()

    again = begun.send(page, "The bus")

    assert again.status_code == 303
    assert begun.client.get(again.location).location == begun.at("receipt")


def test_the_receipt_waits_until_the_answers_are_sent(begun: Phone) -> None:
    assert begun.get("receipt").location == begun.at("check")


def test_somebody_else_on_the_same_phone_starts_afresh(app: Flask, term: Term, begun: Phone) -> None:
    begun.answer("t1", "physiotherapy")
    begun.finish()

    begun.client.post(begun.at("next"))
    begun.agree()

    assert begun.get("carry-on").location == begun.at("q/t1")
    assert responses(app, term) == 2


def test_somebody_else_may_answer_where_the_one_before_stopped_halfway(app: Flask, term: Term, begun: Phone) -> None:
    begun.answer("t1", "physiotherapy")

    assert soup(begun.get()).select_one(f"form[action='{begun.at('next')}']")
    begun.client.post(begun.at("next"))
    begun.agree()

    assert "physiotherapy" not in str(soup(begun.get("q/t1")).select("input[checked]"))
    assert responses(app, term) == 2


@pytest.mark.parametrize("key", ["1", "F" * 32, "a" * 31])
def test_a_key_that_was_planted_in_the_cookie_is_not_taken(phone: Phone, key: str) -> None:
    phone.client.set_cookie(f"heard-{phone.code}", key, path=phone.at())

    phone.agree()

    cookie = phone.client.get_cookie(f"heard-{phone.code}", path=phone.at())
    assert cookie is not None
    assert cookie.value != key


def test_a_code_in_small_letters_leads_to_the_same_visit(begun: Phone) -> None:
    small = begun.client.get(begun.at().lower())

    assert small.location == begun.at()
    assert "You have started already" in begun.client.get(small.location).text


def test_a_closed_opening_says_so_and_keeps_nothing(app: Flask, term: Term, begun: Phone) -> None:
    page = begun.get("q/t1")
    with app.app_context():
        asking.close_opening(term.therapy)

    assert begun.get().status_code == 410
    assert begun.send(page, "physiotherapy").status_code == 410
    assert begun.client.post(begun.at(), data={"agree": "yes"}).status_code == 410
    assert begun.client.post(begun.at("check"), data={}).status_code == 410
    assert kept(app, term) == []
    assert soup(begun.get()).select("a[href='tel:999']")


def test_a_code_that_leads_nowhere_is_not_found(client: FlaskClient, term: Term) -> None:
    assert client.get("/a/AAAAAA/").status_code == 404


def test_how_to_be_reached_is_asked_of_everybody_and_kept_apart(app: Flask, term: Term, begun: Phone) -> None:
    begun.finish()
    assert soup(begun.get("receipt")).select_one(f"a[href='{begun.at('reach')}']")

    empty = begun.client.post(begun.at("reach"), data=fields(begun.get("reach")))
    sent = begun.client.post(begun.at("reach"), data=fields(begun.get("reach")) | {"reach": "Text me"})

    assert empty.status_code == 400
    assert sent.location == begun.at("reached")
    assert begun.get("reached").status_code == 200
    assert kept(app, term) == []


def test_nobody_can_tell_from_the_page_that_words_were_held(begun: Phone) -> None:
    worrying = begun.answer("t10", WORRYING)
    harmless = begun.answer("t11", "The pool")

    assert worrying.status_code == harmless.status_code == 303
    assert _without_keys(begun.get("check")).count("You wrote something here") in (0, 2)


def test_what_happens_to_words_can_be_read_before_and_after(phone: Phone) -> None:
    for _ in range(2):
        page = phone.get("words")
        assert page.status_code == 200
        assert soup(phone.get()).select_one(f"a[href='{phone.at('words')}']")
        phone.agree()


def test_the_wording_that_was_agreed_to_is_kept(app: Flask, term: Term, begun: Phone) -> None:
    with app.app_context(), reading() as session:
        wording = session.execute(sa.select(agreement.c.wording).where(agreement.c.area_id == term.area_id)).scalar()

    assert wording == "\n".join(term_lines(app, term))


def test_the_key_is_where_no_script_and_no_other_opening_can_read_it(term: Term, phone: Phone) -> None:
    header = phone.agree().headers["Set-Cookie"]

    assert "HttpOnly" in header
    assert "SameSite=Lax" in header
    assert f"Path=/a/{term.therapy}/" in header


def test_over_https_the_key_travels_over_https_alone(app: Flask, phone: Phone) -> None:
    app.config["SESSION_COOKIE_SECURE"] = True

    assert "; Secure" in phone.agree().headers["Set-Cookie"]


def test_somebody_who_may_not_be_asked_their_name_is_not(begun: Phone, app: Flask, term: Term) -> None:
    begun.answer("t10", "The pool")

    with app.app_context(), reading() as session:
        row = session.execute(sa.select(answer).where(answer.c.area_id == term.area_id)).one()
    assert "127.0.0.1" not in repr(row)
    assert "Mozilla" not in repr(row)


def _without_keys(page: TestResponse) -> str:
    return re.sub(r'value="[0-9a-f]{32}"', "", page.text)


@pytest.mark.parametrize("letter", ["x", "ش"])
def test_words_that_are_far_too_many_come_back_to_be_made_shorter(begun: Phone, letter: str) -> None:
    page = begun.send(begun.get("q/t10"), letter * 300_000)

    assert page.status_code == 400
    assert "Make your words shorter by 299,000 letters" in text_of(page, ".err")
    assert text_of(page, "textarea") == letter * 300_000
