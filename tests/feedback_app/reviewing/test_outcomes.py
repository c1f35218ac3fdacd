"""An analysis says which decisions it followed, and none is lost when the wave is analysed again."""

from __future__ import annotations

import pytest
from flask import Flask

from analysis.decisions import Decision
from feedback_app import analysing
from feedback_app.reviewing import deciding
from feedback_app.reviewing.decided import Decided, decided_at
from feedback_app.reviewing.in_report import decisions_in, told_of
from feedback_app.reviewing.material import material_for
from feedback_app.reviewing.seats import Seat
from feedback_app.reviewing.telling import counted
from feedback_app.storage import findings
from feedback_app.storage.db import reading
from tests.closed_wave import close_and_analyse
from tests.sorted_wave import release_everything
from tests.stages import Stages
from tests.table import a_table
from tests.term import Term

WHY = "They say the same kind of thing"


@pytest.fixture
def database_kind() -> str:
    """SQLite alone: test_on_both_databases.py asks the same queries of PostgreSQL."""
    return "sqlite"


def come_so_far(term: Term) -> None:
    close_and_analyse(term)
    release_everything(term)


@pytest.fixture
def seat(inside: Flask, stages: Stages, term: Term) -> Seat:
    stages.come_to(inside, come_so_far, term)
    table = a_table(term)
    table.begin()
    return table.seat()


def thirty_decisions(seat: Seat) -> None:
    """Twenty-six names, a part split off and named, a comment moved, and two links to promises."""
    first, *_ = material_for(seat).themes
    comments = [quote.key for quote in first.quotes]
    deciding.split_theme(seat, first.slug, "A part of it", WHY, comments=comments[:1])
    (made,) = [one for one in material_for(seat).themes if not one.machine]
    deciding.move_comment(seat, first.slug, comments[1], made.slug, WHY)
    slugs = [one.slug for one in material_for(seat).themes]
    for number in range(26):
        deciding.name_theme(seat, slugs[number % len(slugs)], f"Name {'abcdefghijklmnopqrstuvwxyz'[number]}", WHY)
    (one, other, *_) = deciding.promises_for(seat)
    deciding.link_to_promise(seat, first.slug, one, WHY)
    deciding.link_to_promise(seat, made.slug, other, WHY)


def outcomes_of(every: tuple[Decided, ...]) -> list[tuple[str, str, str]]:
    return [(one.id, one.outcome, one.outcome_why) for one in every]


def test_no_decision_is_lost_when_the_wave_is_analysed_again_and_again(term: Term, seat: Seat) -> None:
    thirty_decisions(seat)
    before = [(one.slug, one.shown_name, one.quotes) for one in material_for(seat).themes]

    analysing.analyse_wave(term.area_id, term.wave_id)
    once = decided_at(term.area_id, term.wave_id)
    analysing.analyse_wave(term.area_id, term.wave_id)
    twice = decided_at(term.area_id, term.wave_id)

    assert len(once) == 30
    assert {one.outcome for one in once} == {"followed", "replaced"}
    assert outcomes_of(twice) == outcomes_of(once)
    assert sum(one.outcome == "replaced" for one in once) == 26 - len(before)
    assert [(one.slug, one.shown_name, one.quotes) for one in material_for(seat).themes] == before
    assert counted(once).words == f"Young people made 30 decisions; {4 + len(before)} were followed."
    with reading() as session:
        newest = findings.newest(session, term.area_id, term.wave_id)
    assert newest is not None
    assert all(name in newest.codebook for slug, name, _ in before if not slug.startswith("t-made"))
    assert "Name z" not in newest.machine_codebook


def test_what_cannot_be_followed_says_why_and_the_report_tells_the_rest(term: Term, seat: Seat) -> None:
    first, second, *_ = material_for(seat).themes
    (promise, *_) = deciding.promises_for(seat)
    deciding.name_theme(seat, first.slug, "Ages", "Nobody rings")
    deciding.link_to_promise(seat, second.slug, promise, WHY)
    deciding.set_aside(seat, second.slug, WHY)

    found, made = analysing.find_and_obey(term.area_id, term.wave_id)

    assert told_of(found, made) == {"young_peoples_decisions": "Young people made 3 decisions; 2 were followed."}
    assert list(decisions_in(found, made)) == []
    assert [one.outcome for one in found.carried.decisions] == ["followed", "followed"]
    deciding.take_back(seat, made[2].id)
    found, made = analysing.find_and_obey(term.area_id, term.wave_id)
    (linked,) = decisions_in(found, made)
    assert (linked.about, linked.who, linked.why) == (f"theme {second.slug}", "young commissioners", WHY)
    assert isinstance(linked, Decision)
