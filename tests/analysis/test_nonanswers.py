from __future__ import annotations

import pytest

from analysis.nonanswers import is_answer


@pytest.mark.parametrize(
    "words",
    [
        "",
        "  ",
        "nothing",
        "Nothing really.",
        "N/A",
        "n/a",
        "dunno",
        "None",
        "no comment",
        "idk",
        "I don’t know",
        "...",
        "-",
        "aaaa",
        "nowt",
        "no thank you",
        "No comment.",
        "Nothing. Thank you so much.",
        "There's nothing else that I can think of",
        "we don't have any further comments to make",
        "As I said in my previous answer",
        "see answer 2 above",
        "On this occasion - nothing",
        "N/A - no comment",
        "nothing, and I mean nothing",
        "I honestly can't think of anything off hand",
        "I'm not sure",
        "n/a/",
        "No. Nothing. Don't know.",
    ],
)
def test_a_comment_that_says_nothing_is_no_answer(words: str) -> None:
    assert not is_answer(words)


@pytest.mark.parametrize(
    "words",
    [
        "Nothing, they were lovely",
        "There isn't a single thing I would change",
        "👍",
        "😀😀",
        "8/10",
        "10 out of 10",
        "more slime",
        "yes",
        "no parking",
        "All good thanks",
        "no complaints",
        "more",
        "no. yes",
        "nothing to do",
        "nothing could be better",
        "As I said before, answer the phone",
        "I can't think of a better team",
        "see the same doctor",
        "nothing was good",
    ],
)
def test_a_comment_that_says_something_is_an_answer(words: str) -> None:
    assert is_answer(words)


@pytest.mark.parametrize("words", ["as said " * 5_000, "nothing " * 5_000, " " * 50_000 + "bus"])
def test_a_long_text_takes_no_time(words: str) -> None:
    assert is_answer(words)
