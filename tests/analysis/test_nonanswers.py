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
    ],
)
def test_a_comment_that_says_something_is_an_answer(words: str) -> None:
    assert is_answer(words)
