"""A few keys typed from a sheet are read as the answer that was ticked, or not at all."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given as for_any
from hypothesis import strategies as st

from feedback_app.forms.entries import read_entry, understood
from feedback_app.forms.entry_unclear import EntryUnclear
from feedback_app.forms.questions import Given
from surveys import Question, load_survey
from surveys.kinds import READ_KINDS, SHARING_KINDS
from surveys.sheet import printed_options

EVERY = {question.id: question for question in load_survey(Path("tests/surveys/every-kind.toml")).questions}
BLANK, UNCLEAR = Given((), None, "skipped"), Given((), None, "not_understood")


def question(id: str) -> Question:
    return EVERY[id]


@pytest.mark.parametrize(
    ("id", "typed", "options", "missing"),
    [
        ("good", "3", ("ok",), None),
        ("good", "ok", ("ok",), None),
        ("good", "very", ("very-good",), None),
        ("good", "B", ("bad",), None),
        ("good", "6", ("dont-know",), "dont_know"),
        ("good", "pref", ("prefer-not-to-say",), "prefer_not"),
        ("yes_or_no", "y", ("yes",), None),
        ("several", "1 3", ("a-friend", "the-same-driver"), None),
        ("several", "31", ("a-friend", "the-same-driver"), None),
        ("several", "3, 1, 3", ("a-friend", "the-same-driver"), None),
        ("several", "a quiet seat", ("a-quiet-seat",), None),
        ("happy", "10", ("10",), None),
        ("happy", "d", ("dont-know",), "dont_know"),
        ("goal", "0", ("0",), None),
        ("minutes", "45", ("45",), None),
        ("minutes", "don't know", ("dont-know",), "dont_know"),
        ("may_show", "1", ("agreed",), None),
        ("picture_several", "2 4", ("time-with-family", "learning-new-things"), None),
        ("in_order", "2 - 1", ("a-quiet-seat", "being-on-time"), None),
        ("in_order", "--321", ("a-short-journey", "sitting-with-a-friend", "a-quiet-seat"), None),
        ("in_order", "i don't", ("i-dont-know",), "dont_know"),
        ("shared_out", "2 0 1", ("new-minibuses", "new-minibuses", "travel-training"), None),
        ("shared_out", "03", ("more-drivers",) * 3, None),
        ("shared_out", "000", (), "skipped"),
        ("long", "i don't know", ("dont-know",), "dont_know"),
    ],
)
def test_an_entry_is_read(id: str, typed: str, options: tuple[str, ...], missing: str | None) -> None:
    assert read_entry(question(id), typed) == Given(options, None, missing)


@pytest.mark.parametrize(
    ("id", "typed", "says"),
    [
        ("good", "9", "1 to 7"),
        ("good", "0", "1 to 7"),
        ("good", "x", "no answer here"),
        ("good", "1 2", "takes one answer"),
        ("better", "much", "could be “Much better” or “Much worse”"),
        ("several", "1 9", "“9” is no answer here"),
        ("several", "1 4", "does not go with another answer"),
        ("happy", "11", "1 to 10"),
        ("happy", "0", "1 to 10"),
        ("minutes", "301", "is not between 0 and 300"),
        ("minutes", "1e3", "no answer here"),
        ("in_order", "1 1", "Two answers have the place 1"),
        ("in_order", "4", "There is no place 4"),
        ("in_order", "1 2 3 - - -", "6 figures for 5 answers"),
        ("shared_out", "2 2", "4 dots, where 3 may be shared out"),
        ("shared_out", "x", "no answer here"),
    ],
)
def test_what_stands_for_no_answer_or_for_two_is_refused_with_what_to_type(id: str, typed: str, says: str) -> None:
    with pytest.raises(EntryUnclear, match=says):
        read_entry(question(id), typed)


@pytest.mark.parametrize("id", sorted(EVERY))
def test_blank_and_a_question_mark_are_two_things_for_every_kind(id: str) -> None:
    assert read_entry(question(id), "") == read_entry(question(id), " - ") == BLANK
    if question(id).kind not in READ_KINDS:
        assert read_entry(question(id), "?") == UNCLEAR


def test_words_are_kept_as_they_stand() -> None:
    assert read_entry(question("long"), " teh bus\r\nwas 3 ") == Given((), "teh bus\nwas 3", None)


def test_words_that_are_too_many_to_keep_are_not_cut_off() -> None:
    assert read_entry(question("long"), "x" * 5_000).words == "x" * 5_000
    with pytest.raises(EntryUnclear, match="1 letters longer"):
        read_entry(question("long"), "x" * 5_001)


def test_what_was_understood_is_said_back_but_words_are_not() -> None:
    assert understood(question("good"), read_entry(question("good"), "3")) == "OK"
    assert understood(question("minutes"), read_entry(question("minutes"), "45")) == "45 minutes"
    assert understood(question("several"), read_entry(question("several"), "1 2")) == "A friend; A quiet seat"
    assert understood(question("long"), read_entry(question("long"), "secret")) == "words"
    assert understood(question("long"), BLANK) == "left blank"
    assert understood(question("long"), UNCLEAR) == "not understood"


@pytest.mark.parametrize(
    "id", sorted(id for id, one in EVERY.items() if one.is_choice and one.kind not in SHARING_KINDS)
)
def test_every_option_has_a_number_and_its_label(id: str) -> None:
    asked = question(id)
    for place, option in enumerate(printed_options(asked), 1):
        entries = [option.label] if asked.ends else [str(place), option.label]
        assert [read_entry(asked, typed).options for typed in entries] == [(option.id,)] * len(entries)


@for_any(typed=st.text(max_size=30), id=st.sampled_from(sorted(EVERY)))
def test_whatever_is_typed_is_an_answer_or_a_clear_refusal(typed: str, id: str) -> None:
    asked = question(id)

    with suppress(EntryUnclear):
        given = read_entry(asked, typed)
        assert asked.kind == "number" or all(asked.option(option) for option in given.options)
        assert understood(asked, given)


@pytest.mark.parametrize("id", ["minutes", "good", "several", "happy", "in_order", "shared_out"])
@pytest.mark.parametrize("typed", ["9" * 5_000, "0" * 5_000 + "1 2"])
def test_more_figures_than_python_reads_are_refused_in_words(id: str, typed: str) -> None:
    with pytest.raises(EntryUnclear):
        read_entry(question(id), typed)
