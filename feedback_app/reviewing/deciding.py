"""Young people at a table decide about themes: each decision is a row with its seat and its reason, never changed.

Every function returns whether it shows: a decision whose words the concern rules hold waits for the safeguarding lead.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection, Mapping

from analysis.decisions import Key
from analysis.redaction import redact
from feedback_app.errors import HeardError, NotFound
from feedback_app.reviewing.decided import YOUNG_COMMISSIONERS, What, decided_at
from feedback_app.reviewing.held_words import hold
from feedback_app.reviewing.material import material_for
from feedback_app.reviewing.seats import Seat
from feedback_app.storage import areas, staff
from feedback_app.storage import decisions as rows
from feedback_app.storage.db import reading, transaction
from feedback_app.taught import strategies_of

NAME_LETTERS = 60
WHY_LETTERS = 300
ASKED: Mapping[str, str] = {
    "name": "A name for a theme, and why",
    "join": "Why two themes are one",
    "split": "A name for a part of a theme, and why",
    "move": "Why words belong to another theme",
    "aside": "Why something is not a theme",
    "promise": "Why a theme is about a promise",
    "back": "Why a decision is taken back",
}


class NamesSomebody(HeardError):
    words = "This looks like the name of a person, a place or a school. Call it something else."


class NothingChosen(HeardError):
    words = "Choose one that is on the table."


class NoSuchDecision(NotFound):
    words = "There is no such decision, or it was taken back already."


def name_theme(seat: Seat, theme: str, name: str, why: str) -> bool:
    """Their own name, which every page shows first. Raises NoSuchTheme, NamesSomebody."""
    found = material_for(seat).theme(theme)
    _refuse_names(seat, name)
    return _keep(seat, "name", found.slug, name=name, why=why)


def join_themes(seat: Seat, theme: str, into: str, why: str) -> bool:
    """Two themes are one: the second, which keeps its names. Raises NoSuchTheme, NothingChosen."""
    found = material_for(seat)
    if into == theme or into not in {one.slug for one in found.themes}:
        raise NothingChosen
    return _keep(seat, "join", found.theme(theme).slug, {"into": into}, why=why)


def split_theme(seat: Seat, theme: str, name: str, why: str, *, part: str = "", comments: Collection[Key] = ()) -> bool:
    """A part of a theme becomes one of its own: a part that the computer sees, or the comments that they choose.

    Raises NoSuchTheme, NamesSomebody, NothingChosen.
    """
    found = material_for(seat)
    old = found.theme(theme)
    _refuse_names(seat, name)
    keys = found.keys_of_part(theme, part) if part else set(comments) & {one.key for one in old.quotes}
    if not keys:
        raise NothingChosen
    # its id says nothing of the name: ids stand in addresses, and names may be held
    made = f"t-made-{secrets.token_hex(4)}"
    details = {"made": made, "segments": sorted(map(list, keys))}
    return _keep(seat, "split", theme, details, name=name, why=why)


def move_comment(seat: Seat, theme: str, comment: Key, to: str, why: str) -> bool:
    """One comment belongs to another theme. Raises NoSuchTheme, NothingChosen."""
    found = material_for(seat)
    old = found.theme(theme)
    if comment not in {one.key for one in old.quotes} or to == theme or to not in {one.slug for one in found.themes}:
        raise NothingChosen
    return _keep(seat, "move", theme, {"segments": [list(comment)], "to": to}, why=why)


def set_aside(seat: Seat, theme: str, why: str) -> bool:
    """What the computer put together says nothing together. Raises NoSuchTheme."""
    return _keep(seat, "aside", material_for(seat).theme(theme).slug, why=why)


def link_to_promise(seat: Seat, theme: str, standard: str, why: str) -> bool:
    """A theme is about a promise of the strategies that its wave is read against. Raises NoSuchTheme, NothingChosen."""
    found = material_for(seat).theme(theme)
    if standard not in promises_for(seat):
        raise NothingChosen
    return _keep(seat, "promise", found.slug, {"standard": standard}, why=why)


def take_back(seat: Seat, decision_id: str, why: str = "") -> bool:
    """A decision of young people holds no more; both rows stay. An adult's is no seat's to take back.

    Raises NoSuchDecision.
    """
    one = next((one for one in decided_at(seat.sitting.area_id, seat.sitting.wave_id) if one.id == decision_id), None)
    if one is None or one.back is not None or not one.by_young_people:
        raise NoSuchDecision
    return _keep(seat, "back", one.subject, why=why, replaces_id=one.id)


def promises_for(seat: Seat) -> Mapping[str, str]:
    """The promises that a theme can be linked to: ids, and their words. What a strategy only found out is none."""
    with reading() as session:
        chosen = strategies_of(session, seat.sitting.area_id, seat.sitting.wave_id)
    return {one.id: one.shown_name for strategy in chosen for one in strategy.standards if one.is_promise}


def _keep(
    seat: Seat,
    what: What,
    subject: str,
    details: Mapping[str, object] | None = None,
    *,
    name: str = "",
    why: str = "",
    replaces_id: str | None = None,
) -> bool:
    words = "\n".join(filter(None, (name.strip(), why.strip())))
    with transaction() as session:
        concern_id = hold(session, seat, ASKED[what], words) if words else None
        decision_id = rows.add(
            session,
            seat.sitting.area_id,
            seat.sitting.wave_id,
            what=what,
            subject=subject,
            details=details or {},
            name=name.strip(),
            why=why.strip(),
            said_by=YOUNG_COMMISSIONERS,
            seat_id=seat.id,
            replaces_id=replaces_id,
            concern_id=concern_id,
        )
        staff.note(session, f"theme {what}", area_id=seat.sitting.area_id, staff_id=None, subject=decision_id)
    return concern_id is None


def _refuse_names(seat: Seat, name: str) -> None:
    with reading() as session:
        places = areas.by_id(session, seat.sitting.area_id).details.get("places", ())
    if redact(name, places=places).found:
        raise NamesSomebody
