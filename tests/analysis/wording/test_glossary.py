"""The field's short forms are spelt out, and words that only look like one are not."""

from __future__ import annotations

import pytest

from analysis.sentences import SentenceVectors
from analysis.wording import TextReader
from analysis.wording.glossary import GlossaryBroken, load_glossary, parse_glossary

GLOSSARY = load_glossary()


def read(words: str) -> str:
    return TextReader(respell=False).fit_transform([words])[0]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("my ehcp came late", "my education, health and care plan came late"),
        ("two EHCPs", "two education, health and care plans"),
        ("the OTs were kind", "the occupational therapists were kind"),
        ("our GP's letter", "our general practitioner letter"),
        ("SALT was late", "speech and language therapy was late"),
        ("the salt therapist", "the speech and language therapist"),
        ("her EHCP plan", "her education, health and care plan"),
        ("my PA is ace", "my personal assistant is ace"),
        ("my ta helps", "my teaching assistant helps"),
        ("A&E, a & e and A/E", "accident and emergency, accident and emergency and accident and emergency"),
        ("the send team", "the special educational needs and disabilities team"),
        ("1:1 in class", "one to one in class"),
        ("dont know, cant say", "don't know, can't say"),
        ("Nowt for our bairns", "Nothing for our children"),
        ("20mins on the bus", "20 minutes on the bus"),
    ],
)
def test_a_short_form_is_read_in_full(typed: str, meant: str) -> None:
    assert read(typed) == meant


@pytest.mark.parametrize(
    "words",
    [
        "pa and ma came with us",
        "pass the salt",
        "send help",
        "it was late",
        "IT WAS LATE AND MY PA CAME",
        "ta very much",
        "[name] la la la",
        "a pip in my apple",
        "Elsa was kind",
    ],
)
def test_a_word_that_only_looks_like_a_short_form_stays(words: str) -> None:
    assert read(words) == words


def test_short_forms_stay_for_vectors_of_words() -> None:
    assert TextReader(spell_out=False).fit_transform(["the EHCP dont say"]) == ["the EHCP don't say"]


@pytest.mark.parametrize("short", ["EHCP", "SENCO", "SALT", "OT", "CAMHS", "PA", "SEND", "LAC", "DLA", "GP", "A&E"])
def test_a_short_form_means_what_its_long_form_means(short: str) -> None:
    """Without the glossary the cosine of "EHCP" with its long form is .23."""
    long = GLOSSARY.long_form(short)
    meant, typed, unread = SentenceVectors().fit_transform([long, read(short), short])

    assert float(meant @ unread) < 0.6
    assert float(meant @ typed) > 0.6


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("[any_case", "not TOML"),
        ("[any_case]", "capitals"),
        ('[any_case]\na = "b"\n[capitals]\n[company]\n[everyday]\n[speaking]\n[right]', "'a'"),
        ("[any_case]\n[capitals]\n[company]\n[everyday]\nu = 1\n[speaking]\n[right]", "'u'"),
    ],
)
def test_a_glossary_that_is_wrong_says_where(text: str, wrong: str) -> None:
    with pytest.raises(GlossaryBroken, match=wrong):
        parse_glossary(text)
