"""Agreement in words: how strong a figure is called, and where it says less than it seems to."""

from __future__ import annotations

from collections.abc import Iterator
from math import isnan
from typing import Final

from analysis.agreement import Agreement, Figure, LabelAgreement

# up to and including, to two places
KAPPA: Final = (
    (0.20, "slight"),
    (0.40, "fair"),
    (0.60, "moderate"),
    (0.80, "substantial"),
    (1.00, "almost perfect"),
)
RELY: Final = 0.8
TENTATIVE: Final = 0.667
_WIDE: Final = 34


def kappa_in_words(value: float) -> str:
    """What Landis and Koch (1977) call a kappa: under 0 poor, then slight to almost perfect."""
    if isnan(value):
        return "cannot be told"
    if value < 0:
        return "poor"
    return next(words for most, words in KAPPA if round(value, 2) <= most)


def alpha_in_words(value: float) -> str:
    """What Krippendorff (2019) would let somebody conclude: from .80 on, and from .667 on with care."""
    if isnan(value):
        return "cannot be told"
    if value >= RELY:
        return "can be relied on"
    return "for tentative conclusions only" if value >= TENTATIVE else "not to be relied on"


def warning(label: LabelAgreement) -> str:
    """Why a label's kappa and alpha may mislead; empty where they do not."""
    if label.said == 0:
        return "nobody chose it"
    if not label.is_rare:
        return ""
    what = "rare" if label.share < 1 / 2 else "on nearly everything"
    return f"{what}: a few comments decide kappa and alpha; all coders say the same of {label.alike} of {label.units}"


def in_figures(figure: Figure) -> str:
    """The value with its interval, to two places."""
    if isnan(figure.value):
        return "cannot be told"
    between = "no interval" if isnan(figure.low) else f"{figure.low:z.2f} to {figure.high:z.2f}"
    return f"{figure.value:z.2f} ({between})"


def lines(agreement: Agreement) -> Iterator[str]:
    """Everything that was compared, for somebody who knows what kappa is."""
    yield f"{len(agreement.coders)} coders: {', '.join(agreement.coders)}"
    alone = f"; {agreement.alone:,} more by one alone, which tell nothing" if agreement.alone else ""
    yield f"{agreement.units:,} comments were coded by two or more{alone}."
    yield f"Everybody chose the same labels for {agreement.alike:,} of them."
    overall = agreement.overall
    yield f"Whole choices, alpha with MASI distance: {in_figures(overall)}: {alpha_in_words(overall.value)}."
    yield ""
    yield f"{'':{_WIDE}}{'comments':>10}{'alike':>7}  alpha"
    for label in agreement.labels:
        yield (
            f"{label.label[: _WIDE - 2]:{_WIDE}}{label.said:>10,}{label.alike:>7,}  {in_figures(label.alpha):<24}"
            f"{alpha_in_words(label.alpha.value)}"
        )
        for pair in label.pairs:
            names = f"{pair.one} and {pair.other}"[: _WIDE - 4]
            told = f"{in_figures(pair.kappa):<24}{kappa_in_words(pair.kappa.value)}"
            yield f"  {names:{_WIDE - 2}}{pair.units:>10,}{pair.alike:>7,}  {told} (kappa)"
        if told := warning(label):
            yield f"  ! {told}"
    yield ""
    yield "comments: to which anybody gave the label; of a pair, those that both coded. alike: all said the same."
    yield "(from, to): between which 95 of 100 draws of these comments put it. Where people differ, read the comments."
