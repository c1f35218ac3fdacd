"""A mistake that its owner can change becomes one line and exit code 1."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import click

from analysis.errors import AnalysisError

P = ParamSpec("P")


def explained(command: Callable[P, None]) -> Callable[P, None]:
    """Wrap what a command does."""

    @wraps(command)
    def in_words(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except AnalysisError as error:
            raise click.ClickException(str(error)) from error

    return in_words
