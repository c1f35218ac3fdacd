"""Packing: the worker writes evidence packs, and the next edition when a person's words must go.

Only the worker and commands import this module: the learning libraries are too heavy for pages.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

from flask import current_app
from sqlalchemy.engine import Connection

from analysis import analyse
from analysis.evidence import ReleasedQuote, write_evidence
from analysis.evidence.editions import EditionWouldTell, quote_words, refuse_small_changes, write_without_quotes
from analysis.published import PublishedResult, load_published_results
from analysis.strategy import Strategy
from analysis.voices import Voices
from feedback_app import agreeing, analysing, relating
from feedback_app.config import Settings
from feedback_app.reviewing.in_report import decisions_in, told_of
from feedback_app.storage import areas, concerns, editions, findings, material, waves
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.rows import Record
from feedback_app.storage.sealing import unseal

WITHDRAWN = "a person took their answers back"
HELD = "words are held for a safety check"
REPLACED = "a newer edition was written"


def write_pack(area_id: str, wave_id: str, asked_by: str | None = None) -> str:
    """Write the next edition of a closed wave's pack, with the quotations that a person released; return its id.

    A later edition is refused (EditionWouldTell) when a count in it would differ by 1 to 9 from the one before.
    """
    found, made = analysing.find_and_obey(area_id, wave_id)
    with reading() as session:
        openings = waves.openings(session, area_id, wave_id)
        area = areas.by_id(session, area_id)
        about = _about(area, waves.by_id(session, area_id, wave_id), openings) | _cycle(area, found.strategies)
        about |= told_of(found, made)
        held = concerns.held_answers(session, area_id, wave_id)
        decided = findings.decisions(session, area_id, wave_id)
        again = material.asked_again(material.known(session, area_id, wave_id), decided)
        released = _released({key: row for key, row in decided.items() if key not in again}, held)
        earlier = editions.newest(session, area_id, wave_id)
        number = editions.last_number(session, area_id, wave_id) + 1
        related = relating.decided(session, area_id)
        known = relating.strategies_known(session, area_id)
        about |= agreeing.told(session, area_id, wave_id)
    file = _new_file()
    write_evidence(
        found,
        file,
        about={**about, "edition": str(number)},
        quotes=released,
        related=related,
        known=known,
        decisions=tuple(decisions_in(found, made)),
    )
    if earlier is not None:
        _refuse_telling(_packs() / earlier.file, file)
    return _give_out(
        area_id, wave_id, number, file, _owners(file, released), asked_by, instead_of=earlier, why=REPLACED
    )


def write_next_edition(area_id: str, wave_id: str, asked_by: str | None = None) -> str | None:
    """Write the next edition without the quotations of people who took their answers back, or that are held since.

    Counts stay: they are of groups over the floor and say nothing of one person; to lower them by one would. Returns
    the edition's id, or None where no quotation was lost.
    """
    with reading() as session:
        earlier = editions.newest(session, area_id, wave_id)
        if earlier is None:
            return None
        held = concerns.held_answers(session, area_id, wave_id)
        quoted = editions.quotes(session, area_id, earlier.id)
        kept = {quote: answer_id for quote, answer_id in quoted.items() if answer_id not in held}
        withdrawn = editions.lost_quotes(session, area_id, earlier.id)
        lost = [*withdrawn, *(quoted.keys() - kept.keys())]
        number = editions.last_number(session, area_id, wave_id) + 1
    if not lost:
        _delete_buried(area_id)
        return None
    file = _new_file()
    write_without_quotes(_packs() / earlier.file, file, lost, edition=number)
    why = WITHDRAWN if withdrawn else HELD
    return _give_out(area_id, wave_id, number, file, kept, asked_by, instead_of=earlier, why=why)


def write_published(area_slug: str) -> str:
    """Keep the results that an area published itself, and write them to a pack exactly as printed.

    They stay the area's own figures with their source: nothing is reckoned from them, and they never become answers.
    Returns the edition's id.
    """
    with transaction() as session:
        area = areas.by_slug(session, area_slug)
        if not editions.published_results(session, area.id):
            for position, result in enumerate(load_published_results(area_slug)):
                _keep_published(session, area.id, position, result)
        rows = editions.published_results(session, area.id)
        earlier = editions.newest(session, area.id, None)
        number = editions.last_number(session, area.id, None) + 1
    file = _new_file()
    about = {"title": f"Results published by {area.name}", "area_name": area.name, "edition": str(number)}
    published = [_as_published(row, area.slug) for row in rows]
    write_evidence(analyse(Voices(comments=())), file, about=about, quotes=[], published=published)
    return _give_out(area.id, None, number, file, {}, None, instead_of=earlier, why=REPLACED)


def _give_out(
    area_id: str,
    wave_id: str | None,
    number: int,
    file: Path,
    quotes: Mapping[int, str],
    released_by: str | None,
    *,
    instead_of: Record | None,
    why: str,
) -> str:
    """Record an edition; the one before it loses its file and keeps its row as a tombstone."""
    with ExitStack() as undo:
        undo.callback(file.unlink)  # an edition that was not recorded leaves no words behind
        with transaction() as session:
            edition_id = editions.add(
                session,
                area_id,
                wave_id=wave_id,
                edition=number,
                file=file.name,
                digest=_digest(file),
                released_by=released_by,
                quotes=quotes,
            )
            if instead_of is not None:
                editions.bury(session, area_id, instead_of.id, why)
        undo.pop_all()
    _delete_buried(area_id)
    return edition_id


def _delete_buried(area_id: str) -> None:
    """Delete the files of replaced editions, one among them that an earlier worker died before deleting."""
    with reading() as session:
        names = editions.buried_files(session, area_id)
    for name in names:
        (_packs() / name).unlink(missing_ok=True)


def _released(decided: Mapping[tuple[str, int], Record], held: frozenset[str]) -> list[ReleasedQuote]:
    return [
        ReleasedQuote(key, unseal(row.words, f"release:{row.id}"))
        for key, row in decided.items()
        if row.state == "released" and row.words is not None and key[0] not in held
    ]


def _owners(file: Path, released: Sequence[ReleasedQuote]) -> dict[int, str]:
    """Which answer each quote of the pack came from, so that it can leave the next edition."""
    waiting = {quote.words: [one.segment[0] for one in released if one.words == quote.words] for quote in released}
    return {number: waiting[words].pop() for number, words in quote_words(file).items()}


def _refuse_telling(earlier: Path, file: Path) -> None:
    try:
        refuse_small_changes(earlier, file)
    except EditionWouldTell:
        file.unlink()
        raise


def _keep_published(session: Connection, area_id: str, position: int, result: PublishedResult) -> None:
    editions.publish_result(
        session,
        area_id,
        position=position,
        subject=result.title,
        question=result.question,
        service=result.service,
        respondents=result.respondents,
        mean_as_printed=result.mean,
        scale=result.scale,
        who=result.group,
        source=result.source,
        note=result.note,
    )


def _as_published(row: Record, area_slug: str) -> PublishedResult:
    return PublishedResult(
        area=area_slug,
        title=row.subject,
        question=row.question,
        service=row.service,
        respondents=row.respondents,
        mean=row.mean_as_printed,
        scale=row.scale,
        group=row.who,
        source=row.source,
        source_file="",
        note=row.note,
    )


def _about(area: Record, wave: Record, openings: Sequence[Record]) -> dict[str, str]:
    """What the report says of itself: dates and names, never a clock time."""
    about = {
        "title": wave.title,
        "area_name": area.name,
        "asked_by": area.asked_by,
        "wave": wave.slug,
        "subject": wave.subject,
        "opened_on": min([wave.opens_on, *(row.opens_on for row in openings)]).isoformat(),
        "closed_on": wave.closed_on.isoformat(),
        "surveys": ", ".join(sorted({f"{row.survey_title} (version {row.survey_version})" for row in openings})),
    }
    if wave.decision_on:
        about["decision_on"] = wave.decision_on.isoformat()
    if wave.reply_by:
        about["reply_by"] = wave.reply_by.isoformat()
    if area.example:
        about["invented"] = "invented example"
    return about


def _cycle(area: Record, strategies: Sequence[Strategy]) -> dict[str, str]:
    """The area's own commissioning stages, where its strategy prints them; never another's."""
    own = next((one for one in strategies if one.area == area.slug and one.cycle), None)
    if own is None:
        return {}
    return {"cycle": ", ".join(stage.name for stage in own.cycle), "cycle_of": own.area_name}


def _packs() -> Path:
    settings: Settings = current_app.extensions["heard_settings"]
    return settings.packs


def _new_file() -> Path:
    # the name says nothing of what is inside, and no two are ever the same
    return _packs() / f"{secrets.token_hex(8)}.pack.db"


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
