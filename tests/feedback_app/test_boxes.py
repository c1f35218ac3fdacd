"""A box opens for its wave, its opening and its own send key, and for nothing else."""

from __future__ import annotations

import pytest

from feedback_app.boxes import BoxDoesNotOpen, bound_to, open_box, read_private_key, seal_box
from feedback_app.protecting import wave_keys

WORDS = "The pool, 🏊 and بس".encode()
HERE = bound_to("3467AC", "ab" * 16)


def test_what_a_phone_sealed_opens_with_the_waves_key() -> None:
    public, private = wave_keys()

    assert open_box(read_private_key(private), seal_box(public, WORDS, HERE), HERE) == WORDS


def test_a_box_seals_differently_each_time_and_shows_nothing_of_what_is_in_it() -> None:
    public, _ = wave_keys()

    first, second = (seal_box(public, b"The pool", HERE) for _ in range(2))

    assert first != second
    assert b"pool" not in first


def test_a_box_does_not_open_for_another_opening_or_answer() -> None:
    public, private = wave_keys()
    box = seal_box(public, WORDS, HERE)

    for elsewhere in (bound_to("3467AD", "ab" * 16), bound_to("3467AC", "cd" * 16)):
        with pytest.raises(BoxDoesNotOpen):
            open_box(read_private_key(private), box, elsewhere)


def test_a_box_does_not_open_with_another_waves_key() -> None:
    public, _ = wave_keys()
    _, other = wave_keys()

    with pytest.raises(BoxDoesNotOpen):
        open_box(read_private_key(other), seal_box(public, WORDS, HERE), HERE)


def test_a_box_that_was_changed_or_cut_does_not_open() -> None:
    public, private = wave_keys()
    box = seal_box(public, WORDS, HERE)
    changed = [bytes((*box[:place], box[place] ^ 1, *box[place + 1 :])) for place in range(len(box))]

    for wrong in (*changed, *(box[:length] for length in range(len(box))), bytes(200)):
        with pytest.raises(BoxDoesNotOpen):
            open_box(read_private_key(private), wrong, HERE)
