"""What mapping to standards must reach, and whether it does."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from statistics import mean
from typing import Final

from analysis.bench.few_labels import BY_CHANCE, COUNTS, PICKED, UNTAUGHT
from analysis.bench.goals import Goal, ahead, at_least
from analysis.bench.standard_figures import Mapped, Reliability
from analysis.bench.standard_peers import SVC
from analysis.bench.standard_ways import HEARD

Figure = Callable[[Mapped], float]

NO_LABELS: Final = {"nhsx_strategy": 0.45, "student_feedback_4w": 0.83, "nhs_fft_v6_single": 0.47, "polis_civic": 0.58}
FIFTY: Final = {"nhsx_strategy": 0.44, "nhs_fft_v6_single": 0.48}
SEVERAL: Final = "nhs_fft_v6_multi"
MICRO, MACRO, MINUTES = 0.78, 0.63, 10
OWN: Final = {
    "comments_dev durham/therapy_feedback_themes": (("therapy rows", "all rows"), 0.65),
    "comments_dev barnsley/quality_standards": (("all rows",), 0.55),
}


def standard_goals(measured: Sequence[Mapped], reliabilities: Sequence[Reliability]) -> Iterator[Goal]:
    """Each goal for each set that was run; figures are means over seeds."""
    there = {row.set for row in measured}
    for name, least in NO_LABELS.items():
        if name in there:
            yield from _no_labels([row for row in measured if row.set == name], name, least)
    for name, least in FIFTY.items():
        if name in there:
            found = _mean(measured, name, "50 labels", f"{HEARD}, {PICKED}", _macro)
            yield at_least(f"{name}: macro-F1 with 50 labels {PICKED}", found, least)
    for name in NO_LABELS:
        if name in there:
            yield from (_never_worse(measured, name, how) for how in (PICKED, BY_CHANCE))
    if SEVERAL in there:
        yield from _several(measured)
    for name, (overs, least) in OWN.items():
        if name in there:
            yield from _our_own(measured, name, overs, least)
    yield from map(_as_it_says, reliabilities)


def _no_labels(found: Sequence[Mapped], name: str, least: float) -> Iterator[Goal]:
    ours = _mean(found, name, "no labels", HEARD, _macro)
    yield at_least(f"{name}: macro-F1 without labels", ours, least)
    for row in found:
        if row.over == "no labels" and row.way != HEARD:
            yield ahead(f"{name}: macro-F1 without labels, against {row.way}", ours, row.macro_f1)


def _never_worse(measured: Sequence[Mapped], name: str, how: str) -> Goal:
    worse = []
    for count in COUNTS:
        taught = _mean(measured, name, f"{count} labels", f"{HEARD}, {how}", _macro)
        before = _mean(measured, name, f"{count} labels", f"{UNTAUGHT}, the rest of those {how}", _macro)
        if taught is None or before is None:
            return Goal(f"{name}: never worse than without labels, {how}", None)
        if taught < before:
            worse.append(f"{count}: {taught:.3f} against {before:.3f}")
    return Goal(f"{name}: never worse than without labels, {how}{_told(worse)}", not worse)


def _several(measured: Sequence[Mapped]) -> Iterator[Goal]:
    for over in ("5-fold", "hold-out of 20 %"):
        for words, figure, least in (("micro-F1", _micro, MICRO), ("macro-F1", _macro, MACRO)):
            ours, theirs = (_mean(measured, SEVERAL, over, way, figure) for way in (HEARD, SVC))
            yield at_least(f"{SEVERAL}, {over}: {words}", ours, least)
            yield ahead(f"{SEVERAL}, {over}: {words}, against {SVC}", ours, theirs)
        seconds = _mean(measured, SEVERAL, over, HEARD, lambda row: row.wall_seconds)
        shown = "-" if seconds is None else f"{seconds / 60:.1f}"
        reached = None if seconds is None else seconds <= MINUTES * 60
        yield Goal(f"{SEVERAL}, {over}: {shown} minutes, goal {MINUTES}", reached)


def _our_own(measured: Sequence[Mapped], name: str, overs: Sequence[str], least: float) -> Iterator[Goal]:
    for over in overs:
        for how in ("no labels", "5-fold"):
            found = [row for row in measured if (row.set, row.over, row.way) == (name, f"{over}, {how}", HEARD)]
            between = f" ({found[0].low:.3f} to {found[0].high:.3f})" if found else ""
            goal = at_least("", _mean(found, name, f"{over}, {how}", HEARD, _micro), least)
            yield Goal(f"{name}, {over}, {how}: micro-F1{between}{goal.words}", goal.reached)


def _as_it_says(one: Reliability) -> Goal:
    words = f"{one.set}, {one.over}: of {one.near_80:,} said with 75 to 85 %, {one.right_near_80:.1%} are right"
    return Goal(f"{words}, goal 75 to 85", 0.75 <= one.right_near_80 <= 0.85 if one.near_80 else None)


def _told(worse: Sequence[str]) -> str:
    return f" ({'; '.join(worse)})" if worse else ""


def _mean(measured: Sequence[Mapped], name: str, over: str, way: str, figure: Figure) -> float | None:
    values = [figure(row) for row in measured if (row.set, row.over, row.way) == (name, over, way)]
    return mean(values) if values else None


def _micro(row: Mapped) -> float:
    return row.micro_f1


def _macro(row: Mapped) -> float:
    return row.macro_f1
