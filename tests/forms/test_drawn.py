from __future__ import annotations

import pytest

from feedback_app.forms.questions import FIELDS
from surveys import load_survey
from tests.forms.draw import FOLDER, QUESTIONS, drawn


@pytest.mark.parametrize("name", sorted(QUESTIONS))
def test_a_question_is_drawn_as_it_was_when_somebody_last_looked(name: str) -> None:
    assert drawn(name) == (FOLDER / f"{name}.html").read_text()


def test_every_kind_that_a_page_can_show_is_drawn_here() -> None:
    kinds = {load_survey(survey).question(question).kind for survey, question, _ in QUESTIONS.values()}

    assert kinds == set(FIELDS)


def test_no_drawing_is_left_over() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == set(QUESTIONS)
