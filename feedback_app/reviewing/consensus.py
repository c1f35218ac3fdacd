"""A table is done with a sample: what they agreed on goes to the next analysis, and says whose it is."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy.engine import Connection

from feedback_app import labelling
from feedback_app.reviewing.choices import THEMES
from feedback_app.reviewing.decided import YOUNG_COMMISSIONERS
from feedback_app.reviewing.differences import Compared, standing
from feedback_app.reviewing.released import Key, key_of
from feedback_app.reviewing.samples import COMPARE, NotDoneYet, Sample, seen
from feedback_app.storage import decisions, findings, samples, staff, waves, work
from feedback_app.storage.db import transaction
from feedback_app.storage.tables import now
from surveys import survey_from_json

SAID_BY = "young commissioners, agreed"


def close(area_id: str, sample_id: str, *, staff_id: str | None = None) -> None:
    """Nothing more is chosen, and what they agreed on is handed on. Closing again changes nothing.

    Without talking nothing is handed on. Raises NoSuchSample, NotDoneYet while they code alone.
    """
    with transaction() as session:
        sample = seen(session, samples.by_id(session, area_id, sample_id, lock=True))
        if sample.is_closed:
            return
        if sample.is_alone and sample.coders and staff_id is None:
            raise NotDoneYet
        if not sample.is_alone:
            hand_on(session, sample)
        samples.change(session, area_id, sample_id, closed_at=now(), talking_at=sample.talking_at or now())
        staff.note(session, "sample closed", area_id=area_id, staff_id=staff_id, subject=sample_id)
        work.queue(session, area_id, COMPARE, sample_id, asked_by=staff_id)


def hand_on(session: Connection, sample: Sample) -> int:
    """Keep what a table agreed on, when it is closed, for the next analysis; return for how many comments.

    What they left open says nothing. Words that were taken away meanwhile say nothing either.
    """
    agreed = {key: one for key, one in standing(session, sample).items() if one.agreed is not None}
    if sample.about == THEMES:
        _decide(session, sample, agreed)
    else:
        _label(session, sample, agreed)
    return len(agreed)


def speaks(one: Compared, choices: tuple[str, ...]) -> Mapping[str, bool]:
    """By standard, whether the comment speaks to it: a yes for each that they agreed on.

    A no is for what the computer or one of them had chosen and they did not; where nobody had, for the whole list.
    """
    agreed = one.agreed or ()
    weighed = {*one.machine, *(id for said in one.each for id in said.chosen)} - {*agreed}
    if not agreed and not weighed:
        weighed = set(choices)
    return {id: id in agreed for id in choices if id in weighed or id in agreed}


def moved_to(one: Compared) -> str:
    """The theme that a comment belongs to as they agreed; empty where that says nothing to the next analysis.

    It does not where the computer's theme is among theirs, where they agreed on several others, or on none of these.
    """
    agreed = one.agreed or ()
    return agreed[0] if len(agreed) == 1 and not set(agreed) & set(one.machine) else ""


def _decide(session: Connection, sample: Sample, agreed: Mapping[Key, Compared]) -> None:
    """One decision of the table for each comment that it put elsewhere than the computer, as if they had moved it."""
    seat_id = sample.coders[0].seat_id
    for key, one in agreed.items():
        to = moved_to(one)
        if to:
            decisions.add(
                session,
                sample.area_id,
                sample.wave_id,
                what="move",
                subject=one.machine[0] if one.machine else to,
                details={"segments": [list(key)], "to": to},
                name="",
                why=one.why,
                said_by=YOUNG_COMMISSIONERS,
                seat_id=seat_id,
            )


def _label(session: Connection, sample: Sample, agreed: Mapping[Key, Compared]) -> None:
    analysis = findings.newest(session, sample.area_id, sample.wave_id)
    if analysis is None:
        return
    rows = {key_of(row): row for row in findings.quotable(session, sample.area_id, analysis.id)}
    openings = waves.openings(session, sample.area_id, sample.wave_id)
    wave = waves.by_id(session, sample.area_id, sample.wave_id)
    surveys = {row.id: survey_from_json(row.definition) for row in openings}
    for key, one in agreed.items():
        spoken = speaks(one, tuple(sample.names))
        labelling.keep(session, wave, rows[key], surveys[rows[key].opening_id], spoken, said_by=SAID_BY, staff_id=None)
