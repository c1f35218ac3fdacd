"""Putting an area's words in the place of variables."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys import pipe
from surveys.errors import MissingValue
from surveys.piping import chosen_in, variables_in


def test_a_variable_is_replaced_by_its_value() -> None:
    assert pipe("What is your vision for {area_name}?", {"area_name": "Wexcombe"}) == (
        "What is your vision for Wexcombe?"
    )


@given(st.text(min_size=1))
def test_a_value_is_never_read_for_variables_again(value: str) -> None:
    assert pipe("For {a}{b}", {"a": value, "b": "{a}"}) == f"For {value}{{a}}"


@pytest.mark.parametrize("values", [{}, {"area_name": ""}])
def test_a_reader_never_meets_a_gap(values: dict[str, str]) -> None:
    with pytest.raises(MissingValue, match="the words need `area_name`, which has no value"):
        pipe("For {area_name}", values)


def test_words_without_variables_stay_as_they_are() -> None:
    assert pipe("100 % {} {Not one} {0}", {}) == "100 % {} {Not one} {0}"
    assert variables_in("{b} and {a} and {b}") == ("b", "a")


def test_what_was_chosen_is_named_and_other_words_stand_where_nothing_was() -> None:
    words = "How good is {chosen:how|the way you go} in {area_name}?"

    assert pipe(words, {"area_name": "Wexcombe"}, {"how": "The bus"}) == "How good is The bus in Wexcombe?"
    assert pipe(words, {"area_name": "Wexcombe"}) == "How good is the way you go in Wexcombe?"
    assert chosen_in(words) == ("how",)
    assert variables_in(words) == ("area_name",)


@given(st.text(min_size=1))
def test_what_was_chosen_is_never_read_for_variables_again(label: str) -> None:
    assert pipe("{chosen:a|x}{b}", {"b": "{chosen:a|y}"}, {"a": label}) == f"{label}{{chosen:a|y}}"
