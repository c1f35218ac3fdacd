"""Reporting: the rows of a pack side by side, from the newest edition whose file is the one that was released."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask

from feedback_app import reporting
from feedback_app.config import Settings
from feedback_app.reporting import NoReport, NothingPublished, PackChanged
from feedback_app.reporting.report import Report, report_from
from feedback_app.reporting.results import Result, SameScale
from feedback_app.storage import editions
from feedback_app.storage.areas import NoSuchArea
from feedback_app.storage.db import transaction
from feedback_app.storage.pack_rows import Question, Scale
from feedback_app.storage.packs import PackMissing, read_pack
from feedback_app.storage.waves import NoSuchWave
from tests.feedback_app.invented_pack import (
    BAR,
    FAIRNESS,
    KINDNESS,
    LISTENING,
    TRANSPORT,
    WAITING,
    WAITING_TIMES,
    Row,
    change_rows,
    write_invented_pack,
)
from tests.feedback_app.released import release_published, release_report
from tests.term import AREA, WAVE, Term

FORTY = (("", 40), ("_shown", "40"))


@pytest.fixture
def report(tmp_path: Path) -> Report:
    return report_from(read_pack(write_invented_pack(tmp_path / "invented.pack.db")))


def report_with(tmp_path: Path, **tables: list[Row]) -> Report:
    return report_from(read_pack(write_invented_pack(tmp_path / "changed.pack.db", **tables)))


def test_groups_stand_side_by_side_and_all_of_them_together_is_left_out(report: Report) -> None:
    assert [group.group_name for group in report.groups] == [
        "Children aged 5 to 10",
        "Young people aged 11 to 25",
        "Parents and carers",
        "Practitioners",
    ]
    assert all("everyone" not in found.voices.counts for found in report.themes)


def test_a_pack_without_groups_has_everyone_as_its_one_group(tmp_path: Path) -> None:
    everyone = {"group_id": "everyone", "position": 1, "group_name": "Everyone"}
    counts = {f"{what}{words}": number for what in ("took_part", "finished", "wrote") for words, number in FORTY}
    of_groups = ("people_facts", "questions", "scales", "scale_counts", "quotes", "quote_standards", "figures")

    report = report_with(
        tmp_path, people=[everyone | counts], theme_counts=[], standard_counts=[], **{name: [] for name in of_groups}
    )

    assert [group.group_name for group in report.groups] == ["Everyone"]


def test_what_works_and_what_does_not_are_told_by_tone(report: Report) -> None:
    assert report.strengths[0].theme.id == LISTENING
    assert report.challenges[0].theme.id == WAITING


def test_mixed_themes_stand_in_where_there_are_too_few_of_one_tone(report: Report) -> None:
    assert [found.theme.id for found in report.strengths] == [LISTENING, TRANSPORT]
    assert [found.theme.id for found in report.challenges] == [WAITING, TRANSPORT]


def test_a_theme_has_its_counts_its_feelings_its_quotes_and_its_standards(report: Report) -> None:
    waiting = next(found for found in report.themes if found.theme.id == WAITING)

    assert waiting.voices.counts["parent_carer"].people == 118
    assert waiting.voices.feelings["young_person_11_25"]["negative"].people == 30
    assert [quote.words for quote in waiting.voices.quotes] == ["It’s the not knowing."]
    assert [one.standard_id for one in waiting.standards] == [WAITING_TIMES]
    assert waiting.heading == "Getting support"


def test_a_name_that_young_people_gave_comes_with_their_decision(report: Report) -> None:
    listening = next(found for found in report.themes if found.theme.id == LISTENING)

    assert [one.replaces for one in listening.decisions] == ["listened, staff"]


def test_only_promises_are_called_so(report: Report) -> None:
    assert [one.standard.id for one_set in report.promises for one in one_set.standards] == [KINDNESS, FAIRNESS]
    assert [one.standard.id for one_set in report.findings for one in one_set.standards] == [WAITING_TIMES]


def test_a_promise_that_too_few_spoke_to_is_silent_and_one_with_a_quote_is_not(report: Report) -> None:
    silent = {one.standard.id: one.voices.is_silent for one_set in report.promises for one in one_set.standards}

    assert silent == {KINDNESS: False, FAIRNESS: True}


def test_a_promise_is_not_silent_when_everybody_together_may_be_enough(tmp_path: Path) -> None:
    counts = change_rows("standard_counts", FAIRNESS, group_id="everyone", people=14, shown="14")

    report = report_with(tmp_path, standard_counts=counts)

    fairness = report.promises[0].standards[1]
    assert not fairness.voices.is_silent
    assert fairness.voices.together is not None
    assert fairness.voices.together.people == 14


def test_a_promise_with_released_words_is_not_silent(tmp_path: Path) -> None:
    speaks = {"quote_id": 1, "standard_id": FAIRNESS, "standard_name": "Fairness", "strength": "likely", "reason": ""}

    report = report_with(tmp_path, quote_standards=[speaks])

    fairness = report.promises[0].standards[1]
    assert [quote.words for quote in fairness.voices.quotes] == ["It’s the not knowing."]
    assert not fairness.voices.is_silent


def test_questions_that_are_linked_stand_together_and_their_scales_are_never_one(report: Report) -> None:
    (alike,) = report.alike

    assert [one.question.survey for one in alike.results] == ["Young people", "Parents and carers"]
    assert [len(scale.results) for scale in alike.scales] == [2]


def test_how_happy_people_are_has_a_row_for_each_group_and_stands_in_one_place(report: Report) -> None:
    rows = [(one.scale.group_id, one.scale.answered_shown, one.scale.mean) for one in report.happiness.results]

    assert rows == [("young_person_11_25", "fewer than 10", None), ("parent_carer", "24", "5.4")]
    assert not report.by_survey


def test_answers_that_are_not_split_are_one_wide_cell(report: Report) -> None:
    young, parents = report.alike[0].results

    assert [(cell.part.shown, cell.width) for cell in young.cells] == [("22", 1), ("72", 4)]
    assert [cell.width for cell in parents.cells] == [1, 1, 1, 1, 1]


def test_a_chart_stands_with_its_result_and_has_a_key(report: Report) -> None:
    (scale,) = report.alike[0].scales

    assert scale.results[0].figure is not None
    assert scale.results[0].figure.svg == BAR
    assert dict(scale.key) == {5: ("Very good",), 4: ("Good",), 3: ("Ok",), 2: ("Not good",), 1: ("Bad",)}


def test_the_newest_edition_of_a_wave_is_read(term: Term, settings: Settings) -> None:
    release_report(term, settings)
    release_report(term, settings, edition=2)

    edition, report = reporting.read_report(AREA, WAVE)

    assert edition.number == 2
    assert report.about["area_name"] == "Wexcombe"


def test_published_results_are_a_report_of_their_own(term: Term, settings: Settings) -> None:
    release_report(term, settings)
    release_published(term, settings)

    _, report = reporting.read_published(AREA)

    assert len(report.published) == 3
    assert [(one.wave_slug, one.number) for one in reporting.reports_of(AREA)] == [(WAVE, 1), ("", 1)]


def test_a_wave_without_an_edition_has_no_report(term: Term) -> None:
    assert reporting.reports_of(AREA) == []
    with pytest.raises(NoReport):
        reporting.read_report(AREA, WAVE)
    with pytest.raises(NothingPublished):
        reporting.read_published(AREA)


def test_an_area_or_a_wave_that_is_not_there_is_said_to(term: Term) -> None:
    with pytest.raises(NoSuchWave):
        reporting.read_report(AREA, "spring")
    with pytest.raises(NoSuchArea):
        reporting.reports_of("elsewhere")


def test_an_edition_whose_file_is_gone_is_said_to(term: Term, settings: Settings) -> None:
    release_report(term, settings).unlink()

    with pytest.raises(PackMissing):
        reporting.read_report(AREA, WAVE)


def test_a_file_that_is_not_the_one_that_was_released_is_not_shown(term: Term, settings: Settings) -> None:
    file = release_report(term, settings)
    file.write_bytes(file.read_bytes() + b"\x00")

    with pytest.raises(PackChanged):
        reporting.read_report(AREA, WAVE)


def test_the_newest_edition_that_was_buried_is_not_read(inside: Flask, term: Term, settings: Settings) -> None:
    release_report(term, settings)
    with transaction() as session:
        newest = editions.newest(session, term.area_id, term.wave_id)
        assert newest is not None
        editions.bury(session, term.area_id, newest.id, "a person took their answers back")

    with pytest.raises(NoReport):
        reporting.read_report(AREA, WAVE)


def result_about(question: str, service_id: str, service_name: str) -> Result:
    asked = Question(question, question, "Parents", "parent_carer", "How good?", "good5", "", "", "good5")
    scale = Scale(1, question, "parent_carer", "Parents", service_id, service_name, 12, "12", None, None, False)
    return Result(asked, scale, (), None)


def test_the_row_without_a_name_is_nobodys_service_or_the_first_child() -> None:
    first, second = result_about("p7", "", ""), result_about("p7", "child-2", "Second child")
    young, waiting, salt = (
        result_about("y8", "", ""),
        result_about("t3", "", ""),
        result_about("t3", "salt", "Speech and language therapy"),
    )

    children, services = SameScale((first, second, young)), SameScale((waiting, salt))

    assert [children.about(one) for one in children.results] == ["First or only child", "Second child", ""]
    assert [services.about(one) for one in services.results] == ["None yet", "Speech and language therapy"]
    assert (children.about_heading, services.about_heading) == ("Child", "Service")
