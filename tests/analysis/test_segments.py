from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.segments import Span, split_segments


def parts(words: str) -> list[str]:
    return [words[span.start : span.end] for span in split_segments(words)]


def test_each_sentence_is_a_segment() -> None:
    words = "The physio was kind. We waited nine months! Why did nobody ring?"

    assert parts(words) == ["The physio was kind.", "We waited nine months!", "Why did nobody ring?"]


def test_both_sides_of_a_but_are_segments_where_both_say_something() -> None:
    assert parts("the staff are lovely but we waited a year") == ["the staff are lovely", "but we waited a year"]
    assert parts("slow but kind") == ["slow but kind"]


@pytest.mark.parametrize(
    "words",
    [
        "there is nothing but praise from all of us",
        "they are not only kind but also very good at it",
        "it was anything but easy for all of us",
    ],
)
def test_a_but_that_sets_nothing_against_anything_does_not_split(words: str) -> None:
    assert parts(words) == [words]


def test_titles_initials_and_short_forms_end_no_sentence() -> None:
    words = "Mr. Smith and Dr. J. Patel came at approx. ten, e.g. on Monday"

    assert parts(words) == [words]


def test_lines_and_bullets_are_segments() -> None:
    words = "Good things:\n- the music room\n- the staff\n\n1. shorter waits please"

    assert parts(words) == ["Good things:", "- the music room", "- the staff", "1. shorter waits please"]


def test_a_line_end_inside_a_pasted_sentence_does_not_split() -> None:
    words = "When we came to the clinic for the very first time they had\nalready read all of the notes about him."

    assert parts(words) == [words]


def test_a_single_word_joins_its_neighbour() -> None:
    assert parts("He skips in now. SKIPS.") == ["He skips in now. SKIPS."]
    assert parts("Kind? Yes. Fair? Depends who you see.") == ["Kind? Yes.", "Fair? Depends who you see."]


def test_a_sentence_without_a_space_after_its_end_still_ends() -> None:
    assert parts("Staff were helpful.The building was cold.") == ["Staff were helpful.", "The building was cold."]


def test_three_dots_before_a_small_letter_go_on() -> None:
    assert parts("they listen... most of the time") == ["they listen... most of the time"]


def test_a_blank_comment_has_one_empty_segment() -> None:
    assert split_segments("") == (Span(0, 0),)
    assert split_segments(" \n ") == (Span(0, 0),)


_PIECES = [
    *"ab AB.!?,;:-•*1\n\r…\"'’()",
    " but ",
    " and ",
    " we ",
    " the staff ",
    " was ",
    " waited ",
    " kind ",
    "\u00a0",
]


@given(st.lists(st.sampled_from(_PIECES), max_size=40).map("".join))
def test_nothing_but_white_space_is_lost(words: str) -> None:
    spans = split_segments(words)

    assert spans
    assert all(before.end <= after.start for before, after in pairwise(spans))
    kept = {at for span in spans for at in range(span.start, span.end)}
    assert all(mark.isspace() for at, mark in enumerate(words) if at not in kept)


@given(st.lists(st.sampled_from(_PIECES), max_size=40).map("".join))
def test_each_segment_says_something_and_has_no_space_at_its_edges(words: str) -> None:
    said = parts(words)

    assert all(part and part == part.strip() for part in said) or said == [""]


def test_an_even_though_begins_a_segment() -> None:
    assert parts("I was in pain even though they tried hard") == ["I was in pain", "even though they tried hard"]


def test_a_long_run_of_spaces_takes_no_time() -> None:
    assert parts(f"we waited{' ' * 90_000}and the bus was late") == [f"we waited{' ' * 90_000}and the bus was late"]
