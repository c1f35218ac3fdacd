"""Reporting: what a commissioner reads about a closed wave, all of it from its newest evidence pack."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from pathlib import Path

from flask import current_app

from feedback_app.errors import HeardError, NotFound
from feedback_app.reporting.report import Report, report_from
from feedback_app.storage import areas, editions, waves
from feedback_app.storage.db import reading
from feedback_app.storage.pack_rows import Pack
from feedback_app.storage.packs import PackMissing, read_pack
from feedback_app.storage.rows import Record


class NoReport(NotFound):
    words = "There is no report of this wave yet. It is made when the wave is closed and its quotations are checked."


class NothingPublished(NotFound):
    words = "There are no published results of this area here."


class PackChanged(HeardError):
    status = 500
    words = "The file of this report is not the one that was released, so it is not shown. Have the report made again."


@dataclass(frozen=True, slots=True)
class Edition:
    """One report that can be read. Without a slug: results that somebody else published."""

    wave_slug: str
    title: str
    number: int
    released_on: dt.date


def reports_of(area_slug: str) -> list[Edition]:
    """The reports of an area that can be read, newest wave first; published results come last, without a slug."""
    with reading() as session:
        area = areas.by_slug(session, area_slug)
        found = [(wave, editions.newest(session, area.id, wave.id)) for wave in waves.every(session, area.id)]
        published = editions.newest(session, area.id, None)
    listed = [_edition(row, wave.slug, wave.title) for wave, row in reversed(found) if row is not None]
    return listed if published is None else [*listed, _edition(published, "", "Published results")]


def read_report(area_slug: str, wave_slug: str) -> tuple[Edition, Report]:
    """The newest edition of a wave's report. Raises NoReport, PackMissing, PackChanged, NotAPack, DrawingRefused."""
    with reading() as session:
        area = areas.by_slug(session, area_slug)
        wave = waves.by_slug(session, area.id, wave_slug)
        row = editions.newest(session, area.id, wave.id)
    if row is None:
        raise NoReport
    return _edition(row, wave.slug, wave.title), report_from(_pack_of(row))


def read_published(area_slug: str) -> tuple[Edition, Report]:
    """An area's results that somebody else published. Raises NothingPublished, and what read_report raises."""
    with reading() as session:
        row = editions.newest(session, areas.by_slug(session, area_slug).id, None)
    if row is None:
        raise NothingPublished
    return _edition(row, "", "Published results"), report_from(_pack_of(row))


def _pack_of(edition: Record) -> Pack:
    file = Path(current_app.extensions["heard_settings"].packs) / edition.file
    if not file.is_file():
        raise PackMissing
    if hashlib.sha256(file.read_bytes()).hexdigest() != edition.digest:
        raise PackChanged
    return read_pack(file)


def _edition(row: Record, wave_slug: str, title: str) -> Edition:
    return Edition(wave_slug, title, row.edition, row.released_at.astimezone().date())
