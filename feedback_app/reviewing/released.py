"""Released words: what may be read at a table at all, and at one of its seats.

Only words that a person released as a quotation, that nobody holds, and whose writer nobody at a table may know.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from sqlalchemy.engine import Connection

from analysis.disclosure import FLOOR
from feedback_app.reviewing.seats import Hidden
from feedback_app.storage import concerns, findings
from feedback_app.storage import material as rows
from feedback_app.storage.rows import Record
from feedback_app.storage.sealing import unseal

Key = tuple[str, int]


def readable(session: Connection, area_id: str, wave_id: str, *hidden: Hidden) -> Mapping[Key, str]:
    """The words of a wave that may be read by everybody from whom these are kept, of a theme or of none."""
    analysis = findings.newest(session, area_id, wave_id)
    if analysis is None:
        return {}
    words = released_words(session, area_id, wave_id)
    small = small_groups(rows.wrote(session, area_id, analysis.id))
    return {
        key: words[key]
        for row in findings.quotable(session, area_id, analysis.id)
        if (key := key_of(row)) in words and not any(is_kept(row, one, small) for one in hidden or (Hidden(),))
    }


def released_words(session: Connection, area_id: str, wave_id: str) -> Mapping[Key, str]:
    """Words that a person released, nobody holds, and whose writer nobody at a table may know since then."""
    held = concerns.held_answers(session, area_id, wave_id)
    known = rows.known_since(rows.known(session, area_id, wave_id))
    return {
        key: unseal(row.words, f"release:{row.id}")
        for key, row in findings.decisions(session, area_id, wave_id).items()
        if row.state == "released"
        and row.words is not None
        and key[0] not in held
        and not (row.response_id in known and known[row.response_id] >= row.decided_at)
    }


def small_groups(wrote: Sequence[Record]) -> Collection[str]:
    """The openings and audience groups of which fewer than ten people wrote."""
    people = Counter(id for row in wrote for id in (row.opening_id, row.audience))
    return {id for id, number in people.items() if number < FLOOR}


def is_kept(row: Record, hidden: Hidden, small: Collection[str]) -> bool:
    """Whether a seat must not see a segment: of its own people, or of fewer than ten."""
    return (
        row.opening_id in hidden.openings
        or row.repeat in hidden.services
        or row.audience in hidden.groups
        or not {row.opening_id, row.audience}.isdisjoint(small)
    )


def key_of(row: Record) -> Key:
    return (row.answer_id, row.ordinal)
