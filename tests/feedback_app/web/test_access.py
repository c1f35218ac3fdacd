"""Who may open what: every route says so, and everybody else is refused."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule

from feedback_app import answering, asking, create_app, people
from feedback_app.config import Settings
from feedback_app.people import ROLES
from feedback_app.storage.db import reading
from feedback_app.storage.tables import metadata
from feedback_app.web import access
from feedback_app.web.access import NobodySaidWho
from tests.desk import come_in
from tests.phone import Phone, soup
from tests.respondents import WORRYING, a_key, arrive
from tests.term import AREA, STAFF, WAVE, Term

# what stands for each part of an address; a page that needs a row that is not there answers 404 or 410 to who may come
PARTS: dict[str, Any] = {
    "language": "xx",
    "ending": "csv",
    "of": "themes",
    "way": "sheet",
    "subject": "common",
    "area": AREA,
    "wave": WAVE,
    "reference": "WE-0001",
    "contact": "0" * 32,
    "file": "0" * 32,
    "code": "nowhere",
    "workshop": "0" * 32,
    "council": AREA,
    "statement": "0" * 32,
    "plan": "0" * 32,
    "step": "welcome",
    "sitting": "0" * 32,
    "seat": "0" * 32,
    "call": "0" * 32,
    "scoring": "0" * 32,
    "item": "welcome",
    "theme": "t-waiting",
    "what": "known",
    "decision": "join",
    "made": "0" * 32,
    "kind": "csv",
    "part": "0" * 32,
    "sample": "0" * 32,
    "look": "0" * 32,
    "comparison": "0" * 32,
    "place": 1,
    "owner": "nowhere",
    "one_set": "none",
    "standard": "none",
}


def rules(app: Flask) -> list[Rule]:
    return sorted(app.url_map.iter_rules(), key=lambda rule: (rule.rule, rule.endpoint))


def staff_rules(app: Flask) -> list[Rule]:
    return [rule for rule in rules(app) if "area" in rule.arguments]


def address(app: Flask, rule: Rule, **parts: str) -> str:
    with app.test_request_context():
        values: dict[str, Any] = {name: (PARTS | parts)[name] for name in rule.arguments}
        return str(app.url_for(rule.endpoint, **values))


def method(rule: Rule) -> str:
    return "GET" if "GET" in (rule.methods or ()) else "POST"


def test_every_route_declares_who_may_open_it(app: Flask) -> None:
    silent = [rule.endpoint for rule in rules(app) if access.declared(app, rule.endpoint) is None]

    assert silent == []


def test_a_view_that_does_not_say_who_may_open_it_stops_the_app_from_starting(app: Flask) -> None:
    app.add_url_rule("/forgotten", "forgotten", lambda: "words of somebody")

    with pytest.raises(NobodySaidWho, match="forgotten"):
        access.refuse_undeclared(app)


def test_every_page_of_an_area_is_for_staff_with_a_role_that_exists(app: Flask) -> None:
    assert staff_rules(app)
    for rule in staff_rules(app):
        who_may = access.declared(app, rule.endpoint)
        assert who_may, rule
        assert set(who_may) <= set(ROLES), rule


def test_whatever_is_open_to_everybody_is_named_here(app: Flask) -> None:
    """A page that anybody may open is added to this list on purpose."""
    open_to_all = {rule.rule for rule in rules(app) if not access.declared(app, rule.endpoint)}

    assert {rule for rule in open_to_all if not rule.startswith("/a/<code>/")} == {
        "/",
        "/<code>",
        "/come-in/<token>",
        "/health",
        "/format",
        "/help",
        "/reading",
        "/receipt",
        "/receipt/delete",
        "/receipt/deleted",
        "/receipt/go-on",
        "/staff/come-in",
        f"{app.static_url_path}/<path:filename>",
        "/words",
        "/w/<code>/",
        "/w/<code>/choice",
        "/w/<code>/dots",
        "/w/<code>/idea",
        "/w/<code>/join",
        "/w/<code>/now/<tag>",
        "/w/<code>/statement",
        "/said/<council>/",
        "/said/<council>/<statement>",
        "/safety/<workshop>/",
        "/safety/<workshop>/come-in/<token>",
        "/safety/<workshop>/now",
        "/table/come-in/<token>",
    }


def test_every_other_page_of_the_table_is_closed_to_whoever_has_no_seat(app: Flask, term: Term) -> None:
    seated = [rule for rule in rules(app) if access.declared(app, rule.endpoint) == access.A_SEAT]
    browsers = [app.test_client(), come_in(app, term.staff["Kit"]), come_in(app, term.staff["Bea"])]

    assert {rule.rule for rule in rules(app) if rule.rule.startswith("/table/")} == {
        "/table/come-in/<token>",
        *(rule.rule for rule in seated),
    }
    for rule in seated:
        for browser in browsers:
            browser.set_cookie("heard-seat", "made-up", path="/table/")
            assert "The table is not open" in browser.get(address(app, rule)).text or method(rule) == "POST", rule


@pytest.mark.parametrize("name", STAFF)
def test_each_page_is_open_to_its_own_roles_and_closed_to_every_other(app: Flask, term: Term, name: str) -> None:
    client = come_in(app, term.staff[name])

    for rule in staff_rules(app):
        page = client.open(address(app, rule), method=method(rule))
        may = STAFF[name] in (access.declared(app, rule.endpoint) or ())
        assert (page.status_code != 403) is may, f"{name} at {rule}: {page.status_code}"


def test_a_role_in_one_area_opens_nothing_of_another(app: Flask, term: Term) -> None:
    with app.app_context():
        asking.add_area("elsewhere", "Elsewhere", "Elsewhere Council", example=True)
        everything = people.add_staff("elsewhere", "Nia", "safeguarding_lead")
        for role in ROLES:
            people.add_staff("elsewhere", "Nia", role, same_person=True)
    client = come_in(app, everything)

    for rule in staff_rules(app):
        assert client.open(address(app, rule), method=method(rule)).status_code == 403, rule


def test_an_area_that_is_not_there_is_refused_like_any_other(app: Flask, term: Term) -> None:
    client = come_in(app, term.staff["Priya"])

    for rule in staff_rules(app):
        assert client.open(address(app, rule, area="atlantis"), method=method(rule)).status_code == 403


def test_who_has_not_come_in_is_sent_to_ask_for_a_link(app: Flask, term: Term, client: FlaskClient) -> None:
    for rule in [*staff_rules(app), *(rule for rule in rules(app) if rule.endpoint in ("people.home",))]:
        sent = client.open(address(app, rule), method=method(rule))
        assert (sent.status_code, sent.location) == (303, "/staff/come-in"), rule


def test_a_made_up_session_is_nobody(client: FlaskClient, term: Term) -> None:
    client.set_cookie(access.STAFF_COOKIE, "made-up")

    assert client.get(f"/areas/{AREA}/concerns/").status_code == 303


def test_staff_who_are_removed_are_out_with_their_next_page(app: Flask, term: Term) -> None:
    client = come_in(app, term.staff["Priya"])
    assert client.get(f"/areas/{AREA}/concerns/").status_code == 200

    with app.app_context():
        people.add_staff(AREA, "Nia", "safeguarding_lead")
        people.remove_staff("Priya")

    assert client.get(f"/areas/{AREA}/concerns/").status_code == 303


@pytest.mark.parametrize("visitor", ["192.168.1.20", "10.0.0.1", "203.0.113.9", "2001:db8::1", ""])
@pytest.mark.parametrize("path", ["/", "/help", "/health", "/static/tokens.css", "/staff"])
def test_only_this_machine_is_served(app: Flask, term: Term, visitor: str, path: str) -> None:
    address = path.replace("/static", str(app.static_url_path))
    refused = app.test_client().get(address, environ_overrides={"REMOTE_ADDR": visitor})

    assert refused.status_code == 403


def test_another_machine_learns_nothing_about_codes(app: Flask, term: Term) -> None:
    client = app.test_client()

    statuses = {
        client.get(path, environ_overrides={"REMOTE_ADDR": "192.168.1.20"}).status_code
        for path in (f"/{term.therapy}", "/AAAAAA", f"/a/{term.therapy}/", "/a/AAAAAA/")
    }

    assert statuses == {403}


@pytest.mark.parametrize("visitor", ["127.0.0.1", "127.8.8.8", "::1"])
def test_this_machine_is_served_by_every_name_of_its_own(app: Flask, term: Term, visitor: str) -> None:
    assert app.test_client().get("/", environ_overrides={"REMOTE_ADDR": visitor}).status_code == 200


def test_a_visitor_cannot_say_to_come_from_this_machine(app: Flask, term: Term) -> None:
    refused = app.test_client().get(
        "/",
        headers={"X-Forwarded-For": "127.0.0.1", "Forwarded": "for=127.0.0.1"},
        environ_overrides={"REMOTE_ADDR": "203.0.113.9"},
    )

    assert refused.status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost:9999"},
    ],
)
def test_a_form_that_another_site_sends_is_refused(phone: Phone, headers: dict[str, str]) -> None:
    phone.agree()

    for path in ("/", "/receipt/delete", phone.at(), phone.at("q/t1"), phone.at("check")):
        assert phone.client.post(path, data={"answer": "physiotherapy"}, headers=headers).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [{}, {"Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "none"}, {"Origin": "http://localhost"}],
)
def test_a_form_of_our_own_is_taken(phone: Phone, headers: dict[str, str]) -> None:
    phone.agree()

    sent = phone.client.post(phone.at("q/t1"), data={"answer": "physiotherapy"}, headers=headers)

    assert sent.status_code == 303


def test_a_link_from_another_site_may_lead_here(term: Term, client: FlaskClient) -> None:
    assert client.get(f"/{term.therapy}", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 303


def test_a_staff_form_without_its_token_is_refused(app: Flask, term: Term) -> None:
    client = come_in(app, term.staff["Omar"])

    for path in (f"/areas/{AREA}/quotes/{WAVE}", f"/areas/{AREA}/quotes/{WAVE}/pack", "/staff/go-out"):
        assert client.post(path, data={"decision": "released", "candidate": "x-0"}).status_code == 400


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", "a@b", ""])
def test_a_request_that_calls_us_by_another_name_is_refused(client: FlaskClient, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 400


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8080", "[::1]:8080", "LOCALHOST:49152"])
def test_a_request_to_this_machine_is_answered(client: FlaskClient, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 200


def test_a_request_to_the_address_in_the_settings_is_answered(settings: Settings) -> None:
    app = create_app(dataclasses.replace(settings, base_address="https://heard.example.org"))

    assert app.test_client().get("/", headers={"Host": "heard.example.org"}).status_code == 200
    assert app.test_client().get("/", headers={"Host": "other.example.org"}).status_code == 400
    app.extensions["heard_database"].engine.dispose()


def test_asking_only_for_the_heads_of_a_staff_page_opens_nothing(app: Flask, term: Term) -> None:
    with app.app_context():
        arrive(term.opening).write("t10", WORRYING)
        answering.ask_for_contact(term.opening, "Text me", send_key=a_key())
    lead = come_in(app, term.staff["Priya"])
    contact = soup(lead.get(f"/areas/{AREA}/concerns/")).select("a[href*=contacts]")[0]
    before = _everything(app)

    statuses = {lead.head(path).status_code for path in (f"/areas/{AREA}/concerns/WE-0001", str(contact["href"]))}

    assert statuses == {405}
    assert _everything(app) == before


@pytest.mark.parametrize("role", ROLES)
def test_no_page_changes_anything_when_only_its_heads_are_asked_for(app: Flask, phone: Phone, role: str) -> None:
    phone.agree()
    phone.answer("t10", WORRYING)
    with app.app_context():
        browser = come_in(app, people.add_staff(AREA, "Nobody else", role))
    for name in (f"heard-{phone.code}", f"heard-tablet-{phone.code}"):
        browser.set_cookie(name, "yes", path=phone.at())
    before = _everything(app)

    for rule in rules(app):
        if "GET" in (rule.methods or ()) and rule.endpoint != "static":
            given = {name: rule_part(name, phone) for name in rule.arguments}
            head = browser.head(address(app, rule, **given))
            assert not any("Max-Age=0" in one for one in head.headers.getlist("Set-Cookie")), rule.rule

    assert _everything(app) == before


def rule_part(name: str, phone: Phone) -> str:
    return phone.code if name == "code" else str(PARTS.get(name, "nothing"))


def _everything(app: Flask) -> dict[str, list[Any]]:
    """All rows but the counts of wrong codes, which count whatever asks."""
    with app.app_context(), reading() as session:
        return {
            table.name: list(session.execute(sa.select(table).execution_options(any_area="a test looks at all")))
            for table in metadata.sorted_tables
            if table.name != "throttle"
        }
