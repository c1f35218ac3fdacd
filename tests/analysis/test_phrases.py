"""Which phrases of what people say could stand in a heading."""

from __future__ import annotations

from collections import Counter

import pytest

from analysis.phrases import PhraseBook
from analysis.stems import Stemmer
from analysis.thesaurus import load_thesaurus
from analysis.unfit_words import telling_words
from analysis.word_kinds import load_word_kinds


def book(*texts: str) -> PhraseBook:
    return PhraseBook(texts, Stemmer(load_thesaurus(), telling_words()), load_word_kinds())


def headings(text: str) -> set[str]:
    return set(book(text).spoken(0).headings.values())


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("They are listening to the young people", "listening to the young people"),
        ("Nobody answered the phone", "not answering the phone"),
        ("We were never listened to", "not being listened to"),
        ("They never listen to me", "not listening to"),
        ("We waited two years", "waiting two years"),
        ("There is a lack of communication", "lack of communication"),
        ("I want time to talk", "time to talk"),
        ("Staff who listen", "staff who listen"),
        ("A kind and polite driver came", "kind and polite driver"),
        ("Your letters are hard to understand", "hard to understand"),
    ],
)
def test_a_phrase_is_a_thing_or_what_somebody_does(text: str, heading: str) -> None:
    assert heading in headings(text)


@pytest.mark.parametrize("text", ["It was lovely", "They were noisily slow", "It is better than ever"])
def test_a_word_that_says_how_something_is_is_no_heading_alone(text: str) -> None:
    assert not headings(text)


def test_no_phrase_begins_with_a_describing_word_and_ends_before_its_thing() -> None:
    assert not any(one.endswith("kind") for one in headings("The driver has kind eyes"))


def test_where_something_was_done_is_no_heading() -> None:
    assert headings("It was painted in the canteen") == {"painting", "canteen"}


def test_a_full_stop_ends_a_phrase() -> None:
    assert "driver seats" not in headings("Ask the driver. Seats were wet")


def test_what_is_said_of_a_thing_is_no_heading_of_its_own_but_counts_for_one() -> None:
    spoken = book("The drivers were always very kind and polite").spoken(0)
    typed, said = spoken.headings, spoken.of_things

    assert "kind drivers" not in typed.values()
    assert set(said.values()) == {"kind drivers", "polite drivers"}


def test_what_is_said_of_the_next_thing_is_not_said_of_this_one() -> None:
    assert (
        not book("The drivers were late, kind people all the same")
        .spoken(0)
        .of_things.get(frozenset({"driver", "kind"}))
    )


def test_rang_and_ringing_are_one_word() -> None:
    both = book("They rang", "The ringing stopped")

    assert frozenset({"ring"}) in both.spoken(0).headings
    assert frozenset({"ring"}) in both.spoken(1).headings


def test_a_short_sentence_can_be_a_heading_as_it_stands() -> None:
    assert book("Nothing could be better!").sentence(0) == "nothing could be better"


@pytest.mark.parametrize(
    "text", ["Great", "I told [name] all of it", "This is a damn good club", "We went there and we all came back again"]
)
def test_a_sentence_of_one_word_or_many_or_with_what_is_unfit_is_none(text: str) -> None:
    assert book(text).sentence(0) == ""


def test_a_word_that_says_nothing_alone_can_stand_beside_another() -> None:
    found = headings("Long waits for people")

    assert "long waits" in found
    assert "people" not in found


def test_a_heading_keeps_the_capitals_that_people_type() -> None:
    told = book("My EHCP is wrong", "The EHCP took ages", "I think i'm lost")

    assert told.as_typed(Counter({"ehcp": 2})) == "EHCP"
    assert told.shown("i think i'm lost") == "I think I'm lost"
