"""How a wave's themes lie after what people decided: their decisions laid over what the computer found.

What an analysis obeys is obeyed here by the same code, so a table shows at once what the next analysis will say.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.engine import Connection

from analysis.arrangement import Arrangement
from analysis.conflicts import in_force
from analysis.findings import Theme
from analysis.obeying import obey
from feedback_app.reviewing.decided import Decided, for_analysis
from feedback_app.reviewing.released import Key, key_of
from feedback_app.reviewing.telling import names_of
from feedback_app.storage import findings
from feedback_app.storage import material as rows
from feedback_app.storage.rows import Record


@dataclass(frozen=True, slots=True)
class Arranged:
    """`said` has every segment; `place` the theme of each that has one, as decided; `part_of` the computer's part.

    `links` has, for each theme, the promises that people linked it to and why. `made_by_people` are ids of themes that
    the computer did not suggest. `into` is where a theme went that was joined with another. `names` are of every theme
    that there was or is, `suggested` the computer's alone.
    """

    themes: Mapping[str, Theme]
    said: Sequence[Record]
    place: Mapping[Key, str]
    parts: Mapping[str, Theme]
    part_of: Mapping[Key, str]
    links: Mapping[str, tuple[Decided, ...]]
    made_by_people: Collection[str]
    into: Mapping[str, str]
    names: Mapping[str, str]
    suggested: Mapping[str, str]


def arranged(session: Connection, area_id: str, analysis: Record, every: Sequence[Decided]) -> Arranged:
    """Lay the decisions of a wave over one analysis of it."""
    level = analysis.default_level
    said = rows.said(session, area_id, analysis.id, level)
    names = rows.names(session, area_id, analysis.id)
    found = [_theme(row, names.get(row.slug, {})) for row in findings.themes(session, area_id, analysis.id)]
    arrangement = Arrangement(
        themes={theme.id: theme for theme in found if theme.level == level},
        parts={theme.id: theme for theme in found if theme.level == level + 1},
        place={key_of(row): row.slug for row in said if row.slug},
        part_of={key_of(row): row.part for row in said if row.part},
        said=frozenset(map(key_of, said)),
        taken={theme.id for theme in found},
    )
    obey(arrangement, in_force([decision for _, decision in for_analysis(every)]))
    links: dict[str, list[Decided]] = {}
    for one in every:
        if one.what == "promise" and one.holds:
            links.setdefault(arrangement.final(one.subject), []).append(one)
    by_people = {*analysis.how.get("made_by_people", ()), *arrangement.split_from}
    return Arranged(
        themes=arrangement.themes,
        said=said,
        place=arrangement.place,
        parts=arrangement.parts,
        part_of=arrangement.part_of,
        links={theme: tuple(ones) for theme, ones in links.items()},
        made_by_people=by_people,
        into={id: arrangement.final(id) for id in arrangement.into},
        names=names_of({theme.id: theme.shown_name for theme in found if theme.level == level}, every),
        suggested={theme.id: theme.name for theme in found if theme.level == level},
    )


def _theme(row: Record, named: Mapping[str, str]) -> Theme:
    return Theme(
        id=row.slug,
        level=row.level,
        position=row.position,
        name=row.machine_name,
        terms=tuple(row.terms),
        parent=row.parent,
        provisional=row.provisional,
        young_peoples_name=named.get("young_people", ""),
        heading=named.get("commissioner", ""),
        steadiness=row.steadiness,
    )
