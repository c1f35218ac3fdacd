"""What an officer would send back in a strategy that is sound."""

from __future__ import annotations

import pytest

from analysis.strategy import load_strategies, parse_strategy
from analysis.strategy_review import load_office_words, review
from tests.sound_strategy import SOUND, WORDS

ANOTHER = """
[[sets.standards]]
id = "be-kind"
name = "Be kind"
description = "People are warm."
easy_read = "We are kind."
keywords = [WORDS]
source = "s. 2, Our promises"
"""
PROBLEMS = {
    'easy_read = "We come when we say."\n -> ': "standard promises/be-on-time: `easy_read` is missing",
    f"keywords = [{WORDS}] -> keywords = ['late']": "`keywords` has 1; write at least 12 that families say",
    '"late on day 0" -> "no outcomes"': "`keywords` holds “no outcomes”, and only officials say “outcome”: made a dif",
    '"late on day 0" -> "coproduced plans"': "holds “coproduced plans”, and only officials say “co-produce”: asked us",
    '"late on day 0" -> "they are integrating"': "and only officials say “integrate”: joined up, one team",
    '"late on day 0" -> "Late-on day 1"': "`keywords` holds “late on day 1” twice but for its hyphens or capitals",
    "s. 2, “Our promises” -> 12": "`source` names no section; say under which heading it stands",
    "s. 2, “Our promises” -> plan.txt": "`source` names no section",
    ": thanks to the people who wrote it -> ": "say in `not_included` why “the foreword” is left out, after a colon",
    "version = 1 -> version = 2": "the strategy: say in `changed` what is different from version 1",
    'easy_read = -> about = ["late"]\neasy_read =': "no concept “late” for `about`; there are acceptance, access,",
}


def problems(text: str) -> str:
    return "\n".join(review(parse_strategy(text, source="thornmoor.toml")))


def with_others(*names: str, words: str) -> str:
    others = (ANOTHER.replace("WORDS", words).replace("be-kind", name).replace("Be kind", name) for name in names)
    return SOUND + "".join(others)


@pytest.mark.parametrize("strategy", load_strategies(), ids=lambda strategy: strategy.area)
def test_an_officer_would_send_back_nothing_of_what_comes_with_heard(strategy: object) -> None:
    assert list(review(strategy)) == []  # type: ignore[arg-type]


def test_a_strategy_with_nothing_to_change_has_no_problem() -> None:
    assert problems(SOUND) == ""


@pytest.mark.parametrize(("change", "problem"), PROBLEMS.items(), ids=list(PROBLEMS))
def test_what_must_be_changed_is_told_with_its_place(change: str, problem: str) -> None:
    before, after = change.split(" -> ")
    assert before in SOUND

    assert problem in problems(SOUND.replace(before, after))


@pytest.mark.parametrize("easier", ['kind = "finding"', 'kind = "standard"\npolarity = "negative"'])
def test_only_a_promise_needs_an_easy_read_and_many_words(easier: str) -> None:
    bare = SOUND.replace('easy_read = "We come when we say."\n', "").replace(WORDS, "")

    assert problems(bare.replace('kind = "standard"', easier)) == ""


def test_two_standards_may_share_a_word_and_three_may_not() -> None:
    different = WORDS.replace("late", "mean")

    assert "stands in `keywords`" not in problems(with_others("b", words=f'"late on day 1", {different}'))
    found = problems(with_others("b", "c", words=f'"late on day 1", {different}'))
    assert "set promises: “late on day 1” stands in `keywords` of 3 standards and tells none from another" in found


def test_a_name_that_stands_twice_in_a_set_is_told() -> None:
    twice = with_others("b", words=WORDS.replace("late", "mean")).replace('name = "b"', 'name = "Be on-time"')

    assert "set promises: the name “be on time” stands 2 times" in problems(twice)


def test_the_same_description_or_easy_read_of_two_standards_is_told() -> None:
    found = problems(with_others("b", "c", words=WORDS.replace("late", "mean")))

    assert "standard promises/c: `description` is the same as of standard promises/b; say what is different" in found
    assert "standard promises/c: `easy_read` is the same as of standard promises/b; say what is different" in found


def test_every_office_word_has_words_that_families_say_and_none_of_them_is_an_office_word() -> None:
    office = load_office_words()

    for one in office:
        assert one.instead
        assert not [other.word for other in office if other.stands_in(one.instead)], one.word


@pytest.mark.parametrize("said", ["had to wait", "our senco", "young commissioner", "not a fair outing", "impartial"])
def test_words_that_families_say_are_no_office_words(said: str) -> None:
    assert not [one.word for one in load_office_words() if one.stands_in(said)]
