"""Codes: people read them out, so no two letters in them look alike."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback_app.codes import (
    ALPHABET,
    OPENING_LENGTH,
    RECEIPT_LENGTH,
    digest,
    grouped,
    opening_code,
    receipt_code,
    tidy_code,
)

LOOK_ALIKES = ("0OQD", "1IL", "2Z", "5S", "8B", "UV")
KEYS = st.text("0123456789abcdef", min_size=32, max_size=32)


@given(KEYS)
def test_a_receipt_code_never_has_look_alikes(key: str) -> None:
    code = tidy_code(receipt_code(key))

    assert len(code) == RECEIPT_LENGTH
    for alike in LOOK_ALIKES:
        assert len(set(code) & set(alike)) <= 1


@given(KEYS)
def test_a_receipt_code_is_the_same_on_every_retry(key: str) -> None:
    assert receipt_code(key) == receipt_code(key)


@given(KEYS, KEYS)
def test_two_keys_have_two_receipt_codes(one: str, other: str) -> None:
    assert (receipt_code(one) == receipt_code(other)) == (one == other)


@given(st.text(ALPHABET, min_size=RECEIPT_LENGTH, max_size=RECEIPT_LENGTH), st.sampled_from("- \t.·–"))
def test_tidying_undoes_grouping_however_the_groups_are_written(code: str, between: str) -> None:
    assert tidy_code(grouped(code)) == code
    assert tidy_code(grouped(code).replace("-", between).lower()) == code


@given(st.text())
def test_tidying_takes_anything_that_somebody_types(typed: str) -> None:
    assert tidy_code(tidy_code(typed)) == tidy_code(typed)


def test_a_receipt_code_cannot_be_guessed() -> None:
    assert math.log2(len(ALPHABET)) * RECEIPT_LENGTH > 60


def test_the_alphabet_has_no_letter_twice_and_no_look_alikes() -> None:
    assert len(set(ALPHABET)) == len(ALPHABET)
    for alike in LOOK_ALIKES:
        assert len(set(ALPHABET) & set(alike)) <= 1


def test_an_opening_code_is_short_and_random() -> None:
    codes = {opening_code() for _ in range(50)}

    assert len(codes) == 50
    assert all(len(code) == OPENING_LENGTH and set(code) <= set(ALPHABET) for code in codes)


@pytest.mark.parametrize("key", ["0" * 32, "ada", ""])
def test_a_phone_without_a_signal_can_work_the_code_out(key: str) -> None:
    # the public rule, written a second time: SHA-256 under a label, read as a number, its last letter first
    import hashlib

    number = int(hashlib.sha256(f"heard receipt 1:{key}".encode()).hexdigest(), 16)
    letters = [ALPHABET[number // len(ALPHABET) ** place % len(ALPHABET)] for place in range(RECEIPT_LENGTH)]

    assert tidy_code(receipt_code(key)) == "".join(letters)


def test_what_the_database_keeps_of_a_code_is_no_plain_hash_of_it() -> None:
    import hashlib

    assert digest("74KC") != hashlib.sha256(b"74KC").digest()
