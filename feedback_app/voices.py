"""The voices of a wave as the analysis reads them: who answered, what they wrote, what they chose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy.engine import Connection

from analysis.voices import AskedQuestion, Choice, Comment, Person, Rating, Voices
from feedback_app.answering import WROTE
from feedback_app.storage import concerns, responses, waves
from feedback_app.storage.rows import Record
from surveys import Question, Survey, steps, survey_from_json
from surveys.kinds import READ_KINDS
from surveys.routes import CHILDREN
from surveys.values import AUDIENCES

LATER_CHILDREN = {id: name for id, name in CHILDREN.items() if id != "child-1"}


def read_voices(session: Connection, area_id: str, wave_id: str) -> Voices:
    """Everything a wave's people told us, as plain values. Held words are left out: only that there were some."""
    openings = {row.id: row for row in waves.openings(session, area_id, wave_id)}
    surveys = {row.id: survey_from_json(row.definition) for row in openings.values()}
    people = responses.of_wave(session, area_id, wave_id)
    kept = _by_response(responses.answers_of_wave(session, area_id, wave_id))
    answers = {
        one.id: _still_asked(one, openings[one.opening_id].channel, surveys[one.opening_id], kept.get(one.id, []))
        for one in people
    }
    held = concerns.held_answers(session, area_id, wave_id)
    comments: list[Comment] = []
    ratings: list[Rating] = []
    for person in people:
        survey = surveys[person.opening_id]
        mine = answers[person.id]
        comments += _comments(person, survey, mine, held, str(openings[person.opening_id].wave_slug))
        ratings += _ratings(person, survey, mine)
    names = {row.audience: surveys[row.id].audience_name(row.audience) for row in openings.values()}
    asked = {q.id + q.group: q for row in openings.values() for q in _questions(surveys[row.id], row.audience)}
    return Voices(
        comments=tuple(comments),
        ratings=tuple(ratings),
        people=tuple(_person(one, surveys[one.opening_id], answers[one.id]) for one in people),
        questions=tuple(asked.values()),
        groups={audience: names[audience] for audience in AUDIENCES if audience in names},
        services={
            **{service.id: service.name for survey in surveys.values() for service in survey.services},
            **LATER_CHILDREN,
        },
    )


def _by_response(rows: Sequence[Record]) -> Mapping[str, list[Record]]:
    answers: dict[str, list[Record]] = {}
    for row in rows:
        answers.setdefault(row.response_id, []).append(row)
    return answers


def _still_asked(person: Record, channel: str, survey: Survey, answers: Sequence[Record]) -> list[Record]:
    """Leave out answers to questions that a later, changed answer took off this person's way."""
    if channel == "workshop":  # contributions are to prompts, any number of them, in no order
        return list(answers)
    given = {(row.question, row.repeat): tuple(row.options) or (WROTE if row.words else ()) for row in answers}
    asked = {step.key for step in steps(survey.for_audience(person.audience), given)}
    return [row for row in answers if (row.question, row.repeat) in asked]


def _comments(
    person: Record, survey: Survey, answers: Sequence[Record], held: frozenset[str], wave: str
) -> list[Comment]:
    quotable = person.sent_on is not None and any(
        row.question == "quote" and _says_yes(survey.question("quote"), row) for row in answers
    )
    return [
        Comment(
            id=row.id,
            respondent=person.id,
            words="" if row.id in held else responses.open_words(row),
            people=person.people,
            group=person.audience,
            question=f"{survey.id}/{row.question}",
            asks=survey.question(row.question).asks or "open",
            service=row.repeat if row.repeat in {service.id for service in survey.services} else "",
            wave=wave,
            language=row.language,
            quotable=quotable and row.id not in held,
            held=row.id in held,
        )
        for row in answers
        # an answer that is only drawn or spoken is held: it counts in the base like any other
        if row.words is not None or row.id in held
    ]


def _says_yes(question: Question, row: Record) -> bool:
    # the first option of the permission is the one unconditional Yes, and nobody permits what they do not understand
    return list(row.options) == [question.options[0].id] and row.missing is None


def _ratings(person: Record, survey: Survey, answers: Sequence[Record]) -> list[Rating]:
    ratings = []
    for row in answers:
        question = survey.question(row.question)
        if question.is_text or question.kind in READ_KINDS or question.id in _not_counted(survey):
            continue
        if question.kind == "number" and row.options and question.option(row.options[0]) is None:
            service, number = _service(survey, row.repeat), float(row.options[0])
            ratings.append(Rating(person.id, f"{survey.id}/{row.question}", value=number, service=service))
            continue
        # who gave one option two dots is one person who chose it
        for option_id in dict.fromkeys(row.options) or ("",):
            option = question.option(option_id) if option_id else None
            ratings.append(
                Rating(
                    respondent=person.id,
                    question=f"{survey.id}/{row.question}",
                    option=option_id,
                    value=option.score if option else None,
                    missing=option.missing if option else row.missing,
                    service=_service(survey, row.repeat),
                )
            )
    return ratings


def _not_counted(survey: Survey) -> frozenset[str]:
    """Permission to quote, and the questions whether to go on: they say nothing of anything."""
    route, repeat = survey.short_route, survey.repeat
    return frozenset({"quote", route.then if route else "", repeat.again if repeat else ""})


def _service(survey: Survey, repeat: str) -> str:
    """What a rating is counted under, so that nobody counts twice in one table.

    A parent's first child stands in the table of everybody who answers for one; a second has a table of its own, for a
    second rating in the same table would make two people of one.
    """
    asks_of_children = survey.repeat is not None and survey.repeat.each == "child"
    return "" if asks_of_children and repeat not in LATER_CHILDREN else repeat


def _person(row: Record, survey: Survey, answers: Sequence[Record]) -> Person:
    """Who filled it in is a fact about a response wherever it was asked; a blank is counted too."""
    asked = [q for q in survey.for_audience(row.audience).questions if q.id == "who"]
    chosen = {option for answer in answers if answer.question == "who" for option in answer.options}
    facts = {q.id: next((o.label for o in q.options if o.id in chosen), "No answer") for q in asked}
    return Person(id=row.id, group=row.audience, completed=row.sent_on is not None, attributes=facts)


def _questions(survey: Survey, audience: str) -> list[AskedQuestion]:
    return [
        AskedQuestion(
            id=f"{survey.id}/{question.id}",
            survey=survey.title,
            words=question.words_for(audience),
            kind=question.kind,
            group=audience,
            asks=question.asks,
            link=question.link,
            domain=question.domain,
            scale=question.scale,
            per_service=bool(survey.repeat and survey.services and question.id in survey.repeat.questions),
            choices=tuple(Choice(o.id, o.label, o.score, o.missing) for o in question.options),
        )
        for question in survey.for_audience(audience).questions
        if question.id not in _not_counted(survey) and question.kind not in READ_KINDS
    ]
