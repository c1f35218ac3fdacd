"""Queries about what phones say of a wording of what their group says together."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from feedback_app.storage.inserting import insert_once
from feedback_app.storage.tables import new_id, now, statement, statement_tap, statement_taps_closed


def put(session: Connection, area_id: str, statement_id: str, response_id: str, *, is_yes: bool) -> None:
    """Keep what a phone says, in place of what it said before. The same again changes nothing."""
    mine = statement_tap.update().where(
        statement_tap.c.area_id == area_id,
        statement_tap.c.statement_id == statement_id,
        statement_tap.c.response_id == response_id,
    )
    if session.execute(mine.values(is_yes=is_yes)).rowcount == 0:
        values = {"area_id": area_id, "statement_id": statement_id, "response_id": response_id}
        insert_once(session, statement_tap, id=new_id(), is_yes=is_yes, **values)


def of_response(session: Connection, area_id: str, statement_id: str, response_id: str) -> bool | None:
    """What this phone says, or None."""
    found = sa.select(statement_tap.c.is_yes).where(
        statement_tap.c.area_id == area_id,
        statement_tap.c.statement_id == statement_id,
        statement_tap.c.response_id == response_id,
    )
    is_yes: bool | None = session.execute(found).scalar()
    return is_yes


def count(session: Connection, area_id: str, statement_id: str) -> tuple[int, int]:
    """How many phones say yes, of how many that said anything."""
    found = sa.select(sa.func.count().filter(statement_tap.c.is_yes), sa.func.count()).select_from(statement_tap)
    mine = (statement_tap.c.area_id == area_id, statement_tap.c.statement_id == statement_id)
    row = session.execute(found.where(*mine)).one()
    return int(row[0]), int(row[1])


def close(session: Connection, area_id: str, statement_id: str, *, staff_id: str) -> bool:
    """From now on what phones said may be seen, and none changes it; False where it was closed before."""
    values = {"id": new_id(), "area_id": area_id, "statement_id": statement_id, "staff_id": staff_id}
    return insert_once(session, statement_taps_closed, **values, closed_at=now())


def are_closed(session: Connection, area_id: str, statement_id: str) -> bool:
    mine = (statement_taps_closed.c.area_id == area_id, statement_taps_closed.c.statement_id == statement_id)
    return session.execute(sa.select(statement_taps_closed.c.id).where(*mine)).first() is not None


def mark(session: Connection, area_id: str, workshop_id: str) -> int:
    """How many phones have said anything of any wording of a workshop: it says of none what."""
    found = (
        sa.select(sa.func.count())
        .select_from(statement_tap)
        .join(statement, statement.c.id == statement_tap.c.statement_id)
        .where(statement_tap.c.area_id == area_id, statement.c.area_id == area_id)
    )
    return int(session.execute(found.where(statement.c.workshop_id == workshop_id)).scalar_one())
