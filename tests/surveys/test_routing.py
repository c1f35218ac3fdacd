"""Which question comes next."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys import (
    Answers,
    Question,
    Step,
    Survey,
    first_box,
    first_step,
    first_unanswered,
    load_library,
    step_after,
    step_before,
    steps,
)
from surveys.errors import UnknownQuestion
from tests.surveys.definitions import BUS, answer_to, answers_to, survey_of, surveys

LIBRARY = load_library()
SHORT = ["y4", "y7", "y8", "y15", "y18", "y20", "quote", "carry_on"]
ON = {("carry_on", ""): ("yes-a-few-more",)}
PER_SERVICE = ["t1b", "t2", "t3", "t4", "t5", "t6", "t12", "t7", "t10", "t11"]

any_survey = st.one_of(surveys(), st.sampled_from(list(LIBRARY.values())))


def ids(survey: Survey, answers: Answers) -> list[str]:
    return [step.question for step in steps(survey, answers)]


def keys(survey: Survey, answers: Answers) -> list[tuple[str, str]]:
    return [(step.question, step.repeat) for step in steps(survey, answers)]


@given(st.data())
def test_every_path_ends_and_shows_every_step_once(data: st.DataObject) -> None:
    survey = data.draw(any_survey)
    most = len(survey.questions) * (1 + len(survey.repeat_ids))
    answers: dict[tuple[str, str], tuple[str, ...]] = {}
    walked: list[Step] = []
    step: Step | None = first_step(survey)

    while step is not None:
        assert len(walked) < most
        walked.append(step)
        answers[step.key] = data.draw(answer_to(survey, step.question))
        step = step_after(survey, answers, step)

    assert len(set(walked)) == len(walked)
    assert tuple(walked) == steps(survey, answers)
    assert first_unanswered(survey, answers) is None


@given(st.data())
def test_an_answer_never_changes_the_steps_before_it(data: st.DataObject) -> None:
    survey = data.draw(any_survey)
    answers = dict(data.draw(answers_to(survey)))
    before = steps(survey, answers)
    place = data.draw(st.integers(0, len(before) - 1))

    answers[before[place].key] = data.draw(answer_to(survey, before[place].question))

    assert steps(survey, answers)[: place + 1] == before[: place + 1]


@given(st.data())
def test_an_answer_to_what_is_not_asked_changes_nothing(data: st.DataObject) -> None:
    survey = data.draw(any_survey)
    answers = dict(data.draw(answers_to(survey)))
    asked = steps(survey, answers)
    kept = {step.key: answers[step.key] for step in asked if step.key in answers}

    anywhere = [(question.id, repeat) for question in survey.questions for repeat in ("", *survey.repeat_ids)]
    stale = data.draw(st.sampled_from(anywhere))
    if Step(*stale) not in asked:
        kept[stale] = data.draw(answer_to(survey, stale[0]))

    assert steps(survey, kept) == asked


@given(st.data())
def test_after_and_before_agree_whatever_was_answered(data: st.DataObject) -> None:
    survey = data.draw(any_survey)
    answers = data.draw(answers_to(survey))

    path = steps(survey, answers)

    assert len(set(path)) == len(path)
    assert [step_after(survey, answers, step) for step in path] == [*path[1:], None]
    assert [step_before(survey, answers, step) for step in path] == [None, *path[:-1]]


@given(st.data())
def test_what_is_not_known_shows_nothing(data: st.DataObject) -> None:
    survey = data.draw(surveys())
    answers = {
        key: () if survey.question(key[0]).sets else chosen for key, chosen in data.draw(answers_to(survey)).items()
    }

    asked = [survey.question(step.question) for step in steps(survey, answers)]

    assert not [question.id for question in asked if question.show_if]


@given(st.data())
def test_a_condition_holds_wherever_its_question_is_shown(data: st.DataObject) -> None:
    survey = data.draw(surveys())
    answers = data.draw(answers_to(survey))
    path = steps(survey, answers)

    for step in path:
        condition = survey.question(step.question).show_if
        ways = [way.split(" and ") for way in condition.split(" or ")] if condition else []
        before = path[: path.index(step)]
        assert not ways or any(all(is_decided(survey, answers, before, step, part) for part in way) for way in ways)


def is_decided(survey: Survey, answers: Answers, before: Sequence[Step], step: Step, part: str) -> bool:
    """Whether an answer before a step makes one part of its condition so, worked out apart from the table."""
    setter = next(question for question in survey.questions if question.sets == part.removeprefix("not "))
    is_meant = not part.startswith("not ")
    where = [one for one in before if one.question == setter.id]
    if survey.repeat and setter.id in survey.repeat.questions and step.repeat:
        where = [one for one in where if one.repeat == step.repeat]
    said = [decides(setter, answers.get(one.key, ())) for one in where]
    return True in said if is_meant else bool(said) and set(said) == {False}


def decides(setter: Question, chosen: Sequence[str]) -> bool | None:
    if setter.kind == "happy10" and chosen and chosen[0].isdigit():
        return (setter.sets_true_min or 0) <= int(chosen[0]) <= (setter.sets_true_max or 10)
    if set(chosen) & set(setter.sets_true):
        return True
    return False if set(chosen) & set(setter.sets_false) else None


@given(st.data())
def test_a_step_that_is_no_longer_asked_leads_back_to_the_path(data: st.DataObject) -> None:
    survey = data.draw(any_survey)
    answers = data.draw(answers_to(survey))
    path = steps(survey, answers)
    lost = [Step(q.id, id) for q in survey.questions for id in survey.repeat_ids if Step(q.id, id) not in path]
    lost += [Step(question.id) for question in survey.questions if Step(question.id) not in path]

    for step in lost:
        after, before = step_after(survey, answers, step), step_before(survey, answers, step)
        assert after == first_unanswered(survey, answers)
        assert before is None or (before in path and before.key in answers)


def test_a_question_is_asked_only_when_its_fact_is_known_to_be_true() -> None:
    survey = survey_of(BUS)

    assert "b2" in ids(survey, {("b1", ""): ("yes",)})
    for answer in [("no",), ("dont-know",), ("prefer-not-to-say",), ()]:
        assert "b2" not in ids(survey, {("b1", ""): answer})
    assert "b2" not in ids(survey, {})


def test_an_answer_to_a_question_no_longer_asked_decides_nothing() -> None:
    survey = survey_of(
        BUS.replace('show_if = "by_bus"', 'show_if = "by_bus"\nsets = "likes_it"\nsets_true = ["Very good"]').replace(
            'id = "b3"\n', 'id = "b3"\nshow_if = "likes_it"\n'
        )
    )
    stale = {("b1", ""): ("no",), ("b2", ""): ("very-good",)}

    assert "b3" in ids(survey, stale | {("b1", ""): ("yes",)})
    assert "b3" not in ids(survey, stale)


def test_the_six_most_important_come_first_and_may_be_the_whole_answer() -> None:
    survey = LIBRARY["young-person-11-25"]

    assert ids(survey, {}) == SHORT
    assert ids(survey, {("carry_on", ""): ("no-finish-here",)}) == SHORT
    assert ids(survey, {("carry_on", ""): ()}) == SHORT
    assert first_box(survey, {}) == Step("y18")


def test_carrying_on_asks_the_rest_in_order_with_who_last() -> None:
    survey = LIBRARY["young-person-11-25"]
    rest = ["y1", "y5", "y6", "y10", "y11", "y12", "y13", "y14", "y22", "y16", "y17", "y19", "who"]

    assert ids(survey, ON) == SHORT + rest


@pytest.mark.parametrize("option", ["yes-for-less-than-1-year", "yes-for-1-to-2-years", "yes-for-3-years-or-more"])
def test_a_young_person_with_a_plan_is_asked_about_it(option: str) -> None:
    asked = ids(LIBRARY["young-person-11-25"], ON | {("y1", ""): (option,)})

    assert {"y2", "y3", "y9"} <= set(asked)
    assert "y21" not in asked


@pytest.mark.parametrize("option", ["i-am-waiting-for-one", "no-i-dont-have-a-plan"])
def test_a_young_person_without_a_plan_is_asked_what_would_help_now(option: str) -> None:
    asked = ids(LIBRARY["young-person-11-25"], ON | {("y1", ""): (option,)})

    assert not {"y2", "y3", "y9"} & set(asked)
    assert "y21" in asked


@pytest.mark.parametrize("option", ["being-assessed", "still-waiting-no-plan", "sen-support-no-plan", "none-of-these"])
def test_a_family_that_waits_has_a_full_route(option: str) -> None:
    asked = ids(LIBRARY["parent-carer"], {("p1", "child-1"): (option,), ("p22", "child-1"): ("no",)})

    assert asked == [
        "p0",
        "p0a",
        "p1",
        "p22",
        "p2",
        "p9",
        "p10",
        "p24",
        "p21",
        "p23",
        "p5",
        "p6",
        "p18",
        "p19",
        "p20",
        "quote",
        "who",
    ]


def test_a_family_that_waits_and_has_support_is_asked_about_the_support() -> None:
    answers = {("p1", "child-1"): ("still-waiting-no-plan",), ("p22", "child-1"): ("yes",)}

    assert {"p7", "p8", "p11", "p12", "p13", "p14", "p15", "p16", "p17", "p23"} <= set(
        ids(LIBRARY["parent-carer"], answers)
    )


def test_a_young_person_who_waits_has_a_full_route() -> None:
    asked = ids(LIBRARY["young-person-11-25"], ON | {("y1", ""): ("i-am-waiting-for-one",)})

    assert asked[:8] == SHORT
    assert asked[8:] == ["y1", "y5", "y6", "y10", "y11", "y12", "y13", "y14", "y22", "y16", "y17", "y19", "y21", "who"]


def test_a_family_without_support_is_not_asked_how_good_it_is() -> None:
    asked = ids(LIBRARY["parent-carer"], {("p22", "child-1"): ("no",)})

    assert not {"p7", "p8", "p11", "p12", "p13", "p14", "p15", "p16", "p17"} & set(asked)
    assert {"p9", "p10", "p24", "p21"} <= set(asked)


@pytest.mark.parametrize("option", ["grandparent-or-family-carer-kinship", "foster-carer"])
def test_kin_and_foster_carers_are_asked_about_caring(option: str) -> None:
    asked = ids(LIBRARY["parent-carer"], {("p0a", "child-1"): (option,)})

    assert {"p25", "p26"} <= set(asked)
    for other in ("parent-or-step-parent", "someone-else", "prefer-not-to-say"):
        assert not {"p25", "p26"} & set(ids(LIBRARY["parent-carer"], {("p0a", "child-1"): (other,)}))


def test_two_children_are_asked_about_in_turn_and_what_is_common_once() -> None:
    survey = LIBRARY["parent-carer"]

    asked = keys(survey, {("p0", ""): ("2",), ("another_child", "child-1"): ("yes",)})

    assert [key for key in asked if key[0] in ("p1", "another_child")] == [
        ("p1", "child-1"),
        ("another_child", "child-1"),
        ("p1", "child-2"),
    ]
    for common in ("p5", "p6", "p18", "p19", "p20", "quote", "who"):
        assert [key for key in asked if key[0] == common] == [(common, "")]
    assert asked.index(("p5", "")) > asked.index(("p21", "child-2"))


@pytest.mark.parametrize("answer", [("no-go-on",), ()])
def test_nobody_has_to_answer_for_another_child(answer: tuple[str, ...]) -> None:
    asked = keys(LIBRARY["parent-carer"], {("p0", ""): ("3-or-more",), ("another_child", "child-1"): answer})

    assert {repeat for _, repeat in asked} == {"", "child-1"}


@pytest.mark.parametrize("answer", [("1",), ("prefer-not-to-say",), ()])
def test_one_child_is_asked_about_where_no_more_are_told_of(answer: tuple[str, ...]) -> None:
    asked = keys(LIBRARY["parent-carer"], {("p0", ""): answer})

    assert ("p1", "child-1") in asked
    assert "another_child" not in [question for question, _ in asked]


def test_the_third_of_three_children_is_the_last() -> None:
    on = {("another_child", f"child-{number}"): ("yes",) for number in (1, 2, 3)}

    asked = keys(LIBRARY["parent-carer"], {("p0", ""): ("3-or-more",), **on})

    assert [key for key in asked if key[0] == "another_child"] == [
        ("another_child", "child-1"),
        ("another_child", "child-2"),
    ]
    assert ("p1", "child-3") in asked


def test_what_is_so_for_any_child_is_so_for_the_family() -> None:
    survey = LIBRARY["parent-carer"]
    two = {("p0", ""): ("2",), ("another_child", "child-1"): ("yes",)}

    assert "p16" in ids(survey, {**two, ("p22", "child-1"): ("no",), ("p22", "child-2"): ("yes",)})
    assert "p16" not in ids(survey, {**two, ("p22", "child-1"): ("no",), ("p22", "child-2"): ("no",)})


def test_each_therapy_is_asked_about_in_turn_and_the_plan_once() -> None:
    survey = LIBRARY["therapy-satisfaction"]

    asked = keys(survey, {("t1", ""): ("occupational-therapy", "speech-and-language")})

    assert asked == [
        ("t1", ""),
        ("t1a", ""),
        *((id, "salt") for id in PER_SERVICE),
        *((id, "occupational-therapy") for id in PER_SERVICE),
        ("quote", ""),
        ("who", ""),
    ]


def test_what_is_said_of_one_therapy_holds_for_that_one_only() -> None:
    survey = LIBRARY["therapy-satisfaction"]

    asked = keys(
        survey,
        {
            ("t1", ""): ("speech-and-language", "physiotherapy"),
            ("t1a", ""): ("yes",),
            ("t1b", "physiotherapy"): ("yes",),
        },
    )

    assert ("t8", "salt") in asked
    assert ("t8", "physiotherapy") in asked
    assert ("t9", "physiotherapy") in asked
    assert ("t13", "physiotherapy") in asked
    assert ("t9", "salt") not in asked


def test_what_is_said_of_an_earlier_therapy_says_nothing_of_a_later_one() -> None:
    survey = LIBRARY["therapy-satisfaction"]

    asked = keys(survey, {("t1", ""): ("speech-and-language", "physiotherapy"), ("t1b", "salt"): ("yes",)})

    assert ("t9", "salt") in asked
    assert ("t9", "physiotherapy") not in asked


def test_a_condition_holds_without_a_service_too() -> None:
    text = Path("surveys/library/therapy-satisfaction.toml").read_text(encoding="utf-8")
    survey = survey_of(text.replace('id = "t3"', 'id = "t3"\nshow_if = "had_therapy"'))

    assert ids(survey, {("t1", ""): ("none-yet-still-waiting",)}) == ["t1", "t4", "t11", "quote", "who"]


def test_somebody_still_waiting_for_therapy_is_asked_three_things() -> None:
    survey = LIBRARY["therapy-satisfaction"]

    assert ids(survey, {("t1", ""): ("none-yet-still-waiting",)}) == ["t1", "t4", "t3", "t11", "quote", "who"]


def test_a_therapy_chosen_counts_for_more_than_none_yet() -> None:
    survey = LIBRARY["therapy-satisfaction"]

    asked = keys(survey, {("t1", ""): ("physiotherapy", "none-yet-still-waiting")})

    assert ("t2", "physiotherapy") in asked
    assert ("t4", "") not in asked


@pytest.mark.parametrize("answer", [(), ("dont-know",)])
def test_somebody_who_cannot_name_the_therapy_is_still_heard(answer: tuple[str, ...]) -> None:
    survey = LIBRARY["therapy-satisfaction"]

    assert ids(survey, {("t1", ""): answer}) == ["t1", "t10", "t11", "quote", "who"]


def test_an_unknown_question_is_refused_with_the_ones_there_are() -> None:
    survey = survey_of(BUS)

    with pytest.raises(UnknownQuestion, match="there is no question `b9`; it has b1, b2"):
        step_after(survey, {}, Step("b9"))
    with pytest.raises(UnknownQuestion):
        step_before(survey, {}, Step("b9"))


def test_coming_back_goes_on_with_the_first_question_never_met() -> None:
    survey = survey_of(BUS)

    assert first_unanswered(survey, {("b1", ""): (), ("b3", ""): ("over-an-hour",)}) == Step("b4")
