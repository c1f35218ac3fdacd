"""Marks of all kinds become the plain ones that a keyboard has."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.wording.marks import mended, plain_marks


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("ｗａｉｔｉｎｇ", "waiting"),
        ("𝗴𝗼𝗼𝗱 ﬁne", "good fine"),
        ("we waited 2½ hours", "we waited 2 1/2 hours"),
        ("“I don’t know” – she said…", '"I don\'t know" - she said...'),
        ("phy\u00adsio\u200b and\u200d \ufeffbus", "physio and bus"),
        ("the рhysio was late", "the physio was late"),  # the first letter is Cyrillic
        ("cafe\u0301", "café"),
        ("w\u0336e\u0336", "we"),
        ("a\u00a0b\r\n\tc", "a b c"),
    ],
)
def test_a_text_is_read_as_it_looks(typed: str, read: str) -> None:
    assert plain_marks(typed) == read


def test_words_of_another_alphabet_stay() -> None:
    assert plain_marks("спасибо") == "спасибо"


@pytest.mark.parametrize(
    ("stored", "typed"),
    [
        ("donâ€™t wait", "don’t wait"),
        ("A&amp;E is &quot;fine&quot;", 'A&E is "fine"'),
        ("one_x000D_\ntwo", "one \ntwo"),
        ("cafÃ©", "café"),
        ("Ça va, garçon", "Ça va, garçon"),
    ],
)
def test_what_a_spreadsheet_misread_is_read_again(stored: str, typed: str) -> None:
    assert mended(stored) == typed


@given(st.text())
def test_reading_twice_changes_nothing(words: str) -> None:
    assert plain_marks(plain_marks(words)) == plain_marks(words)
