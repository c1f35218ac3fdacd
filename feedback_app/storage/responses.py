"""Queries about responses and their answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from feedback_app.storage import attachments
from feedback_app.storage.inserting import insert_once
from feedback_app.storage.rows import Record
from feedback_app.storage.sealing import seal, unseal
from feedback_app.storage.tables import (
    agreement,
    answer,
    contact,
    new_id,
    now,
    response,
    response_key,
    send,
    send_conflict,
    today,
)

ANY_AREA = {"any_area": "a receipt code is how its holder's response is found"}


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """The newest revision of one answer, without its words; `files` are the kinds of file that came with it."""

    id: str
    question: str
    repeat: str
    revision: int
    options: tuple[str, ...]
    wrote: bool
    missing: str | None
    key_hash: bytes | None
    answered_on: dt.date
    files: tuple[str, ...] = ()

    @property
    def is_told(self) -> bool:
        """Whether it holds anything of the person's own that is never shown again."""
        return self.wrote or bool(self.files)


def find_by_key(session: Connection, area_id: str, opening_id: str, key_hash: bytes) -> Record | None:
    """The response that a phone's key opens, locked until the transaction ends."""
    return session.execute(
        sa.select(response)
        .join(response_key, response_key.c.response_id == response.c.id)
        .where(response.c.area_id == area_id, response_key.c.area_id == area_id)
        .where(response.c.opening_id == opening_id, response_key.c.key_hash == key_hash)
        .with_for_update(of=response)
    ).one_or_none()


def look_by_key(session: Connection, area_id: str, opening_id: str, key_hash: bytes) -> Record | None:
    """The same without the lock, for pages that only show."""
    return session.execute(
        sa.select(response)
        .join(response_key, response_key.c.response_id == response.c.id)
        .where(response.c.area_id == area_id, response_key.c.area_id == area_id)
        .where(response.c.opening_id == opening_id, response_key.c.key_hash == key_hash)
    ).one_or_none()


def start(
    session: Connection,
    area_id: str,
    *,
    wave_id: str,
    opening_id: str,
    audience: str,
    kind: str,
    people: int,
    key_hash: bytes,
    receipt_hash: bytes,
    wording: str,
    on: dt.date | None,
    late: bool,
    typed_by: str | None = None,
) -> None:
    """Start a response; when this key has started one already, change nothing. `on` is today unless it waited."""
    response_id, started_on = new_id(), on or today()
    started = insert_once(
        session,
        response,
        id=response_id,
        area_id=area_id,
        wave_id=wave_id,
        opening_id=opening_id,
        audience=audience,
        kind=kind,
        people=people,
        started_on=started_on,
        late=late,
        receipt_hash=receipt_hash,
        typed_by=typed_by,
    )
    if not started:
        return
    values = {"area_id": area_id, "response_id": response_id}
    session.execute(response_key.insert().values(id=new_id(), key_hash=key_hash, made_on=started_on, **values))
    session.execute(agreement.insert().values(id=new_id(), wording=wording, agreed_on=started_on, **values))


def add_key(session: Connection, area_id: str, response_id: str, key_hash: bytes) -> None:
    """Another phone comes back to a response: it has a key of its own."""
    values = {"area_id": area_id, "response_id": response_id, "key_hash": key_hash, "made_on": today()}
    insert_once(session, response_key, id=new_id(), **values)


def find_by_receipt(session: Connection, receipt_hash: bytes) -> Record | None:
    found = sa.select(response).where(response.c.receipt_hash == receipt_hash)
    return session.execute(found.execution_options(**ANY_AREA)).one_or_none()


def answers(session: Connection, area_id: str, response_id: str) -> dict[tuple[str, str], KeptAnswer]:
    """The newest revision of each answer, by question and repeat, in the order they were first given."""
    rows = session.execute(
        sa.select(
            answer.c.id,
            answer.c.question,
            answer.c.repeat,
            answer.c.revision,
            answer.c.options,
            answer.c.words.is_not(None).label("wrote"),
            answer.c.missing,
            answer.c.key_hash,
            answer.c.answered_on,
        )
        .where(answer.c.area_id == area_id, answer.c.response_id == response_id)
        .order_by(answer.c.revision)
    )
    files = attachments.kinds_of_response(session, area_id, response_id)
    return {
        (row.question, row.repeat): KeptAnswer(
            id=row.id,
            question=row.question,
            repeat=row.repeat,
            revision=row.revision,
            options=tuple(row.options),
            wrote=bool(row.wrote),
            missing=row.missing,
            key_hash=row.key_hash,
            answered_on=row.answered_on,
            files=files.get(row.id, ()),
        )
        for row in rows
    }


def put_answer(
    session: Connection,
    area_id: str,
    response_id: str,
    *,
    question: str,
    repeat: str,
    options: Sequence[str],
    words: str | None,
    missing: str | None,
    layer: str = "standard",
    language: str = "en",
    written_on: dt.date | None = None,
    late: bool = False,
    key_hash: bytes | None = None,
) -> str:
    """Keep one answer as the next revision of its question, its words sealed to its own row.

    `written_on` is the day of an answer that waited on a phone; it came today.
    """
    answer_id = new_id()
    last = session.execute(
        sa.select(sa.func.max(answer.c.revision)).where(
            answer.c.area_id == area_id,
            answer.c.response_id == response_id,
            answer.c.question == question,
            answer.c.repeat == repeat,
        )
    ).scalar()
    session.execute(
        answer.insert().values(
            id=answer_id,
            area_id=area_id,
            response_id=response_id,
            question=question,
            repeat=repeat,
            revision=(last or 0) + 1,
            options=list(options),
            words=None if words is None else seal(words, f"answer:{answer_id}"),
            missing=missing,
            layer=layer,
            language=language,
            answered_on=written_on or today(),
            received_on=None if written_on is None else today(),
            late=late,
            key_hash=key_hash,
        )
    )
    return answer_id


def put_agreement(session: Connection, area_id: str, response_id: str, *, question: str, wording: str | None) -> None:
    """Keep the wording that was agreed to at one question, in place of what was before; None: they do not agree."""
    session.execute(
        agreement.delete().where(
            agreement.c.area_id == area_id, agreement.c.response_id == response_id, agreement.c.question == question
        )
    )
    if wording is not None:
        values = {"area_id": area_id, "response_id": response_id, "question": question, "wording": wording}
        session.execute(agreement.insert().values(id=new_id(), agreed_on=today(), **values))


def forget_revisions(session: Connection, area_id: str, response_id: str) -> int:
    """Delete every revision but the newest, and say how many: nobody asked for what was taken back to be kept."""
    later = answer.alias("later")
    replaced = sa.exists(
        sa.select(later.c.id).where(
            later.c.area_id == area_id,
            later.c.response_id == answer.c.response_id,
            later.c.question == answer.c.question,
            later.c.repeat == answer.c.repeat,
            later.c.revision > answer.c.revision,
        )
    )
    mine = answer.delete().where(answer.c.area_id == area_id, answer.c.response_id == response_id, replaced)
    return session.execute(mine).rowcount


def mark_sent(session: Connection, area_id: str, response_id: str, on: dt.date) -> None:
    session.execute(
        response.update().where(response.c.area_id == area_id, response.c.id == response_id).values(sent_on=on)
    )


def delete(session: Connection, area_id: str, response_id: str) -> None:
    """Everything of the response goes; a concern stays, with its own sealed copy."""
    session.execute(response.delete().where(response.c.area_id == area_id, response.c.id == response_id))


def claim_send(
    session: Connection,
    area_id: str,
    response_id: str,
    *,
    key_hash: bytes,
    body_hash: bytes,
    page: str,
    reply: str,
) -> bool:
    """Say whether this page is new. The unique index on its key decides, however many phones try at once."""
    return insert_once(
        session,
        send,
        id=new_id(),
        area_id=area_id,
        response_id=response_id,
        key_hash=key_hash,
        body_hash=body_hash,
        page=page,
        reply=reply,
        sent_on=today(),
    )


def earlier_send(session: Connection, area_id: str, key_hash: bytes) -> Record | None:
    found = sa.select(send).where(send.c.area_id == area_id, send.c.key_hash == key_hash)
    return session.execute(found).one_or_none()


def keep_conflict(session: Connection, area_id: str, send_id: str, body_hash: bytes, body: str) -> bool:
    """Keep another body of a page apart; say whether it is new."""
    conflict_id = new_id()
    return insert_once(
        session,
        send_conflict,
        id=conflict_id,
        area_id=area_id,
        send_id=send_id,
        body_hash=body_hash,
        body=seal(body, f"send_conflict:{conflict_id}"),
        sent_on=today(),
    )


def forget_conflicts(session: Connection, area_id: str, response_id: str, page: str) -> None:
    """Delete what was sent with a page's key beside the answer that was kept."""
    sends = sa.select(send.c.id).where(
        send.c.area_id == area_id, send.c.response_id == response_id, send.c.page == page
    )
    session.execute(
        send_conflict.delete().where(send_conflict.c.area_id == area_id, send_conflict.c.send_id.in_(sends))
    )


def keep_contact(session: Connection, area_id: str, opening_id: str, reach: str, key_hash: bytes) -> None:
    contact_id = new_id()
    insert_once(
        session,
        contact,
        id=contact_id,
        area_id=area_id,
        opening_id=opening_id,
        reach=seal(reach, f"contact:{contact_id}"),
        asked_at=now(),
        key_hash=key_hash,
    )


def contacts(session: Connection, area_id: str) -> Sequence[Record]:
    found = sa.select(contact.c.id, contact.c.opening_id, contact.c.asked_at).where(contact.c.area_id == area_id)
    return session.execute(found.order_by(contact.c.asked_at.desc())).all()


def contact_by_id(session: Connection, area_id: str, contact_id: str) -> Record | None:
    found = sa.select(contact).where(contact.c.area_id == area_id, contact.c.id == contact_id)
    return session.execute(found).one_or_none()


def of_wave(session: Connection, area_id: str, wave_id: str) -> Sequence[Record]:
    """Every response that a wave counts, sent or not, in the order of its id: what came late waits."""
    found = sa.select(response).where(response.c.area_id == area_id, response.c.wave_id == wave_id)
    return session.execute(found.where(response.c.late.is_(False)).order_by(response.c.id)).all()


def how_many(session: Connection, area_id: str, opening_id: str, kind: str) -> int:
    """How many responses of one kind an opening has."""
    found = sa.select(sa.func.count()).where(response.c.area_id == area_id, response.c.opening_id == opening_id)
    return int(session.execute(found.where(response.c.kind == kind)).scalar_one())


def came_late(session: Connection, area_id: str, wave_id: str) -> int:
    """How many responses of a wave have something that came after it had closed."""
    late_answers = sa.exists(
        sa.select(answer.c.id).where(
            answer.c.area_id == area_id, answer.c.response_id == response.c.id, answer.c.late.is_(True)
        )
    )
    found = sa.select(sa.func.count()).where(response.c.area_id == area_id, response.c.wave_id == wave_id)
    return int(session.execute(found.where(response.c.late.is_(True) | late_answers)).scalar_one())


def answers_of_wave(session: Connection, area_id: str, wave_id: str) -> Sequence[Record]:
    """The newest revision of every answer that a wave counts, words still sealed, by response and question.

    What came after it had closed waits: a pack that was given out may not change by a few.
    """
    rows = session.execute(
        sa.select(answer)
        .join(response, response.c.id == answer.c.response_id)
        .where(answer.c.area_id == area_id, response.c.area_id == area_id, response.c.wave_id == wave_id)
        .where(answer.c.late.is_(False))
        .order_by(answer.c.response_id, answer.c.question, answer.c.repeat, answer.c.revision)
    ).all()
    newest: Mapping[tuple[str, str, str], Record] = {(row.response_id, row.question, row.repeat): row for row in rows}
    return list(newest.values())


def answer_by_id(session: Connection, area_id: str, answer_id: str) -> Record | None:
    found = sa.select(answer).where(answer.c.area_id == area_id, answer.c.id == answer_id)
    return session.execute(found).one_or_none()


def open_words(row: Record) -> str:
    """The words of an answer row, opened."""
    return unseal(row.words, f"answer:{row.id}")
