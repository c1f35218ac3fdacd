"""Decisions are obeyed: what was learnt in earlier waves first, then this wave's, which win over it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from analysis.arrangement import Arrangement
from analysis.carried import Followed, Learnt
from analysis.codebook import Codebook
from analysis.comparison import Comparison
from analysis.conflicts import in_force
from analysis.decisions import Merge, NotATheme, ThemeDecision
from analysis.drawing import draw_to_decided
from analysis.learning import place_again, place_as_taught
from analysis.obeying import obey
from analysis.wave_centres import WaveCentres


def follow(
    arranged: Arrangement,
    comparison: Comparison,
    known: Codebook,
    centres: WaveCentres,
    decisions: Sequence[ThemeDecision],
) -> tuple[tuple[Followed, ...], tuple[Learnt, ...]]:
    """What was learnt comes first, as if it had been decided first: this wave's decisions win over it."""
    aside = {theme.id for theme in known.themes if theme.set_aside}
    lessons: list[ThemeDecision] = [Merge(themes=(id,), into=into) for id, into in comparison.also.items()]
    lessons += [NotATheme(theme=one.theme) for one in comparison.recognised if one.theme in aside]
    holding = in_force([*lessons, *decisions])
    learnt = [learnt for one in holding[: len(lessons)] if one.holds for learnt in _learn_again(arranged, one.holds)]
    learnt += place_again(arranged, comparison.sharing, known, centres)
    learnt += place_as_taught(arranged, known, centres)
    learnt += draw_to_decided(arranged, known, centres)
    return obey(arranged, holding[len(lessons) :]), tuple(learnt)


def _learn_again(arranged: Arrangement, lesson: ThemeDecision) -> Iterable[Learnt]:
    if isinstance(lesson, Merge):
        placed = len(arranged.members(lesson.themes[0]))
        arranged.follow(lesson)
        yield Learnt("merged", lesson.into, placed)
    elif isinstance(lesson, NotATheme):
        placed = len(arranged.members(lesson.theme))
        arranged.follow(lesson)
        yield Learnt("not a theme", lesson.theme, placed)
