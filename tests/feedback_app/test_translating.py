"""A translation is a draft until a named speaker has approved exactly its words."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask

from feedback_app import asking, translating
from feedback_app.translating import NoInterpreter, NoSpeaker, NoSuchTranslation
from tests.term import AREA, Term
from tests.translated import give_urdu


@pytest.fixture
def urdu(app: Flask, tmp_path: Path, term: Term) -> str:
    give_urdu(app, tmp_path)
    return "ur"


def offered(term: Term) -> tuple[str, ...]:
    return translating.offered(term.area_id, term.opening.survey)


def approve_all() -> None:
    for part in ("pages", "common", "therapy-satisfaction 1"):
        translating.approve(AREA, "ur", part, "Amina Khan")


def test_a_language_is_offered_when_every_part_of_a_page_is_approved(urdu: str, term: Term) -> None:
    before = offered(term)
    translating.approve(AREA, urdu, "pages", "Amina Khan")
    translating.approve(AREA, urdu, "common", "Amina Khan")
    with_two = offered(term)

    translating.approve(AREA, urdu, "therapy-satisfaction 1", "Amina Khan")

    assert (before, with_two, offered(term)) == ((), (), (urdu,))


def test_other_words_need_another_approval(app: Flask, urdu: str, term: Term) -> None:
    approve_all()

    app.extensions["heard_digests"] = {"ur": {**app.extensions["heard_digests"]["ur"], "common": "changed"}}

    assert offered(term) == ()


def test_a_withdrawn_language_is_not_offered_and_can_be_approved_again(urdu: str, term: Term) -> None:
    approve_all()

    translating.withdraw(AREA, urdu, "common")
    without = offered(term)
    translating.approve(AREA, urdu, "common", "Bilal Shah")

    assert (without, offered(term)) == ((), (urdu,))
    speakers = {one.subject: one.speaker for one in translating.drafts(AREA)}
    assert speakers["common"] == "Bilal Shah"


def test_another_area_approves_for_itself(urdu: str, term: Term) -> None:
    asking.add_area("elsewhere", "Elsewhere", "Elsewhere Council", example=True)
    for part in ("pages", "common", "therapy-satisfaction 1"):
        translating.approve("elsewhere", urdu, part, "Amina Khan")

    assert offered(term) == ()
    assert translating.offered_before_any_area() == (urdu,)


def test_what_is_approved_is_named_by_its_speaker_and_its_part(urdu: str, term: Term) -> None:
    with pytest.raises(NoSpeaker):
        translating.approve(AREA, urdu, "common", " ")
    with pytest.raises(NoSuchTranslation):
        translating.approve(AREA, urdu, "weather", "Amina Khan")
    with pytest.raises(NoSuchTranslation):
        translating.withdraw(AREA, urdu, "common")


def test_a_speaker_reads_the_draft_beside_the_english(urdu: str, term: Term) -> None:
    rows = translating.side_by_side(urdu, "therapy-satisfaction 1")

    assert ("t10, words", term.opening.survey.question("t10").words, "کیا اچھا ہے؟") in rows
    assert ("yesno, yes", "Yes", "ہاں") in translating.side_by_side(urdu, "common")


def test_an_interpreter_is_named_for_a_language(urdu: str, term: Term) -> None:
    translating.name_interpreter(AREA, urdu, "Amina Khan")

    assert asking.find_opening(term.opening.code).interpreters == {"ur": "Amina Khan"}
    translating.name_interpreter(AREA, urdu, "")
    assert asking.find_opening(term.opening.code).interpreters == {}


def test_an_interpreter_whose_name_nobody_can_see_is_none(urdu: str) -> None:
    with pytest.raises(NoInterpreter):
        translating.name_interpreter(AREA, urdu, "\u200b")
