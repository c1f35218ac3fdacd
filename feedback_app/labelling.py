"""Labelling: people say whether a part of a comment speaks to a promise, and the next analysis learns from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy.engine import Connection

from analysis.strategy import Strategy
from feedback_app.errors import HeardError
from feedback_app.sitting import Key, NoSuchPart, NotSorted, Part, may_be_seen
from feedback_app.storage import areas, findings, labels, staff, waves, work
from feedback_app.storage.db import transaction
from feedback_app.storage.rows import Record
from feedback_app.storage.sealing import unseal
from feedback_app.storage.tables import today
from feedback_app.taught import strategies_of
from surveys import Survey, survey_from_json


class NoSuchPromise(HeardError):
    words = "Choose a promise from the list."


def say(
    area_slug: str, wave_slug: str, key: Key, speaks: Mapping[str, bool | None], *, staff_id: str, role: str
) -> None:
    """Keep what a person said of a part of a comment: by standard, whether it speaks to it. One row for each.

    None takes back what they said before. Raises NoSuchPart, NoSuchPromise, NotSorted.
    """
    with transaction() as session:
        area = areas.by_slug(session, area_slug)
        wave = waves.by_slug(session, area.id, wave_slug)
        row = may_be_seen(session, area.id, wave.id).get(key)
        if row is None:
            raise NoSuchPart  # it may have been held while somebody read it
        known = {one.id for strategy in strategies_of(session, area.id, wave.id) for one in strategy.standards}
        if not speaks or not known.issuperset(speaks):
            raise NoSuchPromise
        survey = survey_from_json(waves.opening_by_id(session, area.id, row.opening_id).definition)
        keep(session, wave, row, survey, speaks, said_by=role, staff_id=staff_id)


def keep(
    session: Connection,
    wave: Record,
    row: Record,
    survey: Survey,
    speaks: Mapping[str, bool | None],
    *,
    said_by: str,
    staff_id: str | None,
) -> None:
    """One label for each standard, of a part (its segment's row) that `survey` asked for."""
    for standard, is_yes in speaks.items():
        labels.say(
            session,
            wave.area_id,
            wave.id,
            answer_id=row.answer_id,
            ordinal=row.ordinal,
            words=unseal(row.words, f"segment:{row.id}"),
            standard=standard,
            speaks=is_yes,
            asked=f"{survey.id}/{row.question}",
            service=survey.service_name(row.repeat),
            said_by=said_by,
            said_on=today(),
            staff_id=staff_id,
        )


def moved(part: Part, to: str) -> dict[str, bool | None]:
    """It speaks to another: what this person said before stays, the rest of what was suggested is a No."""
    rest: dict[str, bool | None] = {one.standard.id: False for one in part.suggestions if one.said is None}
    return rest | {to: True}


def none_of(part: Part, promises: Sequence[Strategy]) -> dict[str, bool | None]:
    """It speaks to none: a No for each promise that was suggested, or for each of the list where none was."""
    shown = [one.standard.id for one in part.suggestions]
    return dict.fromkeys(shown or (one.id for strategy in promises for one in strategy.standards), False)


def taken_back(part: Part) -> dict[str, bool | None]:
    """Whatever this person said of it counts no longer."""
    return dict.fromkeys(part.said)


def sort_again(area_slug: str, wave_slug: str, *, staff_id: str | None) -> None:
    """Ask the worker to analyse the wave again, with what people said. Raises NotSorted."""
    with transaction() as session:
        area = areas.by_slug(session, area_slug)
        wave = waves.by_slug(session, area.id, wave_slug)
        if findings.newest(session, area.id, wave.id) is None:
            raise NotSorted
        staff.note(session, "sorted again", area_id=area.id, staff_id=staff_id, subject=wave.id)
        work.queue(session, area.id, "analyse_wave", wave.id, asked_by=staff_id)
