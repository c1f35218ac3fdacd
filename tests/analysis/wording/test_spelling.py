"""Clear slips are read as the word that was meant; everything else stays."""

from __future__ import annotations

import random

import pytest

from analysis.wording import TextReader

OTHERS = [
    "we receive a letter from the receptionist about every appointment",
    "the therapy was excellent and the driver friendly",
    "no nothing, we have the children at school through the week",
]


def read(words: str, *others: str) -> str:
    return TextReader().fit_transform([words, *OTHERS, *others])[0]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("we recieve it", "we receive it"),
        ("the recpetionist", "the receptionist"),
        ("excelent therepy", "excellent therapy"),
        ("Freindly driver", "Friendly driver"),
        ("NO APPOINTMNT", "NO APPOINTMENT"),
        ("soooo gooood", "so good"),
    ],
)
def test_a_clear_slip_is_read_as_the_word_that_was_meant(typed: str, meant: str) -> None:
    assert read(typed) == meant


@pytest.mark.parametrize(
    "words",
    [
        "thearpy2 teh",  # not letters alone; too short
        "we saw Therapi there",  # written as a name is
        "gaffer dunnock",  # words of English that nobody else uses
        "our gcses, makaton and vaping",
        "[recieve]",
        "therapys",  # a known word with an ending
    ],
)
def test_what_is_no_clear_slip_stays(words: str) -> None:
    assert read(words) == words


@pytest.mark.parametrize("word", ["nesh", "hoying", "parky", "wazzock"])
def test_ways_of_speaking_stay(word: str) -> None:
    assert read(f"it was {word} in there") == f"it was {word} in there"


def test_a_slip_is_no_slip_where_nobody_else_uses_the_right_word() -> None:
    assert TextReader().fit_transform(["an excelent day", "fine"]) == ["an excelent day", "fine"]


def test_a_word_that_the_wave_itself_uses_often_stays() -> None:
    once = ["lunch in the sirena", "a siren went off"]
    often = [*once, "the sirena was full", "we like the sirena"]

    assert TextReader().fit_transform(once)[0] == "lunch in the siren"
    assert TextReader().fit_transform(often)[0] == "lunch in the sirena"


def test_a_slip_that_many_make_is_put_right_where_far_more_write_it_well() -> None:
    texts = ["recieve"] * 3 + ["we receive it"] * 30

    assert TextReader().fit_transform(texts)[0] == "receive"


def test_the_order_of_the_texts_does_not_matter() -> None:
    texts = [*OTHERS, "excelent", "the recpetionist", "recieve a leter", "at scool"]
    shuffled = random.Random(1).sample(texts, len(texts))

    read_each = dict(zip(texts, TextReader().fit_transform(texts), strict=True))

    assert dict(zip(shuffled, TextReader().fit_transform(shuffled), strict=True)) == read_each
