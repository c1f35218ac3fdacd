"""What the themes must reach, and whether they do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import mean

from analysis.bench.contest import ORDERED, Measured
from analysis.bench.contestants import HEARD, HEARD_TOLD, PEER, PEER_TOLD
from analysis.bench.labelled_sets import SETS

AT = 1_200  # comments at which the goals of each set are meant; all of them where there are fewer
STEADY = 0.70

Figure = Callable[[Measured], float]


@dataclass(frozen=True, slots=True)
class Goal:
    """`reached` is None where what it needs was not run."""

    words: str
    reached: bool | None

    @property
    def verdict(self) -> str:
        return {True: "reached", False: "NOT reached", None: "not run"}[self.reached]


def goals(measured: Sequence[Measured]) -> Iterator[Goal]:
    """Each goal for each set that was run; figures are means over seeds."""
    for one in SETS:
        found = [row for row in measured if row.set == one.name]
        if found:
            yield from _of_set(one.name, one.goal, found)
    yield from _orders(measured)


def at_least(words: str, found: float | None, least: float) -> Goal:
    """Reached from the figure on, to three decimals as it is shown."""
    shown = "-" if found is None else f"{found:.3f}"
    return Goal(f"{words}: {shown}, goal {least:.2f}", None if found is None else round(found, 3) >= least)


def ahead(words: str, ours: float | None, theirs: float | None) -> Goal:
    shown = ["-" if one is None else f"{one:.3f}" for one in (ours, theirs)]
    return Goal(f"{words}: {shown[0]} against {shown[1]}", None if ours is None or theirs is None else ours > theirs)


def _of_set(name: str, least: float, found: Sequence[Measured]) -> Iterator[Goal]:
    ours = _mean(found, HEARD_TOLD.name, AT, _ari)
    yield at_least(f"{name}: ARI at the level nearest the labels' number", ours, least)
    yield ahead(f"{name}: ARI there, against BERTopic's", ours, _mean(found, PEER_TOLD, AT, _ari))
    for figure, words in ((_ari, "ARI"), (_nmi, "NMI")):
        ours, theirs = (_mean(found, who, AT, figure) for who in (HEARD.name, PEER))
        yield ahead(f"{name}: {words} of the default level, against BERTopic's defaults", ours, theirs)
    for who in (HEARD_TOLD, HEARD):
        steady = _mean(found, who.name, ORDERED, lambda row: row.steadiness)
        level = "the level nearest the labels' number" if who.told else "the default level"
        yield at_least(f"{name}: steadiness of {level} at {ORDERED}", steady, STEADY)


def _orders(measured: Sequence[Measured]) -> Iterator[Goal]:
    tried = [
        row.same_in_two_orders
        for row in measured
        if row.contestant in (HEARD.name, HEARD_TOLD.name) and row.same_in_two_orders is not None
    ]
    same = sum(tried)
    yield Goal(f"two row orders, the same themes: {same} of {len(tried)}", same == len(tried) if tried else None)


def _mean(found: Sequence[Measured], contestant: str, size: int, figure: Figure) -> float | None:
    values = [figure(row) for row in found if row.contestant == contestant and row.size == size]
    return mean(values) if values else None


def _ari(row: Measured) -> float:
    return row.ari


def _nmi(row: Measured) -> float:
    return row.nmi
