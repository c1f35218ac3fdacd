"""Questions that ask different people the same thing stand side by side."""

from __future__ import annotations

import csv

import pytest
from click.testing import CliRunner

from feedback_app.cli.surveys import surveys_commands
from surveys import Survey, SurveyError, load_library
from surveys.linking import lacking, linked
from tests.surveys.definitions import BUS, survey_of

FAMILY = [survey for survey in load_library().values() if survey.family == "plan_experience"]
GOING = BUS.replace('id = "school-bus"', 'id = "going"').replace(
    'audiences = ["young_person_11_25", "parent_carer"]', 'audiences = ["practitioner"]'
)


def other(old: str, new: str) -> Survey:
    assert old in GOING
    return survey_of(GOING.replace(old, new))


def test_each_audience_of_the_family_has_its_own_words_for_a_link() -> None:
    heard = linked(FAMILY)["heard"]

    assert {audience: (one.id, one.kind) for audience, one in heard.items()} == {
        "child_5_10": ("c1", "faces3"),
        "young_person_11_25": ("y4", "good5"),
        "parent_carer": ("p24", "good5"),
        "practitioner": ("x15", "good5"),
    }


def test_who_is_not_asked_is_said() -> None:
    gone = lacking(linked(FAMILY))

    assert gone["heard"] == ()
    assert gone["joined-up"] == ("child_5_10", "young_person_11_25")


def test_every_linked_question_of_the_family_stands_in_the_table() -> None:
    ids = {question.id for survey in FAMILY for question in survey.questions if question.link}

    assert {question.id for versions in linked(FAMILY).values() for question in versions.values()} == ids


def test_faces_and_ratings_may_stand_side_by_side() -> None:
    assert linked([survey_of(BUS), other('kind = "good5"', 'kind = "faces3"')])["quality"].keys() == {
        "young_person_11_25",
        "parent_carer",
        "practitioner",
    }


@pytest.mark.parametrize("kind", ['kind = "text"', 'kind = "happy10"', 'kind = "single"\noptions = ["Fast", "Slow"]'])
def test_a_rating_never_stands_beside_what_cannot_be_compared(kind: str) -> None:
    with pytest.raises(SurveyError, match=r"link `quality`: b2 is answered by good5 and b2 by .* another link"):
        linked([survey_of(BUS), other('kind = "good5"', kind)])


def test_lists_stand_side_by_side_where_they_are_the_same_list() -> None:
    b3 = 'options = ["Under an hour", "Over an hour", "Don\'t know"]'
    with_link = BUS.replace(b3, f'link = "timeliness"\n{b3}')

    assert "timeliness" in linked([survey_of(with_link), other(b3, f'link = "timeliness"\n{b3}')])
    with pytest.raises(SurveyError, match="cannot stand side by side"):
        linked([survey_of(with_link), other(b3, 'link = "timeliness"\noptions = ["Short", "Long"]')])


def test_one_audience_is_asked_a_link_once() -> None:
    with pytest.raises(SurveyError, match="link `quality`: young_person_11_25 is asked b2 and b3"):
        linked([survey_of(BUS.replace('id = "b3"\nkind = "single"', 'id = "b3"\nlink = "quality"\nkind = "single"'))])


def test_the_command_prints_every_version_and_who_is_not_asked() -> None:
    said = CliRunner().invoke(surveys_commands, ["links"]).output

    assert "Being listened to  [heard]" in said
    assert "  practitioner: How good is your service at listening" in said
    assert "  child_5_10: not asked" in said
    assert "Different answers to choose from: compare shares, never means." in said


def test_the_command_prints_rows_for_a_spreadsheet() -> None:
    said = CliRunner().invoke(surveys_commands, ["links", "--csv"]).output

    rows = list(csv.DictReader(said.splitlines()))
    assert ("heard", "parent_carer", "p24") in {(row["link"], row["audience"], row["question"]) for row in rows}
    assert [row["audience"] for row in rows if row["link"] == "joined-up" and not row["question"]] == [
        "child_5_10",
        "young_person_11_25",
    ]


def test_a_family_that_is_not_there_is_said_to_be_missing() -> None:
    done = CliRunner().invoke(surveys_commands, ["links", "--family", "buses"])

    assert done.exit_code == 1
    assert "no survey of the library is of that family" in done.output
