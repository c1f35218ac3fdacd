"""A wave is read against what is known from the wave before it, where that asked one of the same surveys."""

from __future__ import annotations

import datetime as dt

import pytest
import sqlalchemy as sa

from analysis.codebook_file import codebook_from_json
from feedback_app import analysing, asking
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.tables import analysis, name, today
from tests.respondents import arrive
from tests.term import AREA, WAVE, Term, open_for_a_month

WAITED = "The waiting list for physio is far too long, we waited {} months for a first visit"


def say(code: str) -> None:
    for number in range(12):
        one = arrive(asking.find_opening(code))
        one.choose("t1", "physiotherapy")
        one.choose("t1a", "no")
        one.write("t11", WAITED.format(number + 2), repeat="physiotherapy")
        one.send()


def next_wave(survey: str, audience: str) -> tuple[str, str]:
    """A wave that opens later; its id, and the code of its opening."""
    opens_on = today() + dt.timedelta(days=1)
    wave_id = asking.make_wave(AREA, "next", "Again", "Therapies", strategy_sets=["wexcombe"], opens_on=opens_on)
    return wave_id, open_for_a_month(survey, audience, wave="next")


def analyse(area_id: str, wave_id: str, slug: str) -> str:
    asking.close_wave(AREA, slug)
    return analysing.analyse_wave(area_id, wave_id)


@pytest.fixture
def spring(term: Term) -> str:
    """The analysis of the first wave."""
    say(term.therapy)
    return analyse(term.area_id, term.wave_id, WAVE)


def test_an_analysis_keeps_its_codebook(term: Term, spring: str) -> None:
    with reading() as session:
        kept = session.execute(sa.select(analysis.c.codebook).where(analysis.c.area_id == term.area_id)).scalar_one()

    codebook = codebook_from_json(kept)
    assert codebook.waves == (WAVE,)
    assert codebook.themes
    assert "far too long" not in kept


def test_the_next_wave_is_read_against_it(term: Term, spring: str) -> None:
    wave_id, code = next_wave("therapy-satisfaction", "young_person_11_25")
    say(code)
    analyse(term.area_id, wave_id, "next")

    found = analysing.find(term.area_id, wave_id)

    assert found.carried.compared
    assert {one.known_since for one in found.carried.recognised} == {WAVE}
    assert not found.carried.new


def test_a_wave_that_asked_other_surveys_is_not_read_against_it(term: Term, spring: str) -> None:
    wave_id, _ = next_wave("young-person-11-25", "young_person_11_25")
    analyse(term.area_id, wave_id, "next")

    assert not analysing.find(term.area_id, wave_id).carried.compared


def test_the_same_wave_is_never_read_against_itself_but_its_themes_keep_their_ids(term: Term, spring: str) -> None:
    with transaction() as session:  # as if the computer had called them otherwise the first time
        of_area = analysis.c.area_id == term.area_id
        kept = session.execute(sa.select(analysis.c.machine_codebook).where(of_area)).scalar_one()
        other = kept.replace('"id": "t-', '"id": "t-once-')
        session.execute(analysis.update().where(of_area).values(machine_codebook=other))

    found = analysing.find(term.area_id, term.wave_id)

    ids = [one.id for one in found.offered_themes if one.level == found.default_level]
    assert ids
    assert all(id.startswith("t-once-") for id in ids)
    assert not found.carried.compared


def test_young_peoples_names_come_with_the_theme(term: Term, spring: str) -> None:
    with transaction() as session:
        kept = sa.select(analysis.c.codebook).where(analysis.c.area_id == term.area_id)
        renamed = session.execute(kept).scalar_one().replace('"young_peoples_name": ""', '"young_peoples_name": "Ages"')
        session.execute(analysis.update().where(analysis.c.area_id == term.area_id).values(codebook=renamed))
    wave_id, code = next_wave("therapy-satisfaction", "young_person_11_25")
    say(code)

    analyse(term.area_id, wave_id, "next")

    with reading() as session:
        names = session.execute(sa.select(name).where(name.c.area_id == term.area_id, name.c.kind != "machine")).all()
    assert {(row.kind, row.words) for row in names} == {("young_people", "Ages")}
