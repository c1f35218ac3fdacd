"""What was measured, as tables for a terminal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from statistics import mean, pstdev
from typing import Final, TypeVar

from analysis.bench.contest import Measured
from analysis.bench.goals import Goal

Figure = Callable[[Measured], float]
T = TypeVar("T")

_FIRST, _WIDE, _NARROW = 30, 14, 9
_SHARES: Final[Sequence[tuple[str, Figure]]] = (
    ("NMI", lambda row: row.nmi),
    ("ARI", lambda row: row.ari),
    ("accuracy", lambda row: row.accuracy),
)
_MORE: Final[Sequence[tuple[str, str, Figure]]] = (
    ("number", "{:.0f}", lambda row: row.number),
    ("of true", "{:.2f}", lambda row: row.number / row.labels),
    ("unclear", "{:.1%}", lambda row: row.unclear),
    ("steady", "{:.3f}", lambda row: row.steadiness),
    ("CPU s", "{:.1f}", lambda row: row.cpu_seconds),
    ("MiB", "{:.0f}", lambda row: row.peak_mib),
)


def tables(measured: Sequence[Measured]) -> Iterator[str]:
    """A table for each set and size, then the means of the sets at each size, then of everything.

    A figure is the mean over seeds; after ± stands the standard deviation over seeds.
    """
    for name in _once(row.set for row in measured):
        for size in _once(row.size for row in measured if row.set == name):
            rows = [row for row in measured if (row.set, row.size) == (name, size)]
            yield from _table(f"{name}, {_asked(size)}: {rows[0].rows:,} comments, {_labels(rows)} labels", rows)
    sizes, sets = _once(row.size for row in measured), _once(row.set for row in measured)
    for size in sizes if len(sets) > 1 else ():
        yield from _table(f"Mean of {len(sets)} sets, {_asked(size)}", [row for row in measured if row.size == size])
    yield from _table("Mean of all", measured)


def verdicts(goals: Sequence[Goal]) -> Iterator[str]:
    """A line for each goal: reached, NOT reached, or not run."""
    yield ""
    yield "Goals"
    for goal in goals:
        yield f"{goal.verdict:>12}  {goal.words}"


def _table(title: str, rows: Sequence[Measured]) -> Iterator[str]:
    yield ""
    yield title
    heading = [*(name.rjust(_WIDE) for name, _ in _SHARES), *(name.rjust(_NARROW) for name, _, _ in _MORE)]
    yield " " * _FIRST + "".join(heading)
    for contestant in _once(row.contestant for row in rows):
        own = [row for row in rows if row.contestant == contestant]
        shares = [_with_spread(own, figure).rjust(_WIDE) for _, figure in _SHARES]
        more = [shape.format(mean(map(figure, own))).rjust(_NARROW) for _, shape, figure in _MORE]
        yield contestant.ljust(_FIRST) + "".join([*shares, *more])


def _with_spread(rows: Sequence[Measured], figure: Figure) -> str:
    by_seed: dict[int, list[float]] = defaultdict(list)
    for row in rows:
        by_seed[row.seed].append(figure(row))
    means = [mean(values) for values in by_seed.values()]
    return f"{mean(means):.3f} ±{pstdev(means):.3f}".replace("±0.", "±.")


def _labels(rows: Sequence[Measured]) -> str:
    """A smaller draw may miss a label."""
    numbers = sorted({row.labels for row in rows})
    return str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]} to {numbers[-1]}"


def _asked(size: int | None) -> str:
    return "all" if size is None else f"n = {size:,}"


def _once(values: Iterable[T]) -> list[T]:
    return list(dict.fromkeys(values))
