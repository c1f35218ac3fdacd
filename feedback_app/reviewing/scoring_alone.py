"""Scoring alone: each seat fills in its own sheet, and nobody sees it before the sheets lie side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.engine import Connection

from feedback_app.errors import HeardError
from feedback_app.reviewing.held_words import hold
from feedback_app.reviewing.score_items import Item, items_of
from feedback_app.reviewing.scorings import Scoring
from feedback_app.reviewing.seats import Seat
from feedback_app.storage import scorings as rows
from feedback_app.storage import sittings
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.rows import Record
from feedback_app.storage.sealing import unseal


class SheetDone(HeardError):
    """A sheet that was handed in, or is on the table with the others, stays as it is."""

    status = 409
    words = "Your sheet is done. What you said alone stays as it is. You can still say more when the group talks."


class NothingScored(HeardError):
    words = "Your sheet is empty. Say something about one thing on it, then hand it in."


class NotOnTheSheet(HeardError):
    words = "Choose one of the answers on the sheet."


@dataclass(frozen=True, slots=True)
class Mine:
    """What a seat said of one item so far. Its words are not printed back: somebody else may look at the screen."""

    said: str | None
    source: str | None
    has_words: bool

    @property
    def is_empty(self) -> bool:
        return self.said is None and not self.has_words


def mine(seat: Seat, scoring: Scoring) -> Mapping[str, Mine]:
    """What this seat has said, by item."""
    with reading() as session:
        found = rows.alone(session, scoring.area_id, scoring.id, seat.id)
    return {row.item: Mine(row.said, row.source, row.words is not None) for row in found}


def is_done(seat: Seat, scoring: Scoring) -> bool:
    with reading() as session:
        return seat.id in rows.sent(session, scoring.area_id, scoring.id)


def put(
    seat: Seat, scoring: Scoring, item: Item, *, said: str | None, source: str | None, words: str, forget: bool = False
) -> None:
    """Keep what a seat says of one item as one more row; empty words leave those from before, unless `forget`.

    Raises SheetDone, NotOnTheSheet.
    """
    said, source = said or None, source or None
    if said and said not in {id for id, _, _ in item.options}:
        raise NotOnTheSheet
    if source and source not in scoring.sheet.sources:
        raise NotOnTheSheet
    with transaction() as session:
        sittings.one_at_a_time(session, scoring.area_id, scoring.sitting_id)
        _refuse_done(session, seat, scoring)
        before = {row.item: row for row in rows.alone(session, scoring.area_id, scoring.id, seat.id)}.get(item.id)
        kept, concern_id = _kept(session, seat, item, before, words.strip(), forget=forget)
        if before is None and not (said or source or kept):
            return
        rows.put_alone(
            session,
            scoring.area_id,
            scoring.id,
            seat.id,
            item.id,
            said=said,
            source=source,
            words=kept,
            concern_id=concern_id,
        )


def hand_in(seat: Seat, scoring: Scoring) -> None:
    """The sheet is done and stays as it is. Again changes nothing. Raises NothingScored, SheetDone."""
    with transaction() as session:
        if seat.id in rows.sent(session, scoring.area_id, scoring.id):
            return
        _refuse_done(session, seat, scoring)
        said = rows.alone(session, scoring.area_id, scoring.id, seat.id)
        if not any(row.said or row.words is not None for row in said):
            raise NothingScored
        rows.send(session, scoring.area_id, scoring.id, seat.id)


def next_after(scoring: Scoring, item: Item) -> Item | None:
    """The page that follows on the sheet; None after the last."""
    every = items_of(scoring.sheet)
    return every[item.number] if item.number < len(every) else None


def _refuse_done(session: Connection, seat: Seat, scoring: Scoring) -> None:
    together_at = rows.by_id(session, scoring.area_id, scoring.id).together_at
    if together_at is not None or seat.id in rows.sent(session, scoring.area_id, scoring.id):
        raise SheetDone


def _kept(
    session: Connection, seat: Seat, item: Item, before: Record | None, words: str, *, forget: bool
) -> tuple[str, str | None]:
    """The words of the next row, and the concern that holds them."""
    if words:
        return words, hold(session, seat, item.asks, words)
    if forget or before is None or before.words is None:
        return "", None
    return unseal(before.words, f"score_alone:{before.id}"), before.concern_id
