"""Queries about areas and the versions they have published."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from feedback_app.errors import NotFound
from feedback_app.storage.rows import Record
from feedback_app.storage.tables import area, new_id, strategy_version, survey_version, today


class NoSuchArea(NotFound):
    words = "There is no area of that name here."


def add(
    session: Connection, *, slug: str, name: str, asked_by: str, example: bool, details: Mapping[str, object]
) -> str:
    made = {"id": new_id(), "slug": slug, "name": name, "asked_by": asked_by, "example": example}
    session.execute(area.insert().values(**made, made_on=today(), details=dict(details)))
    return str(made["id"])


def every(session: Connection) -> Sequence[Record]:
    return session.execute(sa.select(area).order_by(area.c.name)).all()


def by_slug(session: Connection, slug: str) -> Record:
    """Raises NoSuchArea."""
    row = session.execute(sa.select(area).where(area.c.slug == slug)).one_or_none()
    if row is None:
        raise NoSuchArea
    return row


def by_id(session: Connection, area_id: str) -> Record:
    return session.execute(sa.select(area).where(area.c.id == area_id)).one()


def set_details(session: Connection, area_id: str, details: Mapping[str, object]) -> None:
    session.execute(area.update().where(area.c.id == area_id).values(details=dict(details)))


def find_survey_version(session: Connection, area_id: str, survey: str, version: int) -> Record | None:
    return session.execute(
        sa.select(survey_version).where(
            survey_version.c.area_id == area_id,
            survey_version.c.survey == survey,
            survey_version.c.version == version,
        )
    ).one_or_none()


def add_survey_version(
    session: Connection, area_id: str, *, survey: str, version: int, title: str, definition: str, digest: str
) -> str:
    row = {"id": new_id(), "area_id": area_id, "survey": survey, "version": version, "title": title}
    session.execute(survey_version.insert().values(**row, definition=definition, digest=digest, published_on=today()))
    return str(row["id"])


def find_strategy_version(session: Connection, area_id: str, strategy: str, version: int) -> Record | None:
    return session.execute(
        sa.select(strategy_version).where(
            strategy_version.c.area_id == area_id,
            strategy_version.c.strategy == strategy,
            strategy_version.c.version == version,
        )
    ).one_or_none()


def strategy_versions(session: Connection, area_id: str) -> Sequence[Record]:
    """Every version of every strategy that an area has published, the newest of each first."""
    return session.execute(
        sa.select(strategy_version)
        .where(strategy_version.c.area_id == area_id)
        .order_by(strategy_version.c.strategy, strategy_version.c.version.desc())
    ).all()


def add_strategy_version(
    session: Connection, area_id: str, *, strategy: str, version: int, title: str, definition: str, digest: str
) -> str:
    row = {"id": new_id(), "area_id": area_id, "strategy": strategy, "version": version, "title": title}
    session.execute(strategy_version.insert().values(**row, definition=definition, digest=digest, published_on=today()))
    return str(row["id"])
