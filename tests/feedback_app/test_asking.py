"""Asking: what may be opened, by whom, to whom and when; a published version is never edited."""

from __future__ import annotations

import datetime as dt
import json
from importlib.resources import files

import pytest
import sqlalchemy as sa

from analysis.strategy import load_strategy, strategy_from_json
from feedback_app import asking, people
from feedback_app.asking import (
    CannotBeShown,
    DatesDoNotFit,
    ExamplesOnly,
    NoLead,
    SurveyDoesNotLoad,
    VersionChanged,
    WaveClosed,
)
from feedback_app.codes import ALPHABET
from feedback_app.config import Settings
from feedback_app.errors import HeardError
from feedback_app.storage.areas import NoSuchArea
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.tables import audit, opening, strategy_version, survey_version, today, wave, work
from feedback_app.storage.waves import NoSuchOpening, NoSuchWave
from surveys import load_survey, showable
from tests.respondents import Respondent, arrive, told
from tests.term import AREA, WAVE, Term, open_for_a_month

LATER = today() + dt.timedelta(days=30)


def area(slug: str = "elsewhere", *, example: bool = True) -> str:
    return asking.add_area(slug, slug.title(), f"{slug.title()} Council", example=example)


def make_wave(area_slug: str, slug: str = "spring", **dates: dt.date | None) -> str:
    return asking.make_wave(area_slug, slug, "What we heard", "Schools", strategy_sets=["wexcombe"], **dates)


def test_a_code_leads_to_its_opening_however_it_is_typed(term: Term) -> None:
    for typed in (term.therapy, term.therapy.lower(), f" {term.therapy[:3]}-{term.therapy[3:]} "):
        assert asking.find_opening(typed).code == term.therapy


def test_a_code_that_leads_nowhere_is_said_to(term: Term) -> None:
    with pytest.raises(NoSuchOpening):
        asking.find_opening("AAAAAA")


def test_every_opening_has_a_code_of_its_own_without_look_alikes(term: Term) -> None:
    codes = [open_for_a_month("young-person-11-25", "young_person_11_25") for _ in range(5)]

    assert len({*codes, term.therapy, term.families}) == 7
    assert set("".join(codes)) <= set(ALPHABET)


def test_an_opening_without_a_safeguarding_lead_is_refused(term: Term) -> None:
    area()
    make_wave("elsewhere")
    people.add_staff("elsewhere", "Olga", "quote_releaser")

    with pytest.raises(NoLead, match="heard staff add"):
        asking.open_survey("elsewhere", "spring", "therapy-satisfaction", "parent_carer", closes_on=LATER)


def test_a_lead_who_left_is_no_lead(term: Term) -> None:
    asking.close_wave(AREA, WAVE)
    people.remove_staff("Priya")
    make_wave(AREA)

    with pytest.raises(NoLead):
        asking.open_survey(AREA, "spring", "therapy-satisfaction", "parent_carer", closes_on=LATER)


def test_an_opening_knows_its_lead(term: Term) -> None:
    with reading() as session:
        leads = session.execute(sa.select(opening.c.lead_id).where(opening.c.area_id == term.area_id)).scalars().all()

    assert set(leads) == {term.staff["Priya"]}


def test_a_real_area_opens_no_wave(term: Term) -> None:
    area("barnsley", example=False)

    with pytest.raises(ExamplesOnly, match="Do not use with children"):
        make_wave("barnsley")


def test_a_real_area_opens_no_survey_even_in_a_wave_that_is_there(term: Term) -> None:
    with transaction() as session:
        session.execute(sa.text("UPDATE area SET example = false WHERE slug = 'wexcombe'"))

    with pytest.raises(ExamplesOnly):
        open_for_a_month("therapy-satisfaction", "parent_carer")


@pytest.mark.parametrize(
    "survey", ["commissioning-workshop-prompts", "policy-consultation", "young-commissioner-service-review"]
)
def test_a_survey_that_a_phone_cannot_show_is_refused_with_the_reason(term: Term, survey: str) -> None:
    audience = load_survey(survey).audiences[0]

    with pytest.raises(CannotBeShown, match=r"question|rule"):
        open_for_a_month(survey, audience)


def test_a_workshop_may_use_what_a_phone_cannot_show(term: Term) -> None:
    assert showable(load_survey("commissioning-workshop-prompts"))

    open_for_a_month("commissioning-workshop-prompts", "workshop", channel="workshop")


def test_a_survey_is_open_to_its_own_audiences_alone(term: Term) -> None:
    with pytest.raises(CannotBeShown, match="child_5_10"):
        open_for_a_month("therapy-satisfaction", "child_5_10")


def test_an_opening_is_reached_in_a_way_that_we_know(term: Term) -> None:
    with pytest.raises(HeardError, match="telephone"):
        open_for_a_month("therapy-satisfaction", "parent_carer", channel="pigeon")


def test_nobody_is_asked_what_is_not_for_their_audience(term: Term) -> None:
    code = open_for_a_month("policy-consultation", "practitioner", channel="paper")
    opened = asking.find_opening(code)

    assert "who" in [question.id for question in load_survey("policy-consultation").questions]
    assert "who" not in [question.id for question in opened.survey.questions]
    assert opened.survey.audiences == ("practitioner",)


def test_an_opening_cannot_close_before_it_opens(term: Term) -> None:
    yesterday = today() - dt.timedelta(days=1)

    with pytest.raises(DatesDoNotFit):
        asking.open_survey(AREA, WAVE, "therapy-satisfaction", "parent_carer", closes_on=yesterday)


def test_people_are_asked_before_anything_is_decided(term: Term) -> None:
    with pytest.raises(DatesDoNotFit):
        make_wave(AREA, opens_on=today(), decision_on=today())

    make_wave(AREA, decision_on=today() + dt.timedelta(days=7))
    with pytest.raises(DatesDoNotFit):
        asking.open_survey(
            AREA, "spring", "therapy-satisfaction", "parent_carer", opens_on=LATER, closes_on=LATER
        )  # fmt: skip


@pytest.mark.parametrize(("opens", "closes", "is_open"), [(0, 0, True), (-3, 0, True), (1, 1, False), (-3, -1, False)])
def test_an_opening_takes_answers_from_its_first_day_to_its_last(
    term: Term, opens: int, closes: int, is_open: bool
) -> None:
    day = dt.timedelta(days=1)
    with transaction() as session:
        dates = {"opens_on": today() + opens * day, "closes_on": today() + closes * day}
        session.execute(opening.update().where(opening.c.area_id == term.area_id).values(**dates))

    assert term.opening.is_open is is_open


def test_an_area_has_a_name_of_its_own_for_addresses(term: Term) -> None:
    with pytest.raises(HeardError, match="already"):
        area(AREA)
    for wrong in ("North Yorkshire", "north_yorkshire", "Leeds", "", "-", "a/b", "leeds\n"):
        with pytest.raises(HeardError, match="north-yorkshire"):
            area(wrong)
        with pytest.raises(HeardError, match="autumn-2026"):
            make_wave(AREA, wrong)


def test_two_waves_of_an_area_cannot_have_the_same_name(term: Term) -> None:
    with pytest.raises(HeardError, match=WAVE):
        make_wave(AREA, WAVE)


def test_a_wave_or_area_that_is_not_there_is_said_to_be_missing(term: Term) -> None:
    with pytest.raises(NoSuchWave):
        asking.close_wave(AREA, "winter")
    with pytest.raises(NoSuchArea):
        asking.waves_of("atlantis")


def test_what_is_opened_is_a_published_version_and_stays_as_it_was(term: Term) -> None:
    with reading() as session:
        rows = session.execute(sa.select(survey_version).where(survey_version.c.area_id == term.area_id)).all()

    assert [(row.survey, row.version) for row in rows] == [("therapy-satisfaction", 1)]
    assert rows[0].definition == load_survey("therapy-satisfaction").to_json()
    assert rows[0].digest == load_survey("therapy-satisfaction").digest


def test_a_wave_keeps_the_strategy_version_that_it_is_read_against(term: Term) -> None:
    make_wave(AREA, "spring")

    with reading() as session:
        rows = session.execute(sa.select(strategy_version).where(strategy_version.c.area_id == term.area_id)).all()
    assert [row.strategy for row in rows] == ["wexcombe"]


def test_a_wave_may_be_read_against_a_strategy_of_the_installations_own(term: Term, settings: Settings) -> None:
    folder = settings.instance / "strategies"
    folder.mkdir()
    ours = load_strategy("wexcombe")
    text = files("analysis").joinpath("strategies", "wexcombe.toml").read_text("utf-8")
    (folder / "thornmoor.toml").write_text(text.replace('area = "wexcombe"', 'area = "thornmoor"'), encoding="utf-8")

    asking.make_wave(AREA, "spring", "What we heard", "Schools", strategy_sets=["thornmoor/outcomes"])

    with reading() as session:
        mine = strategy_version.c.area_id == term.area_id
        rows = session.execute(
            sa.select(strategy_version).where(mine, strategy_version.c.strategy == "thornmoor")
        ).all()
    (kept,) = (strategy_from_json(row.definition) for row in rows)
    assert kept == load_strategy("thornmoor", folder)
    assert [one.id for one in kept.sets] == [one.id for one in ours.sets]


@pytest.mark.parametrize("table", [survey_version, strategy_version])
def test_a_library_file_edited_without_a_new_version_number_is_refused(term: Term, table: sa.Table) -> None:
    with transaction() as session:
        session.execute(table.update().where(table.c.area_id == term.area_id).values(digest="0" * 64))

    with pytest.raises(VersionChanged, match="differs"):
        _ = (
            open_for_a_month("therapy-satisfaction", "parent_carer")
            if table is survey_version
            else make_wave(AREA, "spring")
        )


def test_a_stored_survey_that_no_longer_loads_closes_its_opening_and_tells_its_owner(term: Term) -> None:
    arrive(term.opening).write("t10", "The pool")
    break_survey(term)

    with pytest.raises(SurveyDoesNotLoad):
        asking.find_opening(term.therapy)

    with reading() as session:
        row = session.execute(
            sa.select(opening).where(opening.c.area_id == term.area_id, opening.c.code == term.therapy)
        ).one()
        trail = session.execute(sa.select(audit).where(audit.c.area_id == term.area_id)).all()
    assert row.closed_on == today()
    assert "no longer loads" in row.closed_why
    assert [(line.what, line.subject) for line in trail].count(("survey broken", row.id)) == 1
    assert len(told(term.area_id)) == 1


def test_a_broken_survey_tells_its_owner_once_however_many_people_try(term: Term) -> None:
    break_survey(term)

    for _ in range(3):
        with pytest.raises(SurveyDoesNotLoad):
            asking.find_opening(term.therapy)

    with reading() as session:
        trail = session.execute(sa.select(audit.c.what).where(audit.c.area_id == term.area_id)).scalars().all()
    assert trail.count("survey broken") == 1


def test_a_broken_survey_stops_no_other(term: Term) -> None:
    other = open_for_a_month("young-person-11-25", "young_person_11_25")
    break_survey(term)

    assert asking.find_opening(other).is_open


def test_closing_a_wave_closes_its_openings_and_asks_for_its_analysis(term: Term) -> None:
    work_id = asking.close_wave(AREA, WAVE)

    assert not term.opening.is_open
    with reading() as session:
        queued = session.execute(sa.select(work).where(work.c.area_id == term.area_id)).one()
    assert (queued.id, queued.kind, queued.subject) == (work_id, "analyse_wave", term.wave_id)
    with pytest.raises(WaveClosed):
        asking.close_wave(AREA, WAVE)
    with pytest.raises(WaveClosed):
        open_for_a_month("therapy-satisfaction", "parent_carer")


def test_closing_a_wave_forgets_what_was_replaced_in_unsent_responses(term: Term) -> None:
    ada = arrive(term.opening)
    ada.write("t10", "The pool")
    ada.write("t10", "The bus")

    asking.close_wave(AREA, WAVE)

    assert [one.words for one in told(term.area_id)] == ["The bus"]


def test_closing_one_opening_leaves_the_others_open(term: Term) -> None:
    asking.close_opening(term.therapy.lower())

    assert not term.opening.is_open
    assert asking.find_opening(term.families).is_open


def test_the_openings_of_an_area_are_its_own(term: Term) -> None:
    area()
    make_wave("elsewhere")
    people.add_staff("elsewhere", "Nia", "safeguarding_lead")
    theirs = asking.open_survey("elsewhere", "spring", "therapy-satisfaction", "parent_carer", closes_on=LATER)

    assert {row.code for row in asking.openings_of(AREA)} == {term.therapy, term.families}
    assert [row.code for row in asking.openings_of("elsewhere", "spring")] == [theirs]
    assert [row.slug for row in asking.waves_of("elsewhere")] == ["spring"]


def test_a_waves_own_key_is_sealed(term: Term) -> None:
    with reading() as session:
        raw = session.execute(
            sa.select(sa.type_coerce(wave.c.private_key, sa.LargeBinary)).where(wave.c.area_id == term.area_id)
        ).scalar_one()

    assert b"\x30\x81\x87" not in bytes(raw)[:40]  # how a private key starts when it is not sealed


def test_a_respondent_of_a_broken_survey_cannot_lose_what_was_kept(term: Term) -> None:
    ada = Respondent(term.opening, arrive(term.opening).key)
    break_survey(term)

    with pytest.raises(SurveyDoesNotLoad):
        asking.opening_of(ada.opening.area_id, ada.opening.id)


def break_survey(term: Term) -> None:
    mine = (survey_version.c.area_id == term.area_id, survey_version.c.survey == "therapy-satisfaction")
    with transaction() as session:
        definition = session.execute(sa.select(survey_version.c.definition).where(*mine)).scalar_one()
        broken = json.dumps({**json.loads(definition), "rules": {"a_rule_of_long_ago": True}})
        session.execute(survey_version.update().where(*mine).values(definition=broken))
