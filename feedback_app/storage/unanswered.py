"""Queries about answers that are none, or to what was not understood: why, in which layer, in which language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from feedback_app.storage.rows import Record
from feedback_app.storage.tables import answer, response


def of_opening(session: Connection, area_id: str, opening_id: str) -> Sequence[Record]:
    """The newest revision of every answer of an opening that is none, or whose question was not understood.

    `missing` says which; the layer and the language are those in which its question was read.
    """
    rows = session.execute(
        sa.select(
            answer.c.response_id,
            answer.c.question,
            answer.c.repeat,
            answer.c.missing,
            answer.c.layer,
            answer.c.language,
        )
        .join(response, response.c.id == answer.c.response_id)
        .where(answer.c.area_id == area_id, response.c.area_id == area_id, response.c.opening_id == opening_id)
        .where(answer.c.late.is_(False))
        .order_by(answer.c.revision)
    ).all()
    newest: Mapping[tuple[str, str, str], Record] = {(row.response_id, row.question, row.repeat): row for row in rows}
    return [row for row in newest.values() if row.missing is not None]
