"""`heard translations`: a speaker's name is what lets a draft be read."""

from __future__ import annotations

import pytest
from click.testing import CliRunner, Result

from feedback_app.cli import heard
from feedback_app.config import Settings
from tests.term import AREA, Term


@pytest.fixture
def database_kind() -> str:
    return "sqlite"


def run(settings: Settings, *words: str) -> Result:
    return CliRunner().invoke(heard, ["translations", *words], env={"HEARD_INSTANCE": str(settings.instance)})


def test_a_part_that_there_is_no_draft_of_cannot_be_approved(settings: Settings, term: Term) -> None:
    refused = run(settings, "approve", AREA, "xx", "common", "--speaker", "Amina Khan")

    assert refused.exit_code == 1
    assert "heard translations list" in refused.output


def test_drafts_are_listed_without_harm(settings: Settings, term: Term) -> None:
    listed = run(settings, "list", AREA)

    assert listed.exit_code == 0
    assert "approved" not in listed.output
