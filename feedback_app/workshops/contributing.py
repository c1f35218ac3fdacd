"""Workshops: contributions join the wave as answers, any number to a prompt, one response to a phone or group."""

from __future__ import annotations

from feedback_app.answering import PlaceLost, SurveyClosed, sent_as, start_response
from feedback_app.asking import Opening
from feedback_app.codes import digest
from feedback_app.errors import HeardError
from feedback_app.protecting import fingerprint
from feedback_app.safeguarding import check_words
from feedback_app.storage import responses
from feedback_app.storage.db import transaction

LONGEST = 1_000


class NotAWorkshop(HeardError):
    words = "This opening is not a workshop's."


class NothingSaid(HeardError):
    words = f"A contribution is between 1 and {LONGEST} characters long."


def join(opening: Opening, key: str, *, kind: str = "phone", people: int = 1) -> None:
    """A phone, a group or a paper sheet joins: one response, with the size of its group. Again changes nothing."""
    if opening.channel != "workshop":
        raise NotAWorkshop
    wording = opening.survey.wording("start", opening.audience)
    start_response(opening, key, wording, kind=kind, people=people)


def contribute(opening: Opening, question: str, words: str, *, key: str, send_key: str) -> bool:
    """Keep one contribution as one more answer to its prompt; say whether the concern rules hold it.

    One transaction. The same send key twice keeps one answer. Raises PlaceLost, SurveyClosed, NothingSaid.
    """
    if opening.channel != "workshop" or not opening.survey.question(question).is_text:
        raise NotAWorkshop
    if not 1 <= len(words.strip()) <= LONGEST:
        raise NothingSaid
    if not opening.is_open:
        raise SurveyClosed
    with transaction() as session:
        response = responses.find_by_key(session, opening.area_id, opening.id, digest(key))
        if response is None:
            raise PlaceLost
        claimed = responses.claim_send(
            session,
            opening.area_id,
            response.id,
            key_hash=sent_as(response.id, send_key),
            body_hash=fingerprint(question + words),
            page=question,
            reply="",
        )
        if not claimed:
            return False
        said = responses.answers(session, opening.area_id, response.id)
        ordinal = 1 + sum(1 for asked, _ in said if asked == question)
        answer_id = responses.put_answer(
            session,
            opening.area_id,
            response.id,
            question=question,
            repeat=str(ordinal),
            options=(),
            words=words,
            missing=None,
        )
        return check_words(session, opening, answer_id, question, words, language="en")
