"""Measurements that tests need: an invented draw, and what somebody might have made of it."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Any

from analysis.bench.contest import Measured
from analysis.bench.draws import Draw
from tests.analysis.crowd import SUBJECTS

NAMES = ("waiting", "kindness", "transport")

_ONE = Measured(
    set="banking77",
    size=1200,
    rows=1200,
    labels=10,
    seed=0,
    contestant="Heard",
    nmi=0.5,
    ari=0.4,
    accuracy=0.6,
    number=12,
    unclear=0.25,
    steadiness=0.8,
    same_in_two_orders=None,
    cpu_seconds=2.0,
    wall_seconds=1.0,
    peak_mib=200.0,
)


def measured(**changed: Any) -> Measured:
    return replace(_ONE, **changed)


def invented_draw(each: int = 20, size: int | None = None) -> Draw:
    """So many comments of each of three labels, in no order."""
    named = list(zip(SUBJECTS, NAMES, strict=True))
    rows = [(subject[row % len(subject)], name) for row in range(each) for subject, name in named]
    Random(0).shuffle(rows)
    texts, labels = zip(*rows, strict=True)
    return Draw("invented", size, 0, texts, labels)
