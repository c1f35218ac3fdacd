"""Answering: one response, kept page by page, sent once, and deleted when its owner says so."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy.engine import Connection

from feedback_app.asking import Opening, opening_of
from feedback_app.codes import digest, receipt_code, tidy_code
from feedback_app.errors import HeardError, NotFound, read_by_people
from feedback_app.forms.given import Given
from feedback_app.protecting import fingerprint
from feedback_app.safeguarding import check_given
from feedback_app.storage import attachments, copies, responses, staff, waves, work
from feedback_app.storage.db import current_database, forget_deleted_words, reading, transaction
from feedback_app.storage.responses import KeptAnswer
from feedback_app.storage.rows import Record
from feedback_app.storage.tables import today
from surveys import Step, Survey, steps
from surveys.routing import first_unanswered, next_unanswered_after

Said = Mapping[Step, Given]  # what was given on one page, question after question
AGREED = "agreed"
WROTE = ("…",)  # stands for words in the routing, which never needs to know what they were


class PlaceLost(HeardError):
    words = read_by_people("This phone has lost its place. Start again, or use the code if you have one.")


class SurveyClosed(HeardError):
    status = 410
    words = read_by_people("This survey is closed.")


class AlreadySent(HeardError):
    words = read_by_people("These answers have been sent.")


class NoSuchReceipt(NotFound):
    words = read_by_people("We could not find answers with that code. Check the letters and try again.")


class NotAsked(NotFound):
    words = read_by_people("This survey does not ask that.")


class TooLateToDelete(HeardError):
    status = 410
    words = read_by_people("It is too late to delete these answers: the report is finished.")


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a page: `new` and `again` go on to `next_step` (None: the check page).

    `changed` means that this page's send key came before with another answer: both are kept for staff, and the
    person is asked which they meant.
    """

    outcome: Literal["new", "again", "changed"]
    next_step: Step | None


@dataclass(frozen=True, slots=True)
class Visit:
    """One response as its own phone may see it: which questions have an answer, never the words.

    `code` is its receipt code, or None on a phone that came back with it and cannot derive it.
    """

    response_id: str
    is_sent: bool
    answers: Mapping[tuple[str, str], KeptAnswer]
    key_hash: bytes
    code: str | None

    def shows(self, kept: KeptAnswer | None) -> bool:
        """Whether what was chosen may be shown: on this phone, today. Words, and an earlier visit's answers, never."""
        if kept is None or kept.is_told:
            return False
        return kept.key_hash == self.key_hash and kept.answered_on == today()


def start_response(
    opening: Opening,
    key: str,
    wording: Sequence[str],
    *,
    kind: str = "phone",
    people: int = 1,
    written_on: dt.date | None = None,
) -> None:
    """Start the response of a phone's key, with the wording that was agreed to; again changes nothing.

    `written_on` is the day on which somebody agreed whose phone had no signal then: it may start after the end too.
    Raises SurveyClosed.
    """
    if not opening.is_open and written_on is None:
        raise SurveyClosed
    with transaction() as session:
        if responses.find_by_key(session, opening.area_id, opening.id, digest(key)) is not None:
            return  # begun here, or come back to with a code
        responses.start(
            session,
            opening.area_id,
            wave_id=opening.wave_id,
            opening_id=opening.id,
            audience=opening.audience,
            kind=kind,
            people=people,
            key_hash=digest(key),
            receipt_hash=digest(tidy_code(receipt_code(key))),
            wording="\n".join(wording),
            on=written_on,
            late=_is_late(opening, written_on),
        )


def record_answer(
    opening: Opening,
    step: Step,
    given: Given,
    *,
    key: str,
    send_key: str,
    layer: str = "standard",
    language: str = "en",
    written_on: dt.date | None = None,
) -> Kept:
    """Keep one answer, as `record_page` does."""
    return record_page(
        opening,
        {step: given},
        key=key,
        send_key=send_key,
        layer=layer,
        language=language,
        written_on=written_on,
    )


def record_page(
    opening: Opening,
    said: Said,
    *,
    key: str,
    send_key: str,
    leaving: Collection[Step] = (),
    layer: str = "standard",
    language: str = "en",
    written_on: dt.date | None = None,
) -> Kept:
    """Keep what was said on one page, with whatever the concern rules saw in it, and say which question comes next.

    One transaction. The same send key and answers give the same reply, after the end too; the same key with another
    answer is kept apart. The steps in `leaving` were passed by where an answer is kept that no page shows: it stays.
    The layer and the language are those that the page was read in. `written_on` is the day of answers that waited on
    a phone without a signal: they are kept after the end too, and late once the wave has closed. Raises NotAsked,
    PlaceLost, SurveyClosed, AlreadySent.
    """
    for step in said:
        _refuse_unknown(opening.survey, step)
    with transaction() as session:
        response = _response_of(session, opening, key)
        key_hash = sent_as(response.id, send_key)
        before = responses.answers(session, opening.area_id, response.id)
        # what waited on a phone may come after its own Finish: it takes the place of no answer
        waited = written_on is not None and not any(step.key in before for step in said)
        if not waited and (too_late := _too_late(opening, response, written_on)):
            return _kept_in_time(session, opening, said, key_hash, too_late)
        new = {step: given for step, given in said.items() if step not in leaving}
        after = _routed(before) | {step.key: given.options or _words(given) for step, given in new.items()}
        next_step = next_unanswered_after(opening.survey, after, list(said)[-1])
        claimed = responses.claim_send(
            session,
            opening.area_id,
            response.id,
            key_hash=key_hash,
            body_hash=fingerprint(_body(said)),
            page=_page(opening.survey, said),
            reply=_place(next_step),
        )
        if not claimed:
            return _sent_before(session, opening, said, key_hash, language)
        values = {
            "layer": layer,
            "language": language,
            "written_on": written_on,
            "late": _is_late(opening, written_on),
            "key_hash": digest(key),
        }
        for step, given in new.items():
            _put(session, opening, response.id, step, given, language=language, values=values)
    return Kept("new", next_step)


def delete_words(opening: Opening, step: Step, *, key: str) -> None:
    """Take back what was written, drawn or said to one question: all of it goes at once, a concern's copy stays."""
    with transaction() as session:
        response = _open_response(session, opening, key)
        kept = responses.answers(session, opening.area_id, response.id).get(step.key)
        if kept is None or not kept.is_told:
            return
        responses.put_answer(
            session,
            opening.area_id,
            response.id,
            question=step.question,
            repeat=step.repeat,
            options=(),
            words=None,
            missing="skipped",
        )
        responses.forget_revisions(session, opening.area_id, response.id)
        for page in (_place(step), _page_together(opening.survey, step)):
            responses.forget_conflicts(session, opening.area_id, response.id, page)
    forget_deleted_words(current_database())


def send_response(opening: Opening, *, key: str, written_on: dt.date | None = None) -> str:
    """Send the response once and return its receipt code; sending again returns the same code.

    A Finish that waited on a phone (`written_on`) and comes after the wave has closed changes nothing of a response
    that came in time: it was counted as not finished, and stays so. Raises PlaceLost, SurveyClosed.
    """
    forgotten = 0
    with transaction() as session:
        response = _response_of(session, opening, key)
        if not opening.is_open and response.sent_on is None and written_on is None:
            raise SurveyClosed
        counted_already = _is_late(opening, written_on) and not response.late
        if response.sent_on is None and not counted_already:
            responses.mark_sent(session, opening.area_id, response.id, today())
            forgotten = responses.forget_revisions(session, opening.area_id, response.id)
    if forgotten:
        forget_deleted_words(current_database())
    return receipt_code(key)


def look(opening: Opening, key: str) -> Visit | None:
    """What this phone's response holds so far, or None when its key has started nothing here."""
    with reading() as session:
        response = responses.look_by_key(session, opening.area_id, opening.id, digest(key))
        if response is None:
            return None
        kept = responses.answers(session, opening.area_id, response.id)
    own_code = receipt_code(key)
    code = own_code if digest(tidy_code(own_code)) == response.receipt_hash else None
    return Visit(response.id, response.sent_on is not None, kept, digest(key), code)


def has_begun(area_id: str, opening_id: str, key: str) -> bool:
    """Whether this phone's key has started a response of an opening: one row is read."""
    with reading() as session:
        return responses.look_by_key(session, area_id, opening_id, digest(key)) is not None


def steps_of(opening: Opening, visit: Visit) -> tuple[Step, ...]:
    """Every question to be asked, given what is answered so far."""
    return steps(opening.survey, _routed(visit.answers))


def next_unanswered(opening: Opening, visit: Visit) -> Step | None:
    """The first question that this response has not been past, or None when it has seen them all."""
    return first_unanswered(opening.survey, _routed(visit.answers))


def ask_for_contact(opening: Opening, reach: str, *, send_key: str) -> None:
    """Keep how somebody wants to be reached, apart from any answer, for the safeguarding lead alone."""
    # the words are in the key: whoever goes back and corrects their number must not be told that we have it when not
    key_hash = digest(f"{opening.id}:{send_key}:{reach}")
    with transaction() as session:
        responses.keep_contact(session, opening.area_id, opening.id, reach, key_hash)


def find_response(code: str) -> tuple[Opening, Record]:
    """The response that a receipt code belongs to, and its opening. Raises NoSuchReceipt."""
    with reading() as session:
        response = responses.find_by_receipt(session, digest(tidy_code(code)))
    if response is None:
        raise NoSuchReceipt
    return opening_of(response.area_id, response.opening_id), response


def withdraw_response(code: str) -> None:
    """Delete everything that a receipt code's holder told us, and queue the next edition of a pack that quotes them.

    A concern stays, with its own sealed copy. Raises NoSuchReceipt, TooLateToDelete.
    """
    opening, response = find_response(code)
    if opening.wave_finished_on is not None:
        raise TooLateToDelete
    with transaction() as session:
        copies.turn_rooms_of(session, opening.area_id, response.id)
        responses.delete(session, opening.area_id, response.id)
        staff.note(session, "withdrawn", area_id=opening.area_id, staff_id=None, subject=opening.wave_id)
        if waves.by_id(session, opening.area_id, opening.wave_id).closed_on is not None:
            work.queue(session, opening.area_id, "next_edition", opening.wave_id)
    forget_deleted_words(current_database())


def sent_as(response_id: str, send_key: str) -> bytes:
    """What is kept of a page's send key. It counts within its own response: two people never share a page."""
    return digest(f"{response_id}:{send_key}")


def _open_response(session: Connection, opening: Opening, key: str) -> Record:
    response = _response_of(session, opening, key)
    if too_late := _too_late(opening, response, None):
        raise too_late
    return response


def _response_of(session: Connection, opening: Opening, key: str) -> Record:
    response = responses.find_by_key(session, opening.area_id, opening.id, digest(key))
    if response is None:
        raise PlaceLost
    return response


def _too_late(opening: Opening, response: Record, written_on: dt.date | None) -> AlreadySent | SurveyClosed | None:
    if response.sent_on is not None:
        return AlreadySent()
    return None if opening.is_open or written_on is not None else SurveyClosed()


def _is_late(opening: Opening, written_on: dt.date | None) -> bool:
    """What waited on a phone until the wave had closed is kept, and in no count of it."""
    return written_on is not None and opening.wave_closed_on is not None


def _kept_in_time(session: Connection, opening: Opening, said: Said, key_hash: bytes, too_late: HeardError) -> Kept:
    """A phone that got no reply sends its page again after the end: what was kept before is still said to be kept."""
    earlier = responses.earlier_send(session, opening.area_id, key_hash)
    if earlier is None or earlier.body_hash != fingerprint(_body(said)):
        raise too_late
    return Kept("again", _step(earlier.reply))


def _put(
    session: Connection,
    opening: Opening,
    response_id: str,
    step: Step,
    given: Given,
    *,
    language: str,
    values: Mapping[str, Any],
) -> None:
    answer_id = responses.put_answer(
        session,
        opening.area_id,
        response_id,
        question=step.question,
        repeat=step.repeat,
        options=given.options,
        words=given.words,
        missing=given.missing,
        **values,
    )
    attachments.keep(session, opening.area_id, answer_id, given.files)
    check_given(session, opening, answer_id, step.question, given.words, given.files, language=language)
    if opening.survey.question(step.question).kind == "agreement":
        wording = given.wording if AGREED in given.options else None
        responses.put_agreement(session, opening.area_id, response_id, question=_place(step), wording=wording)


def _words(given: Given) -> tuple[str, ...]:
    return WROTE if given.words or given.files else ()


def _refuse_unknown(survey: Survey, step: Step) -> None:
    """A question that is asked once has no repeat, and one asked again has a service or a child of this survey."""
    asked = survey.question(step.question)
    again = survey.repeat is not None and asked.id in (*survey.repeat.questions, survey.repeat.again)
    if step.repeat and not (again and step.repeat in survey.repeat_ids):
        raise NotAsked


def _sent_before(session: Connection, opening: Opening, said: Said, key_hash: bytes, language: str) -> Kept:
    earlier = responses.earlier_send(session, opening.area_id, key_hash)
    if earlier is None:
        raise PlaceLost
    body_hash = fingerprint(_body(said))
    if earlier.body_hash == body_hash:
        return Kept("again", _step(earlier.reply))
    is_new = responses.keep_conflict(session, opening.area_id, earlier.id, body_hash, _body(said))
    for step, given in said.items():
        if is_new:
            # whoever leaves the page that asks which they meant has said it all the same
            check_given(session, opening, None, step.question, given.words, given.files, language=language)
    return Kept("changed", _step(earlier.reply))


def _routed(answers: Mapping[tuple[str, str], KeptAnswer]) -> dict[tuple[str, str], tuple[str, ...]]:
    return {where: answer.options or (WROTE if answer.is_told else ()) for where, answer in answers.items()}


def _body(said: Said) -> str:
    parts = [_part(step, given) for step, given in said.items()]
    return json.dumps(parts[0] if len(parts) == 1 else parts, ensure_ascii=False)


def _part(step: Step, given: Given) -> list[object]:
    files = [(file.kind, hashlib.sha256(file.content).hexdigest()) for file in given.files]
    return [_place(step), given.options, given.words, given.missing, *([files] if files else [])]


def _page(survey: Survey, said: Said) -> str:
    """What a page is called beside its send key: its question, or the name of several that stand together."""
    first = next(iter(said))
    return _place(first) if len(said) == 1 else _page_together(survey, first)


def _page_together(survey: Survey, step: Step) -> str:
    return f"@{survey.question(step.question).page}/{step.repeat}"


def _place(step: Step | None) -> str:
    return "" if step is None else f"{step.question}/{step.repeat}"


def _step(place: str) -> Step | None:
    question, _, repeat = place.partition("/")
    return Step(question, repeat) if question else None
