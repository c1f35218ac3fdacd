"""Words are sealed: nobody reads them from the database without the keys, or moves them from row to row."""

from __future__ import annotations

import dataclasses
import stat
from pathlib import Path

import pytest
import sqlalchemy as sa
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from feedback_app import protecting
from feedback_app.config import Settings
from feedback_app.errors import KeysMissing, WordsDoNotOpen
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.sealing import Keyring, make_key, read_keyring, seal, unseal
from feedback_app.storage.tables import SealedWords, answer
from tests.respondents import arrive
from tests.term import Term

ONE = Keyring({b"aaaa": b"k" * 32}, b"aaaa")


@given(st.text(), st.text(max_size=60))
def test_words_open_for_the_row_that_they_were_sealed_for(words: str, row: str) -> None:
    assert ONE.unseal(ONE.seal(words, row), row) == words


@given(st.text(), st.integers(0, 7))
def test_words_that_were_touched_do_not_open(words: str, bit: int) -> None:
    sealed = bytearray(ONE.seal(words, "answer:1").sealed)
    sealed[-1] ^= 1 << bit

    with pytest.raises(WordsDoNotOpen):
        ONE.unseal(SealedWords(bytes(sealed)), "answer:1")


def test_words_sealed_for_one_row_do_not_open_for_another() -> None:
    sealed = ONE.seal("The pool", "answer:1")

    for row in ("answer:2", "concern:1", ""):
        with pytest.raises(WordsDoNotOpen):
            ONE.unseal(sealed, row)


def test_the_same_words_are_sealed_differently_each_time() -> None:
    assert ONE.seal("The pool", "answer:1") != ONE.seal("The pool", "answer:1")


def test_a_newer_key_seals_and_the_older_one_still_opens(tmp_path: Path) -> None:
    make_key(tmp_path)
    old = read_keyring(tmp_path)
    sealed = old.seal("The pool", "answer:1")

    make_key(tmp_path)
    both = read_keyring(tmp_path)

    assert both.unseal(sealed, "answer:1") == "The pool"
    assert both.newest != old.newest
    with pytest.raises(WordsDoNotOpen):
        old.unseal(both.seal("The bus", "answer:1"), "answer:1")


def test_keys_are_for_this_user_alone(tmp_path: Path) -> None:
    key = make_key(tmp_path / "keys")

    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert stat.S_IMODE(key.parent.stat().st_mode) == 0o700


def test_making_keys_again_touches_none_that_is_there(settings: Settings) -> None:
    before = {file: file.read_bytes() for file in settings.keys.iterdir()}

    protecting.make_keys(settings)

    assert {file: file.read_bytes() for file in settings.keys.iterdir()} == before


def test_an_installation_without_keys_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(KeysMissing, match="heard init"):
        read_keyring(tmp_path)


def test_a_sealed_column_refuses_plain_words(inside: Flask, term: Term) -> None:
    arrive(term.opening).write("t10", "The pool")

    with pytest.raises(sa.exc.StatementError, match="sealed words only"), transaction() as session:
        session.execute(answer.update().where(answer.c.area_id == term.area_id).values(words="The bus"))
    with pytest.raises(sa.exc.StatementError, match="sealed words only"), transaction() as session:
        session.execute(answer.update().where(answer.c.area_id == term.area_id).values(words=b"The bus"))


def test_words_moved_to_another_answers_row_do_not_open(inside: Flask, term: Term) -> None:
    ada, ben = arrive(term.opening), arrive(term.opening)
    ada.write("t10", "The pool")
    ben.write("t10", "The bus")
    with transaction() as session:
        rows = session.execute(sa.select(answer).where(answer.c.area_id == term.area_id)).all()
        moved = answer.update().where(answer.c.area_id == term.area_id, answer.c.id == rows[0].id)
        session.execute(moved.values(words=rows[1].words))

    with reading() as session:
        found = sa.select(answer.c.words).where(answer.c.area_id == term.area_id, answer.c.id == rows[0].id)
        words = session.execute(found).scalar_one()
    with pytest.raises(WordsDoNotOpen):
        unseal(words, f"answer:{rows[0].id}")


def test_words_of_another_installation_do_not_open(inside: Flask) -> None:
    other = dataclasses.replace(ONE, keys={b"aaaa": b"x" * 32})

    with pytest.raises(WordsDoNotOpen):
        unseal(other.seal("The pool", "answer:1"), "answer:1")
    with pytest.raises(WordsDoNotOpen):
        other.unseal(seal("The pool", "answer:1"), "answer:1")
