"""Gaps both ways in a pack: promises that a group hardly spoke to, themes that no promise is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from analysis.evidence.counts import Row
from analysis.evidence.gaps import gap_rows
from analysis.evidence.groups import Groups
from analysis.evidence.standards import standard_count_rows, who_spoke_to_standards
from analysis.evidence.themes import theme_count_rows, who_spoke_to_themes
from analysis.findings import Findings, Theme
from tests.analysis.standards_said import KIND, WAITS, said

BUS = Theme("t-bus", 1, 1, "Late bus", ("bus",))


def gaps(found: tuple[Findings, Groups], floor: int = 10) -> list[Row]:
    findings, groups = found
    findings = replace(findings, themes=(BUS,))
    themes = theme_count_rows(findings, who_spoke_to_themes(findings), groups, floor=floor)
    standards = standard_count_rows(findings, who_spoke_to_standards(findings), groups, floor=floor)
    return gap_rows(findings, themes, standards, groups, floor=floor)


def of(rows: Sequence[Row], column: str, id: str) -> list[tuple[str, int]]:
    return [(row["group_id"], row["people"]) for row in rows if row[column] == id]


@pytest.mark.parametrize("spoke", [0, 1, 9])
def test_a_promise_that_fewer_than_ten_of_a_group_spoke_to_is_a_gap_of_that_group_whoever_it_was(spoke: int) -> None:
    rows = gaps(said([(KIND,)] * spoke + [()] * (40 - spoke), [(KIND,)] * 30 + [()] * 20))

    assert of(rows, "standard_id", KIND) == [("0", 40)]


def test_ten_who_spoke_are_no_gap() -> None:
    assert of(gaps(said([(KIND,)] * 10 + [()] * 30)), "standard_id", KIND) == []


def test_a_group_of_few_people_has_no_gaps() -> None:
    rows = gaps(said([()] * 9, [()] * 19, [(KIND,)] * 30 + [()] * 20))

    assert of(rows, "standard_id", KIND) == []


def test_findings_and_topics_are_never_without_evidence() -> None:
    rows = gaps(said([()] * 40))

    assert of(rows, "standard_id", KIND) == [("0", 40)]
    assert of(rows, "standard_id", WAITS) == []


def test_a_theme_that_speaks_to_no_promise_is_a_gap_of_those_who_spoke_of_it() -> None:
    on_the_bus = dict.fromkeys(range(25), BUS.id)

    assert of(gaps(said([()] * 60, themes=on_the_bus)), "theme_id", BUS.id) == [("0", 25)]
    assert of(gaps(said([(WAITS,)] * 25 + [()] * 35, themes=on_the_bus)), "theme_id", BUS.id) == [("0", 25)]
    assert of(gaps(said([(KIND,)] * 9 + [()] * 51, themes=on_the_bus)), "theme_id", BUS.id) == [("0", 25)]
    assert of(gaps(said([(KIND,)] * 10 + [()] * 50, themes=on_the_bus)), "theme_id", BUS.id) == []


def test_people_who_spoke_to_a_promise_elsewhere_leave_the_theme_a_gap() -> None:
    on_the_bus = dict.fromkeys(range(25), BUS.id)

    assert of(gaps(said([()] * 30 + [(KIND,)] * 30, themes=on_the_bus)), "theme_id", BUS.id) == [("0", 25)]


def test_a_theme_of_few_people_is_no_gap_for_it_would_tell_how_few_spoke_to_none() -> None:
    on_the_bus = dict.fromkeys(range(19), BUS.id)

    assert of(gaps(said([()] * 60, themes=on_the_bus)), "theme_id", BUS.id) == []


def test_without_promises_nothing_is_missing() -> None:
    findings, groups = said([()] * 60, themes=dict.fromkeys(range(25), BUS.id))

    assert gaps((replace(findings, strategies=findings.strategies[1:]), groups)) == []


def test_gaps_are_of_groups_and_of_everyone() -> None:
    rows = gaps(said([()] * 40, [()] * 50, themes=dict.fromkeys((*range(25), *range(40, 62)), BUS.id)))

    assert of(rows, "theme_id", BUS.id) == [("0", 25), ("1", 22), ("everyone", 47)]
    assert of(rows, "standard_id", KIND) == [("0", 40), ("1", 50), ("everyone", 90)]
