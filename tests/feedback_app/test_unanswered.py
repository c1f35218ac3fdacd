"""Which questions were not understood goes back to whoever wrote them: counts of people, a few never told apart."""

from __future__ import annotations

import pytest

from feedback_app import answering, asking
from feedback_app.forms.given import NOT_UNDERSTOOD, Given
from feedback_app.storage.waves import NoSuchOpening
from feedback_app.unanswered import Unanswered, reasons_of
from surveys import Step
from tests.every_kind import open_every_kind
from tests.respondents import WORRYING, Respondent, a_key, arrive
from tests.term import AREA, Term


def not_understood(who: Respondent, question: str, *, layer: str = "standard", language: str = "en") -> None:
    answering.record_answer(
        who.opening,
        Step(question),
        NOT_UNDERSTOOD,
        key=who.key,
        send_key=a_key(),
        layer=layer,
        language=language,
    )


def found(code: str) -> dict[tuple[str, str, str], Unanswered]:
    return {(one.question, one.layer, one.language): one for one in reasons_of(AREA, code).questions}


def test_people_are_counted_by_question_layer_and_language(term: Term) -> None:
    code = open_every_kind()
    opening = asking.find_opening(code)
    for number in range(11):
        who = arrive(opening)
        not_understood(who, "better", layer="easy" if number < 6 else "standard")
        not_understood(who, "long", language="pl")

    questions = found(code)

    assert questions["better", "easy", "en"].shown("not_understood") == "6"
    assert questions["better", "standard", "en"].shown("not_understood") == "5"
    assert questions["long", "standard", "pl"].shown("not_understood") == "11"
    assert [key[0] for key in questions] == ["better", "better", "long"]


@pytest.mark.parametrize(("people", "shown"), [(1, "fewer than 5"), (4, "fewer than 5"), (5, "5")])
def test_fewer_than_five_people_are_never_counted_out(term: Term, people: int, shown: str) -> None:
    code = open_every_kind()
    for _ in range(people):
        not_understood(arrive(asking.find_opening(code)), "good")

    one = found(code)["good", "standard", "en"]

    assert one.shown("not_understood") == shown
    assert one.shown("skipped") == "fewer than 5"


def test_the_four_ways_of_not_answering_are_apart(term: Term) -> None:
    code = open_every_kind()
    opening = asking.find_opening(code)
    ways = {"dont_know": ("dont-know",), "prefer_not": ("prefer-not-to-say",), "skipped": (), "not_understood": ()}
    for count, (missing, options) in enumerate(ways.items(), start=5):
        for _ in range(count):
            who = arrive(opening)
            given = Given(options, None, missing)
            answering.record_answer(opening, Step("long"), given, key=who.key, send_key=a_key())

    one = found(code)["long", "standard", "en"]

    assert dict(one.people) == {"dont_know": 5, "prefer_not": 6, "skipped": 7, "not_understood": 8}


def test_somebody_who_answered_what_they_did_not_understand_is_counted(term: Term) -> None:
    code = open_every_kind()
    who = arrive(asking.find_opening(code))
    given = Given(("better",), None, "not_understood")

    answering.record_answer(who.opening, Step("better"), given, key=who.key, send_key=a_key())

    assert found(code)["better", "standard", "en"].people == {"not_understood": 1}


def test_whoever_answers_after_all_is_not_counted(term: Term) -> None:
    code = open_every_kind()
    who = arrive(asking.find_opening(code))
    not_understood(who, "long")

    who.write("long", WORRYING)

    assert not found(code)


def test_somebody_who_did_not_understand_it_of_two_services_is_one_person(term: Term) -> None:
    who = arrive(term.opening)
    for service in ("physiotherapy", "occupational-therapy"):
        answering.record_answer(term.opening, Step("t2", service), NOT_UNDERSTOOD, key=who.key, send_key=a_key())

    assert found(term.therapy)["t2", "standard", "en"].people == {"not_understood": 1}


def test_an_opening_of_another_area_is_none(term: Term) -> None:
    asking.add_area("durham", "County Durham", "Durham County Council", example=True)

    with pytest.raises(NoSuchOpening):
        reasons_of("durham", term.therapy)
