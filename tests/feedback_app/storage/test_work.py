"""Work is claimed with a lease by one worker at a time, tried again when it dies, and given up with a reason."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask

from feedback_app import asking
from feedback_app.storage import work
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.rows import Record
from feedback_app.storage.tables import now
from feedback_app.storage.tables import work as work_table


@pytest.fixture
def area_id(inside: Flask) -> str:
    return asking.add_area("wexcombe", "Wexcombe", "Wexcombe Council", example=True)


def queue(area_id: str, subject: str = "a wave") -> str:
    with transaction() as session:
        return work.queue(session, area_id, "analyse_wave", subject)


def claim() -> Record | None:
    with transaction() as session:
        return work.claim(session)


def claimed() -> Record:
    row = claim()
    assert row is not None
    return row


def change(work_id: str, **values: Any) -> None:
    with transaction() as session:
        session.execute(
            work_table.update()
            .where(work_table.c.id == work_id)
            .values(**values)
            .execution_options(any_area="a test changes the time")
        )


def state(area_id: str, work_id: str) -> Record:
    with reading() as session:
        row = work.state(session, area_id, work_id)
    assert row is not None
    return row


def test_work_that_is_held_is_not_given_to_another_worker(area_id: str) -> None:
    work_id = queue(area_id)

    assert claimed().id == work_id
    assert claim() is None


def test_the_oldest_work_comes_first(area_id: str) -> None:
    first = queue(area_id, "one")
    second = queue(area_id, "two")

    assert [claimed().id, claimed().id] == [first, second]


def test_two_workers_at_the_same_moment_take_different_work(area_id: str) -> None:
    queue(area_id, "one")
    queue(area_id, "two")

    with transaction() as session:
        mine = work.claim(session)
    with transaction() as session:
        theirs = work.claim(session)

    assert mine is not None
    assert theirs is not None
    assert mine.id != theirs.id


def test_work_of_a_worker_that_died_is_given_to_another(area_id: str) -> None:
    work_id = queue(area_id)
    dead = claimed()
    change(work_id, lease_ends_at=now() - dt.timedelta(seconds=1))

    living = claimed()

    assert (living.id, living.attempts) == (work_id, 2)
    with transaction() as session:
        assert not work.finish(session, work_id, dead.lease)
        assert not work.beat(session, work_id, dead.lease)
        assert work.finish(session, work_id, living.lease)


def test_a_worker_that_beats_keeps_its_work(area_id: str) -> None:
    row = claimed() if queue(area_id) else None
    assert row is not None
    change(row.id, lease_ends_at=now() + dt.timedelta(seconds=1))

    with transaction() as session:
        assert work.beat(session, row.id, row.lease)

    assert state(area_id, row.id).lease_ends_at > now() + dt.timedelta(seconds=50)


def test_work_that_failed_waits_twice_as_long_each_time_and_is_then_given_up(area_id: str) -> None:
    work_id = queue(area_id)
    waits = []
    for _ in range(work.ATTEMPTS):
        row = claimed()
        with transaction() as session:
            work.put_back(session, row, "ValueError in analysing.py:1")
        waits.append((state(area_id, work_id).not_before - now()).total_seconds())
        assert claim() is None
        change(work_id, not_before=now())

    assert [round(wait) for wait in waits[:-1]] == [2, 4, 8, 16]
    assert state(area_id, work_id).failed_at is not None
    assert state(area_id, work_id).problem == "ValueError in analysing.py:1"
    assert claim() is None


def test_the_same_work_is_queued_once_until_somebody_begins_it(area_id: str) -> None:
    first = queue(area_id)
    assert queue(area_id) == first

    claimed()

    assert queue(area_id) != first


def test_work_goes_when_its_cause_goes(area_id: str) -> None:
    with suppress(RuntimeError), transaction() as session:
        work.queue(session, area_id, "analyse_wave", "a wave")
        raise RuntimeError

    with reading() as session:
        found = sa.select(work_table).where(work_table.c.area_id == area_id)
        assert session.execute(found).all() == []
