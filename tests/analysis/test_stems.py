"""Words as typed, and what they have in common."""

from __future__ import annotations

import pytest

from analysis.stems import Stemmer
from analysis.thesaurus import ThesaurusBroken, load_thesaurus, parse_thesaurus


def stems(words: str) -> tuple[str, ...]:
    return Stemmer(load_thesaurus()).stems(words)


def test_forms_of_one_word_have_one_stem() -> None:
    assert len(set(stems("waited waiting waits"))) == 1


def test_short_forms_are_read_as_the_long_word() -> None:
    assert stems("two appts") == stems("two appointments")


def test_a_friendly_person_is_no_friend() -> None:
    assert stems("friendly") != stems("friends")


def test_words_that_say_nothing_have_no_stem() -> None:
    assert stems("It would really be just the same") == ("same",)


def test_a_redacted_word_is_nobodys_word() -> None:
    tokens = Stemmer(load_thesaurus()).tokens("Mrs [name] rang [phone]")

    assert [token.stem for token in tokens if token.is_redacted] == ["", ""]
    assert "name" not in stems("Mrs [name] rang [phone]")


def test_a_comma_starts_a_new_phrase() -> None:
    tokens = Stemmer(load_thesaurus()).tokens("kind, polite staff")

    assert [token.starts_phrase for token in tokens] == [True, True, False]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[short_forms", "not TOML"),
        ("[short_forms]\n[ideas]", "must have the tables"),
        ("[short_forms]\n[ideas]\nwaiting = 3\n[evaluation]\nwords = ''", "must have the tables"),
    ],
)
def test_a_broken_thesaurus_says_what_it_lacks(text: str, told: str) -> None:
    with pytest.raises(ThesaurusBroken, match=told):
        parse_thesaurus(text)
