"""What an XLSForm cannot carry of a survey, in sentences for the person who takes it to another tool."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from surveys.conditions import facts_in
from surveys.model import Survey
from surveys.piping import chosen_in
from surveys.questions import Question
from surveys.rules import Rules
from surveys.shared import Shared
from surveys.xlsform.relevance import setter_of

ALWAYS = (
    "Nobody watches for words that may mean somebody is at risk. Heard's rules and its queue do not go along.",
    "Help lines, leaving the site at once and the offer to talk to somebody: add what your tool can show.",
    "The words at the start, before the first box and at the end: they promise a code, deleting and help that only "
    "Heard gives. Write your own.",
    "Columns whose heading begins with heard are for Heard: other tools do not show or keep them.",
)
SHOWN_BY_HEARD = {"read_aloud": "Reading aloud", "picture_left": "Pictures beside the questions"}
NOT_WORDS = frozenset({"reading_age", "max_words_per_sentence", "questions", "optional_boxes", "minutes"})
CHILD = "child_5_10"


def not_carried(
    survey: Survey, shared: Shared, never: Iterable[Question] = (), spoken: Iterable[str] = ()
) -> tuple[str, ...]:
    """A sentence for each thing that the form will not do elsewhere, or that an import will not bring back.

    Parameters
    ----------
    survey
        As it was exported.
    never
        Questions left out because no answer leads to them.
    spoken
        The languages beside English.
    """
    gone = [
        f"{language}: these words are a draft until somebody who speaks it approves them. Services, words of the area "
        "and notes stay in English, and an import takes English alone."
        for language in spoken
    ]
    gone += [f"Question {question.id}: no answer leads to it, so it is left out." for question in never]
    if survey.repeat and survey.repeat.each == "child":
        gone.append("Answering for another child: the form asks about one. Fill it in again for the next.")
    if survey.scores:
        gone.append(
            f"Scores: {', '.join(score.name for score in survey.scores)}: left out. Write them in the definition."
        )
    if survey.evidence_sources:
        gone.append("Where evidence came from, beside each rating: left out.")
    return (*gone, *_of_rules(survey.rules), *_of_questions(survey), *_of_audiences(survey, shared), *ALWAYS)


def _of_rules(rules: Rules) -> Iterator[str]:
    yield from (f"{words}: left out." for rule, words in SHOWN_BY_HEARD.items() if getattr(rules, rule))
    told = [
        key
        for key in rules.model_dump(exclude_defaults=True)
        if key not in NOT_WORDS and key not in SHOWN_BY_HEARD and key not in ("say_first", "one_per_page")
    ]
    if told:
        yield f"The rules {', '.join(told)}: they stand in the sheet settings, and only people can keep them."


def _of_questions(survey: Survey) -> Iterator[str]:
    asked = survey.questions
    for what, named in (
        ("drawing and speaking: only the box for words is asked", _of_kind(asked, "text_or_draw_or_voice")),
        ("the box for words beside a drawing or a recording", _of_kind(asked, "draw", "speak")),
        ("sharing out dots: which choices get any is asked, not how many", _of_kind(asked, "dots")),
        ("putting only the first few in order: all are put in order", [q.id for q in asked if q.top]),
        ("the answers beside the number, why there is none, are not offered", _of_kind(asked, "number")),
        (
            "a tick is yes; no and no answer look the same",
            [q.id for q in asked if q.kind == "agreement" and not q.sets],
        ),
        ("pictures: put their files, named in the column media::image, beside the form", _with_pictures(asked)),
        ("recordings and BSL videos", [q.id for q in asked if q.audio or q.bsl]),
        ("easy words: other tools show one wording", [q.id for q in asked if q.easy]),
        ("standing on one page with others", [q.id for q in asked if q.page]),
        ("how many letters an answer may have", [q.id for q in asked if q.letters]),
        ("many short notes by many people: one box is asked", _of_kind(asked, "post_its")),
        ("voting in a room: one choice is asked", _of_kind(asked, "vote")),
        ("faces and signs beside the answers", _with_faces(survey)),
        ("that no answer counts as one of the options", [q.id for q in asked if q.unanswered]),
        ("telling the safeguarding lead of a pattern of bad answers", [q.id for q in asked if q.pattern_check]),
        ("what the adult must do after an answer", [q.id for q in asked if q.on]),
        ("the wave decides whether it is asked: set the row of that name", _of_the_wave(survey)),
    ):
        if named:
            yield f"{'Question' if len(named) == 1 else 'Questions'} {', '.join(named)}: {what}."
    if naming := [question.id for question in asked if chosen_in(question.words + question.hint)]:
        yield f"What was chosen before, named in {', '.join(naming)}: its other words stand there instead."
    if any("{" in line for question in asked for line in (question.words, question.hint, question.say_first)) or any(
        "{" in line for line in survey.rules.say_first
    ):
        yield "An area's own words: write them into the column default of the rows of type hidden."


def _of_kind(questions: Iterable[Question], *kinds: str) -> list[str]:
    return [question.id for question in questions if question.kind in kinds]


def _with_pictures(questions: Iterable[Question]) -> list[str]:
    return [one.id for one in questions if one.picture or any(option.picture for option in one.options)]


def _with_faces(survey: Survey) -> list[str]:
    """Only children are shown any."""
    if CHILD not in survey.audiences:
        return []
    return [question.id for question in survey.questions if any(option.emoji for option in question.options)]


def _of_the_wave(survey: Survey) -> list[str]:
    return [
        question.id
        for question in survey.questions
        if any(setter_of(fact, survey) is None for fact in facts_in(question.show_if))
    ]


def _of_audiences(survey: Survey, shared: Shared) -> Iterator[str]:
    several = len(survey.audiences) > 1
    limited = [question.id for question in survey.questions if question.not_asked_of]
    if several and limited:
        yield f"Not asked of everybody: {', '.join(limited)}. Export once for each --audience."
    if several and CHILD in survey.audiences and any(question.child_words for question in survey.questions):
        yield "Children's own wording of a question. Export with --audience child_5_10."
    known = {meaning.words for meaning in shared.wordings.meanings.values()}
    for question in survey.questions:
        if question.meaning and question.meaning not in known:
            yield f"Question {question.id}: its meaning is no longer in wordings.toml, so it cannot be imported again."
