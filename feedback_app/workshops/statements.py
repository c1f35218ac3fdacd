"""What a group says together: drafted, worded with the group watching, and kept as it is once the group says yes."""

from __future__ import annotations

from sqlalchemy.engine import Connection

from feedback_app.asking import opening_of
from feedback_app.errors import HeardError, NotFound
from feedback_app.safeguarding import STATEMENT, check_words
from feedback_app.storage import areas, copies, staff
from feedback_app.storage import statements as rows
from feedback_app.storage import workshops as workshop_rows
from feedback_app.storage.db import reading, transaction
from feedback_app.workshops import actions, dots, piles, tapping
from feedback_app.workshops.copying import ideas_in
from feedback_app.workshops.drafting import LONGEST, draft_of, fits
from feedback_app.workshops.names_out import without_names
from feedback_app.workshops.piles import refuse_out_of_time
from feedback_app.workshops.rooms import Room
from feedback_app.workshops.running import refuse_safety_adult
from feedback_app.workshops.wordings import Wordings, seen

LONGEST_OTHER = 400
MOST_PEOPLE = 500


class NotAStatement(HeardError):
    words = f"What a group says together is between 1 and {LONGEST:,} letters long, and fits on one page."


class NothingToDraft(HeardError):
    words = "There is nothing to begin with: no pile has a name, and no action is chosen."


class NotAYes(HeardError):
    words = "More than half of those who were asked must agree, before it is what the group says."


class StillOpen(HeardError):
    status = 409
    words = "Phones have said something of these words. Close them first, so that they count."


class TooFewAsked(HeardError):
    words = "Fewer than half of the phones have said anything. Ask the others for their hands, or keep it."


class SaidOtherwise(HeardError):
    status = 409
    words = "The words have changed since this page was shown, or the group has said yes to them. Look again."


class NoSuchStatement(NotFound):
    words = "There is no such statement here. The group may have taken it back."


def of_room(room: Room) -> Wordings:
    with reading() as session:
        return _wordings(session, room)


def draft(room: Room, *, staff_id: str) -> bool:
    """Begin from the top piles and the action; False where the concern rules hold it. Raises NothingToDraft, NotNow."""
    words = draft_of(piles.of_room(room), dots.of_room(room), actions.of_room(room))
    if not words:
        raise NothingToDraft
    return write(room, words, staff_id=staff_id)


def write(room: Room, words: str, *, staff_id: str) -> bool:
    """Keep one more wording; False where the concern rules hold it: then it is not kept, and the safety adult is told.

    Names are taken out. The same again is no new one. Raises NotAStatement, NotNow.
    """
    refuse_out_of_time(room)
    said = "\n".join(line.rstrip() for line in words.strip().split("\n"))
    if not said or not fits(said):
        raise NotAStatement
    opening = opening_of(room.area_id, room.opening_id)
    kept = without_names(said)
    with transaction() as session:
        workshop_rows.one_at_a_time(session, room.area_id, room.id)
        newest = _wordings(session, room).newest
        if newest is not None and newest.words == kept:
            return True
        if check_words(session, opening, None, STATEMENT, said, language="en"):
            return False
        rows.add(session, room.area_id, room.id, kept, ideas=ideas_in(session, room, kept), staff_id=staff_id)
        workshop_rows.turn_on(session, room.area_id, room.id)  # the hall watches
    return True


def say_yes(
    room: Room, statement_id: str, *, agree: int, people: int, differently: str, is_public: bool, staff_id: str
) -> bool:
    """Keep the group's yes to the wording that the page showed; from then on it stays as it is.

    `agree` of `people` are hands in the room; phones that said something, and are closed, are added to them. False
    where the rules hold what is said differently: nothing is kept. Raises NotAYes, TooFewAsked (nobody reads it while
    fewer than half of the phones, or as many hands, have said anything), StillOpen, SaidOtherwise, NotNow.
    """
    refuse_out_of_time(room)
    if not 0 <= agree <= people or len(differently) > LONGEST_OTHER:
        raise NotAYes
    other = " ".join(differently.split())
    opening = opening_of(room.area_id, room.opening_id)
    with transaction() as session:
        workshop_rows.one_at_a_time(session, room.area_id, room.id)
        now = _wordings(session, room).open
        if now is None or now.id != statement_id or now.is_held:
            raise SaidOtherwise
        taps = tapping.counted(session, room.area_id, room.opening_id, statement_id)
        if taps.answered and not taps.is_closed:
            raise StillOpen
        agree, people = agree + taps.yes, people + taps.answered
        if people > MOST_PEOPLE or 2 * agree <= people:
            raise NotAYes
        if is_public and 2 * people < taps.joined:
            raise TooFewAsked
        if other and check_words(session, opening, None, STATEMENT, other, language="en"):
            return False
        kept = without_names(other)
        counted = {"agree": agree, "people": people, "differently": kept, "is_public": is_public}
        rows.say_yes(session, room.area_id, statement_id, staff_id=staff_id, **counted)  # type: ignore[arg-type]  # as its keywords are
        copies.keep(session, room.area_id, room.id, statement_id, ideas_in(session, room, kept))
        workshop_rows.turn_on(session, room.area_id, room.id)
        staff.note(session, "statement agreed", area_id=room.area_id, staff_id=staff_id, subject=statement_id)
    return True


def take_off(area_slug: str, workshop_id: str, statement_id: str, *, staff_id: str) -> None:
    """Take a wording off the public page, whenever somebody asks; it comes back with a new yes only.

    Raises NoSuchStatement, NoSuchWorkshop, SafetyAdultRunsNothing.
    """
    with transaction() as session:
        row = workshop_rows.by_id(session, areas.by_slug(session, area_slug).id, workshop_id)
        refuse_safety_adult(row.safety_id, staff_id)
        if statement_id not in {one.id for one in rows.of_workshop(session, row.area_id, row.id)}:
            raise NoSuchStatement
        if rows.take_off(session, row.area_id, statement_id, staff_id=staff_id):
            staff.note(session, "statement taken off", area_id=row.area_id, staff_id=staff_id, subject=statement_id)


def _wordings(session: Connection, room: Room) -> Wordings:
    return Wordings(tuple(seen(row) for row in rows.of_workshop(session, room.area_id, room.id)))
