"""A look at the voices of a wave against lists that it was not made for: any strategy's, several at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from threadpoolctl import threadpool_limits

from analysis.disclosure import FLOOR
from analysis.evidence.counts import ALL
from analysis.evidence.crosswalk import related_rows, shared_voice_rows
from analysis.evidence.groups import groups_of
from analysis.evidence.standards import standard_count_rows, who_spoke_to_standards
from analysis.findings import Findings
from analysis.moved import Moved, what_moved
from analysis.pipeline import map_comments
from analysis.related import RelatedDecision
from analysis.related_words import related_by_words
from analysis.segmenting import read_comments
from analysis.standard_labels import StandardLabel
from analysis.strategy import Strategy
from analysis.strategy_versions import compare_versions
from analysis.voices import Voices

Told = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Look:
    """What is asked: `lists` to read the voices against, and `made_for`, those that the wave was read against.

    Both are narrowed to their sets. Where `lists` has a later version of a strategy that the wave was made for, it is
    told what moved.
    """

    voices: Voices
    lists: tuple[Strategy, ...]
    made_for: tuple[Strategy, ...] = ()
    labels: tuple[StandardLabel, ...] = ()
    places: tuple[str, ...] = ()
    related: tuple[RelatedDecision, ...] = ()


def look(asked: Look, *, floor: int = FLOOR) -> Told:
    """What may be printed of it, as plain values: no words of anybody, and no number that gives few away.

    Notes
    -----
    Each set is mapped alone, so that what is said of it never hangs on what else somebody chose. Numbers of the lists
    that the wave was made for stand in its report; they are not told again, for they would differ by a few. Nor is the
    number of a standard that a later version goes on with (`what_moved`), and no base is told.
    """
    found = _read(asked, asked.lists)
    groups, spoke = groups_of(found.voices), who_spoke_to_standards(found)
    versions = {one.area: one.version for one in asked.made_for}
    own = {one.id for strategy in asked.made_for for one in strategy.standards}
    known = {one.id for strategy in asked.lists if strategy.area in versions for one in strategy.standards} & own
    shared = list(shared_voice_rows(found, spoke, groups, floor=floor))
    related = related_rows(found, shared, spoke, groups, asked.related)
    return {
        "groups": [[one.id, one.name] for one in (*groups.each, *((groups.everyone,) if groups.everyone else ()))],
        "lists": [told for strategy in asked.lists for told in _lists(strategy, versions)],
        "counts": [
            {"standard": row["standard_id"], "group": row["group_id"], "people": row["people"], "shown": row["shown"]}
            for row in standard_count_rows(found, spoke, groups, floor=floor)
            if row["sentiment"] == ALL and row["standard_id"] not in known
        ],
        "shared": [
            {
                "one": row["one_id"],
                "other": row["other_id"],
                "group": row["group_id"],
                "people": row["people"],
                "shown": row["shown"],
            }
            for row in shared
            if not {row["one_id"], row["other_id"]} <= known
        ],
        "related": [
            {name: row[f"{name}_id" if name in ("one", "other") else name] for name in _RELATED} for row in related
        ],
        "moved": [
            _moved(old, new, asked, found, floor)
            for new in asked.lists
            for old in asked.made_for
            if old.area == new.area and old.version < new.version
        ],
    }


def shown_numbers(told: Told) -> Mapping[str, int | None]:
    """Every number of people that is told, by what it is of: two looks at one wave may not differ by a few."""
    of_standards = {f"{one['standard']}/{one['group']}": one["people"] for one in told["counts"]}
    return of_standards | {f"{one['one']} {one['other']}/{one['group']}": one["people"] for one in told["shared"]}


_RELATED = ("one", "other", "by_words", "by_voices", "state", "who", "why")


def _read(asked: Look, lists: Sequence[Strategy]) -> Findings:
    segments = read_comments(asked.voices.comments, places=asked.places).segments
    answers = [segment for segment in segments if segment.is_answer]
    with threadpool_limits(1):
        links = tuple(
            link
            for strategy in lists
            for one in strategy.sets
            for link in map_comments(answers, [replace(strategy, sets=(one,))], asked.voices, labels=asked.labels).links
        )
        related = related_by_words(lists)
    return Findings(asked.voices, tuple(lists), segments, (), (), links, (), (), 1, related=related)


def _lists(strategy: Strategy, versions: Mapping[str, int]) -> list[dict[str, Any]]:
    version = versions.get(strategy.area, 0)
    return [
        {
            "id": f"{strategy.area}/{one.id}",
            "name": one.name,
            "strategy": strategy.title,
            "version": strategy.version,
            "status": strategy.shown_status,
            "kind": one.kind,
            "is_promise": one.is_promise,
            "standards": [
                {"id": each.id, "name": each.shown_name, "status": each.shown_status} for each in one.standards
            ],
            "later_than": version if 0 < version < strategy.version else None,
        }
        for one in strategy.sets
    ]


def _moved(old: Strategy, new: Strategy, asked: Look, after: Findings, floor: int) -> dict[str, Any]:
    chosen = {one.id for one in new.sets}
    before = replace(old, sets=tuple(one for one in old.sets if one.id in chosen) or old.sets)
    here = {one.id for one in new.standards}
    links = tuple(link for link in after.links if link.standard in here)
    now = replace(after, strategies=(new,), links=links)
    found = what_moved(compare_versions(before, new), _read(asked, [before]), now, floor=floor)
    about = {"strategy": new.title, "was": old.version, "is": new.version, "changed": new.changed}
    return {**about, **_told(found, before, new)}


def _told(found: Moved, old: Strategy, new: Strategy) -> dict[str, Any]:
    names: Mapping[str, str] = {one.id: one.shown_name for each in (old, new) for one in each.standards}
    return {
        "standards": [
            {
                "change": one.changed.change,
                "before": one.changed.old.shown_name if one.changed.old else "",
                "name": one.changed.new.shown_name if one.changed.new else "",
                "people": one.after,
            }
            for one in found.standards
        ],
        "moves": [
            {"from": names[one.old], "to": names.get(one.new, ""), "at_least": one.at_least} for one in found.moves
        ],
    }
