"""What stands there at the end for young people to say yes to: the report, the themes' names, what they scored."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from feedback_app import reporting
from feedback_app.errors import NotFound
from feedback_app.publishing import NotAnalysed
from feedback_app.reporting import Edition, NoReport
from feedback_app.reporting.report import Report
from feedback_app.reviewing import score_results
from feedback_app.reviewing.material import on_table
from feedback_app.reviewing.scorings import scorings_of
from feedback_app.reviewing.seats import Hidden
from feedback_app.reviewing.sittings import Sitting
from feedback_app.storage.db import reading

Kind = Literal["report", "themes", "scores"]
TONES = {"going well": "Going well.", "not going well": "Not going well.", "mixed": "Views were mixed."}


class NothingToSign(NotFound):
    words = "There is nothing of that kind at this table to say yes to."


@dataclass(frozen=True, slots=True)
class Wording:
    """Words that young people can say yes to. `subject` is an id, of the wave or the scoring.

    `lines` are a name each and what is said of it: no quotation of anybody, so that every seat may read all of them.
    """

    kind: Kind
    subject: str
    title: str
    version: str
    lines: tuple[tuple[str, str], ...]

    @property
    def digest(self) -> str:
        """Tells whether the words are the same as those that were said yes to; the version may be another."""
        return hashlib.sha256(json.dumps([self.title, self.lines], ensure_ascii=False).encode()).hexdigest()


def wordings_at(sitting: Sitting) -> Sequence[Wording]:
    """Everything at a table that can be said yes to, in the order in which it is read."""
    scored = [one.id for one in scorings_of(sitting.area_id, sitting.id) if one.is_said]
    found = [scores_wording(sitting.area_slug, scoring_id) for scoring_id in scored]
    if not sitting.wave_id:
        return found
    read = newest_report(sitting.area_slug, sitting.wave_slug)
    report = report_wording(sitting.wave_id, *read) if read else None
    of_wave = [report, themes_wording(sitting.area_id, sitting.wave_id, sitting.wave_title)]
    return [*(one for one in of_wave if one is not None), *found]


def wording_at(sitting: Sitting, kind: str, subject: str) -> Wording:
    """Raises NothingToSign."""
    found = next((one for one in wordings_at(sitting) if (one.kind, one.subject) == (kind, subject)), None)
    if found is None:
        raise NothingToSign
    return found


def newest_report(area_slug: str, wave_slug: str) -> tuple[Edition, Report] | None:
    """None where there is no report yet."""
    try:
        return reporting.read_report(area_slug, wave_slug)
    except NoReport:
        return None


def report_wording(wave_id: str, edition: Edition, report: Report) -> Wording:
    """What an edition says of the themes."""
    lines = tuple((one.theme.name, TONES.get(one.theme.tone, "")) for one in report.themes)
    return Wording("report", wave_id, edition.title, f"edition {edition.number}", lines)


def themes_wording(area_id: str, wave_id: str, title: str) -> Wording | None:
    """The names of the themes as they are now; None before an analysis."""
    try:
        with reading() as session:
            material = on_table(session, area_id, wave_id, Hidden())
    except NotAnalysed:
        return None
    lines = tuple((one.shown_name, one.how_many) for one in material.themes)
    made = material.made_at.astimezone()
    return Wording("themes", wave_id, title, f"sorted on {made.day} {made:%B %Y}", lines)


def scores_wording(area_slug: str, scoring_id: str) -> Wording:
    result = score_results.result_of(area_slug, scoring_id)
    lines = tuple(
        (line.name or line.asks, " ".join(words for words in (line.answer, line.why) if words)) for line in result.lines
    )
    version = f"agreed on {result.said_on.day} {result.said_on:%B %Y}"
    return Wording("scores", scoring_id, result.subject, version, lines)
