"""How far people who labelled the same comments alone agree: by label, by pair, and over whole choices."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

import numpy as np

from analysis.alpha import Chosen, Distance, Draws, Floats, coincidences, masi
from analysis.errors import AnalysisError
from analysis.kappa import compare

DRAWS: Final = 2_000
RARE: Final = 0.1  # of what was said of a label
_TOLD: Final = 0.9  # of the draws

ByUnit = Mapping[str, Mapping[str, Chosen]]


@dataclass(frozen=True, slots=True)
class Coding:
    """The labels that one coder gave to one unit; empty where they looked and chose none."""

    unit: str
    coder: str
    labels: Chosen


@dataclass(frozen=True, slots=True)
class Figure:
    """A coefficient, and between which 95 of 100 draws of the units put it.

    nan where it cannot be told: nothing differed, or (`low`, `high`) over a tenth of the draws had nothing that did.
    """

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class PairAgreement:
    """What two coders said of one label, over the units that both coded."""

    one: str
    other: str
    units: int
    alike: int
    kappa: Figure


@dataclass(frozen=True, slots=True)
class LabelAgreement:
    """What all coders said of one label.

    Attributes
    ----------
    units : int
        That two coders or more coded.
    said : int
        Of these, units to which at least one coder gave the label.
    share : float
        Of all that was said in them, yes or no: the part that is yes.
    alike : int
        Units of which all their coders said the same, yes or no.
    """

    label: str
    units: int
    said: int
    share: float
    alike: int
    alpha: Figure
    pairs: tuple[PairAgreement, ...]

    @property
    def is_rare(self) -> bool:
        """Kappa and alpha can be low although nearly all agree (the prevalence paradox: Feinstein, Cicchetti 1990)."""
        return not RARE <= self.share <= 1 - RARE


@dataclass(frozen=True, slots=True)
class Agreement:
    """`units` are those that two coders or more coded, `alone` those with one; `overall` is alpha of whole choices."""

    coders: tuple[str, ...]
    units: int
    alone: int
    alike: int
    overall: Figure
    labels: tuple[LabelAgreement, ...]


class NothingToCompare(AnalysisError):
    """No unit was coded by two people."""


class CodedTwice(AnalysisError):
    """One coder has two codings of one unit, and nobody says which of them counts."""


def agreement(
    codings: Iterable[Coding],
    *,
    labels: Sequence[str] = (),
    distance: Distance[Chosen] = masi,
    pairs: bool = True,
    random_state: int = 0,
) -> Agreement:
    """Compare what coders said, as they said it before they talked.

    Parameters
    ----------
    codings : iterable of Coding
        One for each coder and unit. Where a coder has none, they did not say: that is no "no".
    labels : sequence of str
        What they could choose from, in the order in which it is told. Without it: what was chosen, by name.
    distance : callable
        Between two whole choices, for `overall`: `masi` or `jaccard`.
    pairs : bool
        Whether each two coders are compared too. Of several groups few ever meet, and each pair takes its time.
    random_state : int
        Same codings and seed, same figures.

    Returns
    -------
    Agreement

    Raises
    ------
    NothingToCompare, CodedTwice

    Notes
    -----
    Intervals are percentiles of a bootstrap over units (Efron 1979), because another sample would have other comments
    and the same coders. One set of draws serves every figure.
    """
    by_unit = _by_unit(codings)
    together = {unit: said for unit, said in by_unit.items() if len(said) > 1}
    if not together:
        raise NothingToCompare("no comment was coded by two people; nothing can be compared")
    units = list(together.values())
    draws = np.random.default_rng(random_state).multinomial(len(units), [1 / len(units)] * len(units), DRAWS)
    named = labels or sorted({label for said in units for chosen in said.values() for label in chosen})
    choices = [list(said.values()) for said in units]
    coders = tuple(sorted({coder for said in by_unit.values() for coder in said}))
    two = tuple(combinations(coders, 2)) if pairs else ()
    return Agreement(
        coders,
        len(units),
        len(by_unit) - len(units),
        _alike(choices),
        _figure(coincidences(choices, distance).alphas, draws),
        tuple(_of_label(label, units, two, draws) for label in named),
    )


def _by_unit(codings: Iterable[Coding]) -> ByUnit:
    by_unit: dict[str, dict[str, Chosen]] = {}
    for coding in codings:
        said = by_unit.setdefault(coding.unit, {})
        if coding.coder in said:
            raise CodedTwice(f"{coding.coder!r} coded {coding.unit!r} twice; keep the one that counts")
        said[coding.coder] = coding.labels
    return {unit: by_unit[unit] for unit in sorted(by_unit)}


def _of_label(
    label: str, units: Sequence[Mapping[str, Chosen]], two: Sequence[tuple[str, str]], draws: Draws
) -> LabelAgreement:
    yes = [{coder: label in chosen for coder, chosen in said.items()} for said in units]
    words = [list(said.values()) for said in yes]
    every = [word for unit in words for word in unit]
    return LabelAgreement(
        label,
        len(units),
        sum(any(unit) for unit in words),
        sum(every) / len(every),
        _alike(words),
        _figure(coincidences(words).alphas, draws),
        tuple(_of_pair(one, other, yes, draws) for one, other in two if _met(one, other, yes)),
    )


def _of_pair(one: str, other: str, yes: Sequence[Mapping[str, bool]], draws: Draws) -> PairAgreement:
    both = [number for number, said in enumerate(yes) if one in said and other in said]
    first, second = ([yes[number][coder] for number in both] for coder in (one, other))
    alike = sum(a == b for a, b in zip(first, second, strict=True))
    return PairAgreement(one, other, len(both), alike, _figure(compare(first, second).kappas, draws[:, both]))


def _met(one: str, other: str, yes: Sequence[Mapping[str, bool]]) -> bool:
    return any(one in said and other in said for said in yes)


def _alike(units: Sequence[Collection[object]]) -> int:
    return sum(len(set(unit)) == 1 for unit in units)


def _figure(coefficients: Callable[[Draws], Floats], draws: Draws) -> Figure:
    value = coefficients(np.ones((1, draws.shape[1]), dtype=np.int64))[0]
    drawn = coefficients(draws)
    told = drawn[~np.isnan(drawn)]
    if np.isnan(value) or len(told) < _TOLD * len(drawn):
        return Figure(float(value), float("nan"), float("nan"))
    low, high = np.percentile(told, (2.5, 97.5))
    return Figure(float(value), float(low), float(high))
