"""Rows about decisions of people: standards of other lists that are about the same, and every decision by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from analysis.decisions import Decision
from analysis.evidence.counts import Row
from analysis.findings import Findings
from analysis.related import RelatedDecision, Said
from analysis.strategy import Standard, StandardSet, Strategy

Known = Mapping[str, tuple[Strategy, StandardSet, Standard]]
_WORDS: Mapping[Said, str] = {
    "confirmed": "are about the same",
    "refused": "are not about the same",
    "taken back": "are open again: an earlier decision was taken back",
}


def elsewhere_rows(findings: Findings, decisions: Sequence[RelatedDecision], known: Sequence[Strategy]) -> list[Row]:
    """Pairs of one standard of these findings and one of a list that they were not read against, where the newest
    decision confirms them. Without the words of the other one there is no row.
    """
    here, elsewhere = _by_id(findings.strategies), _by_id(known)
    newest = {one.pair: one for one in decisions}
    rows = []
    for decision in newest.values():
        inside = decision.pair & here.keys()
        outside = (decision.pair - here.keys()) & elsewhere.keys()
        if decision.are_related and len(inside) == len(outside) == 1:
            rows.append(_row(here[min(inside)][2], *elsewhere[min(outside)], decision))
    places = {id: place for place, id in enumerate((*here, *elsewhere))}
    return sorted(rows, key=lambda row: (places[row["standard_id"]], places[row["other_id"]]))


def told_related(
    findings: Findings, decisions: Sequence[RelatedDecision], known: Sequence[Strategy]
) -> Iterator[Decision]:
    """Every decision about a standard of these findings, each in a row of its own."""
    here = _by_id(findings.strategies)
    every = {**_by_id(known), **here}
    for one in decisions:
        if one.pair & here.keys() and one.pair <= every.keys():
            names = " and ".join(f"“{every[id][2].shown_name}”" for id in (one.one, one.other))
            yield Decision(f"standards {names}", _WORDS[one.said], one.who, one.why)


def _row(
    standard: Standard, strategy: Strategy, one_set: StandardSet, other: Standard, decision: RelatedDecision
) -> Row:
    return {
        "standard_id": standard.id,
        "other_id": other.id,
        "standard_name": standard.shown_name,
        "other_name": other.shown_name,
        "other_status": other.shown_status,
        "other_set": one_set.name,
        "other_strategy": strategy.title,
        "who": decision.who,
        "why": decision.why,
        "decided_on": decision.day,
    }


def _by_id(strategies: Sequence[Strategy]) -> Known:
    return {
        standard.id: (strategy, one_set, standard)
        for strategy in strategies
        for one_set in strategy.sets
        for standard in one_set.standards
    }
