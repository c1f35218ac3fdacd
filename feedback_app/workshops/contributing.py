"""Contributions: they join the wave as answers, any number to a prompt, one response to a phone or group."""

from __future__ import annotations

from sqlalchemy.engine import Connection

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

    One transaction. Raises what `keep` raises.
    """
    with transaction() as session:
        kept = keep(session, opening, question, words, key=key, send_key=send_key)
    return kept is not None and kept[1]


def keep(
    session: Connection, opening: Opening, question: str, words: str, *, key: str, send_key: str
) -> tuple[str, bool] | None:
    """Keep a contribution inside the transaction of whatever else is kept with it: its answer, and whether it is held.

    None where it was kept before: the same send key and words. The same key with other words, which a step back in the
    browser brings, is one more contribution. Raises NotAWorkshop, NothingSaid, PlaceLost, SurveyClosed.
    """
    if opening.channel != "workshop" or not opening.survey.question(question).is_text:
        raise NotAWorkshop
    if not 1 <= len(words.strip()) <= LONGEST:
        raise NothingSaid
    if not opening.is_open:
        raise SurveyClosed
    response = responses.find_by_key(session, opening.area_id, opening.id, digest(key))
    if response is None:
        raise PlaceLost
    body_hash = fingerprint(question + words)
    claimed = responses.claim_send(
        session,
        opening.area_id,
        response.id,
        key_hash=sent_as(response.id, f"{send_key}:{body_hash.hex()}"),
        body_hash=body_hash,
        page=question,
        reply="",
    )
    if not claimed:
        return None
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
    return answer_id, check_words(session, opening, answer_id, question, words, language="en")
