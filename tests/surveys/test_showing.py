"""Which surveys a phone can show today."""

from __future__ import annotations

import pytest

from surveys import load_library, showable
from tests.surveys.definitions import BUS, survey_of

LIBRARY = load_library()


def test_the_surveys_that_a_phone_can_show() -> None:
    assert [id for id, survey in LIBRARY.items() if not showable(survey)] == [
        "child-5-10-easy-read",
        "parent-carer",
        "personal-goal",
        "practitioner",
        "therapy-satisfaction",
        "therapy-satisfaction-child",
        "young-person-11-25",
    ]


@pytest.mark.parametrize(
    ("survey", "problem"),
    [
        ("children-in-care-short", "the rule `advocate` needs an advocate's help"),
        ("children-in-care-short", "question a1: what to do after one option (`on`) cannot be shown yet"),
        ("commissioning-workshop-prompts", "question w1: kind `post_its` cannot be shown yet"),
        ("commissioning-workshop-prompts", "question w4: kind `vote` cannot be shown yet"),
        ("did-it-get-better", "question b4: `spend_shown` is decided by the wave"),
        ("did-it-get-better", "question b4: words of the wave (`say_first`) cannot be shown yet"),
        ("policy-consultation", "the rule `say_first` needs lines read before the first question"),
        ("young-commissioner-service-review", "the rule `panel` needs scores given alone and then agreed"),
        ("young-inspector-visit", "the rule `visit` needs scores given alone"),
    ],
)
def test_a_survey_that_cannot_be_shown_yet_says_why(survey: str, problem: str) -> None:
    assert any(problem in said for said in showable(LIBRARY[survey]))


def test_a_question_to_draw_or_speak_is_shown_as_a_box() -> None:
    assert showable(survey_of(BUS.replace('kind = "text"', 'kind = "text_or_draw_or_voice"'))) == ()
