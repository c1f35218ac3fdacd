"""Queries about waves, their strategies and their openings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from feedback_app.errors import NotFound, read_by_people
from feedback_app.storage.rows import Query, Record
from feedback_app.storage.sealing import seal
from feedback_app.storage.tables import area, new_id, opening, strategy_version, survey_version, wave, wave_strategy

ANY_AREA = {"any_area": "an opening's code is how a respondent's area is found"}


class NoSuchWave(NotFound):
    words = "There is no wave of that name in this area."


class NoSuchOpening(NotFound):
    words = read_by_people("That code does not lead anywhere. Check the letters and try again.")


def add(
    session: Connection,
    area_id: str,
    *,
    slug: str,
    title: str,
    subject: str,
    opens_on: dt.date,
    decision_on: dt.date | None,
    reply_by: dt.date | None,
    public_key: bytes,
    private_key: bytes,
) -> str:
    wave_id = new_id()
    session.execute(
        wave.insert().values(
            id=wave_id,
            area_id=area_id,
            slug=slug,
            title=title,
            subject=subject,
            opens_on=opens_on,
            decision_on=decision_on,
            reply_by=reply_by,
            public_key=public_key,
            private_key=seal(private_key, f"wave:{wave_id}"),
        )
    )
    return wave_id


def every(session: Connection, area_id: str) -> Sequence[Record]:
    return session.execute(sa.select(wave).where(wave.c.area_id == area_id).order_by(wave.c.opens_on)).all()


def by_slug(session: Connection, area_id: str, slug: str) -> Record:
    """Raises NoSuchWave."""
    row = session.execute(sa.select(wave).where(wave.c.area_id == area_id, wave.c.slug == slug)).one_or_none()
    if row is None:
        raise NoSuchWave
    return row


def by_id(session: Connection, area_id: str, wave_id: str) -> Record:
    return session.execute(sa.select(wave).where(wave.c.area_id == area_id, wave.c.id == wave_id)).one()


def close(session: Connection, area_id: str, wave_id: str, on: dt.date) -> None:
    session.execute(wave.update().where(wave.c.area_id == area_id, wave.c.id == wave_id).values(closed_on=on))
    session.execute(
        opening.update()
        .where(opening.c.area_id == area_id, opening.c.wave_id == wave_id, opening.c.closed_on.is_(None))
        .values(closed_on=on, closed_why="the wave was closed")
    )


def add_strategy(
    session: Connection, area_id: str, wave_id: str, strategy_version_id: str, sets: Sequence[str]
) -> None:
    session.execute(
        wave_strategy.insert().values(
            id=new_id(),
            area_id=area_id,
            wave_id=wave_id,
            strategy_version_id=strategy_version_id,
            sets=list(sets),
        )
    )


def strategies(session: Connection, area_id: str, wave_id: str) -> Sequence[Record]:
    """The strategy versions a wave is read against: definition and chosen sets."""
    return session.execute(
        sa.select(strategy_version.c.definition, wave_strategy.c.sets)
        .join(strategy_version, strategy_version.c.id == wave_strategy.c.strategy_version_id)
        .where(wave_strategy.c.area_id == area_id, strategy_version.c.area_id == area_id)
        .where(wave_strategy.c.wave_id == wave_id)
        .order_by(strategy_version.c.strategy)
    ).all()


def add_opening(session: Connection, area_id: str, wave_id: str, **values: Any) -> str:
    opening_id = new_id()
    session.execute(opening.insert().values(id=opening_id, area_id=area_id, wave_id=wave_id, **values))
    return opening_id


def openings(session: Connection, area_id: str, wave_id: str | None = None) -> Sequence[Record]:
    found = _openings().where(opening.c.area_id == area_id)
    if wave_id is not None:
        found = found.where(opening.c.wave_id == wave_id)
    order = (opening.c.opens_on, survey_version.c.survey, opening.c.audience, opening.c.code)
    return session.execute(found.order_by(*order)).all()


def opening_by_code(session: Connection, code: str) -> Record:
    """Raises NoSuchOpening. The one way from a code to an area."""
    found = _openings().where(opening.c.code == code).execution_options(**ANY_AREA)
    row = session.execute(found).one_or_none()
    if row is None:
        raise NoSuchOpening
    return row


def opening_by_id(session: Connection, area_id: str, opening_id: str) -> Record:
    return session.execute(_openings().where(opening.c.area_id == area_id, opening.c.id == opening_id)).one()


def close_opening(session: Connection, area_id: str, opening_id: str, on: dt.date, why: str) -> None:
    session.execute(
        opening.update()
        .where(opening.c.area_id == area_id, opening.c.id == opening_id)
        .values(closed_on=on, closed_why=why)
    )


def code_is_taken(session: Connection, code: str) -> bool:
    found = sa.select(opening.c.id).where(opening.c.code == code).execution_options(**ANY_AREA)
    return session.execute(found).first() is not None


def _openings() -> Query:
    columns: Mapping[str, sa.ColumnElement[Any]] = {
        "area_slug": area.c.slug,
        "area_name": area.c.name,
        "area_details": area.c.details,
        "asked_by": area.c.asked_by,
        "example": area.c.example,
        "wave_slug": wave.c.slug,
        "wave_title": wave.c.title,
        "wave_closed_on": wave.c.closed_on,
        "wave_finished_on": wave.c.finished_on,
        "reply_by": wave.c.reply_by,
        "decision_on": wave.c.decision_on,
        "survey": survey_version.c.survey,
        "survey_version": survey_version.c.version,
        "survey_title": survey_version.c.title,
        "definition": survey_version.c.definition,
    }
    return (
        sa.select(opening, *(column.label(name) for name, column in columns.items()))
        .join(area, area.c.id == opening.c.area_id)
        .join(wave, sa.and_(wave.c.id == opening.c.wave_id, wave.c.area_id == opening.c.area_id))
        .join(
            survey_version,
            sa.and_(
                survey_version.c.id == opening.c.survey_version_id,
                survey_version.c.area_id == opening.c.area_id,
            ),
        )
    )
