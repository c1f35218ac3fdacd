"""Typing in: a paper sheet or a telephone call becomes one response, kept once, marked with who typed it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy.engine import Connection

from feedback_app.answering import SurveyClosed, sent_as
from feedback_app.asking import Opening
from feedback_app.codes import digest, receipt_code, tidy_code
from feedback_app.errors import HeardError
from feedback_app.forms.questions import Given
from feedback_app.protecting import fingerprint
from feedback_app.safeguarding import check_words
from feedback_app.storage import responses, staff
from feedback_app.storage.db import transaction
from feedback_app.storage.rows import Record
from feedback_app.storage.tables import today
from surveys.sheet import SheetQuestion, asked_of

Kind = Literal["sheet", "telephone"]
AGREED: Mapping[Kind, str] = {"sheet": "Agreed on paper.", "telephone": "Agreed by telephone."}
WROTE = ("…",)  # stands for words in the routing, which never needs to know what they were


class SheetTyped(HeardError):
    """Another response came from a sheet of this number."""

    status = 409
    words = "A sheet of this number has been typed in before. Look at the number again."


class KeptOtherwise(HeardError):
    status = 409
    words = (
        "This sheet is kept already, as it was typed the first time. To change it, delete it with its code and type it "
        "again on an empty page."
    )


@dataclass(frozen=True, slots=True)
class TypedSheet:
    """One sheet as it was typed: its answers by the number of the question, its own number, and what was agreed to."""

    kind: Kind
    number: str
    wording: Sequence[str]
    answers: Mapping[int, Given]
    language: str = "en"


def keep_sheet(
    opening: Opening,
    sheet: Sequence[SheetQuestion],
    typed: TypedSheet,
    *,
    key: str,
    staff_id: str,
    number_again: bool = False,
) -> str:
    """Keep a whole sheet in one transaction, as sent, and return its receipt code. The same key keeps it once.

    Sheets are typed in after their last day too; from the day that the wave closes they are marked late, until it is
    finished. `number_again` keeps a sheet whose number was typed before. Raises SurveyClosed, SheetTyped,
    KeptOtherwise.
    """
    if opening.wave_finished_on is not None or today() < opening.opens_on:
        raise SurveyClosed
    given = _by_step(sheet, typed.answers)
    body_hash = fingerprint(_body(typed, given))
    with transaction() as session:
        earlier = responses.find_by_key(session, opening.area_id, opening.id, digest(key))
        if earlier is not None:
            _refuse_other(session, opening, earlier, key, body_hash)
            return receipt_code(key)
        response = _start(session, opening, typed, key, staff_id)
        if not _claim(session, opening, response.id, sent_as(response.id, key), body_hash, "sheet"):
            _refuse_other(session, opening, response, key, body_hash)  # two at the same moment
            return receipt_code(key)
        if typed.number:
            _claim_number(session, opening, response.id, typed.number, number_again=number_again)
        for one, answer in given.items():
            _keep_answer(session, opening, response.id, one, answer, typed.language)
        responses.mark_sent(session, opening.area_id, response.id, today())
        staff.note(session, "typed in", area_id=opening.area_id, staff_id=staff_id, subject=opening.id)
    return receipt_code(key)


def _by_step(sheet: Sequence[SheetQuestion], answers: Mapping[int, Given]) -> dict[SheetQuestion, Given]:
    """What is kept: whatever was answered, and what was left blank where the sheet asked it.

    A question that stands twice on the sheet, for people who came to it by two ways, is kept once.
    """
    said = {one: answers[one.number] for one in sheet if one.number in answers}
    routed = {one.step.key: given.options or (WROTE if given.words else ()) for one, given in said.items()
              if given.missing != "skipped"}  # fmt: skip
    asked = {one.step for one in asked_of(sheet, routed)}
    kept: dict[SheetQuestion, Given] = {}
    steps = set()
    for one, given in sorted(said.items(), key=lambda pair: (pair[1].missing == "skipped", pair[0].number)):
        if one.step not in steps and (given.missing != "skipped" or one.step in asked):
            kept[one] = given
            steps.add(one.step)
    return dict(sorted(kept.items(), key=lambda pair: pair[0].number))


def _start(session: Connection, opening: Opening, typed: TypedSheet, key: str, staff_id: str) -> Record:
    responses.start(
        session,
        opening.area_id,
        wave_id=opening.wave_id,
        opening_id=opening.id,
        audience=opening.audience,
        kind=typed.kind,
        people=1,
        key_hash=digest(key),
        receipt_hash=digest(tidy_code(receipt_code(key))),
        wording="\n".join((*typed.wording, AGREED[typed.kind])),
        on=None,
        late=opening.wave_closed_on is not None,
        typed_by=staff_id,
    )
    started = responses.find_by_key(session, opening.area_id, opening.id, digest(key))
    assert started is not None  # noqa: S101 - it was started in this transaction
    return started


def _refuse_other(session: Connection, opening: Opening, earlier: Record, key: str, body_hash: bytes) -> None:
    sent = responses.earlier_send(session, opening.area_id, sent_as(earlier.id, key))
    if sent is None or sent.body_hash != body_hash:
        raise KeptOtherwise


def _claim_number(session: Connection, opening: Opening, response_id: str, number: str, *, number_again: bool) -> None:
    """The unique index of what was sent says whether a sheet of this number came before to this opening."""
    key_hash = digest(f"sheet:{opening.id}:{number.casefold()}")
    if not _claim(session, opening, response_id, key_hash, digest(response_id), "sheet number") and not number_again:
        raise SheetTyped


def _claim(
    session: Connection, opening: Opening, response_id: str, key_hash: bytes, body_hash: bytes, page: str
) -> bool:
    return responses.claim_send(
        session, opening.area_id, response_id, key_hash=key_hash, body_hash=body_hash, page=page, reply=""
    )


def _keep_answer(
    session: Connection, opening: Opening, response_id: str, one: SheetQuestion, given: Given, language: str
) -> None:
    answer_id = responses.put_answer(
        session,
        opening.area_id,
        response_id,
        question=one.step.question,
        repeat=one.step.repeat,
        options=given.options,
        words=given.words,
        missing=given.missing,
        language=language,
        late=opening.wave_closed_on is not None,
    )
    if given.words:
        check_words(session, opening, answer_id, one.step.question, given.words, language=language)


def _body(typed: TypedSheet, given: Mapping[SheetQuestion, Given]) -> str:
    answers = [[one.number, answer.options, answer.words, answer.missing] for one, answer in given.items()]
    return json.dumps([typed.kind, typed.number, typed.language, answers], ensure_ascii=False)
