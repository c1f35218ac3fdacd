"""The same wave analysed again: a theme that is there again keeps the id it had, whatever else is known by now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from analysis.centres import Centre, likeness
from analysis.codebook import Codebook, KnownTheme
from analysis.recognition import Likenesses, best_pairs

LEAST = 0.01  # above nothing, where a theme has drifted from what it was recognised by


def earlier_ids(centres: Mapping[str, Centre], again: Codebook) -> Mapping[str, str]:
    """By found id, the id that a theme had when this wave was last analysed (`machine_codebook`)."""
    found = list(centres)
    known = [(theme.id, centre) for theme in again.themes for centre in theme.centres]
    pairs = best_pairs([centres[id] for id in found], [centre for _, centre in known])
    return {found[pair.found]: known[pair.known][0] for pair in pairs}


def held_to(
    alike: Likenesses,
    centres: Mapping[str, Centre],
    columns: Sequence[tuple[KnownTheme, Centre]],
    before: Mapping[str, str],
) -> Likenesses:
    """The same likenesses, with every choice left out that would give a theme another id than it had.

    A theme that had a known one's id is that one still, and nothing else is. One that had an id of its own can be one
    more of the groups that people merged, and no known theme by itself.
    """
    if not before:
        return alike
    values = alike.values.copy()
    kept = {id: row for row, id in enumerate(centres) if before.get(id) in {theme.id for theme, _ in columns}}
    for row, id in enumerate(centres):
        for column, (theme, _) in enumerate(columns):
            if id in before and id not in kept and len(theme.centres) == 1:
                values[row, column] = 0.0
    for id, row in kept.items():
        own = [column for column, (theme, _) in enumerate(columns) if theme.id == before[id]]
        nearness = [max(likeness(centres[id], columns[column][1])[0], LEAST) for column in own]
        best = own[int(np.argmax(nearness))]
        values[row, :] = 0.0
        values[:, best] = 0.0
        values[row, best] = max(nearness)
    return Likenesses(values)
