"""A QR code as one line of an SVG: the address that a phone in the hall opens."""

from __future__ import annotations

import segno

QUIET = 2  # modules of white round it


def qr_code(address: str) -> tuple[int, str]:
    """The width of the whole code in modules, and the path of its dark ones, drawn with a line of one module."""
    rows = [bytes(row) for row in segno.make(address, error="m", micro=False).matrix]
    size = len(rows) + 2 * QUIET
    runs = [
        f"M{start + QUIET} {place + QUIET}.5h{length}"
        for place, row in enumerate(rows)
        for start, length in _dark_runs(row)
    ]
    return size, "".join(runs)


def _dark_runs(row: bytes) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for place, dark in enumerate(row):
        if not dark:
            continue
        if runs and sum(runs[-1]) == place:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((place, 1))
    return runs
