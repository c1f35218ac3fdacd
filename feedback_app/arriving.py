"""Answers that waited on a phone without a signal arrive: each is opened, checked as any page is, and kept once."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from werkzeug.datastructures import MultiDict

from feedback_app import answering, translating
from feedback_app.answering import PlaceLost, SurveyClosed
from feedback_app.asking import Opening
from feedback_app.boxes import BoxDoesNotOpen, bound_to, open_box, read_private_key
from feedback_app.errors import HeardError, read_by_people
from feedback_app.forms.fields import plain_words
from feedback_app.forms.questions import Given, field_names, given_to, page_form
from feedback_app.protecting import fingerprint
from feedback_app.safeguarding import check_words
from feedback_app.storage import waves
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.sealing import unseal_bytes
from feedback_app.storage.tables import today
from surveys import Question, Step, Survey
from surveys.errors import SurveyError
from surveys.layers import ENGLISH, LAYERS
from surveys.paging import shown_together

KEPT_ON_PHONE_DAYS = 14
GRACE_DAYS = 2  # a phone that was switched off on its last day
FINISH = "check"
STANDARD = "standard"
KEPT_LAYERS = frozenset(LAYERS) - {"words"} | {STANDARD}  # as answers keep them

Key = Annotated[str, Field(pattern="^[0-9a-f]{32}$")]
Outcome = Literal["kept", "again", "conflict", "refused"]


class DoesNotFit(HeardError):
    """The page would have said what is wrong with this answer, had there been a signal."""


class NotBegunInTime(SurveyClosed):
    """It came after the end, and nothing shows that whoever sends it was here before."""


class TooOld(HeardError):
    words = read_by_people("This was on the phone for more than 14 days.")


@dataclass(frozen=True, slots=True)
class Waited:
    """One page as it arrives: its send key, its box, and for how many days it was on the phone."""

    send_key: str
    box: bytes
    days: int


@dataclass(frozen=True, slots=True)
class Arrived:
    """What became of one page; `why` says in plain words why it is refused."""

    send_key: str
    outcome: Outcome
    why: str = ""


class Said(BaseModel):
    """What is in a box: a page, its form as it would have been sent, and whose it is.

    `page` is the page's address below `q/`, or `check` for Finish. `layer` and `language` are those it was read
    in; any that we do not know is the standard one. `key` was made by the phone and `wording` is what
    its owner agreed to. `own` says that they agreed without a signal; else the phone's cookie comes first. `stamp` is
    what the blank pages carried that the phone keeps.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    page: Annotated[str, Field(max_length=160)]
    fields: tuple[tuple[str, str], ...] = ()
    key: Key
    own: bool = False
    layer: str = STANDARD
    language: str = ENGLISH
    wording: Annotated[tuple[str, ...], Field(max_length=40)] = ()
    stamp: str = ""


def stamp(opening: Opening) -> str:
    """Today's mark on blank pages, the same for everybody: who shows it later had them while the opening was open."""
    return stamp_of(opening, today().isoformat()) if opening.is_open else ""


def stamp_of(opening: Opening, day: str) -> str:
    return f"{day} {fingerprint(f'blank:{opening.id}:{day}').hex()[:32]}"


def take_in(
    opening: Opening, waited: Sequence[Waited], *, key: str | None, kind: str = "phone"
) -> tuple[list[Arrived], str | None]:
    """Keep each page that waited, in its own transaction, and say what became of it and which key the phone has now.

    The same page again is harmless, in any order. One that is refused stops no other; the concern rules see its words
    all the same.
    """
    private_key = _private_key(opening)
    arrived = []
    for one in waited:
        try:
            said = _opened(opening, one, private_key)
        except BoxDoesNotOpen as wrong:
            arrived.append(Arrived(one.send_key, "refused", str(wrong)))
            continue
        whose = said.key if said.own or key is None else key
        arrived.append(_kept(opening, one, said, whose, kind))
        key = whose
    return arrived, key


def _kept(opening: Opening, one: Waited, said: Said, key: str, kind: str) -> Arrived:
    try:
        return Arrived(one.send_key, _keep(opening, one, said, key, kind))
    except NotBegunInTime as refused:
        return Arrived(one.send_key, "refused", str(refused))  # else anybody could fill a lead's queue for ever
    except (HeardError, SurveyError) as refused:
        _look_after(opening, said)
        why = str(refused) if isinstance(refused, HeardError) else answering.NotAsked.words
        return Arrived(one.send_key, "refused", why)


def _keep(opening: Opening, one: Waited, said: Said, key: str, kind: str) -> Outcome:
    """Raises HeardError or SurveyError where it is not kept."""
    if opening.opens_on > today():
        raise SurveyClosed
    if one.days > KEPT_ON_PHONE_DAYS + GRACE_DAYS:
        raise TooOld
    written_on = max(opening.opens_on, today() - dt.timedelta(days=one.days))
    begun = answering.look(opening, key) is not None
    if not opening.is_open:
        _refuse_late(opening, one, said, begun=begun)
    if not begun:
        wording = [plain_words(line) for line in said.wording] or opening.survey.wording("start", opening.audience)
        answering.start_response(opening, key, wording, kind=kind, written_on=written_on)
    if said.page == FINISH:
        answering.send_response(opening, key=key, written_on=written_on)
        return "kept"
    given = _given(opening, said)
    leaving = _left_alone(opening, given, key)
    if len(leaving) == len(given):
        return "kept"
    kept = answering.record_page(
        opening,
        given,
        key=key,
        send_key=one.send_key,
        leaving=leaving,
        layer=said.layer,
        language=said.language,
        written_on=written_on,
    )
    return {"new": "kept", "again": "again", "changed": "conflict"}[kept.outcome]  # type: ignore[return-value]


def _refuse_late(opening: Opening, one: Waited, said: Said, *, begun: bool) -> None:
    """After the end only what was written before it is kept, of somebody who was here before it.

    The day is the phone's own word. A forged one gains little: it is believed only of a response that had begun or of
    a phone that has the blank pages of an open day, for 14 days after the end; it is in no count once the wave has
    closed. Raises NotBegunInTime, SurveyClosed, TooOld.
    """
    after = (today() - opening.last_day).days
    day, _, _ = said.stamp.partition(" ")
    stamped = secrets.compare_digest(said.stamp.encode(), stamp_of(opening, day).encode())
    if after > KEPT_ON_PHONE_DAYS + GRACE_DAYS or not (begun or (stamped and day <= opening.last_day.isoformat())):
        raise NotBegunInTime
    # a phone counts whole days of 24 hours: what it wrote last night is nought days old
    if opening.wave_finished_on is not None or one.days + 1 < after:
        raise SurveyClosed
    if one.days > KEPT_ON_PHONE_DAYS:
        raise TooOld


def _left_alone(opening: Opening, given: Mapping[Step, Given], key: str) -> list[Step]:
    """Where nothing was said over an answer that a blank page does not show: going on does not delete it."""
    visit = answering.look(opening, key)
    if visit is None:
        raise PlaceLost
    return [step for step, one in given.items() if one.missing == "skipped" and step.key in visit.answers]


def _given(opening: Opening, said: Said) -> Mapping[Step, Given]:
    page = _page(opening.survey, said)
    questions = [opening.survey.question(step.question) for step in page]
    form = page_form(questions, audience=opening.audience, formdata=MultiDict(said.fields))
    if not form.validate():
        raise DoesNotFit(str(next(problem for problems in form.errors.values() for problem in problems)))
    given = given_to(form, questions)
    return {step: given[step.question] for step in page}


def _page(survey: Survey, said: Said) -> tuple[Step, ...]:
    """Raises SurveyError: this survey does not ask that."""
    question, _, repeat = said.page.partition("/")
    survey.service_name(repeat)
    shown = next((value for name, value in said.fields if name == "asked"), "")
    return shown_together(survey, Step(question, repeat), shown.split())


def _look_after(opening: Opening, said: Said) -> None:
    """Whatever was refused, somebody said it: where the rules see a concern in it, that is kept."""
    try:
        questions = [opening.survey.question(step.question) for step in _page(opening.survey, said)]
    except SurveyError:
        return
    with transaction() as session:
        for question, name in field_names(questions).items():
            for words in _words(opening.survey.question(question), name, said):
                check_words(session, opening, None, question, words, language=said.language)


def _words(asked: Question, field: str, said: Said) -> Iterator[str]:
    if asked.is_text:
        yield from (value for name, value in said.fields if name == field and value.strip())


def _private_key(opening: Opening) -> EllipticCurvePrivateKey:
    with reading() as session:
        wave = waves.by_id(session, opening.area_id, opening.wave_id)
    return read_private_key(unseal_bytes(wave.private_key, f"wave:{opening.wave_id}"))


def _opened(opening: Opening, one: Waited, private_key: EllipticCurvePrivateKey) -> Said:
    try:
        said = Said.model_validate_json(open_box(private_key, one.box, bound_to(opening.code, one.send_key)))
    except ValidationError as wrong:
        raise BoxDoesNotOpen from wrong
    layer = said.layer if said.layer in KEPT_LAYERS else STANDARD
    language = said.language if said.language in translating.languages() else ENGLISH
    return said.model_copy(update={"layer": layer, "language": language})
