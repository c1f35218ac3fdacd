"""Young people's part: what staff planned and how seats judged it stand side by side, and neither changes the other."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from feedback_app import people
from feedback_app.reviewing import parts, sittings
from feedback_app.reviewing.parts import Beside, NotAnAnswer
from tests.desk import come_in
from tests.phone import fields, soup, text_of
from tests.table import Table, a_table, sit_down
from tests.term import AREA, WAVE, Term

HOW = "/table/how/"
GOOD = {"role": "yes", "training": "partly", "thanks": "later", "stage": "check", "shier": "4"}


@pytest.fixture
def table(app: Flask, term: Term) -> Table:
    """Planned for level 4, at the stage of checking."""
    with app.app_context():
        table = a_table(term)
        table.begin()
        return table


@pytest.fixture
def bea(app: Flask, term: Term) -> FlaskClient:
    return come_in(app, term.staff["Bea"])


def beside(app: Flask, table: Table, name: str) -> Beside:
    with app.app_context():
        found = parts.side_by_side(table.sitting, ["young commissioner"])
    return next(one for one in found if one.name == name)


def judge(app: Flask, table: Table, **said: str) -> FlaskClient:
    """Somebody sits down and says how it was."""
    with app.app_context():
        token = table.link()
    seat = sit_down(app, token)
    sent = seat.post(HOW, data=fields(seat.get(HOW)) | GOOD | said)
    assert sent.status_code == 303
    return seat


def test_an_officer_plans_training_and_thanks_and_a_seat_reads_what_it_gets(
    app: Flask, term: Term, bea: FlaskClient
) -> None:
    with app.app_context():
        asha = people.add_staff(AREA, "Asha", "safety_adult")
    page = f"/areas/{AREA}/tables/"
    planned = {"training": "An hour on what commissioning is", "thanks": "A voucher for each"}
    made = bea.post(page, data=fields(bea.get(page)) | {"wave": WAVE, "adult": asha, "shier": "3"} | planned)
    assert bea.post(page, data=fields(bea.get(page)) | {"adult": asha, "thanks": "a" * 201}).status_code == 400

    table = Table(made.location.rpartition("/")[2], term.staff["Bea"], asha)
    with app.app_context():
        table.begin()
        token = table.link()
    seat = sit_down(app, token)

    assert "What you get for itA voucher for each" in text_of(seat.get("/table/"), "main")
    assert "An hour on what commissioning is" in bea.get(made.location).text
    assert "What was planned: A voucher for each" in text_of(seat.get(HOW), "main")


def test_a_seat_judges_at_the_end_in_plain_words_and_nothing_is_chosen_beforehand(app: Flask, table: Table) -> None:
    with app.app_context():
        token = table.link()
    seat = sit_down(app, token)
    assert HOW in seat.get("/table/done").text
    page = seat.get(HOW)
    assert "They will think about what we said when they decide." in page.text
    assert not soup(page).select("input[checked]")
    assert "young commissioner" in text_of(page, "main")
    assert "4. " not in text_of(page, "main")  # what staff planned of levels would lead the answer

    seat.post(HOW, data=fields(page) | {"shier": "2"})

    again = seat.get(HOW)
    assert "We have what you said" in again.text
    assert [str(one["id"]) for one in soup(again).select("input[checked]")] == ["shier-1"]


def test_plan_and_judgement_stand_side_by_side_and_the_plan_is_not_overwritten(
    app: Flask, table: Table, bea: FlaskClient
) -> None:
    judge(app, table, shier="2")
    judge(app, table, shier="4")
    page = bea.get(f"/areas/{AREA}/tables/{table.id}")
    shown = " ".join(text_of(page, "section:has(#parts)").split())

    assert "4. We take part in deciding" in shown
    assert "They helped us to say what we think. 1" in shown
    assert "1 judged it lower than it was planned." in shown
    assert beside(app, table, "Training").judged == [("A bit", 2)]
    with app.app_context():
        assert sittings.sitting_at(AREA, table.id).shier_planned == 4


def test_what_one_seat_says_is_shown_to_nobody_before_a_second_has_said_it(
    app: Flask, table: Table, bea: FlaskClient
) -> None:
    judge(app, table, shier="1")

    page = bea.get(f"/areas/{AREA}/tables/{table.id}").text

    assert beside(app, table, "How far their say goes").judged == []
    assert "lower than it was planned" not in page
    assert "once two seats have said it: one has" in page


def test_the_newest_of_a_seat_counts(app: Flask, table: Table) -> None:
    seat = judge(app, table, role="no")
    judge(app, table, role="yes")
    seat.post(HOW, data=fields(seat.get(HOW)) | GOOD | {"role": "yes"})

    assert beside(app, table, "What they do").judged == [("Yes", 2)]


def test_only_what_is_asked_can_be_said(app: Flask, table: Table) -> None:
    with app.app_context():
        seat = table.seat()
        for said in ({"shier": "6"}, {"thanks": "ten pounds"}):
            with pytest.raises(NotAnAnswer):
                parts.judge(seat, said)
        parts.judge(seat, {"shier": "cannot-say"})
        assert parts.judged_by(seat)["shier"] == "cannot-say"
