"""Queries about what may lie on a table: segments in their themes, who wrote, and which words somebody knew."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from feedback_app.storage.rows import Record
from feedback_app.storage.tables import answer, assignment, name, response, seat_call, segment, sitting, theme


def said(session: Connection, area_id: str, analysis_id: str, level: int) -> Sequence[Record]:
    """Every segment that says something, clearest first: whose it is, and its theme at a level. No words.

    `slug` and `score` are None where it has no theme; `part` is its theme at the level below.
    """
    place, part = (_at_level(area_id, analysis_id, which) for which in (level, level + 1))
    return session.execute(
        sa.select(
            segment.c.answer_id,
            segment.c.ordinal,
            place.c.slug,
            place.c.score,
            part.c.slug.label("part"),
            answer.c.repeat,
            answer.c.response_id,
            response.c.opening_id,
            response.c.audience,
        )
        .join(answer, answer.c.id == segment.c.answer_id)
        .join(response, response.c.id == answer.c.response_id)
        .outerjoin(place, place.c.segment_id == segment.c.id)
        .outerjoin(part, part.c.segment_id == segment.c.id)
        .where(segment.c.area_id == area_id, answer.c.area_id == area_id, response.c.area_id == area_id)
        .where(segment.c.analysis_id == analysis_id, segment.c.is_answer.is_(True))
        .order_by(place.c.score.desc().nulls_last(), segment.c.answer_id, segment.c.ordinal)
    ).all()


def _at_level(area_id: str, analysis_id: str, level: int) -> sa.Subquery:
    return (
        sa.select(assignment.c.segment_id, theme.c.slug, assignment.c.score)
        .join(theme, theme.c.id == assignment.c.theme_id)
        .where(assignment.c.area_id == area_id, theme.c.area_id == area_id)
        .where(theme.c.analysis_id == analysis_id, theme.c.level == level)
        .subquery()
    )


def wrote(session: Connection, area_id: str, analysis_id: str) -> Sequence[Record]:
    """Each person whose words were analysed, once, with their opening and group."""
    return session.execute(
        sa.select(response.c.id, response.c.opening_id, response.c.audience)
        .join(answer, answer.c.response_id == response.c.id)
        .join(segment, segment.c.answer_id == answer.c.id)
        .where(segment.c.area_id == area_id, answer.c.area_id == area_id, response.c.area_id == area_id)
        .where(segment.c.analysis_id == analysis_id)
        .distinct()
    ).all()


def names(session: Connection, area_id: str, analysis_id: str) -> Mapping[str, Mapping[str, str]]:
    """By theme, its names: by the machine, by young people, by the commissioner, as far as it has them."""
    rows = session.execute(
        sa.select(theme.c.slug, name.c.kind, name.c.words)
        .join(name, name.c.theme_id == theme.c.id)
        .where(theme.c.area_id == area_id, name.c.area_id == area_id, theme.c.analysis_id == analysis_id)
        .order_by(name.c.named_at, name.c.id)
    )
    found: dict[str, dict[str, str]] = {}
    for row in rows:
        found.setdefault(row.slug, {})[row.kind] = row.words
    return found


def known(session: Connection, area_id: str, wave_id: str) -> Sequence[Record]:
    """Words of a wave whose writer somebody at a table may know: the answer, its person, and when that was said."""
    return session.execute(
        sa.select(seat_call.c.answer_id, seat_call.c.ordinal, seat_call.c.called_at, answer.c.response_id)
        .join(sitting, sitting.c.id == seat_call.c.sitting_id)
        .join(answer, answer.c.id == seat_call.c.answer_id)
        .where(seat_call.c.area_id == area_id, sitting.c.area_id == area_id, answer.c.area_id == area_id)
        .where(sitting.c.wave_id == wave_id, seat_call.c.what == "known")
        .order_by(seat_call.c.called_at)
    ).all()


def known_since(rows: Sequence[Record]) -> Mapping[str, dt.datetime]:
    """By person (response id), when somebody at a table last said that they may know them."""
    return {row.response_id: row.called_at for row in rows}


def opening_of(session: Connection, area_id: str, answer_id: str) -> str | None:
    """The opening that an answer was given to; None where it is gone."""
    found = (
        sa.select(response.c.opening_id)
        .join(answer, answer.c.response_id == response.c.id)
        .where(answer.c.area_id == area_id, response.c.area_id == area_id, answer.c.id == answer_id)
    )
    return session.execute(found).scalar()


def asked_again(rows: Sequence[Record], decided: Mapping[tuple[str, int], Record]) -> frozenset[tuple[str, int]]:
    """Words that were released before somebody at a table said that they may know who wrote them."""
    found = {(row.answer_id, row.ordinal): row.called_at for row in rows}
    return frozenset(
        key
        for key, at in found.items()
        if key in decided and decided[key].state == "released" and at >= decided[key].decided_at
    )
