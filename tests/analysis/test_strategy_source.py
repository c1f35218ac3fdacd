"""Words that are given as a strategy's own must stand in its text."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.strategy import parse_strategy
from analysis.strategy_source import SourceText, not_in_source

TEXT = """
What Thornmoor promises
Contents
2. Our promises . . . . 4

2. Our  promises
We will co-
produce plans, and be on
time – every time. Families' views count. The Trusts meet each spring, and
when the money allows they may meet again in the autumn too, at the town hall.
"""
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
source = "s. 2, “Our promises”"
"""


@pytest.mark.parametrize(
    "name",
    [
        "Our promises",
        "be on time",
        "Be on time - every time",
        "coproduce plans",
        "co-produce plans",
        "Families’ views",
        "We will … be on time",
        "We will … plans … every time",
        "Families' views count …",
    ],
)
def test_a_name_is_found_however_the_pdf_broke_its_lines(name: str) -> None:
    assert SourceText(TEXT).has(name)


@pytest.mark.parametrize(
    "name",
    [
        "Be in time",
        "We will be on time",
        "Trust",
        "rusts meet",
        "be on time … We will",
        "on time … in the",
        "plans … time … autumn … promises",
        "…",
        "",
    ],
)
def test_a_name_that_is_not_printed_so_is_not_found(name: str) -> None:
    text = SourceText(TEXT.replace("and\nwhen", "x" * 400 + " and when"))

    assert not text.has(name)


def test_nothing_is_in_an_empty_text() -> None:
    assert not SourceText("").has("Trust")


def problems(*changes: tuple[str, str]) -> list[str]:
    text = STRATEGY
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    return list(not_in_source(parse_strategy(text, source="thornmoor.toml"), SourceText(TEXT)))


def test_a_strategy_in_its_own_words_has_no_problem() -> None:
    assert problems() == []


def test_a_name_in_other_words_is_told_with_its_place() -> None:
    assert problems(("Be on time", "Be punctual")) == [
        "standard promises/on-time: the name “Be punctual” is not in the text; write it as it is printed, with … for"
        ' what is left out, or `name_by = "us"`'
    ]


def test_a_title_in_other_words_is_told_unless_it_is_ours() -> None:
    (problem,) = problems(("What Thornmoor promises", "The Thornmoor plan"))

    assert problem.startswith("the strategy: the title “The Thornmoor plan” is not in the text")
    assert problems(('What Thornmoor promises"', 'The Thornmoor plan"\ntitle_by = "us"')) == []


def test_a_heading_in_other_words_is_told() -> None:
    (problem,) = problems(('name = "Our promises"', 'name = "Our pledges"'))

    assert problem.startswith("set promises: the heading “Our pledges” is not in the text")


def test_a_name_or_a_heading_of_ours_needs_not_be_printed() -> None:
    ours = ('name = "Our promises"', 'name = "Our pledges"\nheading_by = "us"')

    assert (
        problems(
            ("Be on time", "Be punctual"), ours, ('description_by = "us"', 'description_by = "us"\nname_by = "us"')
        )
        == []
    )


def test_a_description_that_is_said_to_be_the_strategys_must_be_printed() -> None:
    (problem,) = problems(('description_by = "us"', 'description_by = "seed"'))

    assert problem.startswith("standard promises/on-time: `description` is said to be the strategy's own and is not in")


@pytest.mark.parametrize(
    "source", ["s. 3, “Our pledges”", 's. 3, \\"Our pledges\\"', "“Our promises” and “Our pledges”"]
)
def test_a_heading_that_the_source_names_must_be_printed(source: str) -> None:
    assert problems(("s. 2", "s. 2, “Our promises”")) == []
    assert problems(("s. 2", source)) == [
        "standard promises/on-time: `source` names the heading “Our pledges”, which is not in the text; write it as it"
        " is printed"
    ]


def test_a_stage_of_the_cycle_must_be_printed() -> None:
    stage = '[[cycle]]\nid = "buy"\nname = "Buy"\n\n[[sets]]'

    assert problems(("[[sets]]", stage)) == ["stage buy: the name “Buy” is not in the text; write it as it is printed"]


def test_a_text_is_read_as_it_is_saved(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text(TEXT, encoding="utf-8-sig")

    assert SourceText((tmp_path / "plan.txt").read_text("utf-8-sig")).has("Our promises")


@pytest.mark.parametrize("gap", ["\t", "      "], ids=["tabs", "spaces"])
def test_a_name_that_goes_on_in_the_cell_below_is_found(gap: str) -> None:
    table = f"Outcome{gap}Measure\nHelp in schools,{gap}How many came\ncolleges and nurseries{gap}to a group\n"

    assert SourceText(table).has("Help in schools, colleges and nurseries")
    assert SourceText(table).has("How many came to a group")
    assert not SourceText(table.replace(gap, " ")).has("How many came to a group")


def test_cells_of_two_tables_are_not_read_as_one_name() -> None:
    text = SourceText("Be kind to\tone\n\nWhat we found\n\nfamilies\ttwo\n")

    assert not text.has("Be kind to families")


def test_a_source_must_name_the_heading_that_it_stands_under() -> None:
    bare = parse_strategy(STRATEGY.replace("s. 2, “Our promises”", "s. 2"), source="thornmoor.toml")

    assert list(not_in_source(bare, SourceText(TEXT))) == [
        "standard promises/on-time: `source` has no heading in “quotation marks”; "
        "write the one that it stands under, as it is printed"
    ]
