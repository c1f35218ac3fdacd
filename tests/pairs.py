"""Few combinations that hold every pair: of any two settings, each two of their values meet at least once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations, product

Pair = frozenset[tuple[str, str]]


def all_pairs(factors: Mapping[str, Sequence[str]]) -> list[dict[str, str]]:
    """Take, again and again, a combination that holds a pair not met yet and as many others as can be found.

    Greedy, as in AETG (Cohen et al., 1997), without its random choices: same factors, same combinations.
    """
    wanted = {
        pair
        for one, two in combinations(factors, 2)
        for pair in map(frozenset, product(_of(one, factors), _of(two, factors)))
    }
    found: list[dict[str, str]] = []
    while wanted:
        row = dict(min(map(sorted, wanted)))
        for name in factors:
            if name not in row:
                row[name] = max(factors[name], key=lambda value: len(_pairs(row | {name: value}) & wanted))
        wanted -= _pairs(row)
        found.append({name: row[name] for name in factors})
    return found or [{name: values[0] for name, values in factors.items()}]


def _of(name: str, factors: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    return [(name, value) for value in factors[name]]


def _pairs(row: Mapping[str, str]) -> set[Pair]:
    return {frozenset(pair) for pair in combinations(row.items(), 2)}
