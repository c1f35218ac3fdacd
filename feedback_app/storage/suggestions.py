"""Queries about what the computer suggested for piles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from feedback_app.storage.rows import Record
from feedback_app.storage.tables import new_id, now, suggested_idea, suggested_pile, suggestion


def ask(session: Connection, area_id: str, workshop_id: str, *, staff_id: str) -> str:
    """One more suggestion that waits for the worker."""
    mine = (suggestion.c.area_id == area_id, suggestion.c.workshop_id == workshop_id)
    last = session.execute(sa.select(sa.func.max(suggestion.c.ordinal)).where(*mine)).scalar()
    suggestion_id = new_id()
    session.execute(
        suggestion.insert().values(
            id=suggestion_id,
            area_id=area_id,
            workshop_id=workshop_id,
            ordinal=(last or 0) + 1,
            staff_id=staff_id,
            asked_at=now(),
        )
    )
    return suggestion_id


def by_id(session: Connection, area_id: str, suggestion_id: str) -> Record | None:
    found = sa.select(suggestion).where(suggestion.c.area_id == area_id, suggestion.c.id == suggestion_id)
    return session.execute(found).one_or_none()


def newest(session: Connection, area_id: str, workshop_id: str) -> Record | None:
    """The last one that was asked for."""
    mine = (suggestion.c.area_id == area_id, suggestion.c.workshop_id == workshop_id)
    return session.execute(sa.select(suggestion).where(*mine).order_by(suggestion.c.ordinal.desc())).first()


def answer(session: Connection, area_id: str, suggestion_id: str, ideas: int, piles: Sequence[Sequence[str]]) -> None:
    """Keep what was found, the largest first; a worker that comes second keeps nothing."""
    mine = (suggestion.c.area_id == area_id, suggestion.c.id == suggestion_id, suggestion.c.answered_at.is_(None))
    if session.execute(suggestion.update().where(*mine).values(answered_at=now(), ideas=ideas)).rowcount != 1:
        return
    for number, pile in enumerate(piles, start=1):
        pile_id = new_id()
        of_area = {"area_id": area_id}
        values = {"id": pile_id, "suggestion_id": suggestion_id, "number": number, **of_area}
        session.execute(suggested_pile.insert().values(**values))
        for idea_id in pile:
            values = {"id": new_id(), "suggested_pile_id": pile_id, "idea_id": idea_id, **of_area}
            session.execute(suggested_idea.insert().values(**values))


def piles(session: Connection, area_id: str, suggestion_id: str) -> Sequence[Record]:
    """The suggested piles, with the pile that was made of each."""
    mine = (suggested_pile.c.area_id == area_id, suggested_pile.c.suggestion_id == suggestion_id)
    return session.execute(sa.select(suggested_pile).where(*mine).order_by(suggested_pile.c.number)).all()


def ideas(session: Connection, area_id: str, suggestion_id: str) -> Mapping[str, frozenset[str]]:
    """The ideas of each suggested pile, by its id."""
    found = (
        sa.select(suggested_idea.c.suggested_pile_id, suggested_idea.c.idea_id)
        .join(suggested_pile, suggested_pile.c.id == suggested_idea.c.suggested_pile_id)
        .where(suggested_idea.c.area_id == area_id, suggested_pile.c.area_id == area_id)
        .where(suggested_pile.c.suggestion_id == suggestion_id)
    )
    inside: dict[str, set[str]] = {}
    for row in session.execute(found):
        inside.setdefault(row.suggested_pile_id, set()).add(row.idea_id)
    return {pile_id: frozenset(found) for pile_id, found in inside.items()}


def took(session: Connection, area_id: str, suggested_id: str, pile_id: str) -> None:
    """A person has made this pile of a suggested one."""
    mine = (suggested_pile.c.area_id == area_id, suggested_pile.c.id == suggested_id)
    session.execute(suggested_pile.update().where(*mine).values(pile_id=pile_id))


def made_of(session: Connection, area_id: str, workshop_id: str) -> frozenset[str]:
    """The piles of a workshop that a person ever made of a suggested one."""
    found = (
        sa.select(suggested_pile.c.pile_id)
        .join(suggestion, suggestion.c.id == suggested_pile.c.suggestion_id)
        .where(suggested_pile.c.area_id == area_id, suggestion.c.area_id == area_id)
        .where(suggestion.c.workshop_id == workshop_id, suggested_pile.c.pile_id.is_not(None))
    )
    return frozenset(session.execute(found).scalars())


def mark(session: Connection, area_id: str, workshop_id: str) -> str:
    """Another one whenever one was asked for, or answered."""
    mine = (suggestion.c.area_id == area_id, suggestion.c.workshop_id == workshop_id)
    counts = sa.select(sa.func.count(), sa.func.count(suggestion.c.answered_at)).select_from(suggestion)
    asked = session.execute(counts.where(*mine)).one()
    return f"{asked[0]}-{asked[1]}"
