"""Mistakes that we can explain: each has words and a status, and none ever carries what somebody wrote."""

from __future__ import annotations

import importlib
import pkgutil

import pytest

import feedback_app
from feedback_app.errors import HeardError, where

for module in pkgutil.walk_packages(feedback_app.__path__, "feedback_app."):
    if "migrations" not in module.name:
        importlib.import_module(module.name)


def every_mistake(base: type[HeardError] = HeardError) -> list[type[HeardError]]:
    return [base, *(one for kind in base.__subclasses__() for one in every_mistake(kind))]


@pytest.mark.parametrize("mistake", every_mistake())
def test_a_mistake_has_words_and_a_status_that_is_not_a_success(mistake: type[HeardError]) -> None:
    assert mistake.words.endswith((".", "`.", "…"))
    assert 400 <= mistake.status < 600


def test_a_mistake_says_its_own_words_unless_told_others() -> None:
    assert str(HeardError()) == HeardError.words
    assert str(HeardError("Give it a number.")) == "Give it a number."


def test_where_a_slip_happened_is_told_without_its_message() -> None:
    try:
        raise ValueError("my stepdad hits me")
    except ValueError as slip:
        told = where(slip)

    assert told.startswith("ValueError in test_errors.py:")
    assert "stepdad" not in told


def test_a_slip_that_was_never_raised_has_no_place() -> None:
    assert where(ValueError("x")) == "ValueError in nowhere"
