"""A theme is split by a part that the computer sees: the decision is a row, and the next analysis obeys it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from flask import Flask

from feedback_app import analysing, publishing
from feedback_app.reviewing import deciding
from feedback_app.reviewing.decided import decided_at
from feedback_app.reviewing.deciding import NothingChosen
from feedback_app.reviewing.material import material_for
from feedback_app.reviewing.seats import Seat
from feedback_app.reviewing.table_theme import TableTheme
from feedback_app.storage import findings
from feedback_app.storage.db import reading
from feedback_app.storage.tables import assignment, decision, name, theme
from tests.phone import fields, soup, text_of
from tests.sorted_wave import collect_and_sort, release_everything, sort_by_hand
from tests.stages import Stages
from tests.table import Table, a_table, sit_down
from tests.term import AREA, WAVE, Term

WHY = "Swimming is one thing, and the group another"
SWIM, BEST = "t-pool-swim", "t-pool-best"
PARTS = {SWIM: ("t-pool", "swimming"), BEST: ("t-pool", "best")}
NOT_RELEASED = "I love the swimming pool, the warm water is good for me"


@pytest.fixture
def database_kind() -> str:
    """SQLite alone: test_on_both_databases.py asks the same queries of PostgreSQL."""
    return "sqlite"


def a_wave_with_parts(term: Term) -> None:
    """Three of the four who speak of the pool say swimming, and one of these is not released."""
    collect_and_sort(term)
    sort_by_hand(term, PARTS)
    release_everything(term)
    one = next(one for one in publishing.candidates(AREA, WAVE) if one.redacted == NOT_RELEASED)
    publishing.decide_quote(
        AREA, WAVE, one.answer_id, one.ordinal, release=False, words="", staff_id=term.staff["Omar"]
    )


@pytest.fixture
def table(app: Flask, stages: Stages, term: Term) -> Table:
    stages.come_to(app, a_wave_with_parts, term)
    with app.app_context():
        table = a_table(term)
        table.begin()
    return table


@pytest.fixture
def seat(inside: Flask, table: Table) -> Seat:
    return table.seat()


def pool(seat: Seat) -> TableTheme:
    return material_for(seat).theme("t-pool")


def made(seat: Seat) -> TableTheme:
    (found,) = [one for one in material_for(seat).themes if one.young_people == "In the water"]
    return found


def words(one: TableTheme) -> list[str]:
    return sorted(quote.words for quote in one.quotes)


def of_the_machine(term: Term) -> Iterator[list[tuple[object, ...]]]:
    """Every row of what the computer found."""
    with reading() as session:
        for rows in (theme, assignment, name):
            found = sa.select(rows).where(rows.c.area_id == term.area_id).order_by(rows.c.id)
            yield [tuple(row) for row in session.execute(found)]


def test_a_part_that_the_computer_sees_becomes_a_theme_with_all_that_is_in_it(term: Term, seat: Seat) -> None:
    assert dict(pool(seat).parts) == {SWIM: "Swimming", BEST: "Best"}
    before, every = list(of_the_machine(term)), words(pool(seat))

    assert deciding.split_theme(seat, "t-pool", "In the water", WHY, part=SWIM)

    swim = words(made(seat))
    assert (len(swim), [one for one in every if "swimming" in one]) == (2, swim)
    assert words(pool(seat)) == [one for one in every if "swimming" not in one]
    (row,) = decided_at(term.area_id, term.wave_id)
    assert (row.what, row.subject, row.name, row.why) == ("split", "t-pool", "In the water", WHY)
    assert len(row.segments) == 3  # with the one whose words no seat may read
    assert made(seat).machine == ""  # people made it, so no name of the computer's stands beside theirs
    assert list(of_the_machine(term)) == before
    assert dict(pool(seat).parts) == {}  # what is left is one part, which nobody can split off


def test_the_same_part_cannot_be_split_off_again_and_a_made_up_one_never(seat: Seat) -> None:
    deciding.split_theme(seat, "t-pool", "In the water", WHY, part=SWIM)

    for theme_, part in (("t-pool", SWIM), ("t-pool", "t-nowhere"), ("t-waiting", BEST)):
        with pytest.raises(NothingChosen):
            deciding.split_theme(seat, theme_, "Again", WHY, part=part)


def test_a_split_that_is_taken_back_leaves_both_rows_and_the_theme_whole(term: Term, seat: Seat) -> None:
    before = words(pool(seat)), dict(pool(seat).parts)
    deciding.split_theme(seat, "t-pool", "In the water", WHY, part=SWIM)
    (row,) = decided_at(term.area_id, term.wave_id)

    deciding.take_back(seat, row.id)

    assert (words(pool(seat)), dict(pool(seat).parts)) == before
    with reading() as session:
        kept = sa.select(decision.c.what).where(decision.c.area_id == term.area_id).order_by(decision.c.decided_at)
        assert list(session.execute(kept).scalars()) == ["split", "back"]


def test_the_next_analysis_obeys_it_and_says_so_and_its_own_suggestion_stays_beside_it(term: Term, seat: Seat) -> None:
    deciding.split_theme(seat, "t-pool", "In the water", WHY, part=SWIM)
    before = [(one.slug, words(one)) for one in (made(seat), pool(seat))]

    analysing.analyse_wave(term.area_id, term.wave_id)

    (row,) = decided_at(term.area_id, term.wave_id)
    assert (row.outcome, row.outcome_why) == ("followed", "")
    assert [(one.slug, words(one)) for one in (made(seat), pool(seat))] == before
    with reading() as session:
        newest = findings.newest(session, term.area_id, term.wave_id)
    assert newest is not None
    assert "In the water" in newest.codebook
    assert "In the water" not in newest.machine_codebook


def test_from_the_page_a_part_is_chosen_by_the_computers_name_without_a_tick(app: Flask, table: Table) -> None:
    with app.app_context():
        token = table.link()
    seat = sit_down(app, token)
    page = seat.get("/table/themes/t-pool/split")
    asked = {str(one["value"]): one for one in soup(page).select("input[name=part]")}
    assert list(asked) == [SWIM, BEST, "by-hand"]
    assert "Swimming" in text_of(page, f"label[for={asked[SWIM]['id']}]")
    assert not any(one.has_attr("checked") for one in asked.values())
    assert "computer" in text_of(page, "main")
    given = fields(page) | {"name": "In the water", "why": WHY}
    assert seat.post("/table/themes/t-pool/split", data=given | {"part": "t-nowhere"}).status_code == 400

    sent = seat.post("/table/themes/t-pool/split", data=given | {"part": SWIM})

    assert (sent.status_code, sent.location) == (303, "/table/themes/t-pool")
    assert "In the water" in text_of(seat.get("/table/themes/"), "main")
    assert WHY in text_of(seat.get("/table/decided/"), "main")
