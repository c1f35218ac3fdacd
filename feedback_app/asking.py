"""Asking: an area publishes survey and strategy versions, makes a wave, and opens and closes its openings."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from flask import current_app
from sqlalchemy.engine import Connection

from analysis import strategy as strategies
from feedback_app.codes import opening_code, tidy_code
from feedback_app.config import folder_of_strategies
from feedback_app.errors import HeardError, read_by_people
from feedback_app.protecting import wave_keys
from feedback_app.storage import areas, responses, staff, waves, work
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.rows import Record
from feedback_app.storage.tables import today
from surveys import Survey, SurveyError, load_survey, showable

SLUG = re.compile("[a-z0-9]+(-[a-z0-9]+)*")
CHANNELS = ("link", "workshop", "paper", "telephone")


class ExamplesOnly(HeardError):
    words = "Only an invented example area may open a wave until the safety work is done. Do not use with children."


class NoLead(HeardError):
    words = "An opening needs a safeguarding lead. Add one: `heard staff add AREA NAME safeguarding_lead`."


class CannotBeShown(HeardError):
    words = read_by_people("This survey has questions that a phone page cannot show yet.")


class VersionChanged(HeardError):
    words = "A published version is never edited. Give the survey or strategy a new version number."


class DatesDoNotFit(HeardError):
    words = "The dates do not fit together."


class WaveClosed(HeardError):
    words = read_by_people("This wave is closed to answers.")


class SurveyDoesNotLoad(HeardError):
    status = 410
    words = read_by_people("This survey is closed. We have told the people who run it.")


@dataclass(frozen=True, slots=True)
class Opening:
    """One survey version open to one audience between two dates, with what its pages need to say."""

    id: str
    code: str
    area_id: str
    area_slug: str
    area_name: str
    asked_by: str
    example: bool
    wave_id: str
    wave_title: str
    audience: str
    channel: str
    survey: Survey
    opens_on: dt.date
    closes_on: dt.date
    closed_on: dt.date | None
    wave_closed_on: dt.date | None
    wave_finished_on: dt.date | None
    reply_by: dt.date | None
    values: Mapping[str, str]
    interpreters: Mapping[str, str] = field(default_factory=dict)  # by language, who puts its words into English

    @property
    def last_day(self) -> dt.date:
        """The last day on which anything may be written here."""
        return min(day for day in (self.closes_on, self.closed_on, self.wave_closed_on) if day is not None)

    @property
    def is_open(self) -> bool:
        return self.closed_on is None and self.wave_closed_on is None and self.opens_on <= today() <= self.closes_on


def add_area(slug: str, name: str, asked_by: str, *, example: bool, details: Mapping[str, object] | None = None) -> str:
    """Add an area; its slug is its name in addresses and commands."""
    if not SLUG.fullmatch(slug):
        raise HeardError("An area's slug is small letters, figures and dashes, as in north-yorkshire.")
    with transaction() as session:
        if any(row.slug == slug for row in areas.every(session)):
            raise HeardError(f"There is an area called {slug} already.")
        return areas.add(session, slug=slug, name=name, asked_by=asked_by, example=example, details=details or {})


def every_area() -> Sequence[Record]:
    with reading() as session:
        return areas.every(session)


def make_wave(
    area_slug: str,
    slug: str,
    title: str,
    subject: str,
    *,
    strategy_sets: Sequence[str],
    opens_on: dt.date | None = None,
    decision_on: dt.date | None = None,
    reply_by: dt.date | None = None,
) -> str:
    """Make a wave read against sets of strategies (`area` or `area/set`). Raises ExamplesOnly, DatesDoNotFit."""
    if not SLUG.fullmatch(slug):
        raise HeardError("A wave's slug is small letters, figures and dashes, as in autumn-2026.")
    known = strategies.load_strategies(folder_of_strategies(Path(current_app.instance_path)))
    chosen = strategies.choose_sets(known, strategy_sets)
    whole = {strategy.area: strategy for strategy in known}
    starts = opens_on or today()
    if decision_on is not None and decision_on <= starts:
        raise DatesDoNotFit("The decision is before the asking. People must be asked before anything is decided.")
    with transaction() as session:
        area = areas.by_slug(session, area_slug)
        if not area.example:
            raise ExamplesOnly
        if any(row.slug == slug for row in waves.every(session, area.id)):
            raise HeardError(f"There is a wave called {slug} in this area already.")
        public_key, private_key = wave_keys()
        wave_id = waves.add(
            session,
            area.id,
            slug=slug,
            title=title,
            subject=subject,
            opens_on=starts,
            decision_on=decision_on,
            reply_by=reply_by,
            public_key=public_key,
            private_key=private_key,
        )
        for strategy in chosen:
            version_id = publish_strategy(session, area.id, whole[strategy.area])
            waves.add_strategy(session, area.id, wave_id, version_id, [one.id for one in strategy.sets])
        staff.note(session, "wave made", area_id=area.id, staff_id=None, subject=wave_id)
    return wave_id


def publish_strategy(session: Connection, area_id: str, strategy: strategies.Strategy) -> str:
    """Keep a version of a strategy once, as it is; return its id. Raises VersionChanged."""
    known = areas.find_strategy_version(session, area_id, strategy.area, strategy.version)
    if known is None:
        return areas.add_strategy_version(
            session,
            area_id,
            strategy=strategy.area,
            version=strategy.version,
            title=strategy.title,
            definition=strategy.to_json(),
            digest=strategy.digest,
        )
    if known.digest != strategy.digest:
        raise VersionChanged(f"{strategy.area} {strategy.version} differs from the version that was published.")
    return str(known.id)


def open_survey(
    area_slug: str,
    wave_slug: str,
    survey_id: str,
    audience: str,
    *,
    opens_on: dt.date | None = None,
    closes_on: dt.date,
    channel: str = "link",
    values: Mapping[str, str] | None = None,
) -> str:
    """Open a library survey to an audience and return the opening's code.

    Raises ExamplesOnly, NoLead, WaveClosed, DatesDoNotFit, CannotBeShown (a phone page cannot show the survey yet).
    """
    survey = load_survey(survey_id)
    if audience not in survey.audiences:
        raise CannotBeShown(f"{survey_id} is for {', '.join(survey.audiences)}, not {audience}.")
    if channel not in CHANNELS:
        raise HeardError(f"An opening is reached by {', '.join(CHANNELS)}.")
    problems = showable(survey) if channel == "link" else ()
    if problems:
        raise CannotBeShown(f"{survey_id} cannot be shown on a phone yet: {'; '.join(problems)}")
    starts = opens_on or today()
    if closes_on < starts:
        raise DatesDoNotFit("An opening cannot close before it opens.")
    with transaction() as session:
        return open_within(session, area_slug, wave_slug, survey, audience, starts, closes_on, channel, values or {})


def open_within(
    session: Connection,
    area_slug: str,
    wave_slug: str,
    survey: Survey,
    audience: str,
    opens_on: dt.date,
    closes_on: dt.date,
    channel: str,
    values: Mapping[str, str],
) -> str:
    """Open a survey inside the transaction of what it is opened for, and return the opening's code.

    Raises ExamplesOnly, NoLead, WaveClosed, DatesDoNotFit.
    """
    area = areas.by_slug(session, area_slug)
    wave = waves.by_slug(session, area.id, wave_slug)
    if not area.example:
        raise ExamplesOnly
    if wave.closed_on is not None:
        raise WaveClosed
    if wave.decision_on is not None and opens_on > wave.decision_on:
        raise DatesDoNotFit("This opens after the decision. People must be asked before anything is decided.")
    leads = staff.holders(session, area.id, "safeguarding_lead")
    if not leads:
        raise NoLead
    opening_id = waves.add_opening(
        session,
        area.id,
        wave.id,
        survey_version_id=_publish_survey(session, area.id, survey),
        audience=audience,
        channel=channel,
        code=_free_code(session),
        opens_on=opens_on,
        closes_on=closes_on,
        lead_id=leads[0],
        details={"values": dict(values)},
    )
    staff.note(session, "opened", area_id=area.id, staff_id=None, subject=opening_id)
    return str(waves.opening_by_id(session, area.id, opening_id).code)


def find_opening(code: str) -> Opening:
    """The opening a code leads to. Raises NoSuchOpening; a stored survey that no longer loads closes its opening."""
    with reading() as session:
        row = waves.opening_by_code(session, tidy_code(code))
    return _opening(row, _stored_survey(row))


def opening_of(area_id: str, opening_id: str) -> Opening:
    """The opening of that id. Raises SurveyDoesNotLoad."""
    with reading() as session:
        row = waves.opening_by_id(session, area_id, opening_id)
    return _opening(row, _stored_survey(row))


def public_key(opening: Opening) -> bytes:
    """The key to which a phone seals what is said while it has no signal: P-256, DER."""
    with reading() as session:
        return bytes(waves.by_id(session, opening.area_id, opening.wave_id).public_key)


def openings_of(area_slug: str, wave_slug: str | None = None) -> Sequence[Record]:
    with reading() as session:
        area = areas.by_slug(session, area_slug)
        wave_id = waves.by_slug(session, area.id, wave_slug).id if wave_slug else None
        return waves.openings(session, area.id, wave_id)


def waves_of(area_slug: str) -> Sequence[Record]:
    with reading() as session:
        return waves.every(session, areas.by_slug(session, area_slug).id)


def close_opening(code: str) -> None:
    """Close one opening now; what was answered stays, and its help lines stay up."""
    with transaction() as session:
        row = waves.opening_by_code(session, tidy_code(code))
        waves.close_opening(session, row.area_id, row.id, today(), "closed by hand")
        staff.note(session, "closed", area_id=row.area_id, staff_id=None, subject=row.id)


def close_wave(area_slug: str, wave_slug: str, *, on: dt.date | None = None) -> str:
    """Close a wave to answers and queue its analysis; unsent answers join it, their words never quoted."""
    with transaction() as session:
        area = areas.by_slug(session, area_slug)
        wave = waves.by_slug(session, area.id, wave_slug)
        if wave.closed_on is not None:
            raise WaveClosed
        waves.close(session, area.id, wave.id, on or today())
        for response in responses.of_wave(session, area.id, wave.id):
            responses.forget_revisions(session, area.id, response.id)
        staff.note(session, "wave closed", area_id=area.id, staff_id=None, subject=wave.id)
        return work.queue(session, area.id, "analyse_wave", wave.id)


def _stored_survey(row: Record) -> Survey:
    try:
        survey: Survey = current_app.extensions["heard_read_survey"](row.definition)
        return survey
    except SurveyError as problem:
        if row.closed_on is None:  # the owner is told once, not by everybody who tries the link
            _close_broken(row, type(problem).__name__)
        raise SurveyDoesNotLoad from problem


def _opening(row: Record, survey: Survey) -> Opening:
    return Opening(
        id=row.id,
        code=row.code,
        area_id=row.area_id,
        area_slug=row.area_slug,
        area_name=row.area_name,
        asked_by=row.asked_by,
        example=row.example,
        wave_id=row.wave_id,
        wave_title=row.wave_title,
        audience=row.audience,
        channel=row.channel,
        survey=survey.for_audience(row.audience),
        opens_on=row.opens_on,
        closes_on=row.closes_on,
        closed_on=row.closed_on,
        wave_closed_on=row.wave_closed_on,
        wave_finished_on=row.wave_finished_on,
        reply_by=row.reply_by,
        values={"area_name": row.area_name, **_contacts(row.area_details), **row.details.get("values", {})},
        interpreters=row.area_details.get("interpreters", {}),
    )


def _contacts(area_details: Mapping[str, object]) -> dict[str, str]:
    return {name: str(area_details[name]) for name in ("lead_contact", "front_door") if area_details.get(name)}


def _publish_survey(session: Connection, area_id: str, survey: Survey) -> str:
    known = areas.find_survey_version(session, area_id, survey.id, survey.version)
    if known is None:
        definition = survey.to_json()
        return areas.add_survey_version(
            session,
            area_id,
            survey=survey.id,
            version=survey.version,
            title=survey.title,
            definition=definition,
            digest=survey.digest,
        )
    if known.digest != survey.digest:
        raise VersionChanged(f"{survey.id} version {survey.version} differs from the version that was published.")
    return str(known.id)


def _free_code(session: Connection) -> str:
    code = opening_code()
    while waves.code_is_taken(session, code):
        code = opening_code()
    return code


def _close_broken(row: Record, problem: str) -> None:
    with transaction() as session:
        waves.close_opening(session, row.area_id, row.id, today(), "the stored survey no longer loads")
        details = {"problem": problem}
        staff.note(session, "survey broken", area_id=row.area_id, staff_id=None, subject=row.id, details=details)
