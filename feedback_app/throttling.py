"""Throttling: wrong codes are counted by address, so that nobody can try them all."""

from __future__ import annotations

import datetime as dt

from feedback_app.errors import HeardError, read_by_people
from feedback_app.protecting import fingerprint
from feedback_app.storage import staff as rows
from feedback_app.storage.db import reading, transaction

MINUTES = 10


class TooManyTries(HeardError):
    status = 429
    words = read_by_people("Too many codes were tried. Wait ten minutes, then try again.")


def refuse_too_many(address: str, allowed: int) -> None:
    """Raises TooManyTries when this address has used up its wrong codes."""
    with reading() as session:
        tried = rows.tries(session, _bucket(address)[0])
    if tried >= allowed:
        raise TooManyTries


def count_wrong_code(address: str) -> None:
    with transaction() as session:
        rows.count_try(session, *_bucket(address))


def _bucket(address: str) -> tuple[str, dt.datetime]:
    now = dt.datetime.now(dt.UTC)
    start = now.replace(minute=now.minute - now.minute % MINUTES, second=0, microsecond=0)
    # hashed with the installation's secret: no address is kept
    hashed = fingerprint(f"{address}|{start:%Y%m%d%H%M}").hex()
    return f"code:{hashed}", start + dt.timedelta(minutes=MINUTES)
