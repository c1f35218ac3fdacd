"""Running a command inside the app, so that use cases find their database and keys."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from feedback_app import create_app
from feedback_app.storage.db import current_database, reach

P = ParamSpec("P")
R = TypeVar("R")


def in_app(command: Callable[P, R]) -> Callable[P, R]:
    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        with create_app().app_context():
            reach(current_database())
            return command(*args, **kwargs)

    return run
