"""How far all tables of a wave agree: pooled as one file of their labels would be, table by table, and never stale."""

from __future__ import annotations

import json

import pytest
import sqlalchemy as sa
from flask import Flask

from analysis.agreement import Coding, agreement
from analysis.agreement_file import as_values
from feedback_app import jobs, safeguarding
from feedback_app.reviewing import pooled
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.tables import sample, sample_quote, wave_agreement
from tests.analysis.codings import codings
from tests.coding import ANA, BO, CodingTable
from tests.desk import come_in
from tests.phone import soup, text_of
from tests.stages import Stages
from tests.table import a_table
from tests.term import AREA, WAVE, Term

ANAS, BOS = "a a b b ab - a b", "a a b a a - a b"
CHES, DEES = "b a a b", "a a b b"


@pytest.fixture
def apart(app: Flask, stages: Stages, term: Term, at_table: CodingTable) -> tuple[CodingTable, CodingTable]:
    return stages.come_to(app, _two_tables, term, at_table)


@pytest.fixture
def two(inside: Flask, apart: tuple[CodingTable, CodingTable]) -> tuple[CodingTable, CodingTable]:
    """The same, inside the app."""
    return apart


def _two_tables(term: Term, first: CodingTable) -> tuple[CodingTable, CodingTable]:
    """Eight comments at one table and four others at a second, sorted alone by two seats each."""
    first.draw(8)
    _code(first, ANAS, BOS)
    table = a_table(term)
    table.begin()
    second = CodingTable(table, (table.seat(), table.seat()))
    second.draw(4)
    _code(second, CHES, DEES)
    return first, second


def _code(table: CodingTable, one: str, other: str) -> None:
    for who, said in ((ANA, one), (BO, other)):
        table.code(who, *([{"a": 0, "b": 1}[x] for x in word if x != "-"] for word in said.split()))


def found() -> pooled.Pooled:
    return pooled.of_wave(AREA, WAVE)


def in_one_file(table: CodingTable, *said: dict[str, str]) -> dict[str, object]:
    """The same labels as `heard agreement` would read them: comments of different tables are different ones."""
    one, other = table.themes[:2]
    every = [
        Coding(f"{number} {c.unit}", f"{number} {c.coder}", frozenset({"a": one, "b": other}[x] for x in c.labels))
        for number, each in enumerate(said)
        for c in codings(**each)
    ]
    return as_values(agreement(every, labels=table.themes))


def test_two_tables_are_pooled_as_one_file_of_their_labels_is(app: Flask, two: tuple[CodingTable, CodingTable]) -> None:
    for table in two:
        table.talk()
    jobs.run_until_idle(app)

    (pool,) = found().pools

    whole = in_one_file(two[0], {"Ana": ANAS, "Bo": BOS}, {"Che": CHES, "Dee": DEES})
    assert pool.pooled is not None
    assert (pool.pooled["coders"], pool.pooled["units"], pool.shared) == (4, 12, 0)
    assert pool.pooled["overall"]["value"] == whole["overall"]["value"]  # type: ignore[index]  # a mapping of figures
    assert pool.pooled["overall"]["low"] < pool.pooled["overall"]["value"] < pool.pooled["overall"]["high"]
    each = [in_one_file(two[0], said) for said in ({"Ana": ANAS, "Bo": BOS}, {"Che": CHES, "Dee": DEES})]
    assert [one.told["overall"]["value"] for one in pool.tables if one.told] == [
        one["overall"]["value"]  # type: ignore[index]  # a mapping of figures
        for one in each
    ]
    rare = next(one for one in pool.pooled["labels"] if one["label"] == two[0].themes[2])
    assert (rare["warning"], rare["pairs"]) == ("nobody chose it", [])
    with reading() as session:
        kept = sa.select(wave_agreement.c.figures).where(wave_agreement.c.area_id == two[0].table.sitting.area_id)
        figures = json.dumps(session.execute(kept).scalar_one())
    assert not any(one.words in figures for table in two for one in table.compared())
    assert not any(seat.id in figures or "Seat" in figures for table in two for seat in table.seats)


def test_a_comment_at_two_tables_is_one_comment_of_four_seats(app: Flask, two: tuple[CodingTable, CodingTable]) -> None:
    with transaction() as session:  # so few are released that the second table had to draw the same again
        mine = sample_quote.c.area_id == two[0].table.sitting.area_id
        ids = [one.alone().sample.id for one in two]
        of_first = sa.select(sample_quote).where(mine, sample_quote.c.sample_id == ids[0])
        for row in session.execute(of_first.where(sample_quote.c.place <= 2)).all():
            same = sample_quote.update().where(mine, sample_quote.c.sample_id == ids[1])
            session.execute(
                same.where(sample_quote.c.place == row.place).values(answer_id=row.answer_id, ordinal=row.ordinal)
            )
    for table in two:
        table.talk()
    jobs.run_until_idle(app)

    (pool,) = found().pools

    assert pool.pooled is not None
    assert (pool.shared, pool.pooled["units"], pool.pooled["coders"]) == (2, 10, 4)


def test_tables_that_chose_from_another_list_are_not_pooled_with_them(
    app: Flask, two: tuple[CodingTable, CodingTable]
) -> None:
    with transaction() as session:
        second = two[1].alone().sample
        other = [[*one] for one in ((two[1].themes[0], "One", ""), (two[1].themes[1], "Two", ""))]
        mine = sample.update().where(sample.c.area_id == second.area_id, sample.c.id == second.id)
        session.execute(mine.values(choices=other))
    for table in two:
        table.talk()
    jobs.run_until_idle(app)

    assert [(len(pool.tables), len(pool.names)) for pool in found().pools] == [(1, len(two[0].themes)), (1, 2)]


def test_who_still_sorts_alone_is_in_no_figure_and_figures_are_put_away_when_words_are_held(
    app: Flask, term: Term, two: tuple[CodingTable, CodingTable]
) -> None:
    assert (found().talked, found().pools) == (0, ())
    two[0].talk()
    assert found().is_awaited
    jobs.run_until_idle(app)
    assert [len(pool.tables) for pool in found().pools] == [1]
    two[1].talk()
    assert (found().is_stale, found().pools) == (True, ())
    jobs.run_until_idle(app)
    with reading() as session:
        drawn = sa.select(sample_quote.c.answer_id).where(sample_quote.c.area_id == term.area_id)
        held = str(session.execute(drawn.where(sample_quote.c.place == 1)).scalars().first())

    safeguarding.hold_by_hand(term.opening, held, "amber", "A worry")

    assert (found().is_stale, found().pools) == (True, ())
    pooled.work_out_again(AREA, WAVE, staff_id=two[0].table.bea)
    jobs.run_until_idle(app)
    (pool,) = found().pools
    assert pool.pooled is not None
    assert pool.pooled["units"] == 11


def test_a_participation_officer_reads_all_tables_together(
    app: Flask, term: Term, apart: tuple[CodingTable, CodingTable]
) -> None:
    page = f"/areas/{AREA}/agreement/waves/{WAVE}"
    bea = come_in(app, term.staff["Bea"])
    assert "No table of this wave has begun to talk" in bea.get(page).text
    with app.app_context():
        for table in apart:
            table.talk()
    assert "still working it out" in bea.get(page).text
    jobs.run_until_idle(app)

    shown = bea.get(page)

    assert page in bea.get(f"/areas/{AREA}/agreement/").text
    assert text_of(shown, "dl.facts").startswith("Tables2")
    tables = soup(shown).select("[aria-label='Table: agreement table by table'] tbody tr")
    assert [one.select("td")[1].get_text() for one in tables] == ["8", "4"]
    assert all("(" in one.select("td")[3].get_text() for one in tables)
    assert "nobody chose it" in text_of(shown, ".tag.warn")
    assert "12 comments are few" in text_of(shown, ".tell.warn")
    assert come_in(app, term.staff["Sam"]).get(page).status_code == 403
