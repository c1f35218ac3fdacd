"""Tests of blind double coding stand on one wave that was sorted once: each has its own copy, on SQLite alone."""

from __future__ import annotations

import pytest
from flask import Flask

from feedback_app.storage.db import transaction
from feedback_app.storage.tables import work
from tests.coding import CodingTable, a_coding_table
from tests.stages import Stages
from tests.term import Term, begin_term


@pytest.fixture
def database_kind() -> str:
    return "sqlite"


@pytest.fixture
def term(app: Flask, stages: Stages) -> Term:
    return stages.come_to(app, begin_term)


@pytest.fixture
def at_table(app: Flask, stages: Stages, term: Term) -> CodingTable:
    """A table that is on, with two seats; nothing is drawn yet."""
    return stages.come_to(app, _a_table_of_a_sorted_wave, term)


def _a_table_of_a_sorted_wave(term: Term) -> CodingTable:
    table = a_coding_table(term)
    with transaction() as session:  # closing the wave asked for an analysis too, which takes seconds
        session.execute(work.delete().where(work.c.area_id == term.area_id))
    return table
