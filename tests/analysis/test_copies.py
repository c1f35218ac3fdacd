"""A text that was sent again with a tiny edit is a copy."""

from __future__ import annotations

import random

import pytest

from analysis.copies import near_copies, same_words

CAMPAIGN = "please keep our local short breaks service open because families in the valley depend on it every week"


def test_a_tiny_edit_of_a_long_text_is_a_copy() -> None:
    texts = [CAMPAIGN, CAMPAIGN.replace("please", "kindly"), f"{CAMPAIGN} thanks", "we waited a year for a letter"]

    assert near_copies(texts, [40, 1, 1, 1]) == [0, 0, 0, 3]


def test_what_most_people_sent_is_the_original() -> None:
    assert near_copies([f"{CAMPAIGN} thanks", CAMPAIGN], [1, 3]) == [1, 1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the staff were very kind", "the staff were kind"),  # short
        (CAMPAIGN, CAMPAIGN.replace("keep", "do not keep")),
        (f"{CAMPAIGN} since 2019", f"{CAMPAIGN} since 2024"),
        (CAMPAIGN, "please keep our local short breaks team because the families here need them on a saturday"),
    ],
)
def test_what_says_something_else_is_no_copy(one: str, other: str) -> None:
    assert near_copies([one, other], [1, 1]) == [0, 1]


def test_a_chain_of_edits_does_not_wander() -> None:
    words = [f"word{number}" for number in range(40)]
    chain = [" ".join(words[start : start + 20]) for start in range(20)]

    originals = near_copies(chain, [1] * len(chain))

    assert originals[0] == originals[1] == 0
    assert originals[10] != 0
    assert all(originals[one] == one for one in originals)


def test_every_pair_that_is_near_enough_is_found() -> None:
    random_words = random.Random(5)
    vocabulary = [f"w{number}" for number in range(12)]
    texts = sorted({" ".join(random_words.sample(vocabulary, 9)) for _ in range(60)})
    sets = [set(text.split()) for text in texts]

    originals = near_copies(texts, [1] * len(texts))

    for one, words in enumerate(sets):
        earlier = [o for o in range(one) if originals[o] == o and len(words & sets[o]) >= 0.85 * len(words | sets[o])]
        assert originals[one] == (earlier[0] if earlier else one)


def test_capitals_and_marks_make_no_other_text() -> None:
    assert same_words("We waited, and waited!") == same_words("we waited and waited")
    assert same_words("?!") == "?!"
