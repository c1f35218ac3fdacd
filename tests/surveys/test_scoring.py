"""Scores: by a rule written down before, and none where too little was answered."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys import Survey, SurveyError
from surveys.compiled import compile_routing
from surveys.preview import preview
from surveys.scoring import Scored, score
from surveys.xlsform import to_xlsform
from tests.surveys.definitions import BUS, answer_to, survey_of

RATED = BUS.replace("questions = 4\n", "questions = 6\n").replace(
    '[[questions]]\nid = "b4"',
    '[[questions]]\nid = "s1"\nkind = "good5"\nwords = "How good is the driver?"\n\n'
    '[[questions]]\nid = "s2"\nkind = "good5"\nwords = "How good is the noise?"\n\n[[questions]]\nid = "b4"',
)
RULE = '[[scores]]\nid = "ride"\nname = "The ride"\nquestions = ["b2", "s1", "s2"]\nrule = "mean"\nmin_answered = 2\n\n'
ON_THE_BUS = {("b1", ""): ("yes",)}


def survey(rule: str = RULE) -> Survey:
    return survey_of(RATED.replace("[[questions]]", rule + "[[questions]]", 1))


def scored(answers: dict[str, str], rule: str = RULE) -> Scored:
    given = {(question, ""): (chosen,) for question, chosen in answers.items()}
    return score(survey(rule), {**ON_THE_BUS, **given})["ride", ""]


def test_a_mean_is_of_the_answers_there_are() -> None:
    assert scored({"b2": "very-good", "s1": "good", "s2": "dont-know"}) == Scored(4.5, 2, {"dont_know": 1})


def test_with_too_few_answers_there_is_no_score_and_it_says_why() -> None:
    one = scored({"b2": "very-good", "s1": "prefer-not-to-say"})

    assert (one.value, one.answered) == (None, 1)
    assert one.missing == {"prefer_not": 1, "skipped": 1}


def test_a_sum_takes_the_mean_of_the_others_for_what_is_missing() -> None:
    rule = RULE.replace('"mean"', '"sum"')

    assert scored({"b2": "good", "s1": "good", "s2": "good"}, rule).value == 12
    assert scored({"b2": "good", "s1": "ok"}, rule).value == 10.5


def test_a_question_turned_about_counts_the_other_way() -> None:
    rule = RULE.replace("min_answered = 2", 'min_answered = 2\nreverse = ["s2"]')

    assert scored({"b2": "very-good", "s1": "very-good", "s2": "bad"}, rule).value == 5


def test_an_answer_to_what_is_no_longer_asked_does_not_count() -> None:
    answers = {("b1", ""): ("no",), ("b2", ""): ("very-good",), ("s1", ""): ("bad",), ("s2", ""): ("ok",)}

    assert score(survey(), answers)["ride", ""] == Scored(2.0, 2, {"not_asked": 1})


@given(st.data())
def test_a_score_stands_within_its_scale_or_there_is_none(data: st.DataObject) -> None:
    ride = survey()
    answers = {**ON_THE_BUS, **{(id, ""): data.draw(answer_to(ride, id)) for id in ("b2", "s1", "s2")}}

    one = score(ride, answers)["ride", ""]

    assert one.answered + sum(one.missing.values()) == 3
    assert (one.value is None) == (one.answered < 2)
    assert one.value is None or 1 <= one.value <= 5


@given(st.data())
def test_no_kind_of_no_answer_changes_a_score(data: st.DataObject) -> None:
    answers = {("b2", ""): ("good",), ("s1", ""): ("ok",), **ON_THE_BUS}
    none = data.draw(st.sampled_from([(), ("dont-know",), ("prefer-not-to-say",)]))

    assert score(survey(), {**answers, ("s2", ""): none})["ride", ""].value == 3.5


def test_each_service_has_a_score_of_its_own() -> None:
    text = (
        'id = "two"\nversion = 1\ntitle = "Two"\naudiences = ["practitioner"]\n'
        '[repeat]\nquestion = "w"\nquestions = ["a", "b"]\nservices = ['
        '{ id = "bus", name = "Bus", option = "Bus" }, { id = "taxi", name = "Taxi", option = "Taxi" }]\n'
        '[[scores]]\nid = "s"\nname = "S"\nquestions = ["a", "b"]\nrule = "mean"\nmin_answered = 1\n'
        '[[questions]]\nid = "w"\nkind = "multi"\nwords = "Which?"\noptions = ["Bus", "Taxi"]\n'
        '[[questions]]\nid = "a"\nkind = "good5"\nwords = "How good?"\n'
        '[[questions]]\nid = "b"\nkind = "good5"\nwords = "How good?"\n'
    )

    found = score(survey_of(text), {("w", ""): ("bus",), ("a", "bus"): ("good",), ("a", "taxi"): ("bad",)})

    assert found == {("s", "bus"): Scored(4.0, 1, {"skipped": 1})}


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('"s2"]', '"s9"]', "scores, ride: there is no question `s9`: correct the id"),
        ('"s2"]', '"s1"]', "scores, ride, questions: one is there twice"),
        ('"s2"]', '"b1"]', "are not all rated on the same numbers"),
        ('["b2", "s1", "s2"]', '["b3", "b4"]', "are not rated, so there is nothing to put together"),
        ("min_answered = 2", "min_answered = 4", "min_answered: is more than the questions there are"),
        ("min_answered = 2", 'min_answered = 2\nreverse = ["b3"]', "names a question that is not in `questions`"),
        ("min_answered = 2", "min_answered = 0", "min_answered"),
        ('"mean"', '"best"', "rule: must be 'mean' or 'sum'"),
        (RULE, RULE + RULE, "scores, ride: is there twice"),
        ("[[scores]]", '[rules]\nno_total = "Never."\n[[scores]]', "the rule `no_total` says that nothing is added up"),
    ],
)
def test_a_score_that_means_nothing_is_refused(old: str, new: str, sentence: str) -> None:
    text = RATED.replace("[[questions]]", RULE.replace(old, new) + "[[questions]]", 1)
    if "[rules]" in new:
        text = text.replace("[rules]\nreading_age = 9\nmax_words_per_sentence = 12\nquestions = 6\n", "", 1)

    with pytest.raises(SurveyError, match=sentence):
        survey_of(text)


def test_an_xlsform_says_that_it_carries_no_score() -> None:
    assert any("The ride: left out" in sentence for sentence in to_xlsform(survey()).not_carried)


def test_the_table_and_the_preview_tell_how_a_score_is_made() -> None:
    (rule,) = compile_routing(survey()).scores

    assert rule.points["b2"]["very-good"] == 5
    assert "dont-know" not in rule.points["b2"]
    assert "Score: The ride. The mean of b2, s1, s2." in preview(survey())
