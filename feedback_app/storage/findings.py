"""Queries about findings: what an analysis kept, and which quotations a person released."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from feedback_app.storage.rows import Query, Record
from feedback_app.storage.sealing import seal
from feedback_app.storage.tables import (
    analysis,
    answer,
    assignment,
    name,
    new_id,
    now,
    opening,
    release,
    response,
    segment,
    survey_version,
    theme,
    wave,
)

if TYPE_CHECKING:
    from analysis.findings import Findings


def keep(
    session: Connection,
    area_id: str,
    wave_id: str,
    found: Findings,
    *,
    random_state: int,
    codebook: str,
    machine_codebook: str | None = None,
    decisions: Sequence[Mapping[str, str]] = (),
) -> str:
    """Keep one analysis: every segment counts, but its redacted words stand in it only when they may be quoted.

    Its themes are those that people decide about (`Findings.offered_themes`): what they decided of them in this wave
    are rows of `decision`, which pages lay over them (`reviewing.arranging`). `decisions` is what became of each.
    """
    analysis_id = new_id()
    session.execute(
        analysis.insert().values(
            id=analysis_id,
            area_id=area_id,
            wave_id=wave_id,
            made_at=now(),
            inputs_hash=found.how["input_sha256"],
            random_state=random_state,
            default_level=found.default_level,
            codebook=codebook,
            machine_codebook=machine_codebook,
            how={
                **found.how,
                "quotes": [[quote.segment[0], quote.segment[1], quote.theme, quote.kind] for quote in found.quotes],
                "picks": [list(key) for key in found.picks],
                "made_by_people": list(found.made_by_people),
                "decisions": [dict(one) for one in decisions],
            },
        )
    )
    themes = _keep_themes(session, area_id, analysis_id, found)
    segments = _keep_segments(session, area_id, analysis_id, found)
    rows = [
        {"segment_id": segments[one.segment], "theme_id": themes[one.theme], "standard": None, "strength": None}
        | {"score": one.margin, "chance": None, "reason": list(one.reason), "examples": None}
        for one in found.offered_assignments
    ] + [
        {"segment_id": segments[link.segment], "theme_id": None, "standard": link.standard, "strength": link.strength}
        | {"score": link.score, "chance": link.chance, "reason": list(link.reason)}
        | {"examples": list(link.examples)}
        for link in found.links
    ]
    if rows:
        session.execute(assignment.insert(), [{"id": new_id(), "area_id": area_id, **row} for row in rows])
    return analysis_id


def newest(session: Connection, area_id: str, wave_id: str) -> Record | None:
    found = sa.select(analysis).where(analysis.c.area_id == area_id, analysis.c.wave_id == wave_id)
    return session.execute(found.order_by(analysis.c.made_at.desc(), analysis.c.id).limit(1)).one_or_none()


def codebook_before(session: Connection, area_id: str, wave_id: str) -> str | None:
    """The newest codebook of the area's last earlier wave that asked one of the same surveys."""
    this = sa.select(wave.c.opens_on).where(wave.c.area_id == area_id, wave.c.id == wave_id).scalar_subquery()
    found = (
        sa.select(analysis.c.codebook)
        .join(wave, wave.c.id == analysis.c.wave_id)
        .where(analysis.c.area_id == area_id, wave.c.area_id == area_id, analysis.c.codebook.is_not(None))
        .where(wave.c.opens_on < this, wave.c.id.in_(_asking_alike(area_id, wave_id)))
        .order_by(wave.c.opens_on.desc(), analysis.c.made_at.desc(), analysis.c.id)
    )
    return session.execute(found.limit(1)).scalar()


def themes(session: Connection, area_id: str, analysis_id: str) -> Sequence[Record]:
    """Themes with their machine name, and the slug of the one that each is a part of, level by level."""
    above = theme.alias()
    return session.execute(
        sa.select(theme, name.c.words.label("machine_name"), above.c.slug.label("parent"))
        .join(name, sa.and_(name.c.theme_id == theme.c.id, name.c.kind == "machine"))
        .outerjoin(above, sa.and_(above.c.id == theme.c.parent_id, above.c.area_id == theme.c.area_id))
        .where(theme.c.area_id == area_id, name.c.area_id == area_id, theme.c.analysis_id == analysis_id)
        .order_by(theme.c.level, theme.c.position)
    ).all()


def quotable(session: Connection, area_id: str, analysis_id: str) -> Sequence[Record]:
    """Segments whose redacted words may be shown to a releaser, with the answer they come from."""
    return session.execute(
        sa.select(
            segment.c.id,
            segment.c.answer_id,
            segment.c.ordinal,
            segment.c.start_at,
            segment.c.end_at,
            segment.c.words,
            segment.c.sentiment,
            segment.c.is_answer,
            answer.c.question,
            answer.c.repeat,
            answer.c.response_id,
            answer.c.words.label("original"),
            response.c.opening_id,
            response.c.audience,
        )
        .join(answer, answer.c.id == segment.c.answer_id)
        .join(response, response.c.id == answer.c.response_id)
        .where(segment.c.area_id == area_id, answer.c.area_id == area_id, response.c.area_id == area_id)
        .where(segment.c.analysis_id == analysis_id, segment.c.words.is_not(None))
        .order_by(segment.c.answer_id, segment.c.ordinal)
    ).all()


def decide(
    session: Connection,
    area_id: str,
    wave_id: str,
    *,
    answer_id: str,
    ordinal: int,
    state: str,
    words: str | None,
    staff_id: str,
    why: str | None,
) -> None:
    """One more decision about one quotation; the newest counts, none is overwritten."""
    release_id = new_id()
    session.execute(
        release.insert().values(
            id=release_id,
            area_id=area_id,
            wave_id=wave_id,
            answer_id=answer_id,
            ordinal=ordinal,
            state=state,
            words=None if words is None else seal(words, f"release:{release_id}"),
            staff_id=staff_id,
            decided_at=now(),
            why=why,
        )
    )


def decisions(session: Connection, area_id: str, wave_id: str) -> Mapping[tuple[str, int], Record]:
    """The newest decision about each quotation of a wave."""
    rows = session.execute(
        sa.select(release, answer.c.response_id)
        .join(answer, answer.c.id == release.c.answer_id)
        .where(release.c.area_id == area_id, answer.c.area_id == area_id, release.c.wave_id == wave_id)
        .order_by(release.c.decided_at, release.c.id)
    ).all()
    return {(row.answer_id, row.ordinal): row for row in rows}


def _keep_themes(session: Connection, area_id: str, analysis_id: str, found: Findings) -> dict[str, str]:
    ids = {one.id: new_id() for one in found.offered_themes}
    for one in sorted(found.offered_themes, key=lambda theme: theme.level):
        session.execute(
            theme.insert().values(
                id=ids[one.id],
                area_id=area_id,
                analysis_id=analysis_id,
                parent_id=ids[one.parent] if one.parent else None,
                slug=one.id,
                level=one.level,
                position=one.position,
                provisional=one.provisional,
                steadiness=one.steadiness,
                terms=list(one.terms),
            )
        )
        names = {"machine": one.name, "young_people": one.young_peoples_name, "commissioner": one.heading}
        for kind, words in names.items():
            if words:
                values = {"id": new_id(), "area_id": area_id, "theme_id": ids[one.id], "kind": kind, "words": words}
                session.execute(name.insert().values(**values, named_at=now()))
    return ids


def _asking_alike(area_id: str, wave_id: str) -> Query:
    """The area's waves that asked one of the surveys of this one."""
    version = sa.and_(opening.c.survey_version_id == survey_version.c.id, survey_version.c.area_id == area_id)
    asked = sa.select(survey_version.c.survey).join(opening, version)
    asked = asked.where(opening.c.area_id == area_id, opening.c.wave_id == wave_id)
    other, other_version = opening.alias(), survey_version.alias()
    return (
        sa.select(other.c.wave_id)
        .join(other_version, other.c.survey_version_id == other_version.c.id)
        .where(other.c.area_id == area_id, other_version.c.area_id == area_id, other_version.c.survey.in_(asked))
    )


def _keep_segments(session: Connection, area_id: str, analysis_id: str, found: Findings) -> dict[tuple[str, int], str]:
    may_quote = {one.id for one in found.voices.comments if one.quotable and not one.held}
    ids = {one.key: new_id() for one in found.segments}
    rows = [
        {
            "id": ids[one.key],
            "area_id": area_id,
            "analysis_id": analysis_id,
            "answer_id": one.comment,
            "ordinal": one.ordinal,
            "start_at": one.start,
            "end_at": one.end,
            "words": seal(one.words, f"segment:{ids[one.key]}") if one.comment in may_quote else None,
            "sentiment": one.sentiment,
            "is_answer": one.is_answer,
        }
        for one in found.segments
    ]
    if rows:
        session.execute(segment.insert(), rows)
    return ids
