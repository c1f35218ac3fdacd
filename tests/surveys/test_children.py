"""A turn for each child, conditions on a number, and the end of every path of every survey."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surveys import Step, Survey, SurveyError, first_step, load_library, next_unanswered_after, steps
from surveys.preview import preview
from tests.surveys.definitions import answer_to, survey_of

LIBRARY = [survey.for_audience(audience) for survey in load_library().values() for audience in survey.audiences]
CHILDREN = """\
id = "two-children"
version = 1
title = "Two children"
audiences = ["parent_carer"]

[repeat]
each = "child"
question = "n"
counts = [{ option = "1", count = 1 }, { option = "2 or more", count = 2 }]
questions = ["a"]
again = "more"
again_if = "Yes"

[[questions]]
id = "n"
kind = "single"
words = "How many children?"
options = ["1", "2 or more"]

[[questions]]
id = "a"
kind = "good5"
words = "How good is it?"

[[questions]]
id = "more"
kind = "yesno"
words = "Another child?"

[[questions]]
id = "hours"
kind = "number"
words = "How many hours does it take?"
sets = "is_long"
sets_true_min = 2
sets_true_max = 5

[[questions]]
id = "long"
kind = "good5"
words = "How good is that?"
show_if = "is_long"

[[questions]]
id = "short"
kind = "good5"
words = "How good is that?"
show_if = "not is_long"
"""


@pytest.mark.parametrize("survey", LIBRARY, ids=lambda survey: f"{survey.id}-{survey.audiences[0]}")
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_every_path_of_every_survey_ends(survey: Survey, data: st.DataObject) -> None:
    most = len(survey.questions) * (1 + len(survey.repeat_ids))
    answers: dict[tuple[str, str], tuple[str, ...]] = {}
    step: Step | None = first_step(survey)

    while step is not None:
        assert step.key not in answers
        assert len(answers) < most
        answers[step.key] = data.draw(answer_to(survey, step.question))
        step = next_unanswered_after(survey, answers, step)

    assert set(answers) == {one.key for one in steps(survey, answers)}


@pytest.mark.parametrize(
    ("hours", "asked"),
    [("2", "long"), ("5", "long"), ("3.5", "long"), ("1", "short"), ("6", "short"), ("", ""), ("dont-know", "")],
)
def test_a_number_decides_what_is_asked_next(hours: str, asked: str) -> None:
    path = steps(survey_of(CHILDREN), {("hours", ""): (hours,) if hours else ()})

    assert [step.question for step in path if step.question in ("long", "short")] == [asked] * bool(asked)


def test_the_preview_tells_of_children_and_of_numbers() -> None:
    said = preview(survey_of(CHILDREN))

    assert "Asked again for each child, as many as n says: a." in said
    assert 'After each child but the last comes more; only "Yes" goes on with the next.' in said
    assert "Asked only after 2 or more and 5 or less at hours." in said


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('again = "more"\nagain_if = "Yes"\n', "", "repeat: goes round by child: it needs `counts`, `again`"),
        ('each = "child"\n', "", "repeat: goes round by service: it needs `services`"),
        ('again = "more"', 'again = "less"', "repeat, again: there is no question `less`"),
        ('again_if = "Yes"', 'again_if = "Perhaps"', "repeat, again_if: more has no option `Perhaps`"),
        ('again = "more"', 'again = "long"', "show_if: repeat, again needs it asked of everybody"),
        ('again = "more"', 'again = "short"', "`short` must follow the last question that is repeated"),
        ('questions = ["a"]', 'questions = ["a", "more"]', "`more` ends a turn and is no part of it"),
        ("count = 2", "count = 4", "counts, 2, count"),
        ('option = "2 or more", count', 'option = "3", count', "repeat, counts: n has no option `3`"),
        ('option = "2 or more", count', 'option = "1", count', "repeat, counts option 1: is there twice"),
        (
            'words = "Another child?"',
            'words = "Another child?"\nsets = "x"',
            "it decides whether there is another turn",
        ),
        ('show_if = "is_long"', 'show_if = "is_long and is_wide"', "no question sets `is_wide`"),
    ],
)
def test_a_turn_for_each_child_that_is_wrong_is_refused(old: str, new: str, sentence: str) -> None:
    assert old in CHILDREN

    with pytest.raises(SurveyError) as refused:
        survey_of(CHILDREN.replace(old, new, 1))
    assert sentence in str(refused.value)
