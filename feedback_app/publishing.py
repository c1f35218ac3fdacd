"""Publishing: quotations are released one by one by a person, and an evidence pack is written from a closed wave."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal

from analysis.disclosure import show
from analysis.redaction import redact
from feedback_app.errors import HeardError, NotFound
from feedback_app.storage import areas, concerns, editions, findings, material, responses, staff, waves, work
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.rows import Record
from feedback_app.storage.sealing import unseal
from surveys import Survey, survey_from_json

QUOTES_EACH = 2
WOULD_TELL = "EditionWouldTell"  # how the worker names it
LONGEST_QUOTE = 400


class NotQuotable(NotFound):
    words = "There are no words there that may be quoted."


class QuoteTooLong(HeardError):
    words = f"A quotation is between 1 and {LONGEST_QUOTE} characters long."


class StillNames(HeardError):
    words = "Something in the quotation still looks like a name, a place to reach somebody or a school. Take it out."


class EnoughFromOnePerson(HeardError):
    words = f"Two quotations of this person are released already. {QUOTES_EACH} is the most from one person."


class NotAnalysed(HeardError):
    words = "This wave has not been analysed yet. Close it first, and let the worker finish."


# what is wrong with the words of one quotation, and stands beside them
QUOTE_PROBLEMS = (QuoteTooLong, StillNames, EnoughFromOnePerson)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A quotation for the releaser: the original beside the redaction, and what was decided so far.

    `is_asked_again`: it was released, and somebody at the young commissioners' table may know who said it.
    """

    answer_id: str
    ordinal: int
    original: str
    redacted: str
    question: str
    audience: str
    group_name: str
    themes: tuple[str, ...]
    kind: str
    state: str
    why: str
    is_asked_again: bool


@dataclass(frozen=True, slots=True)
class ReportState:
    """`edition` is the one that can be read, None where there is none.

    "would tell": a number would differ by a few people from that edition, so the next one was not written.
    """

    state: Literal["not asked for", "being made", "made", "would tell", "failed"]
    edition: int | None


def wave_named(area_slug: str, wave_slug: str) -> Record:
    """The wave's row; raises NoSuchArea, NoSuchWave."""
    with reading() as session:
        return waves.by_slug(session, areas.by_slug(session, area_slug).id, wave_slug)


def came_late(area_slug: str, wave_slug: str) -> str | None:
    """How many people's answers came after the wave had closed, in words that may be printed; None for nobody.

    They wait, and are in no count: an edition may not differ by a few from the one before.
    """
    with reading() as session:
        area = areas.by_slug(session, area_slug)
        late = responses.came_late(session, area.id, waves.by_slug(session, area.id, wave_slug).id)
    return show(late).words if late else None


def candidates(area_slug: str, wave_slug: str) -> list[Candidate]:
    """Every segment that its owner lets us quote and nobody holds; what the analysis would pick comes first.

    Raises NotAnalysed.
    """
    with reading() as session:
        area = areas.by_slug(session, area_slug)
        wave = waves.by_slug(session, area.id, wave_slug)
        analysis = findings.newest(session, area.id, wave.id)
        if analysis is None:
            raise NotAnalysed
        openings = {row.id: survey_from_json(row.definition) for row in waves.openings(session, area.id, wave.id)}
        held = concerns.held_answers(session, area.id, wave.id)
        decided = findings.decisions(session, area.id, wave.id)
        names = {row.slug: row.machine_name for row in findings.themes(session, area.id, analysis.id)}
        rows = [row for row in findings.quotable(session, area.id, analysis.id) if row.answer_id not in held]
        again = material.asked_again(material.known(session, area.id, wave.id), decided)
    picks = _picks(analysis.how.get("quotes", []))
    found = [_candidate(row, picks, names, decided, again, openings[row.opening_id]) for row in rows]
    order = {"typical": 0, "outlier": 1, "": 2}
    return sorted(
        found,
        key=lambda one: (
            not one.is_asked_again,
            one.state != "",
            order[one.kind],
            one.themes,
            one.answer_id,
            one.ordinal,
        ),
    )


def decide_quote(
    area_slug: str,
    wave_slug: str,
    answer_id: str,
    ordinal: int,
    *,
    release: bool,
    words: str = "",
    staff_id: str,
    why: str = "",
) -> None:
    """Release or refuse one quotation; the decision is one more row.

    Raises NotQuotable (no permission, held, or gone), QuoteTooLong, StillNames, EnoughFromOnePerson.
    """
    chosen = {(one.answer_id, one.ordinal): one for one in candidates(area_slug, wave_slug)}.get((answer_id, ordinal))
    if chosen is None:
        raise NotQuotable
    if release:
        _check_quote(words)
    with transaction() as session:
        area = areas.by_slug(session, area_slug)
        wave = waves.by_slug(session, area.id, wave_slug)
        if answer_id in concerns.held_answers(session, area.id, wave.id):
            raise NotQuotable
        if release:
            owner = _owner(responses.answer_by_id(session, area.id, answer_id))
            _check_share(findings.decisions(session, area.id, wave.id), chosen, owner)
        findings.decide(
            session,
            area.id,
            wave.id,
            answer_id=answer_id,
            ordinal=ordinal,
            state="released" if release else "refused",
            words=words.strip() if release else None,
            staff_id=staff_id,
            why=why or None,
        )
        staff.note(
            session,
            "quote released" if release else "quote refused",
            area_id=area.id,
            staff_id=staff_id,
            subject=f"{answer_id}/{ordinal}",
        )


def report_state(area_slug: str, wave_slug: str) -> ReportState:
    """What became of the report that was asked for last."""
    with reading() as session:
        area = areas.by_slug(session, area_slug)
        wave = waves.by_slug(session, area.id, wave_slug)
        asked = work.newest(session, area.id, "write_pack", wave.id)
        edition = editions.newest(session, area.id, wave.id)
    number = edition.edition if edition is not None else None
    if asked is None:
        return ReportState("not asked for" if number is None else "made", number)
    if asked.failed_at is not None:
        return ReportState("would tell" if asked.problem.startswith(WOULD_TELL) else "failed", number)
    return ReportState("being made" if asked.done_at is None else "made", number)


def release_pack(area_slug: str, wave_slug: str, *, staff_id: str | None) -> str:
    """Ask the worker to write the wave's next evidence pack; return the work's id. Raises NotAnalysed."""
    with transaction() as session:
        area = areas.by_slug(session, area_slug)
        wave = waves.by_slug(session, area.id, wave_slug)
        if findings.newest(session, area.id, wave.id) is None:
            raise NotAnalysed
        staff.note(session, "pack released", area_id=area.id, staff_id=staff_id, subject=wave.id)
        return work.queue(session, area.id, "write_pack", wave.id, asked_by=staff_id)


def _check_quote(words: str) -> None:
    if not 1 <= len(words.strip()) <= LONGEST_QUOTE:
        raise QuoteTooLong
    if redact(words).found:
        raise StillNames


def _check_share(decided: Mapping[tuple[str, int], Record], candidate: Candidate, owner: str) -> None:
    others = [
        row
        for key, row in decided.items()
        if row.state == "released" and row.response_id == owner and key != (candidate.answer_id, candidate.ordinal)
    ]
    if len(others) >= QUOTES_EACH:
        raise EnoughFromOnePerson


def _owner(row: Record | None) -> str:
    if row is None:
        raise NotQuotable
    return str(row.response_id)


def _picks(rows: list[list[object]]) -> Mapping[tuple[str, int], tuple[tuple[str, str], ...]]:
    picks: dict[tuple[str, int], tuple[tuple[str, str], ...]] = {}
    for answer_id, ordinal, theme, kind in rows:
        key = (str(answer_id), int(str(ordinal)))
        picks[key] = (*picks.get(key, ()), (str(theme), str(kind)))
    return picks


def _candidate(
    row: Record,
    picks: Mapping[tuple[str, int], tuple[tuple[str, str], ...]],
    names: Mapping[str, str],
    decided: Mapping[tuple[str, int], Record],
    again: Collection[tuple[str, int]],
    survey: Survey,
) -> Candidate:
    key = (row.answer_id, row.ordinal)
    picked = picks.get(key, ())
    decision = decided.get(key)
    redacted = unseal(row.words, f"segment:{row.id}")
    if decision is not None and decision.words is not None:
        redacted = unseal(decision.words, f"release:{decision.id}")
    return Candidate(
        answer_id=row.answer_id,
        ordinal=row.ordinal,
        original=unseal(row.original, f"answer:{row.answer_id}")[row.start_at : row.end_at],
        redacted=redacted,
        question=survey.question(row.question).words_for(row.audience),
        audience=row.audience,
        group_name=survey.audience_name(row.audience),
        themes=tuple(names[theme] for theme, _ in picked if theme in names),
        kind=picked[0][1] if picked else "",
        state=decision.state if decision else "",
        why=(decision.why or "") if decision else "",
        is_asked_again=key in again,
    )
