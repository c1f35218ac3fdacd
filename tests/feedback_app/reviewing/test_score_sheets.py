"""Score sheets: what comes with Heard is fit to be used, and the checks find what is not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from analysis.strategy import load_strategies, load_strategy
from feedback_app.cli import heard
from feedback_app.reviewing.own_standards import NoStandards, TooManyStandards, sets_to_score, with_standards
from feedback_app.reviewing.score_sheet_checks import problems
from feedback_app.reviewing.score_sheets import (
    CANNOT_SAY,
    MOST_CRITERIA,
    NoSuchSheet,
    Sheet,
    SheetDoesNotLoad,
    load_sheet,
    load_sheets,
    read_sheet,
)

SHEETS = load_sheets()
BARNSLEY = load_strategy("barnsley")
SIX = next(one for one in BARNSLEY.sets if one.id == "quality_standards")


def changed(sheet_id: str = "service-review", **values: Any) -> Sheet:
    return load_sheet(sheet_id).model_copy(update=values)


def with_step(place: int, **values: Any) -> Sheet:
    sheet = load_sheet("service-review")
    scale = list(sheet.scale)
    scale[place] = scale[place].model_copy(update=values)
    return sheet.model_copy(update={"scale": tuple(scale)})


def with_criterion(sheet_id: str, **values: Any) -> Sheet:
    sheet = load_sheet(sheet_id)
    first, *rest = sheet.criteria
    return sheet.model_copy(update={"criteria": (first.model_copy(update=values), *rest)})


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.id)
def test_a_sheet_that_comes_with_heard_is_fit_to_be_used(sheet: Sheet) -> None:
    assert problems(sheet) == ()


def test_a_service_a_visit_an_interview_and_a_bid_can_be_scored() -> None:
    assert {sheet.scored for sheet in SHEETS} == {"service", "visit", "interview", "tender"}


def test_cannot_say_is_no_place_on_any_scale() -> None:
    assert [sheet.place(CANNOT_SAY) for sheet in SHEETS] == [None] * len(SHEETS)
    assert load_sheet("service-review").place("never") == 3


@pytest.mark.parametrize(
    ("sheet", "said"),
    [
        (changed(scale=load_sheet("service-review").scale[:2]), "the scale has 2 places"),
        (with_step(0, id="mostly"), "2 places called mostly"),
        (with_step(0, words="mostly"), "says “mostly” 2 times"),
        (with_step(3, words="I cannot say"), "is a place on the scale"),
        (with_step(0, words="10 out of 10"), "always: the scale gives marks"),
        (with_step(0, means="It gets five stars."), "always: the scale gives marks"),
        (changed(sources=()), "how people may know"),
        (changed(standard_asks="Is it so?"), "how to ask about a promise"),
        (changed(standards="none", standard_asks=""), "asks about nothing"),
        (changed(read_first=("Do not write names.",)), "anything may be left out"),
        (changed(read_first=("You can leave out a question.",)), "no names are written"),
        (changed(read_first=("You can leave out a name.",)), "each scores on their own"),
        (changed(boxes=load_sheet("service-review").boxes[1:]), "asks what is not good before"),
        (changed(evidence="word " * 16), "a sentence has more than 15 words"),
        (changed(subject="Which provision is this about?"), "is hard"),
        (with_criterion("interview-questions", good_has=()), "what a good answer has in it"),
        (with_criterion("interview-questions", asks="Tell us."), "is not asked as a question"),
        (with_criterion("interview-questions", id="power"), "has 2 things called power"),
        (with_criterion("young-inspector-visit", good_has=("A smile",)), "nobody's answers are scored"),
        (changed("interview-questions", standards="offered", standard_asks="{standard}?"), "promises are for services"),
    ],
)
def test_the_checks_say_what_to_change(sheet: Sheet, said: str) -> None:
    assert [line for line in problems(sheet) if said in line]


def test_a_service_is_held_against_the_six_standards_in_the_words_that_were_agreed_for_them() -> None:
    sheet = with_standards(load_sheet("service-review"), SIX)

    assert [one.name for one in sheet.criteria] == [one.name for one in SIX.standards]
    assert sheet.criteria[0].asks == "Do staff think about what each young person needs?"
    assert sheet.criteria[0].standard == "barnsley/quality_standards/consideration"
    assert problems(sheet) == ()


def test_an_invented_areas_promises_are_asked_as_those_they_were_modelled_on() -> None:
    promises = next(one for one in load_strategy("wexcombe").sets if one.id == "six_promises")

    sheet = with_standards(load_sheet("service-review"), promises)

    assert sheet.criteria[0].asks == "Do staff think about what each young person needs?"
    assert sheet.criteria[0].name == "Thinking of me"


def test_any_other_promise_is_asked_by_its_name_and_explained_by_its_easy_words() -> None:
    outcomes = next(one for one in load_strategy("rotherham").sets if one.id == "outcomes")

    safe = next(one for one in with_standards(load_sheet("service-review"), outcomes).criteria if "safe" in one.id)

    assert safe.asks == "I feel safe: how often is it so here?"
    assert safe.hint


@pytest.mark.parametrize("strategy", load_strategies(), ids=lambda one: one.area)
def test_only_promises_are_offered_quality_standards_first_and_none_too_long_to_score(strategy: Any) -> None:
    sheet = load_sheet("young-inspector-visit")

    offered = sets_to_score([strategy], sheet)

    assert offered
    assert all(one.is_promise for _, one in offered)
    kinds = [one.kind == "standard" for _, one in offered]
    assert kinds == sorted(kinds, reverse=True)
    assert max(len(with_standards(sheet, one).criteria) for _, one in offered) <= MOST_CRITERIA


def test_a_review_without_promises_and_a_list_that_is_too_long_are_refused() -> None:
    long = next(one for one in load_strategy("rotherham").sets if one.id == "what_this_means")

    with pytest.raises(NoStandards):
        with_standards(load_sheet("service-review"), None)
    with pytest.raises(TooManyStandards):
        with_standards(load_sheet("service-review"), long)


def test_a_visit_and_an_interview_can_do_without_promises() -> None:
    visit, interview = load_sheet("young-inspector-visit"), load_sheet("interview-questions")

    assert with_standards(visit, None) == visit
    assert with_standards(interview, SIX) == interview
    assert sets_to_score([BARNSLEY], interview) == ()


def test_a_file_that_is_no_sheet_says_where_it_goes_wrong(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('id = "Mine"\nversion = 0\n', encoding="utf-8")

    with pytest.raises(SheetDoesNotLoad, match=r"mine\.toml: version: "):
        read_sheet(file)
    file.write_text("id = ", encoding="utf-8")
    with pytest.raises(SheetDoesNotLoad, match=r"mine\.toml is not TOML"):
        read_sheet(file)
    with pytest.raises(SheetDoesNotLoad, match=r"no\.toml: No such file"):
        read_sheet(tmp_path / "no.toml")
    with pytest.raises(NoSuchSheet):
        load_sheet("marks-out-of-ten")


def test_the_command_lists_the_sheets_and_checks_one(tmp_path: Path) -> None:
    run = CliRunner()
    mine = tmp_path / "mine.toml"
    text = (Path("feedback_app/reviewing/library") / "service-review.toml").read_text(encoding="utf-8")
    mine.write_text(text.replace('words = "Always"', 'words = "Ten out of ten"'), encoding="utf-8")

    listed, fine, wrong = (
        run.invoke(heard, ["scores", "list"]),
        run.invoke(heard, ["scores", "check"]),
        run.invoke(heard, ["scores", "check", str(mine)]),
    )

    assert [line.split()[0] for line in listed.output.splitlines()] == [sheet.id for sheet in SHEETS]
    assert fine.output == f"Nothing to change in {len(SHEETS)} sheets.\n"
    assert (wrong.exit_code, "mine.toml: always: the scale gives marks" in wrong.output) == (1, True)
