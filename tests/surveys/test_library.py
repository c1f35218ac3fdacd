"""The surveys that come with Heard: all there, in their own words, and each keeping its rules."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from surveys import Survey, help_lines, load_about_you, load_library, pipe
from surveys.checks import sentence_lengths
from surveys.errors import MissingValue, UnknownHelpGroup
from surveys.help_lines import load_help_lines
from surveys.model import WORDINGS
from surveys.piping import variables_in
from surveys.shared import load_shared

LIBRARY = load_library()
SHARED = load_shared()

QUESTIONS = {
    "child-5-10-easy-read": "c1 c2 c3 c4 c5 c6 c7 c8 c9 c10 c11 c12 quote who",
    "children-in-care-short": "a1 a2 a3 a4 a5 a6 a7 a8 quote",
    "commissioning-workshop-prompts": "w1 w1a w2 w2a w3 w4 w4a w5 quote",
    "did-it-get-better": "b1 b2 b3 b4 quote who",
    "parent-carer": "p0 p0a p1 p22 p2 p3 p4 p7 p8 p9 p10 p24 p25 p11 p12 p13 p14 p15 p21 p23 another_child "
    "p5 p6 p16 p17 p26 p18 p19 p20 quote who",
    "personal-goal": "g1 g2 g3 g4 g5 quote who",
    "policy-consultation": "k1 k2 k3 k4 k5 k6 quote who",
    "practitioner": "x1 x2 x3 x15 x4 x5 x6 x7 x8 x16 x17 x9 x10 x11 x12 x13 x14 quote",
    "therapy-satisfaction": "t1 t1a t1b t2 t3 t4 t5 t6 t12 t7 t8 t9 t13 t10 t11 quote who",
    "therapy-satisfaction-child": "tc1 tc2 tc3 tc4 tc5 tc6 quote who",
    "young-commissioner-service-review": "r1 r2 r3 r4 r5 r6 r11 r7 r8 r9 r10 quote who",
    "young-inspector-visit": "v1 v2 v3 v4 v5 v6 v7 v8 v9 quote",
    "young-person-11-25": "y1 y2 y3 y4 y5 y6 y7 y8 y9 y10 y11 y12 y13 y14 y15 y22 y16 y17 y18 y19 y20 y21 quote "
    "carry_on who",
}
SCALES = {
    "faces3": "Yes=2 | A bit=1 | No=0 | I don't know=dont_know | I don't want to say=prefer_not",
    "good5": "Very good=5 | Good=4 | OK=3 | Not good=2 | Bad=1 | Don't know=dont_know | Prefer not to say=prefer_not",
    "change5": "Much better=5 | Better=4 | The same=3 | Worse=2 | Much worse=1 | "
    "This does not apply to me=not_applicable | Don't know=dont_know | Prefer not to say=prefer_not",
    "agree5": "Agree a lot=5 | Agree=4 | In the middle=3 | Disagree=2 | Disagree a lot=1 | Don't know=dont_know | "
    "Prefer not to say=prefer_not",
    "standard4": "Always=4 | Mostly=3 | Sometimes=2 | Never=1 | Could not tell=could_not_tell | "
    "Prefer not to say=prefer_not",
    "yesno": "Yes=1 | No=0 | Don't know=dont_know | Prefer not to say=prefer_not",
    "happy10": "1=1 | 2=2 | 3=3 | 4=4 | 5=5 | 6=6 | 7=7 | 8=8 | 9=9 | 10=10 | I have not used this=not_used | "
    "Don't know=dont_know | Prefer not to say=prefer_not",
    "goal10": "0=0 | 1=1 | 2=2 | 3=3 | 4=4 | 5=5 | 6=6 | 7=7 | 8=8 | 9=9 | 10=10 | Don't know=dont_know | "
    "Prefer not to say=prefer_not",
}

every_survey = pytest.mark.parametrize("survey", LIBRARY.values(), ids=LIBRARY)


def test_every_survey_is_there_with_its_questions_in_order() -> None:
    assert {id: " ".join(q.id for q in survey.questions) for id, survey in LIBRARY.items()} == QUESTIONS


@pytest.mark.parametrize("scale", SCALES)
def test_a_scale_keeps_its_options_its_scores_and_what_is_no_answer(scale: str) -> None:
    questions = [q for survey in LIBRARY.values() for q in survey.questions if q.kind == scale]

    said = {
        " | ".join(
            f"{o.label}={o.missing or format(o.score, 'g') if o.score is not None else o.missing}" for o in q.options
        )
        for q in questions
    }

    assert said == {SCALES[scale]}


def test_both_ends_of_the_happiness_line_are_named_in_durhams_direction() -> None:
    question = LIBRARY["therapy-satisfaction"].question("t2")

    assert question.ends
    assert (question.ends.min, question.ends.min_label) == (1, "extremely unhappy")
    assert (question.ends.max, question.ends.max_label) == (10, "extremely happy")
    assert question.ends.mid_label == "in the middle"
    assert [option.says for option in question.options[:10]] == [
        "extremely unhappy",
        *["nearer to unhappy"] * 3,
        *["in the middle"] * 2,
        *["nearer to happy"] * 3,
        "extremely happy",
    ]


def test_still_waiting_is_a_real_answer() -> None:
    survey = LIBRARY["therapy-satisfaction"]

    assert [option.id for option in survey.question("t1").options if option.missing] == ["dont-know"]
    assert [option.id for option in survey.question("t4").options if option.missing] == [
        "dont-know",
        "prefer-not-to-say",
    ]


def test_no_survey_is_named_after_somebody_elses() -> None:
    for file in Path("surveys/library").iterdir():
        assert not re.search(r"\bpoet\b", file.read_text(encoding="utf-8"), re.IGNORECASE)


@every_survey
def test_nothing_is_chosen_beforehand_and_nothing_is_required(survey: Survey) -> None:
    file = tomllib.loads(Path(f"surveys/library/{survey.id}.toml").read_text(encoding="utf-8"))

    assert not any(question.required for question in survey.questions)
    assert not any("default" in question for question in file["questions"])
    assert survey.question("quote").unanswered == "no"


@every_survey
def test_who_filled_it_in_is_the_last_question_and_not_for_practitioners(survey: Survey) -> None:
    for audience in survey.audiences:
        asked = [question.id for question in survey.for_audience(audience).questions]
        assert "who" not in asked[:-1]
        assert asked[-1] != "who" or audience != "practitioner"


@every_survey
def test_children_read_short_sentences_round_the_questions_too(survey: Survey) -> None:
    for audience in survey.audiences:
        longest = 10 if audience == "child_5_10" else 20
        for name in WORDINGS:
            lines = survey.wording(name, audience)
            assert lines
            if name != "offline_box":
                assert max(max(sentence_lengths(line)) for line in lines) <= longest


def test_children_in_care_of_any_age_read_the_childs_wording() -> None:
    survey = LIBRARY["children-in-care-short"]

    assert survey.wording("start", "young_person_11_25") == survey.wording("start", "child_5_10")
    assert survey.wording("start", "child_5_10")[0] == "You can choose to do this."
    assert LIBRARY["young-person-11-25"].wording("start", "young_person_11_25")[0] == "You can choose to take part."


def test_a_child_is_asked_about_quoting_in_the_childs_words_with_the_same_three_answers() -> None:
    child, parent = (LIBRARY[id].question("quote") for id in ("child-5-10-easy-read", "parent-carer"))

    assert child.words == "Can we show your words to other people?"
    assert [option.label for option in child.options] == ["Yes", "Only the team who reads this", "No"]
    assert [option.id for option in child.options] == [option.id for option in parent.options]


@every_survey
def test_every_question_has_easy_words_and_so_has_every_line_round_them(survey: Survey) -> None:
    without = [q.id for q in survey.questions if not (q.easy or q.wording == "child")]
    explained_in_hard_words = [q.id for q in survey.questions if q.meaning and not q.easy_meaning]
    hinted_in_hard_words = [q.id for q in survey.questions if q.hint and not q.easy_hint]

    assert (without, explained_in_hard_words, hinted_in_hard_words) == ([], [], [])
    for words in survey.audience_words:
        easy = [bool(getattr(words, f"{name}_easy")) for name in WORDINGS]
        assert words.start[0] == "You can choose to do this." or all(easy)
    assert survey.talk_to_me.easy


def test_a_hard_label_has_the_same_easy_words_in_every_survey() -> None:
    options = [option for survey in LIBRARY.values() for q in survey.questions for option in q.options]

    assert {option.easy for option in options if option.label == "Don't know"} == {"I don't know"}
    assert {option.easy for option in options if option.label == "Prefer not to say"} == {"I don't want to say"}


def test_emoji_stand_beside_labels_and_never_in_them() -> None:
    faces = LIBRARY["child-5-10-easy-read"].question("c1")

    assert [option.emoji for option in faces.options] == ["🙂", "😐", "🙁", "🤷", ""]
    assert all(option.label.isascii() for option in faces.options)


def test_therapies_have_ids_and_printable_names() -> None:
    survey = LIBRARY["therapy-satisfaction"]

    assert [(service.id, service.name) for service in survey.services] == [
        ("salt", "Speech and language therapy"),
        ("physiotherapy", "Physiotherapy"),
        ("occupational-therapy", "Occupational therapy"),
    ]


def test_a_second_child_is_promised_and_asked_about() -> None:
    survey = LIBRARY["parent-carer"]

    assert "more than one" in survey.question("p0").hint
    assert survey.repeat_ids == ("child-1", "child-2", "child-3")
    assert survey.question("another_child").words == "Answer for another child?"


def test_the_plan_is_explained_before_the_first_question_about_it() -> None:
    explained = {
        survey.id: question.id for survey in LIBRARY.values() for question in survey.questions if question.meaning
    }

    assert explained == {"young-person-11-25": "y1", "parent-carer": "p1", "therapy-satisfaction": "t1a"}


def test_each_family_has_its_members_and_each_member_its_family() -> None:
    families = SHARED.wordings.families
    found = {s.id: s.family_member for s in LIBRARY.values() if s.family == "plan_experience"}

    assert found == dict(families["plan_experience"].members)
    assert found["child-5-10-easy-read"] == "plan_child"


def test_every_link_that_is_named_joins_something() -> None:
    used = {question.link for survey in LIBRARY.values() for question in survey.questions if question.link}

    assert used == set(SHARED.wordings.links)


def test_strengths_challenges_and_changes_are_told_apart() -> None:
    asks = {q.id: q.asks for survey in LIBRARY.values() for q in survey.questions if q.is_text}

    assert (asks["y18"], asks["y19"], asks["y20"], asks["y21"]) == ("strengths", "challenges", "change", "open")
    assert (asks["c10"], asks["tc6"], asks["r10"], asks["w1"]) == ("strengths", "change", "open", "open")


@pytest.mark.parametrize("group", ["young_people", "parent_carers"])
def test_help_needs_no_speaking_and_is_there_in_sign(group: str) -> None:
    ways = " ".join(f"{line.name} {line.how}" for line in help_lines(group))

    assert "999" in ways
    assert "text" in ways
    assert "BSL" in ways


def test_every_group_has_help_lines_and_an_unknown_one_is_refused() -> None:
    assert {group: len(lines) for group, lines in load_help_lines().groups.items()} == {
        "young_people": 9,
        "parent_carers": 6,
        "practitioners": 3,
    }
    with pytest.raises(UnknownHelpGroup, match="there are young_people, parent_carers, practitioners"):
        help_lines("teachers")


def test_the_person_to_write_to_is_the_areas_own() -> None:
    line = help_lines("parent_carers")[-1]

    assert variables_in(line.how) == ("lead_contact",)
    assert pipe(line.how, {"lead_contact": "Asha Example"}) == "Asha Example"
    with pytest.raises(MissingValue, match="lead_contact"):
        pipe(line.how, {})


def test_questions_about_the_person_are_carried_with_their_notes() -> None:
    about = {question.id: question for question in load_about_you()}

    assert list(about) == [
        "age_band",
        "support",
        "area",
        "need",
        "sex_gender",
        "ethnicity",
        "care",
        "format",
        "took_part_before",
    ]
    assert about["support"].options[2] == "Waiting, no plan yet"
    assert "Gypsy, Roma and Traveller" in about["ethnicity"].note
