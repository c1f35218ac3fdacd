from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.redaction import redact


@pytest.mark.parametrize(
    ("words", "redacted"),
    [
        ("write to j.bloggs+send@example.co.uk please", "write to [email] please"),
        ("mail me at jo at example dot com", "mail me at [email]"),
        ("ring 07700 900123 or (0113) 496 0123", "ring [phone] or [phone]"),
        ("text me on +44 7700 900 123", "text me on [phone]"),
        ("his NHS number is 943 476 5919", "his NHS number is [NHS number]"),
        ("943 476 5919", "[NHS number]"),
        ("we live at 14 Fernmarch Close, WX4 7QZ", "we live at [address], [postcode]"),
        ("wx47qz", "[postcode]"),
        ("follow @lucy_x07 or insta: lucy.x07", "follow [handle] or insta: [handle]"),
        ("see https://example.org/page?id=3.", "see [link]."),
        ("DOB 03/04/2012", "DOB [date of birth]"),
        ("born on 3rd April 2012", "born on [date of birth]"),
        ("the review on 21 September 2021 was cancelled", "the review on [date] was cancelled"),
        ("my case number is AB/12345", "my case number is [number]"),
    ],
)
def test_what_has_a_shape_is_replaced_by_its_kind(words: str, redacted: str) -> None:
    assert redact(words).words == redacted


@pytest.mark.parametrize(
    ("words", "redacted"),
    [
        ("it was Mrs Pemberton who said it", "it was Mrs [name] who said it"),
        ("i like mr jones", "i like mr [name]"),
        ("my TA Lucy and OT Sarah-Jane O'Brien", "my TA [name] and OT [name]"),
        ("My lady is called Jo. Jo has a puppet", "My lady is called [name]. [name] has a puppet"),
        ("My name is Amelia Thwaite", "My name is [name]"),
        ("We saw Bo and Priya.", "We saw [name] and [name]."),
        ("i play with tyler and ben", "i play with [name] and [name]"),
        ("Will was great with him", "[name] was great with him"),
        ("my friend grace is funny", "my friend [name] is funny"),
        ("I love Grace", "I love [name]"),
        ("thank you to Łukasz", "thank you to [name]"),
        ("Lucy's puppet", "[name]'s puppet"),
    ],
)
def test_names_of_people_are_replaced(words: str, redacted: str) -> None:
    assert redact(words).words == redacted


@pytest.mark.parametrize(
    "words",
    [
        "By the end of January\nWho must hear it: the council",
        "Hope this helps. May be better in May, will see in April.",
        "I will go in summer and I hope for the best",
        "CAMHS, PIP, EHCP and Occupational Therapy never talk",
        "The nurse. Everything was fine",
        "In Year 9 on Monday at the Children's Centre",
        "my mum may come, my friend will too",
        "a group called Flying High",
        "he got called lazy",
        "Very Good Staff And Lovely Food",
        "mark my words, bill the council",
        "at the Victoria Hospital",
        "He goes to a special school and then to college",
        "Primary care was slow, High school was hard",
        "we waited 26 months in 2023/24 and paid £1200000",
        "My taxi man plays Taylor Swift",
        "y7 2nd term",
    ],
)
def test_ordinary_words_stay(words: str) -> None:
    assert redact(words).words == words


@pytest.mark.parametrize(
    ("words", "redacted"),
    [
        ("I go to Hobbin Lane School now", "I go to [school] now"),
        ("he went to hobbin lane school", "he went to [school]"),
        ("she is at St Hilda's RC Primary School", "she is at [school]"),
        ("Oakfield school is great", "[school] is great"),
        ("Derwent College was good", "[school] was good"),
    ],
)
def test_names_of_schools_are_replaced(words: str, redacted: str) -> None:
    assert redact(words).words == redacted


def test_places_are_those_that_the_area_names() -> None:
    assert redact("no bus in Haverstow", places=("Haverstow",)).words == "no bus in [place]"
    assert redact("no bus in haverstow", places=("Haverstow",)).words == "no bus in [place]"
    assert redact("no bus in Haverstow").words == "no bus in Haverstow"


def test_a_place_that_is_a_word_too_needs_its_capital() -> None:
    found = redact("reading is hard in Reading", places=("Reading",))

    assert found.words == "reading is hard in [place]"


def test_a_capital_says_nothing_where_everything_has_one() -> None:
    assert redact("THE NURSE LUCY WAS GREAT").words == "THE NURSE [name] WAS GREAT"
    assert redact("I WILL HOPE FOR MORE HELP").words == "I WILL HOPE FOR MORE HELP"


def test_what_was_found_says_where_it_stood() -> None:
    words = "ring Lucy on 07700 900123"

    found = redact(words).found

    assert [(part.kind, words[part.start : part.end]) for part in found] == [
        ("name", "Lucy"),
        ("phone", "07700 900123"),
    ]


def test_redacting_twice_changes_nothing_more() -> None:
    once = redact("my TA Lucy lives at 14 Fernmarch Close, WX4 7QZ, ring 07700 900123").words

    assert redact(once).words == once


@given(st.text(alphabet=st.sampled_from("Luc yMrsTA.@'0179-WX4 7QZhool\nS'’")))
def test_the_parts_found_are_in_order_and_never_overlap(words: str) -> None:
    found = redact(words).found

    assert all(0 <= part.start < part.end <= len(words) for part in found)
    assert all(before.end <= after.start for before, after in pairwise(found))
