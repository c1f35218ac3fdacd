"""What groups agreed in their scores, for those who decide: only after a group's yes, in its words, never as marks.

What one young person said alone is in none of it: only that they first saw something differently.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.engine import Connection

from feedback_app.reviewing.scoring_together import SideBySide, side_by_side
from feedback_app.reviewing.scorings import Scoring, seen
from feedback_app.spreadsheets import Row
from feedback_app.storage import areas
from feedback_app.storage import scorings as rows
from feedback_app.storage.db import reading
from feedback_app.storage.rows import Record
from feedback_app.storage.scorings import NoSuchScoring

INVENTED = "Invented example"
DIFFERED = "They saw this differently before they talked."


@dataclass(frozen=True, slots=True)
class AgreedLine:
    """One thing that a group agreed. `standard` is empty where it is about no promise; so is `name` then.

    `answer` is in the sheet's words, `why` in theirs; either may be empty.
    """

    asks: str
    standard: str
    name: str
    answer: str
    why: str
    saw_it_differently: bool


@dataclass(frozen=True, slots=True)
class Result:
    """What one group says of one service, place, interview or bid. `sheets` is how many had scored."""

    id: str
    subject: str
    title: str
    against: str
    sheets: int
    said_on: dt.date
    lines: tuple[AgreedLine, ...]


@dataclass(frozen=True, slots=True)
class OnPromise:
    """One promise, with what each group said of it: by the subject's name, so that nothing is ranked."""

    standard: str
    name: str
    said: tuple[tuple[Result, AgreedLine], ...]


def results_of(area_slug: str) -> Sequence[Result]:
    """Everything that groups of an area said yes to, by subject, then the newest first."""
    with reading() as session:
        area_id = areas.by_slug(session, area_slug).id
        found = [(seen(session, row), _said_on(session, row)) for row in rows.of_area(session, area_id)]
    results = [_result(scoring, said_on) for scoring, said_on in found if said_on is not None]
    return sorted(results, key=lambda one: (one.subject.casefold(), -one.said_on.toordinal(), one.id))


def result_of(area_slug: str, scoring_id: str) -> Result:
    """Raises NoSuchScoring, also where the group has not said yes, or took it back."""
    with reading() as session:
        row = rows.by_id(session, areas.by_slug(session, area_slug).id, scoring_id)
        scoring, said_on = seen(session, row), _said_on(session, row)
    if said_on is None:
        raise NoSuchScoring
    return _result(scoring, said_on)


def by_promise(results: Iterable[Result]) -> Mapping[str, Sequence[OnPromise]]:
    """By whose promises they are: each promise in the order of its list, with what every group said of it."""
    found: dict[str, dict[str, list[tuple[Result, AgreedLine]]]] = {}
    for result in results:
        for line in result.lines:
            if line.standard:
                found.setdefault(result.against, {}).setdefault(line.standard, []).append((result, line))
    return {
        against: [OnPromise(standard, said[0][1].name, tuple(said)) for standard, said in promises.items()]
        for against, promises in sorted(found.items())
    }


def as_rows(results: Iterable[Result], *, invented: bool) -> Sequence[Row]:
    """A row for each thing that was agreed, for a spreadsheet."""
    return [
        {
            **({"Note": INVENTED} if invented else {}),
            "About": result.subject,
            "Sheet": result.title,
            "Held against": result.against,
            "Promise": line.name,
            "Asked": line.asks,
            "What they agreed": line.answer,
            "Why, in their words": line.why,
            "Before they talked": DIFFERED if line.saw_it_differently else "",
            "Sheets done": str(result.sheets),
            "Said yes on": result.said_on.isoformat(),
        }
        for result in results
        for line in result.lines
    ]


def _said_on(session: Connection, row: Record) -> dt.date | None:
    """The day of the group's yes; None where there is none now."""
    newest = rows.newest_yes(session, row.area_id, row.id)
    return newest.said_at.astimezone().date() if newest is not None and newest.yes else None


def _result(scoring: Scoring, said_on: dt.date) -> Result:
    in_order = sorted(side_by_side(scoring), key=lambda one: one.item.number)
    return Result(
        scoring.id,
        scoring.subject,
        scoring.sheet.title,
        scoring.against,
        scoring.sent,
        said_on,
        tuple(line for one in in_order if (line := _line(one)) is not None),
    )


def _line(one: SideBySide) -> AgreedLine | None:
    # where nothing may be shown, it is as if nothing was agreed: that words are held is nobody's to guess
    if one.agreed is None or not (one.agreed.shown or one.agreed.words):
        return None
    item = one.item
    return AgreedLine(item.asks, item.standard, item.name, one.agreed.shown, one.agreed.words, one.saw_it_differently)
