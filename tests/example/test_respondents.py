"""The invented people fit the surveys that they answer, and one another."""

from __future__ import annotations

from collections import Counter

import pytest

from feedback_app.example.plan import read_plan
from feedback_app.example.respondents import read_respondents
from surveys import load_survey

PLAN = read_plan()
EVERYBODY = read_respondents()
SAID = [(person, one) for person in EVERYBODY for one in person.said]
SURVEYS = {name: load_survey(one.survey) for name, one in PLAN.asked.openings.items()}


def test_there_are_213_comments_of_people_who_are_each_there_once() -> None:
    assert len(SAID) == 213
    assert len({person.id for person in EVERYBODY}) == len(EVERYBODY)


def test_every_comment_answers_an_open_question_of_its_survey() -> None:
    for person, one in SAID:
        survey = SURVEYS[person.opening]
        assert survey.question(one.question).is_text
        assert survey.service_name(one.service) or not one.service


def test_nobody_answers_one_question_twice_outside_a_workshop() -> None:
    places = Counter((p.id, one.question, one.service) for p, one in SAID if p.opening != "workshop")

    assert max(places.values()) == 1


@pytest.mark.parametrize(("feels", "never"), [("positive", "negative"), ("negative", "positive")])
def test_how_somebody_feels_never_contradicts_what_they_say(feels: str, never: str) -> None:
    assert [p.id for p, one in SAID if p.feels == feels and one.sentiment == never] == []


def test_who_says_good_and_bad_has_mixed_feelings() -> None:
    for person in EVERYBODY:
        if {"positive", "negative"} <= {one.sentiment for one in person.said} and person.opening != "workshop":
            assert person.feels == "mixed", person.id


def test_nobody_who_stops_has_written_anything() -> None:
    assert [person.id for person in EVERYBODY if person.stops_after is not None and person.said] == []


def test_many_parents_and_few_children_answer() -> None:
    of = Counter(PLAN.asked.openings[person.opening].audience for person in EVERYBODY)

    assert of["parent_carer"] > of["young_person_11_25"] > of["child_5_10"] > of["practitioner"]


def test_about_half_of_children_and_young_people_were_helped() -> None:
    said = [p.who for p in EVERYBODY if p.opening in ("child", "young", "therapy-young") and p.stops_after is None]

    helped = sum(who in ("me-with-some-help", "someone-wrote-what-i-said", "someone-answered-for-me") for who in said)
    assert 0.4 < helped / len(said) < 0.6
    assert "" in said


def test_a_group_of_eight_and_pairs_take_part_in_the_workshop() -> None:
    sizes = sorted(person.people for person in EVERYBODY if person.opening == "workshop")

    assert (sizes[-1], sizes.count(2), sizes[0]) == (8, 4, 1)


def test_most_who_wrote_may_be_quoted_and_some_may_not() -> None:
    wrote = [person.quote for person in EVERYBODY if person.said and person.opening != "workshop"]

    shares = {quote: count / len(wrote) for quote, count in Counter(wrote).items()}
    assert shares["yes"] > 0.6
    assert set(shares) == {"yes", "no", "", "only-with-the-team-who-reads-this"}


def test_every_refusal_is_of_somebody_who_said_something() -> None:
    speakers = {person.id: person for person, _ in SAID}

    assert all(speakers[id].quote == "yes" and why for id, why in PLAN.refused.items())
