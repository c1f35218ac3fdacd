"""Rows that say why a standard was found in what people said: how strongly, and from which words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from analysis.disclosure import show_partition
from analysis.evidence.counts import ALL, SPLIT_FROM, Row, shown_size
from analysis.evidence.groups import Groups
from analysis.findings import Findings, Strength
from analysis.strategy import Standard

STRENGTHS: Final[tuple[Strength, ...]] = ("likely", "possible")
MOST_WORDS = 8


def standard_strength_rows(findings: Findings, counts: Sequence[Row], groups: Groups, *, floor: int) -> Iterator[Row]:
    """For groups that are split by how they spoke: how many of their people spoke to a standard likely, and how many
    only possibly.

    The two add up to the group's people, who are printed, so they are protected as sentiments are.
    """
    strongest = _strongest(findings)
    number = 0
    for row in counts:
        if row["sentiment"] != ALL or (row["people"] or 0) < SPLIT_FROM * floor:
            continue
        members = next((group.wrote for group in groups.each if group.id == row["group_id"]), None)
        if members is None:  # everyone's would cross with the groups'
            continue
        people = strongest[row["standard_id"]]
        said = Counter(people[one] for one in members & people.keys())
        for strength, shown in show_partition({one: said[one] for one in STRENGTHS}, floor=floor).items():
            number += 1
            yield {
                "id": number,
                "standard_id": row["standard_id"],
                "standard_name": row["standard_name"],
                "group_id": row["group_id"],
                "group_name": row["group_name"],
                "strength": strength,
                "people": shown.count,
                "shown": shown.words,
            }


def standard_word_rows(findings: Findings, counts: Sequence[Row], *, floor: int) -> Iterator[Row]:
    """The words that made the computer think of a standard: those of `floor` people or more who may be quoted.

    Given only where a reader can see that twice the floor spoke to it: beside fewer, a word would tell how few of them
    did not use it. Most used first; words that only match are never written.
    """
    of_standard: dict[str, list[Row]] = defaultdict(list)
    for row in counts:
        of_standard[row["standard_id"]].append(row)
    said = _said(findings)
    for strategy in findings.strategies:
        for standard in strategy.standards:
            if shown_size(of_standard[standard.id]) >= 2 * floor:
                words = [word for word in _most_used(said[standard.id], floor) if _may_stand(word, standard)]
                for position, word in enumerate(words[:MOST_WORDS], start=1):
                    yield {"standard_id": standard.id, "position": position, "word": word}


def _strongest(findings: Findings) -> Mapping[str, Mapping[str, Strength]]:
    """By standard and respondent: "likely" where one part of what they said was."""
    respondents = {comment.id: comment.respondent for comment in findings.voices.comments if not comment.held}
    found: dict[str, dict[str, Strength]] = defaultdict(dict)
    for link in findings.links:
        respondent = respondents.get(link.segment[0])
        if respondent is not None and found[link.standard].get(respondent) != "likely":
            found[link.standard][respondent] = link.strength
    return found


def _said(findings: Findings) -> Mapping[str, Mapping[str, set[str]]]:
    """By standard and word: the respondents whose words made it so, and who may be quoted."""
    respondents = {one.id: one.respondent for one in findings.voices.comments if one.quotable and not one.held}
    words = {segment.key: segment.words.casefold() for segment in findings.segments}
    said: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for link in findings.links:
        respondent = respondents.get(link.segment[0])
        if respondent is None:
            continue
        for word in link.reason:
            if word.casefold() in words[link.segment]:  # redacted since
                said[link.standard][word.casefold()].add(respondent)
    return said


def _most_used(said: Mapping[str, set[str]], floor: int) -> Iterable[str]:
    used = [(-len(people), word) for word, people in said.items() if len(people) >= floor]
    return [word for _, word in sorted(used)]


def _may_stand(word: str, standard: Standard) -> bool:
    return word not in {never.casefold() for never in standard.match_only_words}
