"""Tests that look at pages: SQLite alone, since the use cases under them run on both databases."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.phone import Phone
from tests.stages import Stages
from tests.term import Term, begin_term


@pytest.fixture
def database_kind() -> str:
    return "sqlite"


@pytest.fixture
def term(app: Flask, stages: Stages) -> Term:
    return stages.come_to(app, begin_term)


@pytest.fixture
def phone(client: FlaskClient, term: Term) -> Phone:
    return Phone(client, term.therapy)
