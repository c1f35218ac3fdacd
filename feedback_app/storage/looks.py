"""Queries about looks: which lists were asked for, and what was told of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from feedback_app.errors import NotFound
from feedback_app.storage.rows import Record
from feedback_app.storage.tables import look, look_list, new_id, now, staff, strategy_version


class NoSuchLook(NotFound):
    words = "There is no such look at this wave."


def add(session: Connection, area_id: str, wave_id: str, lists: Mapping[str, Sequence[str]], *, staff_id: str) -> str:
    """Keep what was asked: sets by the id of their strategy's version. Return the look's id."""
    look_id = new_id()
    session.execute(
        look.insert().values(id=look_id, area_id=area_id, wave_id=wave_id, staff_id=staff_id, asked_at=now())
    )
    for version_id, sets in lists.items():
        session.execute(
            look_list.insert().values(
                id=new_id(), area_id=area_id, look_id=look_id, strategy_version_id=version_id, sets=list(sets)
            )
        )
    return look_id


def tell(session: Connection, area_id: str, look_id: str, told: Mapping[str, Any]) -> None:
    session.execute(
        look.update().where(look.c.area_id == area_id, look.c.id == look_id).values(told=dict(told), made_at=now())
    )


def of_wave(session: Connection, area_id: str, wave_id: str) -> Sequence[Record]:
    """The newest first, each with the name of whoever asked."""
    return session.execute(
        _looks().where(look.c.area_id == area_id, look.c.wave_id == wave_id).order_by(look.c.asked_at.desc(), look.c.id)
    ).all()


def by_id(session: Connection, area_id: str, look_id: str) -> Record:
    """Raises NoSuchLook."""
    row = session.execute(_looks().where(look.c.area_id == area_id, look.c.id == look_id)).one_or_none()
    if row is None:
        raise NoSuchLook
    return row


def lists(session: Connection, area_id: str, look_id: str) -> Sequence[Record]:
    """Definition and chosen sets of each strategy of a look, in the order of their names."""
    return session.execute(
        sa.select(strategy_version.c.definition, look_list.c.sets)
        .join(strategy_version, strategy_version.c.id == look_list.c.strategy_version_id)
        .where(look_list.c.area_id == area_id, strategy_version.c.area_id == area_id, look_list.c.look_id == look_id)
        .order_by(strategy_version.c.strategy)
    ).all()


def _looks() -> sa.Select[*tuple[object, ...]]:
    return sa.select(look, staff.c.name.label("asked_by")).join(staff, staff.c.id == look.c.staff_id)
