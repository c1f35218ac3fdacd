"""Queries about piles: what was sorted, in its order, and what each pile was called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from feedback_app.storage import copies
from feedback_app.storage.inserting import insert_once
from feedback_app.storage.rows import Record
from feedback_app.storage.sealing import seal, unseal
from feedback_app.storage.tables import new_id, now, pile, pile_name, sorted_idea, sorting


def add(session: Connection, area_id: str, workshop_id: str) -> str:
    """A pile with the next number, and nothing in it yet."""
    last = sa.select(sa.func.max(pile.c.number)).where(pile.c.area_id == area_id, pile.c.workshop_id == workshop_id)
    pile_id = new_id()
    number = (session.execute(last).scalar() or 0) + 1
    session.execute(pile.insert().values(id=pile_id, area_id=area_id, workshop_id=workshop_id, number=number))
    return pile_id


def forget(session: Connection, area_id: str, pile_id: str) -> None:
    """Take a pile away that nothing was sorted into."""
    session.execute(pile.delete().where(pile.c.area_id == area_id, pile.c.id == pile_id))


def numbers(session: Connection, area_id: str, workshop_id: str) -> Mapping[str, int]:
    """The number of each pile that was ever made, by its id."""
    found = sa.select(pile).where(pile.c.area_id == area_id, pile.c.workshop_id == workshop_id)
    return {row.id: row.number for row in session.execute(found.order_by(pile.c.number, pile.c.id))}


def sort(
    session: Connection,
    area_id: str,
    workshop_id: str,
    kind: str,
    *,
    send_key: str,
    staff_id: str,
    pile_id: str | None = None,
    whole_id: str | None = None,
    with_id: str | None = None,
    ideas: Sequence[str] = (),
) -> str | None:
    """Keep one sorting and return its id; None where the same page has sorted before.

    With the id of another it is of the same press, and undone with it.
    """
    mine = (sorting.c.area_id == area_id, sorting.c.workshop_id == workshop_id)
    last = session.execute(sa.select(sa.func.max(sorting.c.ordinal)).where(*mine)).scalar()
    sorting_id = new_id()
    kept = insert_once(
        session,
        sorting,
        id=sorting_id,
        area_id=area_id,
        workshop_id=workshop_id,
        ordinal=(last or 0) + 1,
        send_key=send_key,
        kind=kind,
        pile_id=pile_id,
        whole_id=whole_id,
        with_id=with_id,
        undone=False,
        staff_id=staff_id,
        made_at=now(),
    )
    for idea_id in ideas if kept else ():
        values = {"id": new_id(), "area_id": area_id, "sorting_id": sorting_id, "idea_id": idea_id}
        session.execute(sorted_idea.insert().values(**values))
    return sorting_id if kept else None


def was_sent(session: Connection, area_id: str, workshop_id: str, send_key: str) -> bool:
    """Whether this page has sorted already."""
    mine = (sorting.c.area_id == area_id, sorting.c.workshop_id == workshop_id, sorting.c.send_key == send_key)
    return session.execute(sa.select(sorting.c.id).where(*mine)).first() is not None


def sortings(session: Connection, area_id: str, workshop_id: str) -> Sequence[Record]:
    """Those that nobody has undone, in their order."""
    mine = (sorting.c.area_id == area_id, sorting.c.workshop_id == workshop_id, sorting.c.undone.is_(False))
    return session.execute(sa.select(sorting).where(*mine).order_by(sorting.c.ordinal, sorting.c.id)).all()


def sorted_ideas(session: Connection, area_id: str, workshop_id: str) -> Mapping[str, list[str]]:
    """The ideas of each sorting, by its id."""
    found = (
        sa.select(sorted_idea.c.sorting_id, sorted_idea.c.idea_id)
        .join(sorting, sorting.c.id == sorted_idea.c.sorting_id)
        .where(sorted_idea.c.area_id == area_id, sorting.c.area_id == area_id, sorting.c.workshop_id == workshop_id)
    )
    ideas: dict[str, list[str]] = {}
    for row in session.execute(found):
        ideas.setdefault(row.sorting_id, []).append(row.idea_id)
    return ideas


def undo(session: Connection, area_id: str, workshop_id: str, sorting_id: str) -> bool:
    """Undo one sorting and all of the same press; False where it was undone before."""
    mine = (sorting.c.area_id == area_id, sorting.c.workshop_id == workshop_id)
    press = sa.or_(sorting.c.id == sorting_id, sorting.c.with_id == sorting_id)
    changed = session.execute(sorting.update().where(*mine, press, sorting.c.undone.is_(False)).values(undone=True))
    return changed.rowcount > 0


def name(
    session: Connection,
    area_id: str,
    workshop_id: str,
    pile_id: str,
    words: str,
    *,
    ideas: Iterable[str],
    staff_id: str,
) -> None:
    """One more name of a pile, which is the one that counts, with the answers of which words stand in it."""
    last = sa.select(sa.func.max(pile_name.c.ordinal))
    last = last.where(pile_name.c.area_id == area_id, pile_name.c.pile_id == pile_id)
    name_id = new_id()
    session.execute(
        pile_name.insert().values(
            id=name_id,
            area_id=area_id,
            pile_id=pile_id,
            ordinal=(session.execute(last).scalar() or 0) + 1,
            words=seal(words, f"pile_name:{name_id}"),
            staff_id=staff_id,
            named_at=now(),
        )
    )
    copies.keep(session, area_id, workshop_id, name_id, ideas)


def names(session: Connection, area_id: str, workshop_id: str) -> Mapping[str, list[str]]:
    """Every name that each pile had, opened, the oldest first, by the pile's id; empty where it must not be shown."""
    found = (
        sa.select(pile_name, copies.is_off(pile_name).label("is_off"))
        .join(pile, pile.c.id == pile_name.c.pile_id)
        .where(pile_name.c.area_id == area_id, pile.c.area_id == area_id, pile.c.workshop_id == workshop_id)
        .order_by(pile_name.c.pile_id, pile_name.c.ordinal)
    )
    called: dict[str, list[str]] = {}
    for row in session.execute(found):
        called.setdefault(row.pile_id, []).append("" if row.is_off else unseal(row.words, f"pile_name:{row.id}"))
    return called


def mark(session: Connection, area_id: str, workshop_id: str) -> str:
    """Another one whenever anything was sorted, undone or named."""
    mine = (sorting.c.area_id == area_id, sorting.c.workshop_id == workshop_id)
    made = session.execute(
        sa.select(sa.func.count(), sa.func.count().filter(sorting.c.undone)).select_from(sorting).where(*mine)
    ).one()
    named = sa.select(sa.func.count()).select_from(pile_name).join(pile, pile.c.id == pile_name.c.pile_id)
    named = named.where(pile_name.c.area_id == area_id, pile.c.area_id == area_id, pile.c.workshop_id == workshop_id)
    return f"{made[0]}-{made[1]}-{session.execute(named).scalar_one()}"
