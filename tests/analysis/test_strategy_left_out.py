"""What a strategy's text has that its file does not, to look through."""

from __future__ import annotations

import pytest

from analysis.strategy import Strategy, parse_strategy
from analysis.strategy_left_out import points_in, points_left_out

STRATEGY = """
area = "thornmoor"
area_name = "Thornmoor"
version = 1
title = "What Thornmoor promises"
cycle_source = "none is printed"

[[sets]]
id = "promises"
name = "Our promises"
kind = "standard"
description_by = "us"

[[sets.standards]]
id = "on-time"
name = "Be on time"
description = "People come when they said."
source = "s. 2, “How we work”"

[[sets.standards]]
id = "progress"
name = "Progress"
description = "We get on."
source = "s. 2, “How we work”"
"""


@pytest.fixture
def thornmoor() -> Strategy:
    return parse_strategy(STRATEGY, source="thornmoor.toml")


def left_out(strategy: Strategy, text: str) -> list[tuple[int, str]]:
    return list(points_left_out(strategy, text))


@pytest.mark.parametrize("mark", ["- ", "• ", "✓ ", "\uf0b7", "1. ", "7.2 ", "a) ", "o\t", "- 1. "])
def test_a_point_with_any_bullet_is_told_with_its_line(thornmoor: Strategy, mark: str) -> None:
    assert left_out(thornmoor, f"Plain words\n{mark}Be kind to all") == [(2, "Be kind to all")]


def test_what_a_name_a_heading_or_a_source_has_is_not_told(thornmoor: Strategy) -> None:
    text = "1. Our promises .... 4\n2. How we work\n- We will be on time, always\n- on time\n- Progress: we get on"

    assert left_out(thornmoor, text) == []


def test_a_short_name_in_the_middle_of_a_point_does_not_have_it(thornmoor: Strategy) -> None:
    assert left_out(thornmoor, "- Report on progress each year") == [(1, "Report on progress each year")]


def test_the_cells_of_a_table_are_points(thornmoor: Strategy) -> None:
    assert left_out(thornmoor, "Outcome\t% of visits\tBe on time\nwe feel well\t80%\t") == [(1, "Outcome")]


def test_a_point_that_is_printed_twice_is_told_once(thornmoor: Strategy) -> None:
    assert left_out(thornmoor, "- Be kind\n- be  kind.\n") == [(1, "Be kind")]


def test_a_point_whose_last_word_is_broken_is_read_whole(thornmoor: Strategy) -> None:
    assert left_out(thornmoor, "- Be kind, al-\nways and ever\n- Be on ti-\nme") == [(1, "Be kind, always and ever")]


def test_running_text_and_page_numbers_are_no_points() -> None:
    assert list(points_in("We met in May. “Be kind”, one said.\n- 4 -\n12\n(see page 3)")) == []
