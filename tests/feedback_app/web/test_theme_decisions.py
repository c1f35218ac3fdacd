"""Adults see what young people decided, give a heading, and decide otherwise only with a reason."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from flask import Flask
from flask.testing import FlaskClient

from feedback_app import people
from feedback_app.reviewing import deciding
from feedback_app.reviewing.decided import decided_at
from feedback_app.reviewing.material import material_for
from feedback_app.reviewing.seats import Seat
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.tables import decision, work
from tests.desk import come_in
from tests.phone import fields, soup
from tests.sorted_wave import collect_sort_and_release
from tests.stages import Stages
from tests.table import Table, a_table, sit_down
from tests.term import AREA, WAVE, Term

DECISIONS = f"/areas/{AREA}/decisions/{WAVE}"
WHY = "The strategy calls it access"


@pytest.fixture
def table(app: Flask, stages: Stages, term: Term) -> Table:
    stages.come_to(app, collect_sort_and_release, term)
    with app.app_context():
        table = a_table(term)
        table.begin()
        return table


@pytest.fixture
def seat(app: Flask, table: Table) -> Seat:
    with app.app_context():
        seat = table.seat()
        deciding.name_theme(seat, "t-waiting", "Do not leave us guessing", "Nobody tells us")
        return seat


@pytest.fixture
def adult(app: Flask, term: Term, table: Table) -> FlaskClient:
    with app.app_context():
        staff_id = people.add_staff(AREA, "Cleo", "commissioner")
    return come_in(app, staff_id)


def made(app: Flask, term: Term) -> str:
    with app.app_context():
        return decided_at(term.area_id, term.wave_id)[0].id


def test_an_adult_decides_otherwise_with_a_reason_that_young_people_read(
    app: Flask, term: Term, table: Table, seat: Seat, adult: FlaskClient
) -> None:
    page = f"{DECISIONS}/made/{made(app, term)}"
    assert "Nobody tells us" in adult.get(page).text
    refused = adult.post(page, data=fields(adult.get(page)) | {"why": " "})
    assert refused.status_code == 400
    assert "Young people read it at their table" in refused.text

    adult.post(page, data=fields(adult.get(page)) | {"why": WHY})

    with app.app_context():
        assert material_for(seat).theme("t-waiting").young_people == ""
        at_table = sit_down(app, table.link()).get("/table/decided/")
        assert at_table.status_code == 200
        with reading() as session:
            rows = session.execute(sa.select(decision).where(decision.c.area_id == term.area_id)).all()
    (reason,) = soup(at_table).select("li.card > .adult")
    assert "Commissioner decided otherwise, and says why" in reason.get_text()
    assert WHY in reason.get_text()
    assert "Do not leave us guessing" in at_table.text
    assert {(row.what, row.seat_id is not None, row.staff_id is not None) for row in rows} == {
        ("name", True, False),
        ("overrule", False, True),
    }

    adult.post(page, data=fields(adult.get(page)))
    with app.app_context():
        assert material_for(seat).theme("t-waiting").young_people == "Do not leave us guessing"


def test_a_heading_stands_beside_their_name_and_after_it(
    app: Flask, term: Term, seat: Seat, adult: FlaskClient
) -> None:
    page = f"{DECISIONS}/themes/t-waiting"

    adult.post(page, data=fields(adult.get(page)) | {"heading": "Access and waiting", "why": WHY})

    with app.app_context():
        waiting = material_for(seat).theme("t-waiting")
    names = (waiting.shown_name, waiting.young_people, waiting.commissioner, waiting.machine)
    assert names == ("Do not leave us guessing", "Do not leave us guessing", "Access and waiting", "Waiting")
    (mark,) = soup(adult.get(DECISIONS)).select("tr mark")
    assert mark.get_text() == "Do not leave us guessing"
    assert "Access and waiting" in adult.get(DECISIONS).text


def test_the_wave_is_sorted_again_when_a_table_ends_and_when_an_adult_asks(
    app: Flask, term: Term, table: Table, seat: Seat, adult: FlaskClient
) -> None:
    def waiting() -> int:
        with reading() as session:
            kinds = session.execute(sa.select(work.c.kind).where(work.c.area_id == term.area_id)).scalars().all()
        return kinds.count("analyse_wave")

    def done() -> None:
        with transaction() as session:
            session.execute(work.delete().where(work.c.area_id == term.area_id))

    with app.app_context():
        done()
        adult.post(DECISIONS, data=fields(adult.get(DECISIONS)))
        assert waiting() == 1
        assert "about to sort this wave again" in adult.get(DECISIONS).text
        table.end()
        assert waiting() == 1
        done()
        table.end()
        assert waiting() == 1


def test_only_who_decides_about_the_report_sees_it(app: Flask, term: Term, seat: Seat) -> None:
    assert come_in(app, term.staff["Omar"]).get(DECISIONS).status_code == 403
    assert come_in(app, term.staff["Bea"]).get(DECISIONS).status_code == 200
