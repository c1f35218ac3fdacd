"""A sitting: one meeting of young commissioners, of one wave or of none, with a named adult in the room."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.engine import Connection

from feedback_app.errors import HeardError
from feedback_app.reviewing.adults import NoAdult, adults_of
from feedback_app.storage import areas, decisions, findings, staff, waves, work
from feedback_app.storage import sittings as rows
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.rows import Record
from feedback_app.storage.tables import now

LONGEST_MINUTES = 45  # of reading what other people said
OPEN_HOURS = 12


class NotOn(HeardError):
    """A table that has not begun, or is over, shows nothing."""

    status = 403
    words = "This table is not open. The adult in the room opens it, and it closes when you are done."


@dataclass(frozen=True, slots=True)
class Sitting:
    """One meeting as its pages see it. `wave_id` and its words are empty where it is of no wave.

    `stage_planned` is one of STAGES and `shier_planned` a level from 1 to 5, None where nobody said; training and
    thanks are words of staff. How young people judged it is in `parts`.
    """

    id: str
    area_id: str
    area_slug: str
    area_name: str
    example: bool
    wave_id: str
    wave_slug: str
    wave_title: str
    adult_id: str
    adult: str
    stage_planned: str | None
    shier_planned: int | None
    training_planned: str
    thanks_planned: str
    made_at: dt.datetime
    begun_at: dt.datetime | None
    ended_at: dt.datetime | None

    @property
    def is_on(self) -> bool:
        """Whether its pages are open: begun, not ended, and not forgotten since this morning."""
        if self.begun_at is None or self.ended_at is not None:
            return False
        return now() - self.begun_at < dt.timedelta(hours=OPEN_HOURS)

    @property
    def minutes(self) -> int:
        """How long it has been on, in whole minutes."""
        return int((now() - self.begun_at).total_seconds() // 60) if self.begun_at else 0

    @property
    def is_time_up(self) -> bool:
        """Whether nobody should read other people's words any longer."""
        return self.minutes >= LONGEST_MINUTES


def make_sitting(
    area_slug: str,
    wave_slug: str,
    *,
    adult_id: str,
    staff_id: str,
    stage: str | None = None,
    shier: int | None = None,
    training: str = "",
    thanks: str = "",
) -> str:
    """Set a table up and return its id. It shows nothing before it begins. An empty `wave_slug` is of no wave.

    Raises NoAdult, NoSuchWave.
    """
    with transaction() as session:
        area = areas.by_slug(session, area_slug)
        if adult_id not in {row.id for row in adults_of(session, area.id)}:
            raise NoAdult
        sitting_id = rows.add(
            session,
            area.id,
            wave_id=waves.by_slug(session, area.id, wave_slug).id if wave_slug else None,
            adult_id=adult_id,
            opened_by=staff_id,
            stage_planned=stage,
            shier_planned=shier,
            training_planned=training or None,
            thanks_planned=thanks or None,
        )
        staff.note(session, "table set up", area_id=area.id, staff_id=staff_id, subject=sitting_id)
    return sitting_id


def begin(area_slug: str, sitting_id: str, *, staff_id: str) -> None:
    """The adult is in the room: the seats' pages open. Beginning again changes nothing. Raises NoSuchSitting."""
    _change(area_slug, sitting_id, "table begun", "begun_at", staff_id)


def end(area_slug: str, sitting_id: str, *, staff_id: str) -> None:
    """The seats' pages close; what was decided stays, and the computer sorts again with it. Raises NoSuchSitting."""
    _change(area_slug, sitting_id, "table ended", "ended_at", staff_id)
    with transaction() as session:
        row = rows.by_id(session, areas.by_slug(session, area_slug).id, sitting_id)
        if row.wave_id is not None and _is_to_be_sorted(session, row.area_id, row.wave_id):
            work.queue(session, row.area_id, "analyse_wave", row.wave_id, asked_by=staff_id)


def sitting_at(area_slug: str, sitting_id: str) -> Sitting:
    """Raises NoSuchSitting."""
    with reading() as session:
        return seen(rows.by_id(session, areas.by_slug(session, area_slug).id, sitting_id))


def sittings_of(area_slug: str) -> Sequence[Sitting]:
    """The tables of an area, the newest first."""
    with reading() as session:
        return [seen(row) for row in rows.of_area(session, areas.by_slug(session, area_slug).id)]


def seen(row: Record) -> Sitting:
    return Sitting(
        id=row.id,
        area_id=row.area_id,
        area_slug=row.area_slug,
        area_name=row.area_name,
        example=row.example,
        wave_id=row.wave_id or "",
        wave_slug=row.wave_slug or "",
        wave_title=row.wave_title or "",
        adult_id=row.adult_id,
        adult=row.adult,
        stage_planned=row.stage_planned,
        shier_planned=row.shier_planned,
        training_planned=row.training_planned or "",
        thanks_planned=row.thanks_planned or "",
        made_at=row.made_at,
        begun_at=row.begun_at,
        ended_at=row.ended_at,
    )


def _is_to_be_sorted(session: Connection, area_id: str, wave_id: str) -> bool:
    """Whether something was decided that the newest analysis of a wave has not read, and none is waiting."""
    analysis, decided_at = findings.newest(session, area_id, wave_id), decisions.newest_at(session, area_id, wave_id)
    if analysis is None or decided_at is None or work.waits(session, area_id, "analyse_wave", wave_id):
        return False
    return bool(decided_at > analysis.made_at)


def _change(area_slug: str, sitting_id: str, what: str, column: str, staff_id: str) -> None:
    with transaction() as session:
        row = rows.by_id(session, areas.by_slug(session, area_slug).id, sitting_id)
        if getattr(row, column) is None:
            rows.change(session, row.area_id, row.id, **{column: now()})
            staff.note(session, what, area_id=row.area_id, staff_id=staff_id, subject=row.id)
