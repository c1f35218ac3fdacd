"""Typing in: one sheet is one response, kept once, with who typed it, whatever it says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

import pytest
import sqlalchemy as sa

from feedback_app import answering, asking, safeguarding, typing_in
from feedback_app.answering import SurveyClosed
from feedback_app.asking import Opening
from feedback_app.forms.questions import Given
from feedback_app.storage.db import reading
from feedback_app.storage.responses import open_words
from feedback_app.storage.tables import agreement, answer, response, send, today
from feedback_app.typing_in import KeptOtherwise, SheetTyped, TypedSheet
from surveys.sheet import sheet_of
from tests.respondents import a_key
from tests.term import AREA, WAVE, Term, open_for_a_month

SKIPPED = Given((), None, "skipped")
NOTHING: Mapping[str, Given] = {}


def paper(term: Term, audience: str = "parent_carer") -> Opening:
    return asking.find_opening(open_for_a_month("parent-carer", audience, channel="paper"))


def sheet_saying(opening: Opening, said: Mapping[str, Given] = NOTHING, number: str = "12") -> TypedSheet:
    """A sheet with these answers by question; everything else was left blank."""
    answers = {one.number: said.get(one.step.question, SKIPPED) for one in sheet_of(opening.survey)}
    return TypedSheet("sheet", number, ("You can choose to take part.",), answers)


def keep(opening: Opening, typed: TypedSheet, term: Term, *, key: str | None = None, number_again: bool = False) -> str:
    sheet = sheet_of(opening.survey)
    staff_id = term.staff["Bea"]
    return typing_in.keep_sheet(opening, sheet, typed, key=key or a_key(), staff_id=staff_id, number_again=number_again)


def rows(table: sa.Table, term: Term) -> list[sa.Row]:  # type: ignore[type-arg]  # of any shape
    with reading() as session:
        return list(session.execute(sa.select(table).where(table.c.area_id == term.area_id)))


def test_a_sheet_is_one_response_marked_paper_and_with_who_typed_it(term: Term) -> None:
    opening = paper(term)

    code = keep(opening, sheet_saying(opening, {"pc1": Given((), None, "not_understood")}), term)

    (kept,) = rows(response, term)
    assert (kept.kind, kept.typed_by, kept.sent_on is not None) == ("sheet", term.staff["Bea"], True)
    assert answering.find_response(code)[1].id == kept.id
    assert [row.wording for row in rows(agreement, term)] == ["You can choose to take part.\nAgreed on paper."]


def test_a_call_is_marked_telephone(term: Term) -> None:
    opening = asking.find_opening(term.families)
    answers = {one.number: SKIPPED for one in sheet_of(opening.survey)}

    keep(opening, TypedSheet("telephone", "", ("Line.",), answers), term)

    assert [row.kind for row in rows(response, term)] == ["telephone"]
    assert rows(agreement, term)[0].wording.endswith("Agreed by telephone.")


def test_pressing_enter_twice_keeps_one_sheet_with_one_code(term: Term) -> None:
    opening = paper(term)
    key = a_key()

    codes = {keep(opening, sheet_saying(opening), term, key=key) for _ in range(2)}

    assert len(codes) == 1
    assert len(rows(response, term)) == 1


def test_the_same_page_with_other_answers_changes_nothing_and_says_so(term: Term) -> None:
    opening = paper(term)
    key = a_key()
    keep(opening, sheet_saying(opening), term, key=key)
    before = len(rows(answer, term))

    with pytest.raises(KeptOtherwise):
        keep(opening, sheet_saying(opening, number="13"), term, key=key)

    assert len(rows(answer, term)) == before


def test_the_same_number_is_refused_once_and_kept_when_it_is_another_sheet(term: Term) -> None:
    opening = paper(term)
    keep(opening, sheet_saying(opening, number="A7"), term)

    with pytest.raises(SheetTyped):
        keep(opening, sheet_saying(opening, number="a7"), term)
    assert len(rows(response, term)) == 1

    keep(opening, sheet_saying(opening, number="a7"), term, number_again=True)
    assert len(rows(response, term)) == 2


def test_another_opening_has_numbers_of_its_own(term: Term) -> None:
    for opening in (paper(term), paper(term)):
        keep(opening, sheet_saying(opening, number="1"), term)

    assert len(rows(response, term)) == 2


def test_words_on_a_sheet_run_through_the_concern_rules(term: Term) -> None:
    opening = paper(term)
    box = next(one.step.question for one in sheet_of(opening.survey) if one.question.is_text)

    keep(opening, sheet_saying(opening, {box: Given((), "dad hits me", None)}), term)

    assert [one.level for one in safeguarding.waiting(term.area_id)] == ["red"]
    (wrote,) = [row for row in rows(answer, term) if row.words]
    assert open_words(wrote) == "dad hits me"


def test_words_in_a_language_that_the_rules_cannot_read_go_to_a_person(term: Term) -> None:
    opening = paper(term)
    box = next(one.step.question for one in sheet_of(opening.survey) if one.question.is_text)
    typed = sheet_saying(opening, {box: Given((), "autobus jest dobry", None)})

    keep(opening, TypedSheet("sheet", "1", typed.wording, typed.answers, "pl"), term)

    assert len(safeguarding.waiting(term.area_id)) == 1
    assert {row.language for row in rows(answer, term)} == {"pl"}


def test_a_blank_is_skipped_where_it_was_asked_and_no_row_where_it_was_not(term: Term) -> None:
    opening = asking.find_opening(term.families)
    answers = {one.number: SKIPPED for one in sheet_of(opening.survey)}
    answers[1] = Given(("physiotherapy",), None, None)

    keep(opening, TypedSheet("sheet", "1", (), answers), term)

    kept = {(row.question, row.repeat): row.missing for row in rows(answer, term)}
    assert kept["t1", ""] is None
    assert kept["t1a", ""] == "skipped"
    assert kept["t2", "physiotherapy"] == "skipped"
    assert {repeat for _, repeat in kept} == {"", "physiotherapy"}


def test_what_somebody_wrote_where_the_sheet_did_not_ask_is_kept_all_the_same(term: Term) -> None:
    opening = asking.find_opening(term.families)
    sheet = sheet_of(opening.survey)
    answers = {one.number: SKIPPED for one in sheet}
    there = next(one for one in sheet if one.step.question == "t10" and one.step.repeat == "physiotherapy")
    answers[there.number] = Given((), "She was kind", None)

    keep(opening, TypedSheet("sheet", "1", (), answers), term)

    assert ("t10", "physiotherapy") in {(row.question, row.repeat) for row in rows(answer, term) if row.words}


def test_a_question_that_stands_twice_on_the_sheet_is_kept_once(term: Term) -> None:
    opening = asking.find_opening(term.families)
    sheet = sheet_of(opening.survey)
    twice = [one.number for one in sheet if one.step.question == "t11" and not one.step.repeat]
    answers = {one.number: SKIPPED for one in sheet} | {twice[1]: Given((), "Shorter waits", None)}

    keep(opening, TypedSheet("sheet", "1", (), answers), term)

    assert len(twice) == 2
    assert len([row for row in rows(answer, term) if row.question == "t11"]) == 1


def test_sheets_are_typed_after_their_last_day_and_from_the_close_of_the_wave_marked_late(term: Term) -> None:
    opening = paper(term)
    box = next(one.step.question for one in sheet_of(opening.survey) if one.question.is_text)
    asking.close_opening(opening.code)
    keep(asking.find_opening(opening.code), sheet_saying(opening), term)

    asking.close_wave(AREA, WAVE)
    wrote = {box: Given((), "dad hits me", None)}
    keep(asking.find_opening(opening.code), sheet_saying(opening, wrote, number="13"), term)

    assert sorted(row.late for row in rows(response, term)) == [False, True]
    assert {row.late for row in rows(answer, term) if row.words} == {True}
    assert len(safeguarding.waiting(term.area_id)) == 1


def test_nothing_is_typed_before_the_first_day_nor_when_the_wave_is_finished(term: Term) -> None:
    opening = paper(term)

    for other in (
        replace(opening, opens_on=today() + dt.timedelta(days=1)),
        replace(opening, wave_closed_on=today(), wave_finished_on=today()),
    ):
        with pytest.raises(SurveyClosed):
            keep(other, sheet_saying(opening), term)


def test_a_sheet_that_was_refused_leaves_nothing_behind(term: Term) -> None:
    opening = paper(term)
    keep(opening, sheet_saying(opening), term)
    before = (len(rows(answer, term)), len(rows(send, term)), len(rows(agreement, term)))

    with pytest.raises(SheetTyped):
        keep(opening, sheet_saying(opening), term)

    assert (len(rows(answer, term)), len(rows(send, term)), len(rows(agreement, term))) == before


def test_its_owner_takes_a_sheet_back_with_its_code(term: Term) -> None:
    opening = paper(term)
    code = keep(opening, sheet_saying(opening), term)

    answering.withdraw_response(code)

    assert rows(response, term) == rows(answer, term) == []
