"""The words of strategies are held to the age of who reads them."""

from __future__ import annotations

import pytest

from analysis.strategy import Strategy, load_strategies, parse_strategy
from feedback_app.readability.strategies import hard_to_read

TEXT = """
area = "thornmoor"
area_name = "Thornmoor"
version = 1
title = "What Thornmoor promises"
cycle_source = "none is printed"

[[sets]]
id = "promises"
name = "Ensure sufficient provision"
kind = "standard"
description_by = "us"
easy_read_by = "us"

[[sets.standards]]
id = "be-on-time"
name = "Facilitate punctuality"
description = "People come when they said."
easy_read = "We come when we say."
source = "s. 2"
"""


def problems(plain: str = "People come when they said.", easy: str = "We come when we say.") -> list[str]:
    text = TEXT.replace("People come when they said.", plain).replace("We come when we say.", easy)
    return list(hard_to_read(parse_strategy(text, source="thornmoor.toml")))


@pytest.mark.parametrize("strategy", load_strategies(), ids=lambda strategy: strategy.area)
def test_what_comes_with_heard_is_easy_enough(strategy: Strategy) -> None:
    assert list(hard_to_read(strategy)) == []


def test_the_strategys_own_names_are_never_held_to_an_age() -> None:
    assert problems() == []


def test_a_hard_word_is_told_with_words_to_write_instead() -> None:
    place = "standard promises/be-on-time: "

    assert f"{place}`description`: “provision” is hard: write help, support" in problems(plain="The provision is good.")
    assert f"{place}`easy_read`: “explain” is hard: write say, tell" in problems(easy="We explain it.")


def test_what_is_hard_for_a_child_only_may_stand_in_the_plain_words() -> None:
    assert problems(plain="When I ask, they explain it to me.") == []


def test_long_sentences_are_told_sooner_in_easy_read() -> None:
    ten = "We come on the day when we said we do."

    assert problems(easy=ten) == []
    assert problems(easy=ten.replace("We come", "We all come")) == [
        "standard promises/be-on-time: `easy_read`: a sentence has 11 words where 10 are allowed: make two of it"
    ]
    assert problems(plain=ten.replace("We come", "We all come")) == []


def test_words_that_ask_for_too_many_years_of_school_are_told_for_the_set_and_the_line() -> None:
    hard = problems(easy="Punctuality is universally expected.")

    assert "set promises: `easy_read` is read at 32 years where 7 is allowed: use shorter words" in hard
    assert "standard promises/be-on-time: `easy_read` is read at 32 years where 9 is allowed: use shorter words" in hard


def test_plain_words_are_held_to_nine_years_for_the_set_and_to_fourteen_for_one_line() -> None:
    line = "standard promises/be-on-time: `description` is read at"

    assert problems(plain="Everyone works together, and complaints are sorted out.") == [
        "set promises: `description` is read at 13 years where 9 is allowed: use shorter words"
    ]
    assert any(one.startswith(line) for one in problems(plain="Everybody universally cooperates."))


@pytest.mark.parametrize("field", ["description", "easy_read"])
def test_young_peoples_own_words_are_left_as_they_are(field: str) -> None:
    easy = {"description": "People come when they said.", "easy_read": "We come when we say."}[field]
    text = TEXT.replace(f'{field}_by = "us"', f'{field}_by = "young people"')
    text = text.replace(easy, "Punctuality is universally expected, irrespective of everything else.")

    assert list(hard_to_read(parse_strategy(text, source="thornmoor.toml"))) == []
