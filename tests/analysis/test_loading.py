"""A page that records an answer must not load the learning libraries."""

from __future__ import annotations

import subprocess
import sys

import pytest

import analysis

HEAVY = ("numpy", "scipy", "sklearn", "nltk", "openpyxl")


@pytest.mark.parametrize(
    "line",
    [
        "import analysis",
        "from analysis.concerns import rules_found",
        "from analysis.findings import Findings; from analysis.voices import Voices",
        "from analysis import Findings, Voices, load_strategy, AnalysisError",
        "from analysis.redaction import redact",
        "from analysis.cli import COMMANDS",
    ],
)
def test_what_pages_use_loads_no_learning_library(line: str) -> None:
    told = subprocess.run(
        [sys.executable, "-c", f"{line}; import sys; print([name for name in {HEAVY!r} if name in sys.modules])"],
        capture_output=True,
        text=True,
        check=True,
    )

    assert told.stdout.strip() == "[]"


def test_every_public_name_can_be_had() -> None:
    assert all(getattr(analysis, name).__name__ == name for name in analysis.__all__)
    assert dir(analysis) == sorted(analysis.__all__)


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'analyze'"):
        analysis.analyze  # noqa: B018
