"""Phrases are found whatever the ending or the spelling of their words."""

from __future__ import annotations

import pytest

from analysis.cues import CueBook, WordReader

SPELLINGS = {"slt": "speech therapy", "mam": "mum", "wi": "with"}


def found(cue: str, text: str) -> list[str]:
    reader = WordReader(SPELLINGS)
    return [match.typed for match in CueBook([(cue, cue)], reader).find(reader.words(text))]


@pytest.mark.parametrize(
    ("cue", "text", "typed"),
    [
        ("waiting list", "still on the Waiting Lists!", ["Waiting Lists"]),
        ("didnt turn up", "They didn’t turn up, she didn't turn up", ["didn’t turn up", "didn't turn up"]),
        ("my mum", "me and my mam", ["my mam"]),
        ("speech therapy", "SLT is good", ["SLT"]),
        ("come with me", "come wi me", ["come wi me"]),
        ("after # months", "after 26 months and after two months", ["after 26 months", "after two months"]),
        ("# out of #", "10/10, well 8 / 10", ["10 / 10", "8 / 10"]),
        ("a&e", "six hours in A&E", ["A&E"]),
        ("=waits for me", "she waits for me, I waited for me mum", ["waits for me"]),
        ("=lovely", "lovely. I love it", ["lovely"]),
        ("so good", "so so good", ["so good"]),
    ],
)
def test_a_phrase_is_found_in_the_persons_own_words(cue: str, text: str, typed: list[str]) -> None:
    assert [one.replace("/", " / ").replace("  ", " ") for one in found(cue, text)] == typed


@pytest.mark.parametrize(
    ("cue", "text"), [("kind", "unkind"), ("waiting list", "list of waiting"), ("# weeks", "weeks")]
)
def test_other_words_are_not(cue: str, text: str) -> None:
    assert found(cue, text) == []


def test_what_stands_in_the_place_of_a_name_is_no_word_of_anybody() -> None:
    assert found("school", "[school] is good") == []
    assert found("name", "[name] helped") == []


@pytest.mark.parametrize("text", ["", "   ", "😀😀", "👍", "...", "\x00\ufffd", "/"])
def test_text_without_words_has_none(text: str) -> None:
    assert WordReader({}).words(text) == ()
