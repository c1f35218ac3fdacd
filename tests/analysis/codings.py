"""Published reliability data, as facts, each with its source; and codings written as strings."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.agreement import Coding

# Krippendorff (2011), "Computing Krippendorff's alpha-reliability": A (0 or 1), B (nominal), C (four coders, some
# values missing: the dots); alpha is .095, .692 and .743
BINARY = ("0100000010", "1110010000")
NOMINAL = ("aabbdcccedda", "babbbccceddd")
FOUR_CODERS = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")

# rows are one coder's categories, columns the other's
COHEN_1960 = ((88, 10, 2), (14, 40, 6), (18, 10, 12))  # kappa .492, with 200 people
# Feinstein and Cicchetti (1990), "High agreement but low kappa": 85 of 100 alike in both, kappa .70 and .32
BALANCED = ((40, 9), (6, 45))
LOPSIDED = ((80, 10), (5, 5))


def units(rows: Sequence[str]) -> list[list[str]]:
    """For each unit what the coders said, of a row for each coder; a dot is missing."""
    return [[value for value in said if value != "."] for said in zip(*rows, strict=True)]


def pairs(table: Sequence[Sequence[int]]) -> tuple[list[int], list[int]]:
    """What two coders said, of how often they said each two things together."""
    both = [
        (row, column) for row, counts in enumerate(table) for column, times in enumerate(counts) for _ in range(times)
    ]
    return [one for one, _ in both], [other for _, other in both]


def codings(**coders: str) -> list[Coding]:
    """A word for each unit, each letter a label; `-` is none of them, `.` is not coded."""
    return [
        Coding(f"unit {number:02}", coder, frozenset(word) - {"-"})
        for coder, words in coders.items()
        for number, word in enumerate(words.split())
        if word != "."
    ]
