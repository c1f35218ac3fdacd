"""What was decided about a wave's themes: every row as it was made, and which of them hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from sqlalchemy.engine import Connection

from analysis.decisions import Merge, Move, NotATheme, Part, Rename, Split, ThemeDecision
from analysis.redaction import redact
from feedback_app.storage import areas, findings
from feedback_app.storage import decisions as rows
from feedback_app.storage.db import reading
from feedback_app.storage.rows import Record

What = Literal["name", "join", "split", "move", "aside", "promise", "heading", "back", "overrule"]
ABOUT_ANOTHER = ("back", "overrule")  # decisions about a decision: `replaces_id` is the one that they undo
YOUNG_COMMISSIONERS = "young commissioners"


@dataclass(frozen=True, slots=True)
class Decided:
    """One decision about a theme, with what became of it.

    `subject` is the theme's id and `details` what else it takes: `into`, `made` and `segments`, `segment` and `to`, or
    `standard`. `by_young_people` says whose it is; `who` is a role or a group, never a person's name. `back` and
    `overruled` are the decision that takes this one back, or by which an adult overruled it. `outcome` is what the
    newest analysis made of it ("" where it has not read it), and `outcome_why` says why not.
    """

    id: str
    what: What
    subject: str
    details: Mapping[str, object]
    name: str
    why: str
    who: str
    by_young_people: bool
    at: dt.datetime
    replaces_id: str | None
    back: Decided | None = None
    overruled: Decided | None = None
    outcome: str = ""
    outcome_why: str = field(default="", repr=False)

    @property
    def holds(self) -> bool:
        return self.back is None and self.overruled is None

    def with_outcome(self, outcome: str, why: str = "") -> Decided:
        return replace(self, outcome=outcome, outcome_why=why)

    def text(self, name: str) -> str:
        return str(self.details.get(name, ""))

    @property
    def segments(self) -> frozenset[tuple[str, int]]:
        found = self.details.get("segments", [])
        return frozenset((str(answer), int(ordinal)) for answer, ordinal in found)  # type: ignore[attr-defined]  # a list of pairs, as we wrote it


def decided_at(area_id: str, wave_id: str) -> tuple[Decided, ...]:
    with reading() as session:
        return decided(session, area_id, wave_id)


def decided(session: Connection, area_id: str, wave_id: str) -> tuple[Decided, ...]:
    """Every decision about a wave's themes, oldest first; those about another decision stand in that one.

    What the concern rules hold of a seat's words is not there. Names of people are taken out of what is.
    """
    places = areas.by_id(session, area_id).details.get("places", ())
    analysis = findings.newest(session, area_id, wave_id)
    outcomes = {one["id"]: one for one in analysis.how.get("decisions", [])} if analysis else {}
    every = [_decided(row, places, outcomes) for row in rows.of_wave(session, area_id, wave_id)]
    return tuple(_with_undoing(one, every) for one in every if one.what not in ABOUT_ANOTHER)


def holding(every: Iterable[Decided]) -> tuple[Decided, ...]:
    """Those that nobody took back and no adult overruled, in the order in which they were made."""
    return tuple(one for one in every if one.holds)


def for_analysis(every: Sequence[Decided]) -> tuple[tuple[str, ThemeDecision], ...]:
    """What an analysis obeys, each with its row's id; links to promises are no part of it."""
    return tuple((one.id, as_theme_decision(one)) for one in holding(every) if one.what != "promise")


def as_theme_decision(one: Decided) -> ThemeDecision:
    """The decision as an analysis and a page obey it."""
    who, why = one.who, one.why
    match one.what:
        case "name":
            return Rename(theme=one.subject, name=one.name, who=who, why=why)
        case "heading":
            return Rename(theme=one.subject, name=one.name, by="commissioner", who=who, why=why)
        case "join":
            return Merge(themes=(one.subject,), into=one.text("into"), who=who, why=why)
        case "split":
            part = Part(one.name, one.segments, one.text("made"))
            return Split(theme=one.subject, parts=(part,), who=who, why=why)
        case "move":
            (segment,) = one.segments
            return Move(segment=segment, to=one.text("to"), who=who, why=why)
        case _:
            return NotATheme(theme=one.subject, who=who, why=why)


def _decided(row: Record, places: Sequence[str], outcomes: Mapping[str, Mapping[str, str]]) -> Decided:
    name, why = rows.words_of(row)
    outcome = outcomes.get(row.id, {})
    return Decided(
        id=row.id,
        what=row.what,
        subject=row.subject,
        details=row.details,
        name=redact(name, places=places).words,
        why=redact(why, places=places).words,
        who=row.said_by,
        by_young_people=row.seat_id is not None,
        at=row.decided_at,
        replaces_id=row.replaces_id,
        outcome=str(outcome.get("outcome", "")),
        outcome_why=str(outcome.get("why", "")),
    )


def _with_undoing(one: Decided, every: Sequence[Decided]) -> Decided:
    """With the newest that takes it back or overrules it, if nobody took that back in turn."""
    undoing = {other.what: other for other in every if other.replaces_id == one.id and not _is_undone(other, every)}
    return replace(one, back=undoing.get("back"), overruled=undoing.get("overrule"))


def _is_undone(one: Decided, every: Sequence[Decided]) -> bool:
    return any(other.replaces_id == one.id and not _is_undone(other, every) for other in every)
