"""Two sets of standards side by side in a pack: what is shown of shared voices, and what nobody can work out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace
from itertools import product

import pytest

from analysis.evidence.counts import Row
from analysis.evidence.crosswalk import related_rows, shared_voice_rows
from analysis.evidence.elsewhere import elsewhere_rows, told_related
from analysis.evidence.groups import Groups
from analysis.evidence.standards import standard_count_rows, who_spoke_to_standards
from analysis.findings import Findings
from analysis.related import RelatedDecision, RelatedStandards
from analysis.strategy import Standard, StandardSet, Strategy
from tests.analysis.standards_said import FAIR, KIND, WAITS, Spoken, said

Cells = tuple[int, int, int, int]  # both, the one alone, the other alone, neither
BOTH, ONE, OTHER, NEITHER = (KIND, WAITS), (KIND,), (WAITS,), ()


def people(cells: Sequence[int]) -> Spoken:
    return [
        standards for standards, count in zip((BOTH, ONE, OTHER, NEITHER), cells, strict=True) for _ in range(count)
    ]


def shared(found: tuple[Findings, Groups], floor: int = 10) -> list[Row]:
    findings, groups = found
    return list(shared_voice_rows(findings, who_spoke_to_standards(findings), groups, floor=floor))


def related(found: tuple[Findings, Groups], *decisions: RelatedDecision, floor: int = 10) -> list[Row]:
    findings, groups = found
    spoke = who_spoke_to_standards(findings)
    return list(related_rows(findings, shared(found, floor), spoke, groups, decisions))


def test_people_who_spoke_to_two_standards_in_one_breath_are_counted() -> None:
    rows = shared(said(people((12, 20, 30, 40))))

    assert [(row["one_id"], row["other_id"], row["people"]) for row in rows] == [(KIND, WAITS, 12)]


def test_groups_stand_side_by_side_and_everyone_only_where_no_group_is_shown() -> None:
    large, small = people((12, 20, 30, 40)), people((6, 20, 20, 20))

    assert [(row["group_id"], row["people"]) for row in shared(said(large, small))] == [("0", 12)]
    assert [(row["group_id"], row["people"]) for row in shared(said(large, large))] == [("0", 12), ("1", 12)]
    assert [(row["group_id"], row["people"]) for row in shared(said(small, small))] == [("everyone", 12)]


def test_a_small_group_beside_a_large_one_hides_nothing_of_the_large_one() -> None:
    assert [row["people"] for row in shared(said(people((12, 20, 30, 40)), people((1, 1, 1, 9))))] == [12]


def test_two_standards_of_one_set_are_no_crosswalk() -> None:
    assert shared(said([(KIND, FAIR)] * 20 + [(KIND,)] * 20 + [(FAIR,)] * 20 + [()] * 20)) == []


def test_one_person_who_says_it_often_is_one_voice() -> None:
    findings, groups = said(people((12, 20, 30, 40)))
    comments = tuple(
        replace(one, respondent="0-000") if one.id in ("0-001", "0-002") else one for one in findings.voices.comments
    )

    rows = shared((replace(findings, voices=replace(findings.voices, comments=comments)), groups))

    assert [row["people"] for row in rows] == [10]


@pytest.mark.parametrize(
    "cells",
    [(9, 30, 30, 40), (12, 9, 30, 40), (12, 30, 9, 40), (12, 30, 30, 9), (12, 30, 30, 0)],
    ids=["both", "the one alone", "the other alone", "neither", "none of neither"],
)
def test_a_number_that_would_give_a_small_one_away_is_not_there(cells: Cells) -> None:
    assert shared(said(people(cells))) == []
    assert shared(said(people([max(count, 10) for count in cells]))) != []


@pytest.mark.parametrize(("bases", "floor"), [((15,), 3), ((6, 5), 2)])
def test_nobody_can_work_out_few_people_from_two_totals_and_their_shared_voices(
    bases: tuple[int, ...], floor: int
) -> None:
    alike: dict[Hashable, list[tuple[Cells, ...]]] = defaultdict(list)
    for way in product(*(list(_cells(base)) for base in bases)):
        alike[_printed(way, floor)].append(way)

    told = [
        (found[0], cell)
        for found in alike.values()
        for cell in range(4)
        if len({_total(way, cell) for way in found}) == 1 and _total(found[0], cell) < floor
    ]

    assert told == []
    assert any(shared(said(*(people(cells) for cells in found[0])), floor) for found in alike.values())


def test_standards_with_like_words_are_suggested_and_say_why() -> None:
    findings, groups = said(people((1, 20, 30, 40)))

    rows = related((replace(findings, related=(RelatedStandards(KIND, WAITS, 0.6),)), groups))

    assert [(row["state"], row["by_words"], row["by_voices"], row["who"]) for row in rows] == [("suggested", 1, 0, "")]


@pytest.mark.parametrize(("cells", "suggested"), [((15, 15, 40, 30), True), ((14, 16, 40, 30), False)])
def test_standards_that_share_half_of_the_voices_are_suggested(cells: Cells, *, suggested: bool) -> None:
    assert [row["by_voices"] for row in related(said(people(cells)))] == [1] * suggested


def test_shared_voices_that_may_not_be_shown_suggest_nothing() -> None:
    assert related(said(people((30, 5, 30, 40)))) == []


def test_the_newest_decision_of_a_person_stands_in_place_of_the_suggestion() -> None:
    found = said(people((15, 15, 40, 30)))
    yes = RelatedDecision(WAITS, KIND, said="confirmed", who="Dana", why="both are manners")
    no = replace(yes, said="refused", who="Kit", why="")

    assert [(row["one_id"], row["state"], row["who"]) for row in related(found, yes)] == [(KIND, "confirmed", "Dana")]
    assert [(row["one_id"], row["state"], row["who"]) for row in related(found, yes, no)] == [(KIND, "refused", "Kit")]
    assert [one.who for one in told_related(found[0], [yes, no], ())] == ["Dana", "Kit"]


def test_a_person_may_relate_what_the_computer_did_not_suggest() -> None:
    decision = RelatedDecision(FAIR, WAITS, said="confirmed", who="Dana")

    assert [row["state"] for row in related(said(people((0, 20, 20, 20))), decision)] == ["confirmed"]


def test_a_decision_that_was_taken_back_leaves_the_suggestion_and_both_are_told() -> None:
    found = said(people((15, 15, 40, 30)))
    yes = RelatedDecision(WAITS, KIND, said="confirmed", who="Dana")
    back = replace(yes, said="taken back", who="Kit")

    assert [(row["state"], row["who"]) for row in related(found, yes, back)] == [("suggested", "")]
    assert [one.who for one in told_related(found[0], [yes, back], ())] == ["Dana", "Kit"]


def test_what_a_person_confirmed_of_a_list_that_was_not_read_against_has_its_words_and_its_status() -> None:
    findings, _ = said(people((0, 20, 20, 20)))
    elsewhere = Standard("far/away/warmth", "Warmth", "People are warm.", "standard", statuses=("draft",))
    known = (
        Strategy("far", "Far", 2, "Far's strategy", (StandardSet("away", "Six words", "standard", (elsewhere,)),)),
    )
    yes = RelatedDecision(elsewhere.id, KIND, said="confirmed", who="Dana", why="one wish", day="2026-11-29")
    rows = elsewhere_rows(findings, [yes], known)

    assert [(row["standard_id"], row["other_name"], row["other_status"], row["other_set"]) for row in rows] == [
        (KIND, "Warmth", "draft", "Six words")
    ]
    assert (rows[0]["who"], rows[0]["why"], rows[0]["decided_on"]) == ("Dana", "one wish", "2026-11-29")
    assert elsewhere_rows(findings, [yes, replace(yes, said="refused")], known) == []
    assert elsewhere_rows(findings, [yes, replace(yes, said="taken back")], known) == []
    assert [one.who for one in told_related(findings, [yes], known)] == ["Dana"]


def test_a_decision_about_a_standard_that_was_not_read_against_is_left_out() -> None:
    found = said(people((0, 20, 20, 20)))
    decision = RelatedDecision(FAIR, "somewhere/else/altogether", said="confirmed", who="Dana")

    assert related(found, decision) == []
    assert list(told_related(found[0], [decision], ())) == []


def _cells(base: int) -> Iterator[Cells]:
    for both, one, other in product(range(base + 1), repeat=3):
        if both + one + other <= base:
            yield both, one, other, base - both - one - other


def _printed(way: tuple[Cells, ...], floor: int) -> Hashable:
    found = said(*(people(cells) for cells in way))
    findings, groups = found
    counts = standard_count_rows(findings, who_spoke_to_standards(findings), groups, floor=floor)
    return (
        *((row["standard_id"], row["group_id"], row["sentiment"], row["shown"]) for row in counts),
        *((row["one_id"], row["other_id"], row["group_id"], row["shown"]) for row in shared(found, floor)),
        *((row["one_id"], row["by_voices"]) for row in related(found, floor=floor)),
    )


def _total(way: tuple[Cells, ...], cell: int) -> int:
    return sum(cells[cell] for cells in way)
