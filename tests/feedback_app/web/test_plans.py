"""The pages on which a facilitator builds a plan, by buttons and boxes, and starts a workshop from it."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from feedback_app import people
from feedback_app.workshops.plans import load_plan
from tests.desk import come_in
from tests.phone import soup, text_of
from tests.term import AREA, WAVE, Term

PLANS = f"/areas/{AREA}/plans/"


@pytest.fixture
def sam(app: Flask, term: Term) -> FlaskClient:
    return come_in(app, term.staff["Sam"])


def send(client: FlaskClient, page: str, selector: str, **typed: object) -> TestResponse:
    """A form as it stands on the page, but for what is typed or pressed."""
    form = soup(client.get(page)).select_one(selector)
    assert form is not None, selector
    data: dict[str, object] = {
        str(one["name"]): str(one.get("value", "")) for one in form.select("input:not([type=checkbox])")
    }
    data |= {str(one["name"]): one.get_text().removeprefix("\n") for one in form.select("textarea")}
    ticked = [str(one["value"]) for one in form.select("input[checked]")]
    data |= {"together": ticked} if ticked else {}
    for one in form.select("select"):
        chosen = one.select_one("option[selected]") or one.select_one("option")
        data[str(one["name"])] = str(chosen["value"]) if chosen else ""
    return client.post(str(form.get("action") or page), data=data | typed)


def begun(client: FlaskClient, copied: str = "sixty-minutes") -> str:
    made = send(client, PLANS, f"form:has(input[value='{copied}'])")
    assert made.status_code == 303
    return str(made.location)


def steps(client: FlaskClient, plan: str) -> list[str]:
    return [one.get_text().split(". ", 1)[1] for one in soup(client.get(plan)).select("#steps h3")]


def press(client: FlaskClient, plan: str, value: str, **typed: str) -> TestResponse:
    return send(client, plan, "#steps", press=value, **typed)


def test_a_plan_is_copied_its_steps_are_moved_taken_out_and_added_and_the_last_change_undone(sam: FlaskClient) -> None:
    plan = begun(sam)

    press(sam, plan, "up:dots")
    assert steps(sam, plan)[5:7] == ["Dots", "Names for the piles"]
    press(sam, plan, "remove:naming")
    assert "Names for the piles" not in steps(sam, plan)
    press(sam, plan, "undo")
    assert "Names for the piles" in steps(sam, plan)
    added = press(sam, plan, "add", kind="break")
    assert added.location.endswith("/steps/break")

    assert steps(sam, plan)[-2:] == ["Break", "Check-out"]


def test_what_a_new_plan_lacks_is_said_and_it_cannot_be_chosen_until_it_is_ready(sam: FlaskClient, app: Flask) -> None:
    with app.app_context():
        people.add_staff(AREA, "Asha", "safety_adult")
    plan = begun(sam, "")
    assert "no step of ideas" in text_of(sam.get(plan), ".tell.warn")
    workshops = f"/areas/{AREA}/workshops/"
    assert "Our workshop" not in text_of(sam.get(workshops), "main")

    press(sam, plan, "add", kind="ideas")

    assert "Nothing to change" in text_of(sam.get(plan), ".tell")
    radio = next(one for one in soup(sam.get(workshops)).select(".choice") if "Our workshop" in one.get_text())
    chosen = str(radio.select("input")[0]["value"])
    asha = next(
        str(one["value"]) for one in soup(sam.get(workshops)).select("#safety option") if one.get_text() == "Asha"
    )
    started = send(sam, workshops, "main form", plan=chosen, group_name="Us", safety=asha, wave=WAVE)
    press(sam, plan, "remove:ideas")
    assert "Ideas" in text_of(sam.get(started.location), ".steps")


def test_a_step_is_changed_and_what_is_wrong_stands_beside_its_box(sam: FlaskClient) -> None:
    plan = begun(sam)
    page = f"{plan}/steps/vision"

    refused = send(sam, page, "main form", minutes="0", slack="x", script="")
    assert refused.status_code == 400
    assert text_of(refused, "#minutes-wrong").endswith("Write a whole number from 1 to 45")
    assert "a line each" in text_of(refused, "#script-wrong")
    checked = send(sam, page, "main form", minutes="5", slack="5", phone="word " * 21, together=[])
    assert checked.status_code == 400
    assert "All of its time is slack" in text_of(checked, "#slack-wrong")
    assert "more than 20 words" in text_of(checked, "#phone-wrong")
    assert "how people answer" in text_of(checked, "#together-wrong")

    kept = send(sam, page, "main form", minutes="12", script="One line.\n\nAnother one.", together=["alone"])

    assert kept.status_code == 303
    again = soup(sam.get(page))
    assert again.select("#script")[0].get_text().strip() == "One line.\nAnother one."
    assert [str(one["value"]) for one in again.select("input[name=together][checked]")] == ["alone"]
    sixty = load_plan("sixty-minutes")
    before = next(one.minutes for one in sixty.steps if one.id == "vision")
    assert f"{sixty.minutes - before + 12} min" in text_of(sam.get(plan), ".facts")
    assert "has no break" in text_of(sam.get(plan), ".tell.warn")


def test_every_kind_of_step_has_a_page_with_what_it_needs(sam: FlaskClient) -> None:
    plan = begun(sam)

    boxes = {
        step: {str(one["name"]) for one in soup(sam.get(f"{plan}/steps/{step}")).select("main form [name]")}
        for step in ("welcome", "warm-up", "dots", "check-out", "vision")
    }

    assert boxes["warm-up"] - boxes["welcome"] == {"options"}
    assert boxes["dots"] - boxes["welcome"] == {"dots", "most_on_one"}
    assert boxes["check-out"] - boxes["welcome"] == {"question", "options"}
    assert boxes["vision"] - boxes["welcome"] == {"question", "together"}
    assert send(sam, f"{plan}/steps/check-out", "main form", title="Goodbye").status_code == 303
    assert steps(sam, plan)[-1] == "Goodbye"


def test_a_plan_gets_its_name_and_roles_and_goes_off_the_list(sam: FlaskClient) -> None:
    plan = begun(sam)

    refused = send(sam, plan, "form:has(#title)", title="", **{"does-safety_adult": ""})
    assert refused.status_code == 400
    assert "Write what the workshop is called" in text_of(refused, ".err")
    send(sam, plan, "form:has(#title)", title="Hour of the bus", **{"does-chair": "Says who speaks"})
    assert soup(sam.get(plan)).select("h1")[0].get_text() == "Hour of the bus"
    chair = soup(sam.get(f"{plan}/steps/vision")).select("#led_by option")
    assert "Chair" in [one.get_text() for one in chair]
    stale = send(sam, plan, "#steps", press="remove:dots", version="1")
    assert (stale.status_code, "Somebody else has changed this plan" in stale.text) == (409, True)

    send(sam, plan, "details form")

    assert sam.get(plan).status_code == 404
    assert "None yet" in text_of(sam.get(PLANS), "main")
