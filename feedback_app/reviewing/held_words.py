"""Words that a seat writes are checked as answers are: what the rules find goes to the safeguarding lead alone."""

from __future__ import annotations

from sqlalchemy.engine import Connection

from analysis.concerns import worst
from feedback_app.reviewing.seats import Seat
from feedback_app.safeguarding import seen_by_rules
from feedback_app.storage import seat_concerns


def hold(session: Connection, seat: Seat, asked: str, words: str) -> str | None:
    """Run the rules over words inside the transaction that keeps them; return the concern that holds them, or None."""
    found = seen_by_rules(words, "en")
    if not found:
        return None
    return seat_concerns.add(
        session,
        seat.sitting.area_id,
        sitting_id=seat.sitting.id,
        seat_id=seat.id,
        level=worst(found),
        found=[{"category": one.category, "start": one.start, "end": one.end} for one in found],
        asked=asked,
        words=words,
    )
