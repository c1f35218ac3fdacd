"""Two things said in one sentence are two clauses."""

from __future__ import annotations

import pytest

from analysis.segments import split_segments


def parts(words: str) -> list[str]:
    return [words[span.start : span.end] for span in split_segments(words)]


@pytest.mark.parametrize(
    "clauses",
    [
        ["The staff were lovely", "and the food was cold"],
        ["We waited three hours", "and nobody told us why"],
        ["The bus comes late,", "my teacher shouts at me"],
        ["He can't get in", "- there isn’t a ramp"],
        ["they've been kind", "and I'm really grateful", "and our plan has been changed"],
        ["Transport was on time,", "plus the driver helped me"],
        ["I felt safe", "and people really listened"],
    ],
)
def test_a_clause_with_a_subject_of_its_own_is_a_segment(clauses: list[str]) -> None:
    assert parts(" ".join(clauses)) == clauses


@pytest.mark.parametrize(
    "items",
    [
        ["long waits,", "rude receptionist", "and no parking"],
        ["Prompt service", "and very friendly driver"],
        ["More clubs;", "shorter waits;", "and better buses"],
    ],
)
def test_different_things_in_a_list_are_segments(items: list[str]) -> None:
    assert parts(" ".join(items)) == items


@pytest.mark.parametrize(
    "words",
    [
        "They were kind and they worked hard",  # of the same people
        "They listened and helped me with my forms",
        "When we came, the staff were kind",
        "Because of the noise, I could not think",
        "kind, friendly and helpful staff",
        "very kind and very helpful",
        "The meals, especially the breakfast",
        "bus and train",
        "I said the ramp and lift broke",
        "1,000 people and 2,500 letters came",
        "my mum and dad were happy",
        "It was so good and we",
    ],
)
def test_what_is_one_thing_stays_together(words: str) -> None:
    assert parts(words) == [words]
