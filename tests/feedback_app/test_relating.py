"""Relating: a named person's decision about two standards is a row of its own, and the next pack tells it."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa
from click.testing import CliRunner
from flask import Flask
from pysqlite3 import dbapi2 as sqlite

from feedback_app import asking, packing, relating
from feedback_app.cli import heard
from feedback_app.config import Settings
from feedback_app.relating import NobodyOfThatName, NotRelatable
from feedback_app.storage import areas
from feedback_app.storage.db import reading
from feedback_app.storage.tables import decision
from tests.closed_wave import collect
from tests.term import AREA, WAVE, Term

ONE, OTHER = "wexcombe/promises/hear-my-voice", "wexcombe/outcomes/i-am-heard"


@pytest.fixture
def pair(term: Term) -> tuple[str, str]:
    """A standard of each of the first two sets that the wave is read against."""
    found: dict[str, str] = {}
    with reading() as session:
        for id in sorted(relating.standards_of(session, term.area_id, term.wave_id)):
            found.setdefault(id.rpartition("/")[0], id)
    one, other, *_ = found.values()
    return one, other


def decide(term: Term, pair: tuple[str, str], name: str = "Dana", *, same: bool = True, why: str = "") -> None:
    relating.decide(AREA, WAVE, *pair, are_related=same, staff_id=term.staff[name], why=why)


def test_every_decision_stays_and_the_newest_counts_whichever_way_round(term: Term, pair: tuple[str, str]) -> None:
    decide(term, pair, why="the same wish")
    decide(term, (pair[1], pair[0]), "Kit", same=False)

    with reading() as session:
        every = relating.decided(session, term.area_id)
        rows = session.execute(
            sa.select(decision.c.id, decision.c.replaces_id)
            .where(decision.c.area_id == term.area_id)
            .order_by(decision.c.decided_at)
        ).all()
    assert [(one.are_related, one.who, one.why) for one in every] == [
        (True, "Dana", "the same wish"),
        (False, "Kit", ""),
    ]
    assert [row.replaces_id for row in rows] == [None, rows[0].id]
    newest = relating.newest_of(AREA)
    assert [(one.pair, one.who) for one in newest.values()] == [(frozenset(pair), "Kit")]


@pytest.mark.parametrize("wrong", ["the same one", "one set", "unknown"])
def test_only_standards_of_two_lists_of_the_wave_can_be_related(term: Term, pair: tuple[str, str], wrong: str) -> None:
    one = pair[0]
    other = {"the same one": one, "one set": f"{one}-too", "unknown": "nowhere/at/all"}[wrong]

    with pytest.raises(NotRelatable):
        decide(term, (one, other))


def test_the_next_pack_tells_the_decision_and_who_made_it(
    app: Flask, term: Term, settings: Settings, pair: tuple[str, str]
) -> None:
    collect(term)
    decide(term, pair, why="the same wish")

    packing.write_pack(term.area_id, term.wave_id)

    (file,) = Path(settings.packs).glob("*.db")
    pack = sqlite.connect(str(file))
    rows = pack.execute("SELECT one_id, other_id, state, who, why FROM related_standards WHERE who <> ''").fetchall()
    told = pack.execute("SELECT decision, who, why FROM decisions").fetchall()
    pack.close()
    assert [({row[0], row[1]}, *row[2:]) for row in rows] == [(set(pair), "confirmed", "Dana", "the same wish")]
    assert ("are about the same", "Dana", "the same wish") in told


def test_another_area_keeps_its_own_decisions(term: Term, pair: tuple[str, str]) -> None:
    asking.add_area("elsewhere", "Elsewhere", "Elsewhere Council", example=True)

    decide(term, pair)

    with reading() as session:
        assert relating.decided(session, areas.by_slug(session, "elsewhere").id) == ()


def test_a_name_that_nobody_has_is_refused(term: Term) -> None:
    assert relating.staff_named("Dana") == term.staff["Dana"]
    with pytest.raises(NobodyOfThatName):
        relating.staff_named("Nobody at all")


def test_the_command_needs_to_know_which_way() -> None:
    result = CliRunner().invoke(heard, ["standards", "relate", AREA, WAVE, ONE, OTHER, "--by", "Dana"])

    assert result.exit_code == 2
    assert "--same" in result.output
