"""Commands as somebody types them, in an installation of their own."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from feedback_app.cli import heard
from feedback_app.config import Settings

Type = Callable[..., Result]


@pytest.fixture
def database_kind() -> str:
    return "sqlite"


@pytest.fixture
def type_in(settings: Settings) -> Type:
    """Type `heard ...` there; a command that must fail says so."""
    environ = {"HEARD_INSTANCE": str(settings.instance), "HEARD_PORT": "8099"}

    def run(*words: str, fails: bool = False) -> Result:
        result = CliRunner().invoke(heard, words, env=environ)
        assert (result.exit_code != 0) is fails, result.output
        assert result.exception is None or isinstance(result.exception, SystemExit), repr(result.exception)
        return result

    return run
