"""What invented people reply agrees with what they say, and is the same every time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from statistics import mean

import pytest

from feedback_app.example.plan import read_plan
from feedback_app.example.replies import ExampleDoesNotFit, Reply, place_of, reply_to
from feedback_app.example.respondents import Respondent, read_respondents
from surveys import Step, load_survey
from surveys.routing import first_unanswered

PLAN = read_plan()
EVERYBODY = [person for person in read_respondents() if person.opening != "workshop"]
SURVEYS = {name: load_survey(one.survey).for_audience(one.audience) for name, one in PLAN.asked.openings.items()}


def replies_of(person: Respondent) -> Iterator[tuple[Step, Reply]]:
    """Every step that this respondent meets, with the reply to it."""
    survey = SURVEYS[person.opening]
    known: dict[tuple[str, str], tuple[str, ...]] = {}
    while (step := first_unanswered(survey, known)) is not None and len(known) != person.stops_after:
        reply = reply_to(person, survey, step, PLAN.usually.get(person.opening, {}))
        known[step.key] = reply.options or (("…",) if reply.words else ())
        yield step, reply


def happiness(feels: str) -> list[float]:
    """Every score given to a therapy by people who feel like this."""
    scores: list[float] = []
    for person in EVERYBODY:
        if person.feels == feels and person.opening.startswith("therapy"):
            known = {option.id: option.score for option in SURVEYS[person.opening].question("t2").options}
            chosen = [id for step, reply in replies_of(person) if step.question == "t2" for id in reply.options]
            scores += [score for id in chosen if (score := known[id]) is not None]
    return scores


def test_everything_that_somebody_has_to_say_is_asked_of_them() -> None:
    for person in EVERYBODY:
        met = {place_of(step) for step, _ in replies_of(person)}
        wanted = {*person.says, *(place_of(Step(one.question, one.service)) for one in person.said)}
        assert person.stops_after is not None or wanted <= met, person.id


def test_ratings_agree_with_the_comments_that_they_stand_beside() -> None:
    good, mixed, bad = (mean(happiness(feels)) for feels in ("positive", "mixed", "negative"))

    assert good > 7.5 > mixed > 4 > bad


def test_what_a_comment_gives_away_is_what_was_ticked() -> None:
    person = next(one for one in EVERYBODY if one.id == "therapy-young-06")

    ticked = {place_of(step): reply.options for step, reply in replies_of(person)}

    assert ticked["t2@occupational-therapy"] == ("8",)


def test_the_same_person_gives_the_same_replies_again() -> None:
    assert [list(replies_of(person)) for person in EVERYBODY] == [list(replies_of(person)) for person in EVERYBODY]


def test_some_questions_are_skipped_and_some_not_known() -> None:
    given = [reply for person in EVERYBODY for step, reply in replies_of(person) if step.question != "quote"]

    assert any(reply.unclear for reply in given)
    assert any("dont-know" in reply.options for reply in given)
    assert any(reply == Reply() for reply in given)


def test_an_option_that_the_survey_does_not_have_is_refused() -> None:
    person = replace(EVERYBODY[0], says={"c1": "perhaps"})

    with pytest.raises(ExampleDoesNotFit, match="c1 has no option perhaps"):
        list(replies_of(person))
