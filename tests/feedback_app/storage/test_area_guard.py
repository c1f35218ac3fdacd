"""A query without an area fails in every test."""

from __future__ import annotations

from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask

from feedback_app.storage.db import reading, transaction
from feedback_app.storage.tables import answer, area, audit, concern, opening, response, wave
from tests.area_guard import QueryWithoutArea

HERE = "a" * 32
LATER = answer.alias("later")
OF_ANOTHER = sa.exists(sa.select(LATER.c.id).where(LATER.c.response_id == answer.c.response_id))

FREE = {
    "select": sa.select(wave),
    "select by another column": sa.select(wave).where(wave.c.slug == "autumn"),
    "update": wave.update().values(title="x"),
    "delete": answer.delete().where(answer.c.response_id == HERE),
    "one table of two": sa.select(answer).join(response).where(answer.c.area_id == HERE),
    "a query inside": sa.select(area).where(area.c.id.in_(sa.select(opening.c.area_id))),
    "an exists inside": answer.delete().where(answer.c.area_id == HERE, OF_ANOTHER),
    "a subquery to select from": sa.select(sa.select(response).subquery()),
    "one way of two": sa.select(wave).where(sa.or_(wave.c.area_id == HERE, wave.c.slug == "autumn")),
    "any area but one": sa.select(wave).where(wave.c.area_id != HERE),
    "the left side of an outer join": sa.select(answer).outerjoin(concern, answer.c.area_id == HERE),
    "a row that need not have one": sa.select(audit),
    "text": sa.text("SELECT * FROM answer"),
}
FIXED = {
    "no table of an area": sa.select(area),
    "a table": sa.select(wave).where(wave.c.area_id == HERE, wave.c.slug == "autumn"),
    "joined to one that is fixed": sa.select(answer)
    .join(response, sa.and_(response.c.id == answer.c.response_id, response.c.area_id == answer.c.area_id))
    .where(response.c.area_id == HERE),
    "the right side of an outer join": sa.select(answer)
    .outerjoin(concern, sa.and_(concern.c.answer_id == answer.c.id, concern.c.area_id == answer.c.area_id))
    .where(answer.c.area_id == HERE),
    "an exists that looks out": sa.select(response).where(
        response.c.area_id == HERE,
        sa.exists(sa.select(answer.c.id).where(answer.c.area_id == HERE, answer.c.response_id == response.c.id)),
    ),
    "a reason": sa.select(wave).execution_options(any_area="the worker serves every area"),
}


@pytest.fixture
def database_kind() -> str:
    return "sqlite"


@pytest.mark.parametrize("query", FREE.values(), ids=FREE.keys())
def test_a_query_without_an_area_fails(inside: Flask, query: Any) -> None:
    with transaction() as session, pytest.raises(QueryWithoutArea):
        session.execute(query)


@pytest.mark.parametrize("query", FIXED.values(), ids=FIXED.keys())
def test_a_query_of_one_area_passes(inside: Flask, query: Any) -> None:
    with reading() as session:
        session.execute(query)


def test_an_empty_reason_is_no_reason(inside: Flask) -> None:
    with reading() as session, pytest.raises(QueryWithoutArea):
        session.execute(sa.select(wave).execution_options(any_area=""))
