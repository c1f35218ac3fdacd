"""Rows that say what a pack is, what it was made from, and how."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from analysis.disclosure import SMALL_BASE, share, show
from analysis.evidence.counts import MEANINGS, Row, in_words
from analysis.evidence.groups import Groups
from analysis.findings import Findings

PACK_FORMAT = "1"


def about_rows(findings: Findings, about: Mapping[str, str], groups: Groups, *, floor: int) -> Iterable[Row]:
    """What the caller says first, then what was read, then how. No clock time, path, host or random id."""
    told = {**about, **_read(findings, groups, floor), **findings.how, **_rules(floor)}
    return ({"name": name, "value": value} for name, value in told.items())


def _read(findings: Findings, groups: Groups, floor: int) -> dict[str, str]:
    answers = [segment for segment in findings.segments if segment.is_answer]
    placed = {one.segment for one in findings.assignments if one.level == findings.default_level}
    themes = sum(theme.level == findings.default_level for theme in findings.themes)
    read = {
        "pack_format": PACK_FORMAT,
        "comments": show(len(findings.voices.comments), floor=floor).words,
        "segments": show(len(answers), floor=floor).words,
        "wrote_only_non_answers": _non_answers(findings, groups, floor),
        "themes": str(themes),
        "groups": ", ".join(group.name for group in groups.each),
    }
    if len(answers) >= SMALL_BASE:
        # no nearer than that: beside the groups' counts, a percentage would tell a hidden one
        how_many, _ = in_words(100 - 100 * len(placed) // len(answers))
        read["segments_without_theme"] = f"{how_many} ({MEANINGS[how_many]})"
    return read


def _non_answers(findings: Findings, groups: Groups, floor: int) -> str:
    """People who wrote nothing but "n/a", "dunno" and the like: in the base, and set aside."""
    saying = {segment.comment for segment in findings.segments if segment.is_answer}
    silent = {segment.comment for segment in findings.segments} - saying
    held = {comment.respondent for comment in findings.voices.comments if comment.held}
    respondents = {comment.id: comment.respondent for comment in findings.voices.comments}
    people = {respondents[comment] for comment in silent} - {respondents[comment] for comment in saying} - held
    return share(len(people), sum(len(group.wrote) for group in groups.each), floor=floor).count.words


def _rules(floor: int) -> dict[str, str]:
    return {
        "floor": str(floor),
        "counts": "Counts are of people, never of comments. One person can speak to several themes and standards, so "
        "shares add up to more than 100%. The base is everybody in the group who wrote something.",
        "hidden": f"Fewer than {floor} people, and what would give such a number away, is not in this file.",
        "who_answered": "People chose to answer. This is what they said, not what everyone thinks.",
        "held": "Words that need a safety check are never shown here. Their writers count in the base.",
    }
