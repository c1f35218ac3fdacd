"""Figures that an area has published: exactly as printed, and never more than was printed."""

from __future__ import annotations

from dataclasses import fields

import pytest

from analysis.published import (
    MalformedPublishedResults,
    PublishedResult,
    load_published_results,
    parse_published_results,
)


def test_durhams_therapy_table_reads_exactly_as_published() -> None:
    table = load_published_results("durham")

    assert [(row.service, row.respondents, row.mean) for row in table] == [
        ("Speech and Language Therapy (SALT)", 165, "3 / 10"),
        ("Physiotherapy", 131, "2.7 / 10"),
        ("Occupational Therapy (OT)", 155, "2.7 / 10"),
    ]
    assert {row.group for row in table} == {"families"}
    assert {row.scale for row in table} == {"1 to 10: 1 is extremely unhappy, 10 is extremely happy"}


def test_a_published_mean_is_text_and_has_nothing_beside_it_that_was_not_published() -> None:
    names = {field.name for field in fields(PublishedResult)}

    assert not names & {"median", "distribution", "counts", "interval", "spread", "responses"}
    assert "No distribution, median or spread was published" in load_published_results("durham")[0].note


@pytest.mark.parametrize("area", ["barnsley", "kirklees", "north-yorkshire", "rotherham", "wexcombe"])
def test_an_area_that_published_no_figures_has_none(area: str) -> None:
    assert load_published_results(area) == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("area =", "t.toml: this is not TOML"),
        ('area = "a"\nmedian = 3', "t.toml, the table: `median` is not a field"),
        ('[[results]]\nservice = "x"\nrespondents = 1.5\nmean = "3"', "result 1: `respondents` must be a whole number"),
        ('[[results]]\nservice = "x"\nrespondents = 10\nmean = 3', "result 1: `mean` must be text in quotation marks"),
    ],
)
def test_a_wrong_table_is_refused_with_its_place_and_what_to_change(text: str, message: str) -> None:
    with pytest.raises(MalformedPublishedResults) as refusal:
        parse_published_results(text, "t.toml")

    assert message in str(refusal.value)
