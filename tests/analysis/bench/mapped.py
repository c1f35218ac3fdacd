"""Rows and measurements of mapping that tests need, all invented."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from analysis.bench.standard_figures import Mapped
from analysis.bench.standard_rows import Rows, rows_of
from analysis.bench.standard_sets import LabelledStandards, label_standards

SAID = {
    "library": ("the library has good books", "more books in the library please", "it is too loud in the reading room"),
    "labwork": ("the lab has broken equipment", "experiments in the lab are fun", "we need more practicals"),
    "examination": ("the exam paper was too long", "marks came late after the exam", "grading of the test is unfair"),
}
_ONE = Mapped(
    set="nhsx_strategy",
    over="no labels",
    way="Heard",
    rows=100,
    standards=7,
    labels=0,
    seed=0,
    accuracy=0.5,
    micro_f1=0.5,
    low=0.4,
    high=0.6,
    macro_f1=0.5,
    assigned=1.0,
)


def mapped(**changed: Any) -> Mapped:
    return replace(_ONE, **changed)


def student_standards() -> LabelledStandards:
    return label_standards("student_feedback_4w").only(list(SAID))


def lines_of(each: int = 10) -> list[dict[str, str]]:
    """So many comments of each of three labels, no two alike."""
    return [
        {"text": f"{texts[number % len(texts)]}, group {number}", "label": label}
        for number in range(each)
        for label, texts in SAID.items()
    ]


def invented_rows(each: int = 10) -> Rows:
    lines = lines_of(each)
    return rows_of("invented", lines, student_standards(), [(line["label"],) for line in lines])


def truth(*rows: str) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """A row of standards for each text of 0 and 1."""
    return np.array([[mark == "1" for mark in row] for row in rows])
