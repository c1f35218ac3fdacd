"""What kind of word a word is, as far as a heading needs to know it."""

from __future__ import annotations

import pytest

from analysis.word_kinds import Kind, load_word_kinds


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("parking", Kind.THING),
        ("listening", Kind.THING),
        ("wait", Kind.THING),
        ("waited", Kind.DOING),
        ("rang", Kind.DOING),
        ("explains", Kind.DOING),
        ("parachuted", Kind.DOING),
        ("friendly", Kind.DESCRIBING),
        ("organised", Kind.DESCRIBING),
        ("cheerless", Kind.DESCRIBING),
        ("electoral", Kind.DESCRIBING),
        ("hospital", Kind.THING),
        ("noisily", Kind.REST),
    ],
)
def test_the_list_says_what_a_word_is_and_else_its_ending(word: str, kind: Kind) -> None:
    assert load_word_kinds().of(word) is kind


@pytest.mark.parametrize(
    ("word", "gerund"),
    [
        ("listened", "listening"),
        ("rang", "ringing"),
        ("agreed", "agreeing"),
        ("stopped", "stopping"),
        ("cancelled", "cancelling"),
        ("offered", "offering"),
        ("referred", "referring"),
        ("tried", "trying"),
        ("caring", "caring"),
    ],
)
def test_what_people_did_has_a_form_for_a_heading(word: str, gerund: str) -> None:
    assert load_word_kinds().gerund(word) == gerund
