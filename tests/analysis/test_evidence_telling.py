"""Why a standard was found, as a pack tells it: words that many used, and how strongly, without telling on few."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import replace
from itertools import product

import pytest

from analysis import Findings, analyse, choose_sets, load_strategies
from analysis.evidence.groups import Group, Groups, groups_of
from analysis.evidence.standards import standard_count_rows, who_spoke_to_standards
from analysis.evidence.telling import STRENGTHS, standard_strength_rows, standard_word_rows
from analysis.findings import Segment, StandardLink, Strength
from analysis.voices import Comment, Voices
from tests.analysis.crowd import KINDNESS, WAITING, people_saying
from tests.analysis.term import term

DURHAM = choose_sets(load_strategies(), ["durham/therapy_feedback_themes"])
WAITS = "durham/therapy_feedback_themes/waiting-times-timescales"


@pytest.fixture(scope="module")
def findings() -> Findings:
    return analyse(term(), DURHAM)


def words_of(findings: Findings, standard: str = WAITS, floor: int = 10) -> list[str]:
    groups = groups_of(findings.voices)
    counts = standard_count_rows(findings, who_spoke_to_standards(findings), groups, floor=floor)
    return [
        str(row["word"]) for row in standard_word_rows(findings, counts, floor=floor) if row["standard_id"] == standard
    ]


def test_the_words_that_many_used_say_why_a_standard_was_found(findings: Findings) -> None:
    assert any("wait" in word for word in words_of(findings))


def test_every_word_is_of_ten_people_who_may_be_quoted(findings: Findings) -> None:
    may_be_quoted = {one.id: one.respondent for one in findings.voices.comments if one.quotable}
    users: dict[str, set[str]] = defaultdict(set)
    for link in findings.links:
        if link.standard == WAITS and link.segment[0] in may_be_quoted:
            for word in link.reason:
                users[word.casefold()].add(may_be_quoted[link.segment[0]])

    assert words_of(findings)
    assert all(len(users[word]) >= 10 for word in words_of(findings))


def test_words_of_people_who_said_no_to_quoting_are_not_told() -> None:
    others = people_saying(KINDNESS, 40, group="parent_carer", first=41)
    yes, no = (people_saying(WAITING, 40, group="parent_carer", quotable=answer) for answer in (True, False))

    assert words_of(analyse(Voices((*yes, *others)), DURHAM)) != []
    assert words_of(analyse(Voices((*no, *others)), DURHAM)) == []


def test_no_word_stands_beside_so_few_that_it_would_tell_who_did_not_use_it() -> None:
    said = [*people_saying(WAITING[1:2], 19, group="a"), *people_saying(KINDNESS, 30, group="a", first=20)]
    one_more = [*said, *people_saying(WAITING[1:2], 1, group="a", first=90)]

    assert words_of(analyse(Voices(tuple(said)), DURHAM)) == []
    assert words_of(analyse(Voices(tuple(one_more)), DURHAM)) != []


def test_words_that_only_match_are_never_told(findings: Findings) -> None:
    word = words_of(findings)[0]
    strategies = tuple(
        replace(
            strategy,
            sets=tuple(
                replace(one, standards=tuple(replace(each, match_only_words=(word.upper(),)) for each in one.standards))
                for one in strategy.sets
            ),
        )
        for strategy in findings.strategies
    )

    assert word not in words_of(replace(findings, strategies=strategies))


@pytest.mark.parametrize(("bases", "floor"), [((12,), 3), ((8, 5), 2), ((13, 4), 3)])
def test_how_many_did_so_likely_is_never_a_small_number_that_can_be_worked_out(
    bases: tuple[int, ...], floor: int
) -> None:
    ways = list(product(*([(a, b) for a in range(base + 1) for b in range(base + 1 - a)] for base in bases)))
    alike: dict[Hashable, list[tuple[tuple[int, int], ...]]] = defaultdict(list)
    for way in ways:
        alike[_printed(way, bases, floor)].append(way)

    told = [
        (found[0], group, place)
        for found in alike.values()
        for group in range(len(bases))
        for place in (0, 1)
        if found[0][group][place] < floor <= bases[group] and len({way[group][place] for way in found}) == 1
    ]

    assert told == []
    assert any(row["people"] for way in ways for row in _strengths(way, bases, floor))


def _printed(way: tuple[tuple[int, int], ...], bases: tuple[int, ...], floor: int) -> Hashable:
    findings, groups = _spoken(way, bases)
    counts = standard_count_rows(findings, who_spoke_to_standards(findings), groups, floor=floor)
    return (
        *((row["group_id"], row["sentiment"], row["shown"], row["share"]) for row in counts),
        *((row["group_id"], row["strength"], row["shown"]) for row in _strengths(way, bases, floor)),
    )


def _strengths(way: tuple[tuple[int, int], ...], bases: tuple[int, ...], floor: int) -> list[Mapping[str, object]]:
    findings, groups = _spoken(way, bases)
    counts = [
        row
        for row in standard_count_rows(findings, who_spoke_to_standards(findings), groups, floor=floor)
        if row["standard_id"] == WAITS
    ]
    return list(standard_strength_rows(findings, counts, groups, floor=floor))


def _spoken(way: tuple[tuple[int, int], ...], bases: tuple[int, ...]) -> tuple[Findings, Groups]:
    """So many people of each group who spoke likely, and so many only possibly."""
    comments, links = [], []
    each = []
    for group, (counts, base) in enumerate(zip(way, bases, strict=True)):
        ids = [f"{group}-{number}" for number in range(base)]
        comments += [Comment(id, id, "We waited", group=str(group)) for id in ids]
        said: list[Strength] = [
            strength for strength, count in zip(STRENGTHS, counts, strict=True) for _ in range(count)
        ]
        links += [StandardLink((id, 0), WAITS, strength, 1.0) for id, strength in zip(ids, said, strict=False)]
        each.append(Group(str(group), f"Group {group}", frozenset(ids), frozenset(ids), frozenset(ids)))
    everyone = frozenset().union(*(one.wrote for one in each))
    total = Group("everyone", "Everyone", everyone, everyone, everyone) if len(each) > 1 else None
    segments = tuple(Segment(one.id, 0, 0, 9, "We waited", "We waited", "negative") for one in comments)
    found = Findings(Voices(tuple(comments)), DURHAM, segments, (), (), tuple(links), (), (), 1)
    return found, Groups(tuple(each), total, {})


def test_who_did_so_likely_in_one_part_of_what_they_said_did_so_likely() -> None:
    findings, groups = _spoken(((20, 20),), (80,))
    both = replace(findings, links=(*findings.links, *(replace(one, strength="possible") for one in findings.links)))
    counts = standard_count_rows(both, who_spoke_to_standards(both), groups, floor=10)

    rows = list(standard_strength_rows(both, counts, groups, floor=10))

    assert {row["strength"]: row["people"] for row in rows} == {"likely": 20, "possible": 20}


@pytest.mark.parametrize(("likely", "rows"), [(14, 0), (15, 2)])
def test_few_people_are_not_split_by_how_surely_they_spoke(likely: int, rows: int) -> None:
    assert len(_strengths(((likely, 15),), (80,), 10)) == rows
