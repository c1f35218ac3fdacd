"""Throttling: wrong codes are counted by address, so that nobody can try them all and nobody locks a school out.

An address may try HEARD_CODE_TRIES (20) wrong codes at once, and one more every 12 seconds: 7,200 in a day. Of opening
codes there are 23^6 = 148 million. With ten openings open, who tries day and night from one address finds one of them
after 13.5 million tries, in five years; a given one after 28. What such a code opens is what hangs on the wall: the
questions, and nothing that anybody said. Who has a thousand addresses finds one in two days; no count by address helps.

Receipt codes are 23^14 = 1.2 x 10^19: with 100,000 responses kept, and 1,000 tries a second, more than all of it can
answer, it takes 3,700 years to find one. So a right receipt code is never refused. An opening code that has led
somebody in from an address in the last seven days is not refused there either: whoever tries codes there keeps out
none of a class with its poster, and learns nothing new.
"""

from __future__ import annotations

import datetime as dt

from feedback_app.errors import HeardError, read_by_people
from feedback_app.protecting import fingerprint
from feedback_app.storage import staff as rows
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.tables import now

SECONDS = 12  # until one more wrong code may be tried
KNOWN_DAYS = 7


class TooManyTries(HeardError):
    status = 429
    words = read_by_people("Too many codes were tried. Wait ten minutes, then try again.")


def refuse_too_many(address: str, allowed: int, *, code: str = "") -> None:
    """Raises TooManyTries when this address has used up its wrong codes, but for a code that is known there."""
    with reading() as session:
        ends = rows.ends_of(session, [_tried(address), _known(address, code)])
    until = ends.get(_tried(address))
    if until and until - now() > dt.timedelta(seconds=SECONDS * (allowed - 1)) and _known(address, code) not in ends:
        raise TooManyTries


def count_wrong_code(address: str) -> None:
    """Every wrong code costs its seconds, on top of what the address owes already."""
    with transaction() as session:
        rows.owe(session, _tried(address), dt.timedelta(seconds=SECONDS))


def remember_code(address: str, code: str) -> None:
    """A right code has led somebody in from this address."""
    bucket = _known(address, code)
    with reading() as session:
        if bucket in rows.ends_of(session, [bucket]):
            return
    with transaction() as session:
        rows.owe(session, bucket, dt.timedelta(days=KNOWN_DAYS))


# hashed with the installation's secret: no address is kept


def _tried(address: str) -> str:
    return f"code:{fingerprint(address).hex()}"


def _known(address: str, code: str) -> str:
    return f"known:{fingerprint(f'{address}|{code}').hex()}"
