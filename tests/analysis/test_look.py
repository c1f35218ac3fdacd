"""A look at voices against lists that their wave was not made for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.look import Look, Told, look, shown_numbers
from analysis.strategy import Strategy, choose_sets, load_strategies
from analysis.voices import Comment, Voices

BARNSLEY, DURHAM = "barnsley/quality_standards", "durham/therapy_feedback_themes"
SAID = (
    (14, "She was so kind to me and she listened."),
    (13, "We waited eleven months on the waiting list."),
    (13, "I like the swimming pool."),
    (3, "It is so unfair that the rules are different for us."),
)


def lists(*sets: str) -> tuple[Strategy, ...]:
    return tuple(choose_sets(load_strategies(), sets))


@pytest.fixture(scope="module")
def voices() -> Voices:
    texts = [words for many, words in SAID for _ in range(many)]
    return Voices(tuple(Comment(f"c{n}", f"p{n}", words) for n, words in enumerate(texts)))


@pytest.fixture(scope="module")
def told(voices: Voices) -> Told:
    return look(Look(voices, lists(BARNSLEY, DURHAM)))


def counts(told: Told) -> dict[str, str]:
    return {one["standard"]: one["shown"] for one in told["counts"]}


def test_every_list_is_told_with_its_strategy_and_who_spoke_to_each(told: Told) -> None:
    assert [(one["id"], one["is_promise"]) for one in told["lists"]] == [(BARNSLEY, True), (DURHAM, False)]
    assert counts(told)[f"{BARNSLEY}/kindness"] == "14"
    assert counts(told)[f"{DURHAM}/waiting-times-timescales"] == "13"


def test_few_people_are_never_a_number_and_no_words_are_told(told: Told) -> None:
    assert not counts(told)[f"{BARNSLEY}/fairness"].isdecimal()
    assert all(number is None or number >= 10 for number in shown_numbers(told).values())
    assert "swimming" not in str(told)


def test_what_is_said_of_a_list_does_not_hang_on_the_other_lists_that_were_chosen(voices: Voices, told: Told) -> None:
    alone = look(Look(voices, lists(DURHAM)))

    assert counts(alone).items() <= counts(told).items()


def test_a_list_that_the_report_was_made_for_has_its_numbers_there_alone(voices: Voices) -> None:
    found = look(Look(voices, lists(BARNSLEY, DURHAM), made_for=lists(BARNSLEY)))

    assert {standard.rpartition("/")[0] for standard in counts(found)} == {DURHAM}
    assert found["moved"] == []


def test_a_later_version_tells_in_words_what_moved_and_no_number_of_what_goes_on(voices: Voices) -> None:
    (now,) = lists(BARNSLEY)
    before = replace(now, version=now.version - 1)

    found = look(Look(voices, (now,), made_for=(before,)))

    (moved,) = found["moved"]
    assert (moved["was"], moved["is"], moved["changed"]) == (now.version - 1, now.version, now.changed)
    assert {one["change"] for one in moved["standards"]} == {"kept"}
    kindness = next(one for one in moved["standards"] if one["name"] == "Kindness")
    assert kindness["people"] == "about the same"
    assert counts(found) == {}
