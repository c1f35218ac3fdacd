"""A progress bar on stderr, one length for each step of an analysis."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any, Final, Self

import click

from analysis.steps import STEPS

# How long each takes of a hundred, as measured on 7,000 comments.
_LENGTHS: Final[Mapping[str, int]] = {"loading": 30, **dict(zip(STEPS, (25, 25, 10, 1, 4), strict=True)), "writing": 5}


class StepBar:
    """Names the step that is under way; a terminal shows a bar, a log only the label."""

    def __init__(self) -> None:
        self._bar: Any = click.progressbar(
            length=sum(_LENGTHS.values()), label="Analysing", file=sys.stderr, item_show_func=_as_it_is
        )
        self._step: str | None = None

    def __enter__(self) -> Self:
        self._bar.__enter__()
        return self

    def __exit__(self, *raised: Any) -> None:
        if raised[0] is None and self._step:
            self._bar.update(_LENGTHS[self._step], "done")
        self._bar.__exit__(*raised)

    def begin(self, step: str) -> None:
        self._bar.update(_LENGTHS[self._step] if self._step else 0, step)
        self._step = step


def _as_it_is(step: str | None) -> str | None:
    return step
