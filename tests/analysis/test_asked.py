from __future__ import annotations

import pytest

from analysis.asked import asks_of, what_is_asked
from analysis.voices import Asks, Comment


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("What is good about your support?", "strengths"),
        ("What helps you most at school?", "strengths"),
        ("What is hard about getting to the clinic?", "challenges"),
        ("What was not so good?", "challenges"),
        ("What could we do better?", "change"),
        ("If you had one wish for the club, what is it?", "change"),
        ("Tell us about your week", "open"),
        ("How good is the food?", "open"),
        ("What is good, and what is hard?", "open"),
        ("What were you satisfied and/or dissatisfied with?", "open"),
        ("", "open"),
    ],
)
def test_a_questions_words_say_what_it_asks_for(question: str, asks: Asks) -> None:
    assert asks_of(question) == asks


def test_the_question_of_a_file_is_read_and_what_a_survey_says_stands() -> None:
    assert what_is_asked(Comment("1", "a", "staff", question="What would you change?")) == "change"
    assert what_is_asked(Comment("1", "a", "staff", question="What would you change?", asks="strengths")) == "strengths"
    assert what_is_asked(Comment("1", "a", "staff", question="plan/good-things")) == "open"
