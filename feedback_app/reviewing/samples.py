"""A sample: released comments drawn for a table, which each seat codes alone before anybody talks."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.engine import Connection

from feedback_app.errors import HeardError
from feedback_app.forms.coding import FEWEST
from feedback_app.reviewing.choices import THEMES, Choice, choices_of
from feedback_app.reviewing.released import readable
from feedback_app.reviewing.seats import Hidden
from feedback_app.reviewing.sittings import NotOn
from feedback_app.sitting import NotSorted
from feedback_app.storage import areas, findings, samples, seats, sittings, staff, work
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.rows import Record
from feedback_app.storage.tables import now

ENOUGH = 50  # under so many comments, agreement can be told only roughly
CODERS = 2
COMPARE = "compare_coders"  # the work of finding out how far they agree
POOL = "pool_tables"  # the same of all tables of a wave together


class TooFewSeats(HeardError):
    words = "Add two seats or more first, with what is theirs: nothing of it is drawn."


class StillCoding(HeardError):
    words = "This table has a sample that is not closed. Close it before you draw another one."


class TooFewReleased(HeardError):
    words = (
        f"There are not {FEWEST} released comments that every seat may read. Release more quotations first, on the "
        "page of quotations."
    )


class NoSample(HeardError):
    """Nothing was drawn for this table yet."""

    status = 404
    words = "There is nothing to sort here yet. The adult in the room draws the comments."


class NotDoneYet(HeardError):
    words = "Somebody is still sorting on their own. Wait until everybody who began is done."


@dataclass(frozen=True, slots=True)
class Coder:
    """A seat that began to code. `name` is for people at the table alone."""

    seat_id: str
    number: int
    name: str
    is_done: bool


@dataclass(frozen=True, slots=True)
class Sample:
    """One draw and how far it has come.

    Attributes
    ----------
    about : str
        "themes", or the set of standards that they choose from, as ``area/set``.
    choices : tuple of Choice
        What can be chosen, as it was called when the sample was drawn.
    """

    id: str
    area_id: str
    sitting_id: str
    wave_id: str
    wave_title: str
    analysis_id: str
    random_state: int
    about: str
    choices: tuple[Choice, ...]
    coders: tuple[Coder, ...]
    drawn_at: dt.datetime
    talking_at: dt.datetime | None
    closed_at: dt.datetime | None

    @property
    def names(self) -> Mapping[str, str]:
        return {one.id: one.name for one in self.choices}

    @property
    def is_alone(self) -> bool:
        """Whether each still codes alone, and nobody sees what another chose."""
        return self.talking_at is None

    @property
    def is_closed(self) -> bool:
        return self.closed_at is not None

    @property
    def waits_for(self) -> tuple[str, ...]:
        """Who began and is not done."""
        return tuple(one.name for one in self.coders if not one.is_done)

    @property
    def may_talk(self) -> bool:
        """Whether everybody who began is done, and two at least did."""
        return self.is_alone and len(self.coders) >= CODERS and not self.waits_for


def draw_sample(area_slug: str, sitting_id: str, *, number: int, staff_id: str, about: str = THEMES) -> str:
    """Draw comments that every seat of a table may read, those first that no table had; return the sample's id.

    The draw is random with a seed that is kept: which sample of its wave it is. Fewer are drawn where there are not so
    many. Raises NoSuchSitting, NotOn, TooFewSeats, StillCoding, NotSorted, NothingToChoose, TooFewReleased.
    """
    with transaction() as session:
        sitting = sittings.by_id(session, areas.by_slug(session, area_slug).id, sitting_id)
        if sitting.ended_at is not None or sitting.wave_id is None:
            raise NotOn
        at_table = seats.of_sitting(session, sitting.area_id, sitting.id)
        if len(at_table) < CODERS:
            raise TooFewSeats
        earlier = samples.newest_of(session, sitting.area_id, sitting.id)
        if earlier is not None and earlier.closed_at is None:
            raise StillCoding
        analysis = findings.newest(session, sitting.area_id, sitting.wave_id)
        if analysis is None:
            raise NotSorted
        choices = choices_of(session, analysis, about)
        seed = len(samples.of_wave(session, sitting.area_id, sitting.wave_id))
        hidden = [Hidden(**{name: frozenset(ids) for name, ids in one.hidden.items()}) for one in at_table]
        may_read = readable(session, sitting.area_id, sitting.wave_id, *hidden)
        if len(may_read) < FEWEST:
            raise TooFewReleased
        before = samples.drawn_before(session, sitting.area_id, sitting.wave_id)
        shuffled = sorted(may_read)
        random.Random(seed).shuffle(shuffled)
        sample_id = samples.add(
            session,
            sitting.area_id,
            sorted(shuffled, key=lambda key: key in before)[:number],
            choices.machine,
            wave_id=sitting.wave_id,
            sitting_id=sitting.id,
            analysis_id=analysis.id,
            random_state=seed,
            about=about,
            choices=[[one.id, one.name, one.hint] for one in choices.every],
            drawn_by=staff_id,
        )
        staff.note(session, "sample drawn", area_id=sitting.area_id, staff_id=staff_id, subject=sample_id)
    return sample_id


def sample_of(area_id: str, sitting_id: str) -> Sample:
    """What a table works on now. Raises NoSample."""
    with reading() as session:
        row = samples.newest_of(session, area_id, sitting_id)
        if row is None:
            raise NoSample
        return seen(session, row)


def begin_talking(area_id: str, sample_id: str, *, staff_id: str | None = None) -> None:
    """From now on what each chose can be seen, and stays as it was. Beginning again changes nothing.

    An adult may begin before everybody is done, once two have begun. Raises NoSuchSample, NotDoneYet.
    """
    with transaction() as session:
        sample = seen(session, samples.by_id(session, area_id, sample_id, lock=True))
        if not sample.is_alone:
            return
        if not sample.may_talk and (staff_id is None or len(sample.coders) < CODERS):
            raise NotDoneYet
        samples.change(session, area_id, sample_id, talking_at=now())
        staff.note(session, "talking begun", area_id=area_id, staff_id=staff_id, subject=sample_id)
        work.queue(session, area_id, COMPARE, sample_id, asked_by=staff_id)


def seen(session: Connection, row: Record) -> Sample:
    """A sample's row with who codes it."""
    return Sample(
        id=row.id,
        area_id=row.area_id,
        sitting_id=row.sitting_id,
        wave_id=row.wave_id,
        wave_title=row.wave_title,
        analysis_id=row.analysis_id,
        random_state=row.random_state,
        about=row.about,
        choices=tuple(Choice(*one) for one in row.choices),
        coders=tuple(
            Coder(one.seat_id, one.number, seats.name_of(one) or f"Seat {one.number}", one.done_at is not None)
            for one in samples.coders(session, row.area_id, row.id)
        ),
        drawn_at=row.drawn_at,
        talking_at=row.talking_at,
        closed_at=row.closed_at,
    )
