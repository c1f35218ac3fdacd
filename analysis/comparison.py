"""Which found themes are known ones: recognised, new, vanished, come apart or come together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from analysis.carried import CameApart, Recognised, Vanished
from analysis.centres import Centre
from analysis.codebook import Codebook, KnownTheme
from analysis.earlier_ids import earlier_ids, held_to
from analysis.findings import Theme
from analysis.recognition import Likenesses
from analysis.theme_ids import THEME, free_id


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a codebook says of the found themes of the level that is read.

    `ids` is by found id: the known theme's own id where one was recognised, else one that no known theme has. `also`:
    found themes that are one more of the groups that people merged into a known theme, by their new id. `sharing`:
    known themes whose segments are in a found theme that is another part of what people split; by their id, that part.
    """

    ids: Mapping[str, str] = field(default_factory=dict)
    recognised: tuple[Recognised, ...] = ()
    new: tuple[str, ...] = ()
    vanished: tuple[Vanished, ...] = ()
    came_apart: tuple[CameApart, ...] = ()
    also: Mapping[str, str] = field(default_factory=dict)
    sharing: Mapping[str, str] = field(default_factory=dict)


def compare(
    found: Sequence[Theme], centres: Mapping[str, Centre], codebook: Codebook, again: Codebook | None = None
) -> Comparison:
    """Hold found themes against known ones; `centres` are by found id, and a theme without one is new.

    `again` is what the computer itself found when this wave was last analysed: its ids come before all others.
    """
    rows = [theme.id for theme in found if theme.id in centres]
    columns = [(theme, centre) for theme in codebook.themes for centre in theme.centres]
    before = earlier_ids({id: centres[id] for id in rows}, again) if again else {}
    alike = Likenesses.of([centres[id] for id in rows], [one for _, one in columns])
    alike = held_to(alike, {id: centres[id] for id in rows}, columns, before)
    by_known: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for pair in sorted(alike.best(), key=lambda pair: pair.known):
        by_known[columns[pair.known][0].id].append((pair.likeness, rows[pair.found]))
    first = _first(by_known, before)
    own = {**{id: known for known, (_, id) in first.items()}, **before}
    ids = _ids(found, own, {theme.id for known in (codebook, again or Codebook()) for theme in known.themes})
    also = {
        ids[id]: known
        for known, pairs in by_known.items()
        for _, id in pairs
        if known in first and id != first[known][1]
    }
    also |= _further_parts(alike, rows, columns, ids, {found for pairs in by_known.values() for _, found in pairs})
    nearest = _nearest_found(alike, rows, columns)
    within = {known: ids[id] for known, (id, _) in nearest.items() if known not in first}
    sharing = {
        theme.id: within[theme.id]
        for theme in codebook.themes
        if theme.id in within and not theme.set_aside and _are_parts(theme, within[theme.id], codebook)
    }
    likeness = {known: value for known, (value, _) in first.items()} | {id: nearest[id][1] for id in sharing}
    matched = {*(id for pairs in by_known.values() for _, id in pairs), *(id for id in rows if ids[id] in also)}
    return Comparison(
        ids=ids,
        recognised=tuple(
            Recognised(theme.id, likeness[theme.id], theme.first_seen, theme.last_seen)
            for theme in codebook.themes
            if theme.id in likeness
        ),
        new=tuple(ids[theme.id] for theme in found if theme.id not in matched),
        vanished=tuple(
            Vanished(theme.id, theme.shown_name, theme.first_seen, theme.last_seen, within.get(theme.id, ""))
            for theme in codebook.themes
            if theme.id not in likeness and not theme.set_aside
        ),
        came_apart=_came_apart(alike, rows, columns, ids, matched),
        also=also,
        sharing=sharing,
    )


def _first(
    by_known: Mapping[str, Sequence[tuple[float, str]]], before: Mapping[str, str]
) -> Mapping[str, tuple[float, str]]:
    """What is each known theme itself: what had its id, else what is like its own centre and not a merged one's."""
    first = {}
    for known, pairs in by_known.items():
        may_be = [pair for pair in pairs if before.get(pair[1], known) == known]
        if may_be:
            first[known] = min(may_be, key=lambda pair: pair[1] not in before)
    return first


def _ids(found: Sequence[Theme], known: Mapping[str, str], taken: set[str]) -> Mapping[str, str]:
    kept = {theme.id for theme in found if theme.id not in known and theme.id not in taken}
    taken |= kept
    return {
        theme.id: known.get(theme.id) or (theme.id if theme.id in kept else free_id(THEME, theme.name, taken))
        for theme in found
    }


def _further_parts(
    alike: Likenesses,
    rows: Sequence[str],
    columns: Sequence[tuple[KnownTheme, Centre]],
    ids: Mapping[str, str],
    matched: Collection[str],
) -> Mapping[str, str]:
    """Found themes that are most like what people merged: it is one theme, in however many the computer sees it."""
    further = {}
    for row, id in enumerate(rows):
        column = alike.most_like(found=row)
        if id not in matched and column is not None and len(columns[column][0].centres) > 1:
            further[ids[id]] = columns[column][0].id
    return further


def _nearest_found(
    alike: Likenesses, rows: Sequence[str], columns: Sequence[tuple[KnownTheme, Centre]]
) -> Mapping[str, tuple[str, float]]:
    """The found theme that each known one is most like, of those that it is like."""
    nearest: dict[str, tuple[str, float]] = {}
    for column, (theme, _) in enumerate(columns):
        row = alike.most_like_known(column)
        if row is not None and alike.values[row, column] > nearest.get(theme.id, ("", 0.0))[1]:
            nearest[theme.id] = (rows[row], float(alike.values[row, column]))
    return nearest


def _came_apart(
    alike: Likenesses,
    rows: Sequence[str],
    columns: Sequence[tuple[KnownTheme, Centre]],
    ids: Mapping[str, str],
    matched: set[str],
) -> tuple[CameApart, ...]:
    others: dict[str, list[str]] = defaultdict(list)
    for row, id in enumerate(rows):
        column = alike.most_like(found=row)
        if id not in matched and column is not None and not columns[column][0].set_aside:
            others[columns[column][0].id].append(ids[id])
    return tuple(CameApart(known, tuple(found)) for known, found in others.items())


def _are_parts(theme: KnownTheme, other: str, codebook: Codebook) -> bool:
    """Whether people split one of two themes from the other, or both from the same."""
    split_from = {one.id: one.split_from for one in codebook.themes}
    if other not in split_from:
        return False
    return other == theme.split_from or split_from[other] in {theme.id, theme.split_from or theme.id}
