"""What was signed off: for whoever said it, and, without names, for those who decide."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.redaction import redact
from feedback_app.reporting import Edition
from feedback_app.reporting.report import Report
from feedback_app.reviewing.seats import Seat
from feedback_app.reviewing.wordings import Kind, Wording, newest_report, report_wording, themes_wording
from feedback_app.storage import areas, waves
from feedback_app.storage import sign_offs as rows
from feedback_app.storage.db import reading
from feedback_app.storage.rows import Record
from feedback_app.storage.sealing import unseal

STANCES = {"agree": "We agree", "differently": "We would say it differently"}


@dataclass(frozen=True, slots=True)
class Said:
    """What was said of one version, by all at a table together or by seats on their own: how many, and their words.

    `words` are redacted, without those that the lead has, in an order that does not tell whose they are. `is_earlier`
    where the words that it was said of have changed since.
    """

    stance: str
    is_group: bool
    people: int
    words: tuple[str, ...]
    said_on: dt.date
    version: str
    is_earlier: bool

    @property
    def shown(self) -> str:
        return STANCES[self.stance]


@dataclass(frozen=True, slots=True)
class SignedWave:
    """What young people said of a wave's report and of its themes, and what the report says now (None without one)."""

    title: str
    report: Wording | None
    of_report: Sequence[Said]
    of_themes: Sequence[Said]


def signed_here(seat: Seat, wording: Wording) -> Sequence[Said]:
    """What this seat said of it, and what all at this table said together: never another seat's own."""
    with reading() as session:
        found = rows.of(session, seat.sitting.area_id, wording.kind, wording.subject)
        places = areas.by_id(session, seat.sitting.area_id).details.get("places", ())
    mine = [row for row in found if row.sitting_id == seat.sitting.id and (row.is_group or row.seat_id == seat.id)]
    return _together(mine, wording.digest, places)


def signed(area_slug: str, kind: Kind, subject: str, digest: str) -> Sequence[Said]:
    """What was said of something at every table, for those who decide: groups first, then the newest version.

    `digest` is of the words as they stand now.
    """
    with reading() as session:
        area = areas.by_slug(session, area_slug)
        return _together(rows.of(session, area.id, kind, subject), digest, area.details.get("places", ()))


def signed_of_wave(area_slug: str, wave_slug: str, read: tuple[Edition, Report] | None = None) -> SignedWave:
    """Of a wave: `read` is its report, where somebody has read it already. Raises NoSuchWave."""
    with reading() as session:
        area = areas.by_slug(session, area_slug)
        wave = waves.by_slug(session, area.id, wave_slug)
    read = read or newest_report(area_slug, wave_slug)
    report = report_wording(wave.id, *read) if read else None
    themes = themes_wording(area.id, wave.id, wave.title)
    return SignedWave(
        wave.title,
        report,
        signed(area_slug, "report", wave.id, report.digest if report else ""),
        signed(area_slug, "themes", wave.id, themes.digest if themes else ""),
    )


def _together(found: Sequence[Record], digest: str, places: Sequence[str]) -> Sequence[Said]:
    """Rows that say the same of the same version, of one table, stand together."""
    alike: dict[tuple[str, bool, str, str, str], list[Record]] = {}
    for row in found:
        alike.setdefault((row.sitting_id, row.is_group, row.stance, row.wording, row.version), []).append(row)
    said = [
        Said(
            stance=stance,
            is_group=is_group,
            people=sum(row.people for row in same),
            words=tuple(sorted(words for row in same if (words := _words(row, places)))),
            said_on=max(row.said_at for row in same).astimezone().date(),
            version=version,
            is_earlier=wording != digest,
        )
        for (_, is_group, stance, wording, version), same in alike.items()
    ]
    return sorted(said, key=lambda one: (one.is_earlier, not one.is_group, -one.said_on.toordinal(), one.stance))


def _words(row: Record, places: Sequence[str]) -> str:
    if row.words is None or row.held:
        return ""
    return redact(unseal(row.words, f"sign_off:{row.id}"), places=places).words
