"""Queries about drawings and recordings: each belongs to one answer, and goes when its answer goes."""

from __future__ import annotations

from collections.abc import Iterable

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from feedback_app.storage.sealing import seal
from feedback_app.storage.tables import answer, attachment, new_id, today
from feedback_app.uploads import Upload


def keep(session: Connection, area_id: str, answer_id: str, files: Iterable[Upload]) -> None:
    """Keep the files of an answer, each sealed to its own row."""
    for file in files:
        attachment_id = new_id()
        session.execute(
            attachment.insert().values(
                id=attachment_id,
                area_id=area_id,
                answer_id=answer_id,
                kind=file.kind,
                media_type=file.media_type,
                size=len(file.content),
                content=seal(file.content, f"attachment:{attachment_id}"),
                kept_on=today(),
            )
        )


def kinds_of_response(session: Connection, area_id: str, response_id: str) -> dict[str, tuple[str, ...]]:
    """Which kinds of file came with each answer of a response, by the answer's id; never what is in them."""
    rows = session.execute(
        sa.select(attachment.c.answer_id, attachment.c.kind)
        .join(answer, answer.c.id == attachment.c.answer_id)
        .where(attachment.c.area_id == area_id, answer.c.area_id == area_id, answer.c.response_id == response_id)
        .order_by(attachment.c.kind, attachment.c.id)
    )
    kinds: dict[str, tuple[str, ...]] = {}
    for row in rows:
        kinds[row.answer_id] = (*kinds.get(row.answer_id, ()), row.kind)
    return kinds
