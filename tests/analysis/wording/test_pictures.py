"""Emoji and typed faces become words."""

from __future__ import annotations

import pytest

from analysis.wording.pictures import PicturesBroken, load_pictures, parse_pictures

PICTURES = load_pictures()


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("the 🚌 is late", "the bus is late"),
        ("👍🏽", "thumbs up, good"),
        ("🤷‍♀️", "don't know"),
        ("🤷🏾‍♂️", "don't know"),
        ("👩🏾‍🦽", "woman in manual wheelchair"),
        ("❤️❤❤️", "love"),
        ("😂😂😂 😂", "laughing"),
        ("😀😂", "grinning laughing"),
        ("kind 🙂 and :)", "kind slightly smiling and smiling"),
        ("3️⃣", "3"),
        ("see http://x.example", "see http://x.example"),
        ("no pictures – here…", "no pictures – here…"),
    ],
)
def test_a_picture_is_read_by_what_it_means(typed: str, read: str) -> None:
    assert " ".join(PICTURES.to_words(typed).split()) == read


def test_words_between_two_pictures_of_one_kind_stay() -> None:
    assert PICTURES.to_words("😂 no 😂").split() == ["laughing", "no", "laughing"]


def test_a_table_that_is_missing_is_named() -> None:
    with pytest.raises(PicturesBroken, match=r"\[typed\]"):
        parse_pictures("[words]")
    with pytest.raises(PicturesBroken, match="not TOML"):
        parse_pictures("[words")
