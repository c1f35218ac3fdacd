from __future__ import annotations

import pytest

from analysis.concern_patterns import ConcernRulesWrong
from analysis.concern_rules import load_concern_rules
from analysis.concern_spelling import ConcernSpellingWrong

FILE = """
categories = "physical"

[groups]
not = "never"
not_really = "not just"
no_more = "any more"
light = "ever"
past = "used to"
still = "still"
plain_pictures = "😀"
hit = "hit~"
me = "me"

[[rule]]
category = "physical"
level = "red"
says = ["<hit> <me>"]
"""


def test_a_good_file_loads() -> None:
    rules = load_concern_rules(FILE)

    assert len(rules.patterns) == 1
    assert {"hits", "hitting", "hitin"} <= set(rules.words)


def test_the_published_file_loads() -> None:
    assert load_concern_rules().patterns


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("<hit> <me>", "<hits> <me>", "rule 1: there is no group <hits>"),
        ('level = "red"', 'level = "scarlet"', "level 'scarlet' is none of red, amber, review"),
        ('category = "physical"\nlevel', 'category = "phisical"\nlevel', "'phisical' is not among the categories"),
        ('level = "red"', 'level = "red"\nunles = "me"', "unknown: \\['unles'\\]"),
        ('says = ["<hit> <me>"]', "", "needs category, level and says"),
        ("<hit> <me>", ".. <me>", "must start with a word"),
        ("<hit> <me>", "<hit> ..", "not end in a gap"),
        ("<hit> <me>", "<hit> .. !<me>", "write a word after the gap"),
        ('not = "never"\n', "", "add the groups not"),
        ('hit = "hit~"', 'hit = "<smack>"', "group hit: write <smack> above it"),
        ("[groups]", "[groups", "is not TOML"),
    ],
)
def test_a_wrong_file_is_refused_with_the_place_and_what_to_change(old: str, new: str, message: str) -> None:
    with pytest.raises(ConcernRulesWrong, match=message):
        load_concern_rules(FILE.replace(old, new, 1))


def test_a_spelling_to_mend_must_be_a_word_that_a_rule_knows() -> None:
    with pytest.raises(ConcernSpellingWrong, match="no rule knows smacking"):
        load_concern_rules(FILE + '\n[spelling]\nfix = "smacking"\n')
