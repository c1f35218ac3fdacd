"""How every kind of question is drawn. `python -m tests.forms.draw` writes the files in drawn/ again: read the diff."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from feedback_app.forms.questions import question_form
from surveys import Question, load_survey
from tests.drawing import drawing_app

FOLDER = Path(__file__).parent / "drawn"
EVERY_KIND = str(Path(__file__).parent.parent / "surveys" / "every-kind.toml")

# file: survey, question, audience
QUESTIONS: Mapping[str, tuple[str, str, str]] = {
    "single": ("young-person-11-25", "y1", "young_person_11_25"),
    "multi": ("therapy-satisfaction", "t1", "parent_carer"),
    "yesno": ("therapy-satisfaction", "t1b", "parent_carer"),
    "good5": ("young-person-11-25", "y4", "young_person_11_25"),
    "change5": ("young-person-11-25", "y10", "young_person_11_25"),
    "agree5": ("young-person-11-25", "y15", "young_person_11_25"),
    "standard4": ("young-commissioner-service-review", "r1", "young_commissioner"),
    "faces3-child": ("child-5-10-easy-read", "c1", "child_5_10"),
    "faces3-from-11": ("children-in-care-short", "a2", "young_person_11_25"),
    "happy10": ("therapy-satisfaction", "t2", "parent_carer"),
    "goal10": ("personal-goal", "g2", "young_person_11_25"),
    "faces5": (EVERY_KIND, "five_faces", "young_person_11_25"),
    "pictures": (EVERY_KIND, "picture", "young_person_11_25"),
    "pictures-multi": (EVERY_KIND, "picture_several", "young_person_11_25"),
    "number": (EVERY_KIND, "minutes", "young_person_11_25"),
    "short-text": (EVERY_KIND, "one_line", "young_person_11_25"),
    "agreement": (EVERY_KIND, "may_show", "young_person_11_25"),
    "information": (EVERY_KIND, "read_first", "young_person_11_25"),
    "rank": (EVERY_KIND, "in_order", "young_person_11_25"),
    "dots": (EVERY_KIND, "shared_out", "young_person_11_25"),
    "draw": (EVERY_KIND, "drawing", "young_person_11_25"),
    "speak": (EVERY_KIND, "speaking", "young_person_11_25"),
    "text": ("young-person-11-25", "y19", "young_person_11_25"),
    "text-or-draw-or-voice": ("child-5-10-easy-read", "c11", "child_5_10"),
}


def drawn(name: str) -> str:
    """Return the HTML of one question as it is first met."""
    question, audience = drawn_question(name)
    with drawing_app().app_context():
        return str(question_form(question, audience=audience).answer(hints=[question.hint])).strip() + "\n"


def drawn_question(name: str) -> tuple[Question, str]:
    survey, question, audience = QUESTIONS[name]
    return load_survey(survey).question(question), audience


if __name__ == "__main__":
    for name in QUESTIONS:
        (FOLDER / f"{name}.html").write_text(drawn(name))
