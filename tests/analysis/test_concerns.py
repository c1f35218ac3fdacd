from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.concerns import Concern, rules_found, worst


def seen(words: str) -> dict[str, str]:
    return {concern.category: concern.level for concern in rules_found(words)}


@pytest.mark.parametrize(
    ("words", "category"),
    [
        ("dad hits me", "physical"),
        ("i get battered off me mam", "physical"),
        ("she comes back with bruises", "physical"),
        ("my uncle touches me", "sexual"),
        ("someone on snap wants nudes", "online"),
        ("my boyfriend is 24 and buys me stuff", "exploitation"),
        ("lads make me carry drugs for them", "exploitation"),
        ("i want to die", "suicide"),
        ("ive got tablets saved up", "suicide"),
        ("my partner strangled me", "domestic_abuse"),
        ("the TA dragged him by the arm", "professional_conduct"),
        ("they are making me marry my cousin", "fgm_hbv"),
        ("i ran away last night", "missing"),
        ("someone has a knife at youth club", "general"),
    ],
)
def test_harm_that_goes_on_is_red(words: str, category: str) -> None:
    assert seen(words)[category] == "red"


@pytest.mark.parametrize(
    ("words", "category"),
    [
        ("i cut my arms when im sad", "self_harm"),
        ("theres no food in our house till friday", "neglect"),
        ("mum says im worthless", "emotional"),
        ("he scares my mum", "domestic_abuse"),
        ("staff left her in a wet pad all day", "professional_conduct"),
        ("the year 10s call me a retard", "bullying"),
        ("my brother watches isis videos", "radicalisation"),
        ("i dont feel safe at home", "general"),
        ("dont tell anyone i wrote this", "general"),
        ("I can't keep him safe any more", "suicide"),
    ],
)
def test_likely_harm_is_amber(words: str, category: str) -> None:
    assert seen(words)[category] == "amber"


@pytest.mark.parametrize(
    ("words", "category"),
    [
        ("i used to self harm but i got help", "self_harm"),
        ("I am at breaking point", "carer_strain"),
        ("nowt matters", "low_mood"),
        ("my child hits out when overwhelmed", "general"),
        ("isolation booth is not support. it's a cupboard", "professional_conduct"),
        ("bullys", "bullying"),
        ("not being shouted at", "general"),
    ],
)
def test_strain_the_past_and_the_unclear_are_for_review(words: str, category: str) -> None:
    assert seen(words) == {category: "review"} or seen(words)[category] == "review"


@pytest.mark.parametrize(
    "words",
    [
        "d4d h1ts m3",
        "DAD HITS ME",
        "my dad hitttts me",
        "dad’s always hitting us",
        "i wanna unalive myself",
        "k m s",
        "su*cide",
        "i want to k!ll myself",
        "me mam brays us when she's had a drink",
        "i can't carry on 🔪",
        "im being bullyed",
        "he threatend to stab me",
        "My uncle visits on Sundays. He touches me.",
        "my dad gets angry. then he hits",
    ],
)
def test_odd_spelling_pictures_dialect_and_sentence_ends_do_not_hide_harm(words: str) -> None:
    assert rules_found(words)


@pytest.mark.parametrize(
    "words",
    [
        "nobody hits me",
        "my dad never hits me",
        "I have never been bullied here",
        "he doesn't hurt me",
        "my feet are killing me after PE",
        "killed it at my exam",
        "they cut my hours of speech therapy",
        "they keep cutting hours",
        "cutting and sticking is my favourite",
        "we played zombies and I killed everyone",
        "he beat me at chess",
        "I fight for my son every day",
        "the doctor touched my tummy to check it",
        "keep in touch by phone",
        "the fire alarm scared me",
        "assembly on online safety told us about groomers",
        "our group did a play about bullying",
        "SEND children are being neglected by this government",
        "my secret is I love swimming",
        "ran away with the show",
        "I feel safe here",
        "the room was freezing",
        "my dog died and it helped to talk",
        "it was a kick in the teeth",
        "the ramp isn't safe",
    ],
)
def test_denials_idioms_games_and_services_are_no_concern(words: str) -> None:
    assert rules_found(words) == ()


def test_what_children_are_taught_does_not_hide_what_happens_to_them() -> None:
    assert seen("after the assembly about abuse i know my uncle touches me")["sexual"] == "red"
    assert worst(rules_found("we had a lesson on bullying but they still call me spaz")) in {"amber", "review"}


def test_what_still_happens_is_not_the_past() -> None:
    assert seen("he used to just shout but now he hits me")["physical"] == "red"


def test_a_denial_that_means_more_is_no_denial() -> None:
    assert seen("he doesn't just hit me")["physical"] == "red"


def test_a_denial_that_says_it_has_ended_is_the_past() -> None:
    assert seen("My dad doesn't hit me any more")["physical"] == "amber"


def test_what_may_be_a_joke_or_a_story_is_looked_at_in_time() -> None:
    assert seen("i want to die lol")["suicide"] == "review"
    assert seen("in the book his dad hits him") == {"physical": "review"}
    assert seen("he pulled a knife on me at dinner")["general"] == "red"


def test_abuse_that_is_over_is_still_more_than_a_review() -> None:
    assert seen("my uncle used to touch me")["sexual"] == "amber"


def test_a_concern_says_where_it_stands_in_the_words_as_they_came_in() -> None:
    words = "The bus is late.  My step dad h1tssss me!! The forms are long."

    concern = next(one for one in rules_found(words) if one.category == "physical")

    assert words[concern.start : concern.end] == "step dad h1tssss me"


@pytest.mark.parametrize(
    ("words", "category", "shown"),
    [
        ("Oh. My dad h\u200bits me!", "physical", "dad h\u200bits me"),
        ("My dad hi\u00adts me", "physical", "dad hi\u00adts me"),
        ("My dad h\u2060its me", "physical", "dad h\u2060its me"),
        ("\ufeffMy dad hit\ufeffs me", "physical", "dad hit\ufeffs me"),
        ("My dad h\u200ci\u200dt\ufe0fs m\u3164e", "physical", "dad h\u200ci\u200dt\ufe0fs m\u3164e"),
        ("My dad h\u0338i\u0301\u0302ts me", "physical", "dad h\u0338i\u0301\u0302ts me"),
        ("My dad h\u0456ts me", "physical", "dad h\u0456ts me"),
        ("My dad hit\u0455 \u043c\u0435", "physical", "dad hit\u0455 \u043c\u0435"),
        ("My d\u03b1d hits me", "physical", "d\u03b1d hits me"),
        ("My\u200bdad\u200bh\u200bits\u200bme", "physical", "dad\u200bh\u200bits\u200bme"),
        ("\u2060I want to k\u200bill myself.", "suicide", "k\u200bill myself"),
    ],
)
def test_marks_nobody_sees_and_letters_that_only_look_latin_do_not_hide_harm(
    words: str, category: str, shown: str
) -> None:
    found = {concern.category: words[concern.start : concern.end] for concern in rules_found(words)}

    assert found[category] == shown


def test_a_mark_nobody_sees_may_stand_for_a_space_before_an_odd_spelling() -> None:
    assert seen("i want to\u200dk!ll myself")["suicide"] == "red"


@pytest.mark.parametrize("words", ["my dad hits\u200bme", "my dad h1\u200bts\u200bme", "step dad h1t\u2060s\u200ds me"])
def test_a_mark_nobody_sees_may_stand_for_a_space(words: str) -> None:
    assert seen(words)["physical"] == "red"


def test_a_mark_nobody_sees_does_not_hide_a_denial() -> None:
    assert rules_found("my dad n\u200bever hits me") == ()


@pytest.mark.parametrize("words", ["My dad h\u056bts me", "My dad h\u05d5ts me"])
def test_a_word_of_two_alphabets_that_cannot_be_read_goes_to_a_person(words: str) -> None:
    assert seen(words) == {"cannot_read": "review"}


@pytest.mark.parametrize(
    "words",
    [
        "The caf\u00e9 is nice",
        "The cafe\u0301 is nice",
        "We don\u02bct like the caf\u00e9, it\u2019s \u00a35 \u2013 too much\u2026",
        "We love it \U0001f600\u2764\ufe0f",
        "The walk is 5\u00a0\u00b5m long, na\u00efve Stra\u00dfe",
        "The s\u200bwimming\u00adpool is good",
        "Anna \u041c\u0430\u0440\u0438\u044f runs the good club",
    ],
)
def test_accents_smiles_names_and_soft_hyphens_are_no_concern(words: str) -> None:
    assert rules_found(words) == ()


@pytest.mark.parametrize(
    "words",
    ["\u0645\u06cc\u200c\u062e\u0648\u0627\u06c1\u0645", "\U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f52a"],
)
def test_joiners_between_pictures_or_urdu_letters_change_nothing(words: str) -> None:
    assert rules_found(words) == (Concern("review", "cannot_read", 0, len(words)),)


def test_the_worst_comes_first_and_each_category_once() -> None:
    found = rules_found("i cut my arms. dad hits me. he hits me every day. i want to die")

    assert [concern.level for concern in found] == sorted(
        (concern.level for concern in found), key=["red", "amber", "review"].index
    )
    assert len({concern.category for concern in found}) == len(found)
    assert worst(found) == "red"


@pytest.mark.parametrize("language", ["pl", "ur", "cy"])
def test_another_language_is_one_review_concern(language: str) -> None:
    words = "Mam na imię Ola"

    assert rules_found(words, language=language) == (Concern("review", "cannot_read", 0, len(words)),)


@pytest.mark.parametrize(
    "words", ["я боюсь дома", "ابي يضربني", "nie chcę tam iść, on mnie bije, jest bardzo źle", "🔪", "😭😭"]
)
def test_what_the_rules_cannot_read_goes_to_a_person_whatever_language_was_named(words: str) -> None:
    assert rules_found(words) == (Concern("review", "cannot_read", 0, len(words)),)


@pytest.mark.parametrize("words", ["👍", "😀😀😀", "❤️", "8/10", "???", "", "   "])
def test_a_smile_a_mark_or_nothing_is_no_concern(words: str) -> None:
    assert rules_found(words) == ()


def test_english_harm_is_seen_whatever_language_was_named() -> None:
    assert worst(rules_found("dad hits me", language="pl")) == "red"


@given(st.text(max_size=300))
def test_the_rules_read_any_text(words: str) -> None:
    assert all(0 <= concern.start < concern.end <= len(words) for concern in rules_found(words))


def test_the_rules_need_nothing_but_the_standard_library() -> None:
    code = (
        "import sys; before = set(sys.modules); import analysis.concerns; "
        "new = {name.partition('.')[0] for name in set(sys.modules) - before}; "
        "print(sorted(new - set(sys.stdlib_module_names) - {'analysis'}))"
    )

    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert ended.stdout.strip() == "[]"
