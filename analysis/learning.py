"""What people decided in an earlier wave is done again where the computer groups as it did then."""

from __future__ import annotations

from collections.abc import Mapping

from analysis.arrangement import Arrangement
from analysis.carried import Learnt
from analysis.centres import Centre
from analysis.codebook import Codebook
from analysis.decisions import Key
from analysis.wave_centres import WaveCentres

# How much nearer a segment must be to the theme that people moved others into than to the one where it was put.
NEARER = 0.05


def place_again(
    arranged: Arrangement, sharing: Mapping[str, str], known: Codebook, centres: WaveCentres
) -> list[Learnt]:
    """Divide a theme that holds several parts which people split: each segment goes to the part that it is nearest to.

    `sharing` has, by the id of each part that was not found by itself, the part whose theme holds it.
    """
    themes = {theme.id: theme for theme in known.themes}
    learnt = []
    for holder in dict.fromkeys(sharing.values()):
        if holder not in arranged.themes:
            continue
        parts = [holder, *(id for id, there in sharing.items() if there == holder)]
        nearest = {
            key: max(parts, key=lambda id, key=key: _nearness(key, themes[id].centres, centres))  # type: ignore[misc]
            for key in sorted(arranged.members(holder))
        }
        for id in parts[1:]:
            placed = [key for key, part in nearest.items() if part == id]
            if placed:
                arranged.add_known(themes[id], holder)
                arranged.place.update(dict.fromkeys(placed, id))
                learnt.append(Learnt("split", id, len(placed)))
    return learnt


def place_as_taught(arranged: Arrangement, known: Codebook, centres: WaveCentres) -> list[Learnt]:
    """Put segments where people moved others like them: nearer to that theme's centre than to their own theme's."""
    themes = {theme.id: theme for theme in known.themes}
    learnt = []
    for theme in known.themes:
        if theme.id not in arranged.themes:
            continue
        placed = [
            key
            for source in theme.taught_from
            if source in arranged.themes and source in themes
            for key in sorted(arranged.members(source))
            if _nearness(key, theme.centres, centres) > _nearness(key, themes[source].centres, centres) + NEARER
        ]
        if placed:
            arranged.place.update(dict.fromkeys(placed, theme.id))
            learnt.append(Learnt("moved", theme.id, len(placed)))
    return learnt


def _nearness(key: Key, centres_of_theme: tuple[Centre, ...], centres: WaveCentres) -> float:
    return max((centres.nearness(key, one) for one in centres_of_theme), default=-1.0)
