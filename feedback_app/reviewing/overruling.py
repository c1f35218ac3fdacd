"""An adult decides otherwise than young people, with a reason that they are shown; both decisions stay."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.engine import Connection

from analysis.findings import Theme
from feedback_app.publishing import NotAnalysed
from feedback_app.reviewing.arranging import arranged
from feedback_app.reviewing.decided import Decided, decided
from feedback_app.reviewing.deciding import NoSuchDecision
from feedback_app.reviewing.material import NoSuchTheme
from feedback_app.reviewing.telling import Counted, Told, counted, told
from feedback_app.storage import areas, findings, staff, waves, work
from feedback_app.storage import decisions as rows
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.rows import Record
from feedback_app.taught import strategies_of


@dataclass(frozen=True, slots=True)
class AdultsView:
    """What adults see of a wave's decisions: themes with their three names, decisions in words, and no comment.

    `made_by_people` are ids of themes that the computer did not suggest. `is_asked_for`: it is to be sorted again.
    """

    title: str
    themes: tuple[Theme, ...]
    made_by_people: frozenset[str]
    told: tuple[Told, ...]
    counted: Counted
    is_asked_for: bool

    def theme(self, id: str) -> Theme:
        """Raises NoSuchTheme."""
        found = next((one for one in self.themes if one.id == id), None)
        if found is None:
            raise NoSuchTheme
        return found

    def decision(self, id: str) -> Told:
        """Raises NoSuchDecision."""
        found = next((one for one in self.told if one.decision.id == id), None)
        if found is None:
            raise NoSuchDecision
        return found


def decisions_of(area_slug: str, wave_slug: str) -> AdultsView:
    """Raises NoSuchWave, NotAnalysed."""
    with reading() as session:
        wave = _wave(session, area_slug, wave_slug)
        analysis = findings.newest(session, wave.area_id, wave.id)
        if analysis is None:
            raise NotAnalysed
        every = decided(session, wave.area_id, wave.id)
        lying = arranged(session, wave.area_id, analysis, every)
        promises = _promises(session, wave)
        is_asked_for = work.waits(session, wave.area_id, "analyse_wave", wave.id)
    return AdultsView(
        title=wave.title,
        themes=tuple(lying.themes.values()),
        made_by_people=frozenset(lying.made_by_people),
        told=told(every, lying.names, lying.suggested, promises),
        counted=counted(every),
        is_asked_for=is_asked_for,
    )


def overrule(area_slug: str, wave_slug: str, decision_id: str, why: str, *, staff_id: str, role: str) -> None:
    """What young people decided holds no more; they are shown why. Raises NoSuchDecision."""
    with transaction() as session:
        wave = _wave(session, area_slug, wave_slug)
        one = _one(session, wave, decision_id)
        if not one.by_young_people or not one.holds:
            raise NoSuchDecision
        _add(session, wave, "overrule", one.subject, why=why, staff_id=staff_id, role=role, replaces_id=one.id)


def let_it_stand(area_slug: str, wave_slug: str, decision_id: str, *, staff_id: str, role: str) -> None:
    """What an adult decided is taken back: a heading of theirs, or that they overruled something. All rows stay.

    Raises NoSuchDecision.
    """
    with transaction() as session:
        wave = _wave(session, area_slug, wave_slug)
        one = _one(session, wave, decision_id)
        undone = one.overruled or (None if one.by_young_people or one.back else one)
        if undone is None:
            raise NoSuchDecision
        _add(session, wave, "back", one.subject, why="", staff_id=staff_id, role=role, replaces_id=undone.id)


def give_heading(
    area_slug: str, wave_slug: str, theme: str, heading: str, why: str, *, staff_id: str, role: str
) -> None:
    """The council's own heading for a theme, which stands beside young people's name and after it.

    Raises NoSuchTheme, NotAnalysed.
    """
    decisions_of(area_slug, wave_slug).theme(theme)
    with transaction() as session:
        wave = _wave(session, area_slug, wave_slug)
        _add(session, wave, "heading", theme, name=heading, why=why, staff_id=staff_id, role=role)


def _wave(session: Connection, area_slug: str, wave_slug: str) -> Record:
    return waves.by_slug(session, areas.by_slug(session, area_slug).id, wave_slug)


def _one(session: Connection, wave: Record, decision_id: str) -> Decided:
    found = next((one for one in decided(session, wave.area_id, wave.id) if one.id == decision_id), None)
    if found is None:
        raise NoSuchDecision
    return found


def _add(
    session: Connection,
    wave: Record,
    what: str,
    subject: str,
    *,
    name: str = "",
    why: str,
    staff_id: str,
    role: str,
    replaces_id: str | None = None,
) -> None:
    made = rows.add(
        session,
        wave.area_id,
        wave.id,
        what=what,
        subject=subject,
        details={},
        name=name.strip(),
        why=why.strip(),
        said_by=role.replace("_", " "),
        staff_id=staff_id,
        replaces_id=replaces_id,
    )
    staff.note(session, f"theme {what}", area_id=wave.area_id, staff_id=staff_id, subject=made)


def _promises(session: Connection, wave: Record) -> Mapping[str, str]:
    chosen = strategies_of(session, wave.area_id, wave.id)
    return {one.id: one.shown_name for strategy in chosen for one in strategy.standards}
