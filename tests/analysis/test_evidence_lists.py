"""Whole lists of promises in a pack, and themes beside promises: by group, and nothing small can be had from them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

import pytest

from analysis.evidence.counts import Row
from analysis.evidence.groups import Groups
from analysis.evidence.list_voices import list_voice_rows
from analysis.evidence.standards import standard_count_rows, theme_standard_rows, who_spoke_to_standards
from analysis.evidence.themes import who_spoke_to_themes
from analysis.findings import Findings, Theme
from tests.analysis.standards_said import FAIR, KIND, STRATEGIES, WAITS, said

QUALITY = "barnsley/quality_standards/quality"
BUS = Theme("t-bus", 1, 1, "Late bus", ("bus",))


def lists(found: tuple[Findings, Groups], *standards: str, floor: int = 10) -> list[Row]:
    """The rows of a list of these standards alone."""
    findings, groups = found
    (one_set,) = STRATEGIES[0].sets
    kept = replace(one_set, standards=tuple(one for one in one_set.standards if one.id in standards))
    findings = replace(findings, strategies=(replace(STRATEGIES[0], sets=(kept,)),))
    return list(list_voice_rows(findings, who_spoke_to_standards(findings), groups, floor=floor))


def test_each_group_is_told_how_many_spoke_to_any_promise_of_a_list_and_how_many_to_none() -> None:
    large = [(KIND, FAIR)] * 20 + [(KIND,)] * 20 + [(FAIR,)] * 20 + [()] * 20

    rows = lists(said(large, large[:65], [(KIND,)] * 3 + [()] * 9), KIND, FAIR)

    assert [(row["group_id"], row["people"], row["none"], row["base"]) for row in rows] == [("0", 60, 20, 80)]


def test_one_promise_alone_has_the_people_that_are_printed_beside_it() -> None:
    assert [(row["people"], row["none"]) for row in lists(said([(KIND,)] * 30 + [()] * 20), KIND)] == [(30, 20)]


def test_a_list_of_findings_has_no_such_row() -> None:
    findings, groups = said([(WAITS,)] * 40 + [()] * 40)
    findings = replace(findings, strategies=findings.strategies[1:])

    assert list(list_voice_rows(findings, who_spoke_to_standards(findings), groups, floor=10)) == []


@pytest.mark.parametrize(("base", "floor", "standards"), [(12, 3, (KIND, FAIR)), (8, 2, (KIND, FAIR, QUALITY))])
def test_nobody_can_work_out_few_people_from_a_list_and_its_promises(
    base: int, floor: int, standards: tuple[str, ...]
) -> None:
    kinds = [spoken for size in range(len(standards) + 1) for spoken in combinations(standards, size)]
    alike: dict[Hashable, list[Sequence[int]]] = defaultdict(list)
    for cells in _ways(base, len(kinds)):
        found = said([spoken for spoken, people in zip(kinds, cells, strict=True) for _ in range(people)])
        findings, groups = found
        counts = standard_count_rows(findings, who_spoke_to_standards(findings), groups, floor=floor)
        printed = [(row["standard_id"], row["sentiment"], row["shown"]) for row in counts]
        told = tuple((row["people"], row["none"]) for row in lists(found, *standards, floor=floor))
        alike[(*printed, told)].append(cells)

    with_a_list = [ways for printed, ways in alike.items() if printed[-1]]  # type: ignore[index]
    given_away = [
        (ways[0], cell)
        for ways in with_a_list
        for cell in range(len(kinds))
        if len({way[cell] for way in ways}) == 1 and ways[0][cell] < floor
    ]
    assert with_a_list
    assert given_away == []


def test_themes_stand_beside_promises_group_by_group_and_everyone_only_where_no_group_does() -> None:
    def themed(*sizes: int) -> list[tuple[str, int]]:
        people: list[list[tuple[str, ...]]] = []
        themes: dict[int, str] = {}
        place = 0
        for size in sizes:
            one, none = (KIND,), ()
            group: list[tuple[str, ...]] = [*[one] * size, *[none] * 20, *[one] * 20, *[none] * 20]
            themes |= dict.fromkeys(range(place, place + size + 20), BUS.id)
            place += len(group)
            people.append(group)
        findings, groups = said(*people, themes=themes)
        findings = replace(findings, themes=(BUS,))
        to_themes, to_standards = who_spoke_to_themes(findings), who_spoke_to_standards(findings)
        rows = theme_standard_rows(findings, to_themes, to_standards, groups, floor=10)
        return [(row["group_id"], row["people"]) for row in rows]

    assert themed(12, 15) == [("0", 12), ("1", 15)]
    assert themed(12, 6) == [("0", 12)]
    assert themed(6, 6) == [("everyone", 12)]


def _ways(people: int, kinds: int) -> Iterator[tuple[int, ...]]:
    if kinds == 1:
        yield (people,)
        return
    for first in range(people + 1):
        for rest in _ways(people - first, kinds - 1):
            yield (first, *rest)
