"""Relating: a named person's decision about two standards is a row of its own, and the next pack tells it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from flask import Flask
from pysqlite3 import dbapi2 as sqlite

from analysis.related import Said
from feedback_app import asking, comparing, comparisons, packing, relating
from feedback_app.cli import heard
from feedback_app.config import Settings
from feedback_app.relating import NobodyOfThatName, NothingToTakeBack, NotRelatable
from feedback_app.storage import areas
from feedback_app.storage.db import reading
from feedback_app.storage.packs import read_pack
from feedback_app.storage.tables import today
from tests.closed_wave import collect
from tests.term import AREA, Term

ONE, OTHER = "wexcombe/six_promises/being-me", "wexcombe/outcomes/it-fits-together"
ELSEWHERE = "barnsley/quality_standards/kindness"


@pytest.fixture
def pair(term: Term) -> tuple[str, str]:
    """A standard of each of two lists that the wave is read against."""
    return ONE, OTHER


def decide(term: Term, pair: tuple[str, str], name: str = "Dana", *, said: Said = "confirmed", why: str = "") -> None:
    relating.decide(AREA, *pair, said=said, staff_id=term.staff[name], why=why)


def test_every_decision_stays_and_the_newest_counts_whichever_way_round(term: Term, pair: tuple[str, str]) -> None:
    decide(term, pair, why="the same wish")
    decide(term, (pair[1], pair[0]), "Kit", said="refused")

    with reading() as session:
        every = relating.decided(session, term.area_id)
    assert [(one.are_related, one.who, one.why) for one in every] == [
        (True, "Dana", "the same wish"),
        (False, "Kit", ""),
    ]
    assert {one.day for one in every} == {today().isoformat()}
    newest = relating.newest_of(AREA)
    assert [(one.pair, one.who) for one in newest.values()] == [(frozenset(pair), "Kit")]


@pytest.mark.parametrize("wrong", ["the same one", "one set", "unknown"])
def test_only_standards_of_two_lists_that_are_known_can_be_related(
    term: Term, pair: tuple[str, str], wrong: str
) -> None:
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


def test_a_pair_with_a_list_that_the_wave_was_not_read_against_stands_in_the_next_pack(
    app: Flask, term: Term, settings: Settings
) -> None:
    collect(term)
    decide(term, (ELSEWHERE, ONE), why="the same word")

    packing.write_pack(term.area_id, term.wave_id)

    (file,) = Path(settings.packs).glob("*.db")
    (read,) = read_pack(file).related_elsewhere
    assert (read.standard_id, read.other_name, read.other_set) == (ONE, "Kindness", "CYP Quality Standards")
    assert (read.who, read.why) == ("Dana", "the same word")


def test_a_decision_can_be_taken_back_and_only_one_that_stands(term: Term, pair: tuple[str, str]) -> None:
    with pytest.raises(NothingToTakeBack):
        decide(term, pair, said="taken back")
    decide(term, pair)

    decide(term, pair, "Kit", said="taken back", why="pressed by mistake")

    assert relating.newest_of(AREA) == {}
    with reading() as session:
        assert [(one.said, one.who) for one in relating.decided(session, term.area_id)] == [
            ("confirmed", "Dana"),
            ("taken back", "Kit"),
        ]
    with pytest.raises(NothingToTakeBack):
        decide(term, pair, said="taken back")


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
    result = CliRunner().invoke(heard, ["standards", "relate", AREA, ONE, OTHER, "--by", "Dana"])

    assert result.exit_code == 2
    assert "--say" in result.output


def test_two_lists_are_compared_once_whichever_way_round_and_decisions_stand_beside_what_was_found(term: Term) -> None:
    ours, theirs = "wexcombe/six_promises", "barnsley/quality_standards"
    asked = comparisons.ask(AREA, ours, theirs, staff_id=term.staff["Dana"])
    assert not comparisons.comparison_named(AREA, asked).is_made

    comparing.compare_lists(term.area_id, asked)
    decide(term, (ELSEWHERE, f"{ours}/kind-people"))

    (found,) = comparisons.comparisons_of(AREA)
    assert comparisons.ask(AREA, theirs, ours, staff_id=term.staff["Kit"]) == asked == found.id
    assert [(pair.one.name, pair.other.name) for pair in found.confirmed] == [("Kind people", "Kindness")]
    assert found.is_made
    assert all(pair.likeness and pair.decision is None for pair in found.open)
