"""Scoring together: sheets lie side by side in words, and the group agrees. What each said alone stays beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.engine import Connection

from analysis.redaction import redact
from feedback_app.errors import HeardError
from feedback_app.reviewing.held_words import hold
from feedback_app.reviewing.score_items import Item, items_of
from feedback_app.reviewing.score_sheets import CANNOT_SAY, Sheet
from feedback_app.reviewing.scoring_alone import NotOnTheSheet
from feedback_app.reviewing.scorings import Scoring
from feedback_app.reviewing.seats import Seat
from feedback_app.storage import areas, sittings
from feedback_app.storage import scorings as rows
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.rows import Record
from feedback_app.storage.sealing import unseal

FAR_APART = 2  # places of the scale between two who saw it differently


class NotTogether(HeardError):
    status = 409
    words = "The sheets do not lie side by side yet. The adult in the room opens them when everybody is done."


class SaidAlready(HeardError):
    status = 409
    words = "The group has said yes to this. Take the yes back first, then change it."


class WrittenMeanwhile(HeardError):
    words = "Somebody at the table wrote something here meanwhile. Read it, then write yours if you still want to."


class NothingAgreed(HeardError):
    words = "Nothing is agreed yet. Agree on one thing first."


@dataclass(frozen=True, slots=True)
class Told:
    """What one seat said of one item: never whose it is. `words` are redacted, and empty where the lead has them."""

    said: str
    source: str
    words: str
    place: int | None


@dataclass(frozen=True, slots=True)
class Agreed:
    """What the group agreed: in the sheet's words, with a reason of theirs. `number` rises each time they change it."""

    said: str | None
    shown: str
    words: str
    people: int
    number: int


@dataclass(frozen=True, slots=True)
class SideBySide:
    """One item as everybody saw it alone, best first, and what the group agreed. `apart` is in places of the scale."""

    item: Item
    told: tuple[Told, ...]
    agreed: Agreed | None
    apart: int

    @property
    def cannot_say(self) -> int:
        return sum(1 for one in self.told if one.said and one.place is None)

    @property
    def saw_it_differently(self) -> bool:
        return self.apart >= FAR_APART

    @property
    def how_alike(self) -> str:
        """In words: nobody is right and nobody is wrong."""
        if sum(1 for one in self.told if one.place is not None) < FAR_APART:
            return "Not enough of you scored this to set side by side"
        if self.apart == 0:
            return "You all saw it the same"
        return "You saw it differently" if self.saw_it_differently else "You saw it nearly the same"


def side_by_side(scoring: Scoring) -> Sequence[SideBySide]:
    """Every item: what the group saw most differently comes first, then the order of the sheet. Raises NotTogether."""
    if scoring.is_alone:
        raise NotTogether
    with reading() as session:
        places = areas.by_id(session, scoring.area_id).details.get("places", ())
        alone = rows.alone(session, scoring.area_id, scoring.id)
        agreed = rows.agreed(session, scoring.area_id, scoring.id)
    found = [_seen(scoring.sheet, item, alone, agreed.get(item.id), places) for item in items_of(scoring.sheet)]
    return sorted(found, key=lambda one: (not one.item.is_scored, -one.apart, one.item.number))


def agree(seat: Seat, scoring: Scoring, item: Item, *, said: str | None, words: str, was: int) -> None:
    """Keep what the group agreed as one more row, with how many had scored.

    `was` is the number of what stood there when the page was shown. Raises NotTogether, SaidAlready, NotOnTheSheet,
    WrittenMeanwhile.
    """
    said = said or None
    if said and said not in {id for id, _, _ in item.options}:
        raise NotOnTheSheet
    with transaction() as session:
        sittings.one_at_a_time(session, scoring.area_id, scoring.sitting_id)
        _refuse(session, scoring)
        before = rows.agreed(session, scoring.area_id, scoring.id).get(item.id)
        if (before.ordinal if before else 0) != was:
            raise WrittenMeanwhile
        rows.put_agreed(
            session,
            scoring.area_id,
            scoring.id,
            seat.id,
            item.id,
            said=said,
            words=words.strip(),
            concern_id=hold(session, seat, item.asks, words.strip()) if words.strip() else None,
            people=len(rows.sent(session, scoring.area_id, scoring.id)),
        )


def say_yes(seat: Seat, scoring: Scoring, *, yes: bool) -> None:
    """The group says: this is what we say together, and you may show it. Or takes that back.

    Raises NotTogether, NothingAgreed.
    """
    with transaction() as session:
        sittings.one_at_a_time(session, scoring.area_id, scoring.sitting_id)
        if rows.by_id(session, scoring.area_id, scoring.id).together_at is None:
            raise NotTogether
        agreed = rows.agreed(session, scoring.area_id, scoring.id).values()
        if yes and not any(row.said or row.words is not None for row in agreed):
            raise NothingAgreed
        newest = rows.newest_yes(session, scoring.area_id, scoring.id)
        if yes != (newest is not None and newest.yes):
            people = len(rows.sent(session, scoring.area_id, scoring.id))
            rows.say_yes(session, scoring.area_id, scoring.id, seat.id, yes=yes, people=people)


def agreed_of(item: Item, row: Record | None, places: Sequence[str]) -> Agreed | None:
    """A row as pages show it: redacted, and without words that the lead has."""
    if row is None:
        return None
    words = _shown_words("score_agreed", row, places)
    return Agreed(row.said, item.words_of(row.said), words, row.people, row.ordinal)


def _refuse(session: Connection, scoring: Scoring) -> None:
    if rows.by_id(session, scoring.area_id, scoring.id).together_at is None:
        raise NotTogether
    newest = rows.newest_yes(session, scoring.area_id, scoring.id)
    if newest is not None and newest.yes:
        raise SaidAlready


def _seen(
    sheet: Sheet, item: Item, alone: Sequence[Record], agreed: Record | None, places: Sequence[str]
) -> SideBySide:
    told = [
        Told(
            item.words_of(row.said),
            row.source or "",
            _shown_words("score_alone", row, places),
            sheet.place(row.said) if row.said and row.said != CANNOT_SAY and item.is_scored else None,
        )
        for row in alone
        if row.item == item.id and (row.said or row.words is not None)
    ]
    # in an order that says nothing of whose it is
    told.sort(key=lambda one: (one.place is None, one.place or 0, one.said, one.words))
    scored = [one.place for one in told if one.place is not None]
    apart = max(scored) - min(scored) if scored else 0
    return SideBySide(item, tuple(told), agreed_of(item, agreed, places), apart)


def _shown_words(table: str, row: Record, places: Sequence[str]) -> str:
    if row.words is None or row.held:
        return ""
    return redact(unseal(row.words, f"{table}:{row.id}"), places=places).words
