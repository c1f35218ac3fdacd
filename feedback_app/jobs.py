"""The worker: claims work that a transaction queued, does it, and lets another try when it dies."""

from __future__ import annotations

import logging
import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from flask import Flask

from analysis.evidence.editions import EditionWouldTell
from feedback_app import agreeing, analysing, comparing, looking, packing, pooling, suggesting
from feedback_app.comparisons import COMPARE as COMPARE_LISTS
from feedback_app.errors import HeardError, where
from feedback_app.reviewing.samples import COMPARE, POOL
from feedback_app.storage import work
from feedback_app.storage.db import transaction
from feedback_app.storage.rows import Record
from feedback_app.workshops.suggestions import SUGGEST

log = logging.getLogger("heard")

IDLE_SECONDS = 0.5
BEAT_SECONDS = 20
KINDS: dict[str, Callable[[str, str, str | None], object]] = {
    "analyse_wave": analysing.analyse_wave,
    "write_pack": packing.write_pack,
    "look": looking.make_look,
    "next_edition": packing.write_next_edition,
    COMPARE: agreeing.compare_coders,
    POOL: pooling.pool_tables,
    COMPARE_LISTS: comparing.compare_lists,
    SUGGEST: suggesting.suggest_piles,
}


class UnknownWork(HeardError):
    words = "There is work of a kind that this worker does not know."


def run_one(app: Flask) -> bool:
    """Do the oldest work that is due; say whether there was any."""
    with app.app_context():
        with transaction() as session:
            row = work.claim(session)
        if row is None:
            return False
        try:
            with _beating(app, row):
                _do(row)
        except Exception as problem:  # whatever goes wrong, the work is put back and the worker goes on
            log.error("work %s failed: %s", row.kind, where(problem))
            with transaction() as session:
                work.put_back(session, row, where(problem), for_good=isinstance(problem, EditionWouldTell))
        else:
            with transaction() as session:
                work.finish(session, row.id, row.lease)
        return True


def run_until_idle(app: Flask) -> int:
    """Do all the work that is due now; say how much there was."""
    done = 0
    while run_one(app):
        done += 1
    return done


def run_for_ever(app: Flask, parent: int | None = None) -> None:
    """Work until the process that started this one is gone; without one, until stopped."""
    while parent is None or os.getppid() == parent:
        if not run_one(app):
            time.sleep(IDLE_SECONDS)


def _do(row: Record) -> None:
    if row.kind not in KINDS:
        raise UnknownWork
    KINDS[row.kind](row.area_id, row.subject, row.asked_by)


@contextmanager
def _beating(app: Flask, row: Record) -> Iterator[None]:
    """Keep hold of the work while it is done, from a thread of its own."""
    done = threading.Event()

    def beat() -> None:
        while not done.wait(BEAT_SECONDS):
            with app.app_context(), transaction() as session:
                work.beat(session, row.id, row.lease)

    thread = threading.Thread(target=beat, daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()
