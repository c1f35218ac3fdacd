from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.scales import RatingTwice, RatingUnknown, scale_results
from analysis.voices import AskedQuestion, Choice, Person, Rating, Voices

GOOD = (
    Choice("bad", "Bad", 1),
    Choice("ok", "OK", 2),
    Choice("good", "Good", 3),
    Choice("dont-know", "I don't know", missing="dont_know"),
)
HEARD = AskedQuestion("plan/heard", "plan", "Were you heard?", "good5", group="young", choices=GOOD, scale="good5")
HAPPY = AskedQuestion("plan/happy", "plan", "How happy?", "good5", group="young", choices=GOOD, per_service=True)


def voices(*ratings: Rating, questions: tuple[AskedQuestion, ...] = (HEARD, HAPPY)) -> Voices:
    people = (*(Person(f"p{number}", "young") for number in range(5)), Person("m1", "parent"))
    return Voices(
        comments=(),
        ratings=ratings,
        people=people,
        questions=questions,
        groups={"young": "Young people", "parent": "Parent carers"},
        services={"salt": "Speech", "ot": "OT"},
    )


def test_every_real_option_is_counted_in_the_order_shown_and_the_missing_apart() -> None:
    (result,) = scale_results(
        voices(
            Rating("p1", "plan/heard", "good", 3),
            Rating("p2", "plan/heard", "good", 3),
            Rating("p3", "plan/heard", "bad", 1),
            Rating("p4", "plan/heard", "dont-know", missing="dont_know"),
            Rating("p0", "plan/heard", missing="skipped"),
        )
    )

    assert list(result.counts.items()) == [("bad", 1), ("ok", 0), ("good", 2)]
    assert dict(result.missing) == {"dont_know": 1, "skipped": 1}
    assert result.answered == 3
    assert result.mean == pytest.approx(7 / 3)
    assert result.median == 3


def test_an_option_that_is_no_answer_is_missing_even_if_the_rating_does_not_say_so() -> None:
    (result,) = scale_results(voices(Rating("p1", "plan/heard", "dont-know")))

    assert result.answered == 0
    assert dict(result.missing) == {"dont_know": 1}
    assert result.mean is None
    assert result.median is None


def test_a_scale_without_scores_has_no_mean() -> None:
    waits = (Choice("short", "Under a month"), Choice("long", "Over a year"))
    wait = AskedQuestion("plan/wait", "plan", "How long?", "single", group="young", choices=waits)

    (result,) = scale_results(voices(Rating("p1", "plan/wait", "long"), questions=(wait,)))

    assert dict(result.counts) == {"short": 0, "long": 1}
    assert result.mean is None


def test_people_who_never_sent_it_count_too() -> None:
    asked = voices(Rating("p1", "plan/heard", "good", 3))
    started = replace(asked, people=tuple(replace(person, completed=False) for person in asked.people))

    assert scale_results(started) == scale_results(asked)


def test_results_stand_in_the_order_of_questions_groups_and_services() -> None:
    parents = replace(HAPPY, group="parent")
    ratings = [
        Rating("m1", "plan/happy", "ok", 2, service="ot"),
        Rating("p2", "plan/happy", "ok", 2, service="ot"),
        Rating("p2", "plan/happy", "good", 3, service="salt"),
        Rating("p1", "plan/heard", "good", 3),
    ]

    results = scale_results(voices(*ratings, questions=(HEARD, HAPPY, parents)))

    assert [(result.question, result.group, result.service) for result in results] == [
        ("plan/heard", "young", ""),
        ("plan/happy", "young", "salt"),
        ("plan/happy", "young", "ot"),
        ("plan/happy", "parent", "ot"),
    ]
    assert scale_results(voices(*reversed(ratings), questions=(HEARD, HAPPY, parents))) == results


def test_a_question_that_nobody_was_asked_has_no_result() -> None:
    assert scale_results(voices()) == ()


def test_a_question_with_several_answers_is_no_scale() -> None:
    many = AskedQuestion("plan/which", "plan", "Which?", "multi", group="young", choices=GOOD)
    ratings = (Rating("p1", "plan/which", "ok"), Rating("p1", "plan/which", "good"))

    assert scale_results(voices(*ratings, questions=(many,))) == ()


def test_a_person_counted_twice_is_refused() -> None:
    with pytest.raises(RatingTwice, match="'plan/happy' about 'ot' twice"):
        scale_results(
            voices(
                Rating("p1", "plan/happy", "ok", 2, service="ot"),
                Rating("p1", "plan/happy", "good", 3, service="ot"),
            )
        )


@pytest.mark.parametrize(
    ("rating", "message"),
    [
        (Rating("p1", "plan/other", "ok", 2), "'plan/other': add it to the questions"),
        (Rating("nobody", "plan/heard", "ok", 2), "add its respondent to the people"),
        (Rating("p1", "plan/heard", "fine", 2), "chose 'fine': give one of bad, ok, good, dont-know"),
        (Rating("m1", "plan/heard", "ok", 2), "not asked of the group 'parent'"),
    ],
)
def test_a_rating_that_belongs_nowhere_is_refused(rating: Rating, message: str) -> None:
    with pytest.raises(RatingUnknown, match=message):
        scale_results(voices(rating))


def test_a_number_that_was_typed_is_counted_with_its_own_value() -> None:
    minutes = AskedQuestion("plan/minutes", "plan", "How long?", "number", group="young", choices=GOOD[3:])

    (result,) = scale_results(
        voices(
            Rating("p1", "plan/minutes", value=20.0),
            Rating("p2", "plan/minutes", value=90.0),
            Rating("p3", "plan/minutes", value=0.0),
            Rating("p4", "plan/minutes", "dont-know", missing="dont_know"),
            Rating("p0", "plan/minutes", missing="skipped"),
            questions=(minutes,),
        )
    )

    assert result.answered == 3
    assert result.median == 20.0
    assert dict(result.counts) == {}
    assert dict(result.missing) == {"dont_know": 1, "skipped": 1}
