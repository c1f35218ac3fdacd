"""Themes that people decided about in earlier waves draw what is like them: those are known better than any other.

Chosen on the tuning halves of five labelled sets (`heard bench codebook`): how much nearer, how near at least, and
that what is unclear is likeliest to be in a decided theme. Without sentence vectors nothing is drawn.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from analysis.arrangement import Arrangement
from analysis.carried import Learnt
from analysis.codebook import Codebook, KnownTheme
from analysis.decisions import Key
from analysis.findings import ThemeAssignment
from analysis.wave_centres import WaveCentres

NEARER = 0.02  # than to the theme where the computer put it
NEAR = 0.4
NEAR_IF_UNCLEAR = 0.2

Numbers = NDArray[np.float64]


def draw_to_decided(arranged: Arrangement, known: Codebook, centres: WaveCentres) -> list[Learnt]:
    """Put segments into decided themes that they are nearer to than to their own. Three people make a theme."""
    themes = _decided(known)
    keys = sorted(arranged.place)
    if not themes or not keys or not centres.encoder:
        return []
    nearest, how_near = _nearest(themes, keys, centres)
    own = _own(arranged, keys, known, centres)
    drawn: dict[str, list[Key]] = defaultdict(list)
    for row, key in enumerate(keys):
        theme = themes[nearest[row]]
        if theme.id != arranged.place[key] and how_near[row] > max(own[row] + NEARER, NEAR):
            drawn[theme.id].append(key)
    learnt = []
    for theme in themes:
        placed = drawn[theme.id]
        if not placed or (theme.id not in arranged.themes and centres.of(placed) is None):
            continue
        if theme.id not in arranged.themes:
            ((beside, _),) = Counter(arranged.place[key] for key in placed).most_common(1)
            arranged.add_known(theme, beside)
        arranged.place.update(dict.fromkeys(placed, theme.id))
        learnt.append(Learnt("moved", theme.id, len(placed)))
    return learnt


def likeliest_decided(
    unclear: Sequence[ThemeAssignment], there: Mapping[str, object], known: Codebook, centres: WaveCentres
) -> tuple[ThemeAssignment, ...]:
    """The likeliest theme of what is unclear: the nearest decided one that is `there`, if it is near any."""
    themes = [theme for theme in _decided(known) if theme.id in there]
    if not themes or not unclear or not centres.encoder:
        return tuple(unclear)
    nearest, how_near = _nearest(themes, [one.segment for one in unclear], centres)
    return tuple(
        replace(one, theme=themes[nearest[row]].id) if how_near[row] > NEAR_IF_UNCLEAR else one
        for row, one in enumerate(unclear)
    )


def _decided(known: Codebook) -> list[KnownTheme]:
    return [theme for theme in known.themes if theme.decided and not theme.set_aside and theme.centres]


def _nearest(
    themes: Sequence[KnownTheme], keys: Sequence[Key], centres: WaveCentres
) -> tuple[NDArray[np.intp], Numbers]:
    every = np.array([centres.nearnesses(keys, theme.centres) for theme in themes])
    nearest = every.argmax(axis=0)
    return nearest, every[nearest, np.arange(len(keys))]


def _own(arranged: Arrangement, keys: Sequence[Key], known: Codebook, centres: WaveCentres) -> Numbers:
    """How near each segment is to the theme where it is: as that theme was known, or is now where it is new."""
    by_theme: dict[str, list[int]] = defaultdict(list)
    for row, key in enumerate(keys):
        by_theme[arranged.place[key]].append(row)
    known_centres = {theme.id: theme.centres for theme in known.themes}
    own = np.full(len(keys), -1.0)
    for theme, rows in by_theme.items():
        members = [keys[row] for row in rows]
        now = centres.of(members)
        own[rows] = centres.nearnesses(members, known_centres.get(theme) or ((now,) if now else ()))
    return own
