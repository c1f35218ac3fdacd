"""A theme is named by what its own people say."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from analysis.candidates import Meaning
from analysis.findings import Sentiment
from analysis.naming import Namer, ThemeName
from analysis.thesaurus import load_thesaurus
from analysis.usage import MOST_READ, Said

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
    said = ["The ward was clean and tidy", "Clean and tidy", "Always clean and tidy", "Clean desks", "Tidy garden"]

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


def test_what_nearly_all_say_is_not_so_keeps_its_not() -> None:
    named = name([f"We were never listened to {number * 'x'}" for number in range(5)])

    assert named is not None
    assert named.name == "Not being listened to"


def test_two_people_make_a_phrase_whose_words_three_people_use() -> None:
    said = ["A letter about my appointment", "The appointment letter came", "No appointment letter"]
    elsewhere = [*OTHERS, "I like letters", "An appointment with nobody"]

    common, rare = name(said, elsewhere), name(["A tuba teacher", "The tuba teacher", "My teacher", "Teachers"])

    assert common is not None
    assert common.name == "Appointment letter"
    assert rare is not None
    assert not any("tuba" in term.casefold() for term in (rare.name, *rare.terms))


def test_words_that_meet_mostly_in_other_phrases_make_no_name_of_one_that_somebody_typed() -> None:
    once = ["Ring about the taxi", "A taxi, then they ring"]
    often = [*once, "Taxi drivers ring", "Ring, then a taxi", "Taxis ring", "Taxi. Nobody. Ring, ring"]

    some, most = name(once, [*OTHERS, "Taxi", "They ring"]), name(often)

    assert some is not None
    assert some.name == "Ringing about the taxi"
    assert most is not None
    assert "about" not in most.name


def test_a_vague_word_gives_way_to_how_people_are() -> None:
    said = [
        "Care. All fair",
        "Care. Was it fair?",
        "Not fair. Care",
        "Kind. Care",
        "Care. So kind",
        "Care. Unkind? Kind",
    ]

    named = name([f"{words} {number * 'x'}" for number, words in enumerate(said)])

    assert named is not None
    assert named.name == "Being fair and kind"


def test_a_vague_word_is_a_name_where_there_is_no_other() -> None:
    named = name(["Care", "My care", "The care here"])

    assert named is not None
    assert named.name == "Care"


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


def spoken(words: list[str], sentiment: Sentiment = "neutral", *, start: int = 0) -> list[Said]:
    return [Said(one, str(number), sentiment) for number, one in enumerate(words, start=start)]


def meaning_of(said: list[Said], axes: tuple[str, ...]) -> Meaning:
    """A vector says how often each of the words stands in a text."""

    def encode(texts: Sequence[str]) -> NDArray[np.float32]:
        counts = np.array([[text.casefold().count(axis) for axis in axes] for text in texts], np.float32) + 0.01
        return np.asarray(counts / np.linalg.norm(counts, axis=1, keepdims=True), np.float32)

    return Meaning(encode([one.words for one in said]), range(len(said)), encode)


def test_two_themes_never_share_a_name_or_a_piece_of_one() -> None:
    one = ["The bus was late", "A late bus again", "Bus and taxi"]
    said = spoken([*one * 2, *one * 2])

    names = Namer(said, load_thesaurus()).names({0: range(6), 1: range(6, 12)})

    assert len(names) == 2
    assert not {piece.casefold() for piece in names[0].pieces} & {piece.casefold() for piece in names[1].pieces}


def test_the_phrase_that_means_the_theme_and_no_other_is_chosen() -> None:
    letters = ["My visit: a letter", "My visit: the letter", "My visit: no letter"]
    doctors = ["My visit: a doctor", "My visit: the doctor", "My visit: no doctor"]
    said = spoken([*letters, *doctors])
    groups = {0: range(3), 1: range(3, 6)}

    names = Namer(said, load_thesaurus(), meaning=meaning_of(said, ("letter", "doctor"))).names(groups)

    assert [name.name for _, name in sorted(names.items())] == ["Letter", "Doctor"]


def test_a_further_term_brings_in_a_new_word() -> None:
    named = name(["The waiting list is long", "Get the waiting list down", "A year on the waiting list", "My list"])

    assert named is not None
    assert named.name == "Waiting list"
    assert "list" not in named.terms


@pytest.mark.parametrize(
    ("sentiments", "expected"),
    [(("positive", "positive"), "Friendly staff"), (("positive", "negative"), "Staff")],
)
def test_a_name_is_a_verdict_only_where_nearly_all_agree(
    sentiments: tuple[Sentiment, Sentiment], expected: str
) -> None:
    kind = spoken(["Friendly staff here", "Such friendly staff", "The friendly staff"], sentiments[0])
    rest = spoken(["No friendly staff", "Friendly staff left", "Less friendly staff"], sentiments[1], start=3)
    said = [*kind, *rest, *spoken(OTHERS, start=6)]

    named = Namer(said, load_thesaurus()).names({0: range(6)})[0]

    assert named.name == expected


def test_a_sentence_that_many_wrote_names_what_no_phrase_can() -> None:
    named = name(["It was all very good!", "It was all very good", "It was all very good."])

    assert named is not None
    assert named.name == "It was all very good"


def test_of_many_segments_some_are_read_and_the_name_is_the_same() -> None:
    few = [f"The bus came late {number * 'x'}" for number in range(20)]
    many = [f"The bus came late {number}" for number in range(5 * MOST_READ)]

    assert [found.name for found in (name(few), name(many)) if found] == ["Bus", "Bus"]
