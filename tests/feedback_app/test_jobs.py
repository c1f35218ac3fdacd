"""The worker does what a transaction queued, puts back what fails, and goes on when a worker dies."""

from __future__ import annotations

import datetime as dt
import logging
import subprocess
import sys

import pytest
import sqlalchemy as sa
from flask import Flask

from feedback_app import answering, asking, jobs, publishing
from feedback_app.config import Settings
from feedback_app.storage import work
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.rows import Record
from feedback_app.storage.tables import analysis, now, pack_edition
from feedback_app.storage.tables import work as work_table
from tests.closed_wave import QUOTABLE, collect
from tests.term import AREA, WAVE, Term

DIE_WITH_WORK = """
import os, sys
from feedback_app import create_app
from feedback_app.storage import work
from feedback_app.storage.db import transaction
with create_app().app_context():
    with transaction() as session:
        work.claim(session)
    os.kill(os.getpid(), 9)
"""


def all_work(term: Term) -> list[Record]:
    with reading() as session:
        found = sa.select(work_table).where(work_table.c.area_id == term.area_id).order_by(work_table.c.queued_at)
        return list(session.execute(found).all())


def queue(term: Term, kind: str, subject: str = "") -> None:
    with transaction() as session:
        work.queue(session, term.area_id, kind, subject or term.wave_id)


def due_now(term: Term) -> None:
    """As if the time of waiting were over: leases have ended, and what was put back is due."""
    values = {"not_before": now(), "lease_ends_at": now() - dt.timedelta(seconds=1)}
    with transaction() as session:
        session.execute(work_table.update().where(work_table.c.area_id == term.area_id).values(**values))


def test_closing_a_wave_leads_to_its_report_and_a_withdrawal_to_the_next_edition(
    term: Term, inside: Flask, settings: Settings
) -> None:
    closed = collect(term)
    assert jobs.run_until_idle(inside) == 1

    chosen = next(one for one in publishing.candidates(AREA, WAVE) if one.original == QUOTABLE[8])
    publishing.decide_quote(
        AREA,
        WAVE,
        chosen.answer_id,
        chosen.ordinal,
        release=True,
        words=chosen.redacted,
        staff_id=term.staff["Omar"],
    )
    publishing.release_pack(AREA, WAVE, staff_id=term.staff["Omar"])
    assert jobs.run_until_idle(inside) == 1
    (first,) = settings.packs.iterdir()
    assert QUOTABLE[8].encode() in first.read_bytes()

    answering.withdraw_response(closed.receipts[QUOTABLE[8]])
    assert jobs.run_until_idle(inside) == 1
    (second,) = settings.packs.iterdir()
    assert QUOTABLE[8].encode() not in second.read_bytes()
    with reading() as session:
        rows = session.execute(sa.select(pack_edition).where(pack_edition.c.area_id == term.area_id)).all()
    assert sorted((row.edition, row.deleted_at is None) for row in rows) == [(1, False), (2, True)]
    assert all(row.done_at and row.problem is None for row in all_work(term))


def test_there_is_nothing_to_do_when_nothing_waits(term: Term, inside: Flask) -> None:
    assert not jobs.run_one(inside)


def test_work_that_fails_is_put_back_with_its_place_in_the_code_and_no_words(
    term: Term, inside: Flask, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    queue(term, "analyse_wave")  # the wave is still open: it cannot be analysed

    assert jobs.run_one(inside)

    (row,) = all_work(term)
    assert (row.attempts, row.done_at, row.failed_at) == (1, None, None)
    assert row.problem.startswith("WaveStillOpen in analysing.py:")
    assert "analyse_wave failed: WaveStillOpen" in caplog.text
    assert not jobs.run_one(inside)


def test_work_that_failed_is_done_when_its_cause_is_mended(term: Term, inside: Flask) -> None:
    queue(term, "analyse_wave")
    jobs.run_one(inside)
    with transaction() as session:
        from feedback_app.storage import waves

        waves.close(session, term.area_id, term.wave_id, dt.date(2026, 11, 22))
    due_now(term)

    assert jobs.run_one(inside)

    (row,) = all_work(term)
    assert row.done_at is not None
    assert row.attempts == 2


def test_work_that_keeps_failing_is_given_up(term: Term, inside: Flask) -> None:
    queue(term, "analyse_wave")

    for _ in range(work.ATTEMPTS):
        assert jobs.run_one(inside)
        due_now(term)

    (row,) = all_work(term)
    assert row.failed_at is not None
    assert not jobs.run_one(inside)


def test_work_that_fails_does_not_keep_other_work_waiting(term: Term, inside: Flask) -> None:
    queue(term, "analyse_wave")
    queue(term, "next_edition")

    assert jobs.run_until_idle(inside) == 2

    assert [row.done_at is not None for row in all_work(term)] == [False, True]


def test_work_of_an_unknown_kind_is_put_back_for_a_newer_worker(term: Term, inside: Flask) -> None:
    queue(term, "sing")

    jobs.run_one(inside)

    (row,) = all_work(term)
    assert row.problem.startswith("UnknownWork")
    assert row.done_at is None


def test_work_of_a_killed_worker_is_done_by_the_next_one(term: Term, inside: Flask, settings: Settings) -> None:
    collect(term)
    environ = {"HEARD_INSTANCE": str(settings.instance), "HEARD_DATABASE_URL": settings.database_url}
    dead = subprocess.run([sys.executable, "-c", DIE_WITH_WORK], env=environ, timeout=60, check=False)
    assert dead.returncode == -9
    assert not jobs.run_one(inside), "the dead worker's lease has not ended yet"
    due_now(term)

    assert jobs.run_one(inside)

    (row,) = all_work(term)
    assert (row.done_at is not None, row.attempts) == (True, 2)
    with reading() as session:
        assert len(session.execute(sa.select(analysis).where(analysis.c.area_id == term.area_id)).all()) == 1


def test_a_worker_whose_work_was_taken_over_does_not_end_it(term: Term) -> None:
    asking.close_wave(AREA, WAVE)
    with transaction() as session:
        slow = work.claim(session)
    assert slow is not None
    due_now(term)
    with transaction() as session:
        work.claim(session)

    with transaction() as session:
        assert not work.finish(session, slow.id, slow.lease)
        assert not work.put_back(session, slow, "too late")

    assert all_work(term)[0].problem is None
