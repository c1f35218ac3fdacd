"""How comments were mapped to standards, as tables for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import mean, pstdev
from typing import Final

from analysis.bench.few_labels import COUNTS
from analysis.bench.standard_figures import Mapped, Reliability

_FIRST: Final = 52
_FEW: Final = tuple(f"{count} labels" for count in COUNTS)


def standard_tables(measured: Sequence[Mapped], reliabilities: Sequence[Reliability]) -> Iterator[str]:
    """A table for each set and each way of asking it, then what few labels are worth, then what chances are."""
    for name in dict.fromkeys(row.set for row in measured):
        found = [row for row in measured if row.set == name]
        for over in dict.fromkeys(row.over for row in found if row.over not in _FEW):
            yield from _table([row for row in found if row.over == over])
        yield from _curve(name, [row for row in found if row.over in _FEW])
    for one in reliabilities:
        yield from _reliability(one)


def _table(rows: Sequence[Mapped]) -> Iterator[str]:
    first = rows[0]
    yield ""
    yield f"{first.set}, {first.over}: {first.rows:,} comments, {first.standards} standards"
    yield f"{'':{_FIRST}}{'accuracy':>9}{'micro-F1':>10}{'95 %':>13}{'macro-F1':>10}{'assigned':>10}{'seconds':>9}"
    for row in rows:
        between = f"{row.low:.3f}-{row.high:.3f}".replace("0.", ".")
        yield (
            f"{row.way:{_FIRST}}{row.accuracy:>9.3f}{row.micro_f1:>10.3f}{between:>13}{row.macro_f1:>10.3f}"
            f"{row.assigned:>10.1%}{row.wall_seconds:>9.1f}"
        )
        if row.note:
            yield f"    {row.note}"


def _curve(name: str, rows: Sequence[Mapped]) -> Iterator[str]:
    """Macro-F1 by the number of labels: the mean over seeds ± the standard deviation over them."""
    if not rows:
        return
    seeds = len({row.seed for row in rows})
    yield ""
    yield f"{name}, few labels: macro-F1 on the rows that are left, of {seeds} draws"
    yield " " * _FIRST + "".join(f"{count:>14}" for count in COUNTS)
    for way in dict.fromkeys(row.way for row in rows):
        yield f"{way:{_FIRST}}" + "".join(f"{_spread(rows, way, over):>14}" for over in _FEW)


def _spread(rows: Sequence[Mapped], way: str, over: str) -> str:
    values = [row.macro_f1 for row in rows if (row.way, row.over) == (way, over)]
    return f"{mean(values):.3f} ±{pstdev(values):.3f}".replace("±0.", "±.") if values else "-"


def _reliability(one: Reliability) -> Iterator[str]:
    yield ""
    yield f"{one.set}, {one.over}: what is said and what is so; expected calibration error {one.error:.3f}"
    yield f"{'said':>14}{'number':>10}{'mean said':>12}{'right':>9}"
    for part in one.bins:
        if part.number:
            yield f"{part.low:>8.0%} - {part.low + 0.1:.0%}{part.number:>10,}{part.said:>12.1%}{part.right:>9.1%}"
