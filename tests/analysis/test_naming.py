"""A theme is named by what its own people say."""

from __future__ import annotations

import pytest

from analysis.naming import Namer, ThemeName
from analysis.thesaurus import load_thesaurus
from analysis.usage import Said

OTHERS = ["The lunch was cold", "My room is noisy", "I like the garden", "The bus never came", "Parking costs too much"]


def name(words: list[str], others: list[str] | None = None, *, taken: tuple[str, ...] = ()) -> ThemeName | None:
    everything = [*words, *(OTHERS if others is None else others)]
    said = [Said(one, str(number)) for number, one in enumerate(everything)]
    return Namer(said, load_thesaurus()).names({0: range(len(words))}, taken).get(0)


def test_the_phrase_that_most_people_use_is_the_name() -> None:
    named = name(["The waiting list is long", "Get the waiting list down", "A year on the waiting list"])

    assert named is not None
    assert named.name == "Waiting list"


def test_the_same_words_in_another_order_count_as_one_phrase_and_read_as_most_people_typed_it() -> None:
    named = name(["Friendly staff", "Such friendly staff", "Friendly staff here", "Staff friendly"])

    assert named is not None
    assert named.name == "Friendly staff"


def test_what_people_join_with_and_is_a_name_as_they_typed_it() -> None:
    said = ["The ward was clean and tidy", "Clean and tidy", "Always clean and tidy", "Clean room", "Tidy room"]

    named = name(said)

    assert named is not None
    assert named.name == "Clean and tidy"


def test_two_words_make_a_name_where_neither_holds_enough_people() -> None:
    said = ["Food was nice"] * 5 + ["Coffee was cold"] * 4

    named = name([f"{words} {number * 'x'}" for number, words in enumerate(said)])

    assert named is not None
    assert named.name == "Food and coffee"


def test_a_word_needs_three_people() -> None:
    assert name(["The trumpet", "A trumpet", "Another violin"]) is None


def test_a_second_word_needs_three_people_too_though_not_all_of_them_here() -> None:
    said = ["Food was nice"] * 5 + ["Coffee was weak"] * 2
    told = [f"{words} {number * 'x'}" for number, words in enumerate(said)]

    alone, joined = name(told), name(told, [*OTHERS, "They have coffee upstairs"])

    assert alone is not None
    assert joined is not None
    assert (alone.name, joined.name) == ("Food", "Food and coffee")


def test_one_person_who_says_it_often_is_one_person() -> None:
    said = [Said("The trumpet is loud", "the same") for _ in range(9)]

    assert Namer(said, load_thesaurus()).names({0: range(9)}) == {}


@pytest.mark.parametrize("word", ["shit", "Lucy", "[name]", "died"])
def test_no_name_or_term_holds_a_word_that_is_unfit(word: str) -> None:
    named = name([f"I think {word} was at the clinic {number * 'x'}" for number in range(6)])

    assert named is not None
    assert not any(word.strip("[]").casefold() in term.casefold() for term in (named.name, *named.terms))
    assert named.name == "Clinic"


def test_a_negation_never_stands_in_a_name() -> None:
    named = name(["Staff do not listen"] * 5 + ["They listen"] * 5)

    assert named is not None
    assert "not" not in named.name.casefold().split()


def test_a_short_form_keeps_its_capitals() -> None:
    named = name(["My EHCP is wrong", "The EHCP took ages", "EHCP again", "Our EHCP"])

    assert named is not None
    assert named.name == "EHCP"


def test_a_name_that_is_taken_is_not_given_again() -> None:
    said = ["The waiting list is long", "Get the waiting list down", "A year on the waiting list"]

    named = name(said, taken=("Waiting list",))

    assert named is not None
    assert named.name != "Waiting list"


def test_what_everybody_says_is_no_name_for_some() -> None:
    others = [f"The clinic is fine {number * 'x'}" for number in range(30)]

    named = name([f"The clinic needs parking {number * 'x'}" for number in range(6)], others)

    assert named is not None
    assert "parking" in named.name.casefold()


def test_the_order_of_what_was_said_does_not_matter() -> None:
    said = ["Food was nice", "Coffee was cold", "Nice food", "Food and coffee", "The coffee", "Some food"]

    assert name(said) == name(said[::-1])
