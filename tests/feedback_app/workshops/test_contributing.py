"""Workshops: a phone, a group or a paper sheet is one response, and says any number of things to a prompt."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from feedback_app import asking, workshops
from feedback_app.answering import PlaceLost, SurveyClosed
from feedback_app.asking import Opening
from feedback_app.storage.db import reading
from feedback_app.storage.tables import response
from feedback_app.workshops import NotAWorkshop, NothingSaid
from tests.respondents import Told, a_key, told
from tests.term import Term, open_for_a_month


@pytest.fixture
def hall(term: Term) -> Opening:
    return asking.find_opening(open_for_a_month("commissioning-workshop-prompts", "workshop", channel="workshop"))


def say(hall: Opening, key: str, words: str, *, prompt: str = "w1", send_key: str = "") -> bool:
    return workshops.contribute(hall, prompt, words, key=key, send_key=send_key or a_key())


def test_one_group_says_several_things_to_a_prompt(term: Term, hall: Opening) -> None:
    key = a_key()
    workshops.join(hall, key, kind="group", people=5)

    for words in ("Ask us first", "Pay us", "Use our school"):
        say(hall, key, words)
    say(hall, key, "Text us", prompt="w1a")

    assert told(term.area_id) == [
        Told("w1", "1", 1, (), "Ask us first", None),
        Told("w1", "2", 1, (), "Pay us", None),
        Told("w1", "3", 1, (), "Use our school", None),
        Told("w1a", "1", 1, (), "Text us", None),
    ]


def test_a_group_is_one_response_with_its_size(term: Term, hall: Opening) -> None:
    key = a_key()

    for _ in range(2):
        workshops.join(hall, key, kind="group", people=5)

    with reading() as session:
        rows = session.execute(sa.select(response).where(response.c.area_id == term.area_id)).all()
    assert [(row.kind, row.people) for row in rows] == [("group", 5)]


def test_a_contribution_sent_twice_is_kept_once(term: Term, hall: Opening) -> None:
    key, send_key = a_key(), a_key()
    workshops.join(hall, key)

    for _ in range(3):
        say(hall, key, "Ask us first", send_key=send_key)

    assert len(told(term.area_id)) == 1


def test_a_workshop_that_is_over_keeps_nothing(term: Term, hall: Opening) -> None:
    key = a_key()
    workshops.join(hall, key)
    asking.close_opening(hall.code)

    with pytest.raises(SurveyClosed):
        say(asking.find_opening(hall.code), key, "Ask us first")
    with pytest.raises(SurveyClosed):
        workshops.join(asking.find_opening(hall.code), a_key())


def test_only_who_joined_may_say_something(hall: Opening) -> None:
    with pytest.raises(PlaceLost):
        say(hall, a_key(), "Ask us first")


def test_a_survey_for_phones_is_no_workshop(term: Term) -> None:
    with pytest.raises(NotAWorkshop):
        workshops.join(term.opening, a_key())
    with pytest.raises(NotAWorkshop):
        say(term.opening, a_key(), "The pool", prompt="t10")


def test_a_prompt_that_is_voted_on_takes_no_words(hall: Opening) -> None:
    key = a_key()
    workshops.join(hall, key)

    with pytest.raises(NotAWorkshop):
        say(hall, key, "Yes", prompt="w4")


@pytest.mark.parametrize("words", ["", "   ", "x" * (workshops.LONGEST + 1)])
def test_nothing_and_far_too_much_are_refused(hall: Opening, words: str) -> None:
    key = a_key()
    workshops.join(hall, key)

    with pytest.raises(NothingSaid, match="1000"):
        say(hall, key, words)
