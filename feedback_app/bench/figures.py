"""Many visits as one line of a table: the least, the middle and the most of each measure."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from feedback_app.bench.browser import Visit
from feedback_app.bench.networks import BLOCKING_GOAL, FIRST_PAINT_GOALS, NETWORKS, SLOWER_CPU

HEADING = ("page", "network", "requests", "bytes", "first paint", "first content", "largest", "blocking")


@dataclass(frozen=True, slots=True)
class Spread:
    least: float
    middle: float
    most: float

    def in_words(self) -> str:
        return f"{self.middle:,.0f} ({self.least:,.0f}-{self.most:,.0f})"


@dataclass(frozen=True, slots=True)
class Measured:
    """All visits to one page on one network. Milliseconds."""

    page: str
    network: str
    visits: tuple[Visit, ...]

    def spread(self, name: str) -> Spread:
        values = sorted(float(getattr(one, name)) for one in self.visits)
        return Spread(values[0], median(values), values[-1])

    def misses(self) -> list[str]:
        """Which goals the middle visit does not reach."""
        goals = {"first_paint_ms": FIRST_PAINT_GOALS[self.network], "blocking_ms": BLOCKING_GOAL}
        return [
            f"{self.page} on {self.network}: {name.removesuffix('_ms').replace('_', ' ')} "
            f"{self.spread(name).middle:,.0f} ms, the goal is {goal}"
            for name, goal in goals.items()
            if self.spread(name).middle > goal
        ]

    def row(self) -> tuple[str, ...]:
        times = ("first_paint_ms", "first_content_ms", "largest_content_ms", "blocking_ms")
        size = (f"{self.spread('requests').most:.0f}", f"{self.spread('bytes').most:,.0f}")
        return (self.page, self.network, *size, *(self.spread(name).in_words() for name in times))


def table(measured: Sequence[Measured]) -> str:
    """The rows under their heading, each column as wide as its widest."""
    rows = [HEADING, *(one.row() for one in measured)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADING))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )


def write_json(path: Path, measured: Sequence[Measured], *, chromium: str) -> None:
    about = {
        "chromium": chromium,
        "processors": os.cpu_count(),
        "load": os.getloadavg(),
        "slower_cpu": SLOWER_CPU,
        "networks": {network.name: network.conditions() for network in NETWORKS},
    }
    found = [
        {
            "page": one.page,
            "network": one.network,
            "visits": [asdict(visit) for visit in one.visits],
            "median": {name: one.spread(name).middle for name in Visit.__dataclass_fields__},
        }
        for one in measured
    ]
    path.write_text(json.dumps(about | {"measured": found}, indent=2) + "\n", encoding="utf-8")
