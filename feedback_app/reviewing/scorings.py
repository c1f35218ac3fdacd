"""A scoring: one sheet about one service, place, interview or bid, at one table. Alone first, then together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from flask import current_app
from sqlalchemy.engine import Connection

from analysis.redaction import redact
from analysis.strategy import StandardSet, Strategy, UnknownArea, load_strategy
from feedback_app.config import folder_of_strategies
from feedback_app.errors import HeardError
from feedback_app.reviewing.own_standards import NoStandards, sets_to_score, with_standards
from feedback_app.reviewing.score_sheets import Sheet, load_sheet
from feedback_app.storage import areas, sittings, staff
from feedback_app.storage import scorings as rows
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.rows import Record
from feedback_app.taught import strategies_of

LEAST_PEOPLE = 2  # who score, before there is anything to agree
LONGEST_SUBJECT = 80
NOT_A_PERSONS = frozenset({"school", "place"})  # what a service or a place may be called by


class NotASubject(HeardError):
    words = f"Write what this is about, in at most {LONGEST_SUBJECT} letters."


class NamesSomebody(HeardError):
    words = "This looks like somebody's name, or a way to reach them. Write the service, the place, or a letter."


class TooFewSheets(HeardError):
    words = f"At least {LEAST_PEOPLE} sheets must be done before they lie side by side."


@dataclass(frozen=True, slots=True)
class Scoring:
    """One thing that is scored. `against` says whose promises its sheet has; empty where it has none.

    `begun` and `sent` count seats: who has said anything, and whose sheet is done. `is_said` is the group's yes.
    """

    id: str
    area_id: str
    sitting_id: str
    wave_id: str
    sheet: Sheet
    subject: str
    against: str
    made_at: dt.datetime
    together_at: dt.datetime | None
    begun: int
    sent: int
    is_said: bool

    @property
    def is_alone(self) -> bool:
        return self.together_at is None

    @property
    def may_lie_together(self) -> bool:
        return self.is_alone and self.sent >= LEAST_PEOPLE


def make_scoring(
    area_slug: str, sitting_id: str, sheet_id: str, subject: str, *, against: str = "", staff_id: str
) -> str:
    """Put a sheet on the table and return the id of the scoring; `against` is a set as `area/set`, or empty.

    The sheet is kept as it is now, with each promise in it. Raises NoSuchSitting, NoSuchSheet, NotASubject,
    NamesSomebody, NoStandards.
    """
    sheet, named = load_sheet(sheet_id), " ".join(subject.split())
    if not 0 < len(named) <= LONGEST_SUBJECT:
        raise NotASubject
    if any(one.kind not in NOT_A_PERSONS for one in redact(named).found):
        raise NamesSomebody
    with transaction() as session:
        area = areas.by_slug(session, area_slug)
        sitting = sittings.by_id(session, area.id, sitting_id)
        known = {f"{strategy.area}/{one.id}": (strategy, one) for strategy, one in _sets(session, sitting, sheet)}
        if against and against not in known:
            raise NoStandards
        strategy, one_set = known.get(against, (None, None))
        scoring_id = rows.add(
            session,
            area.id,
            sitting.id,
            sheet=with_standards(sheet, one_set).model_dump_json(),
            subject=named,
            against=_against(strategy, one_set) if strategy and one_set else "",
            made_by=staff_id,
        )
        staff.note(session, "scoring set up", area_id=area.id, staff_id=staff_id, subject=scoring_id)
    return scoring_id


def promises_for(area_slug: str, sitting_id: str, sheet: Sheet) -> Sequence[tuple[str, str]]:
    """The sets of promises that a sheet may be held against at a table: values for `make_scoring`, and words."""
    with reading() as session:
        sitting = sittings.by_id(session, areas.by_slug(session, area_slug).id, sitting_id)
        found = _sets(session, sitting, sheet)
    return [(f"{strategy.area}/{one.id}", _against(strategy, one)) for strategy, one in found]


def lay_together(area_slug: str, scoring_id: str, *, staff_id: str) -> None:
    """Lay the sheets that are done side by side; nobody scores alone any more. Raises NoSuchScoring, TooFewSheets."""
    with transaction() as session:
        area_id = areas.by_slug(session, area_slug).id
        found = seen(session, rows.by_id(session, area_id, scoring_id))
        if not found.is_alone:
            return
        if not found.may_lie_together:
            raise TooFewSheets
        rows.open_together(session, area_id, scoring_id)
        staff.note(session, "sheets side by side", area_id=area_id, staff_id=staff_id, subject=scoring_id)


def scoring_at(area_id: str, scoring_id: str, sitting_id: str | None = None) -> Scoring:
    """Raises NoSuchScoring, also where it is of another table than `sitting_id`."""
    with reading() as session:
        found = seen(session, rows.by_id(session, area_id, scoring_id))
    if sitting_id is not None and found.sitting_id != sitting_id:
        raise rows.NoSuchScoring
    return found


def scorings_of(area_id: str, sitting_id: str) -> Sequence[Scoring]:
    """What is scored at a table, in the order in which it was set up."""
    with reading() as session:
        return [seen(session, row) for row in rows.of_sitting(session, area_id, sitting_id)]


def is_scored(area_id: str, sitting_id: str) -> bool:
    """Whether anything is scored at a table."""
    with reading() as session:
        return bool(rows.of_sitting(session, area_id, sitting_id))


def seen(session: Connection, row: Record) -> Scoring:
    yes = rows.newest_yes(session, row.area_id, row.id)
    return Scoring(
        id=row.id,
        area_id=row.area_id,
        sitting_id=row.sitting_id,
        wave_id=row.wave_id or "",
        sheet=Sheet.model_validate_json(row.sheet),
        subject=row.subject,
        against=row.against,
        made_at=row.made_at,
        together_at=row.together_at,
        begun=len(rows.begun(session, row.area_id, row.id)),
        sent=len(rows.sent(session, row.area_id, row.id)),
        is_said=yes is not None and yes.yes,
    )


def _sets(session: Connection, sitting: Record, sheet: Sheet) -> tuple[tuple[Strategy, StandardSet], ...]:
    """Of the wave that the table is about; without one, of the area's own strategy."""
    if sitting.wave_id is None:
        return sets_to_score(_own_strategy(sitting.area_slug), sheet)
    return sets_to_score(strategies_of(session, sitting.area_id, sitting.wave_id), sheet)


def _own_strategy(area_slug: str) -> Sequence[Strategy]:
    try:
        return [load_strategy(area_slug, folder_of_strategies(Path(current_app.instance_path)))]
    except UnknownArea:
        return []


def _against(strategy: Strategy, one_set: StandardSet) -> str:
    status = f" ({strategy.shown_status})" if strategy.shown_status else ""
    return f"{one_set.name}, {strategy.area_name}{status}"
