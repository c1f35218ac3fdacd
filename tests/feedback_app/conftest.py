"""Tests of use cases: inside the app, with an invented term that has begun."""

from __future__ import annotations

import pytest
from flask import Flask

from tests.stages import Stages
from tests.term import Term, begin_term


@pytest.fixture
def term(inside: Flask, stages: Stages) -> Term:
    return stages.come_to(inside, begin_term)
