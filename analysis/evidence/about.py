"""Rows that say what a pack is, what it was made from, and how."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from analysis.disclosure import SMALL_BASE, show
from analysis.evidence.counts import MEANINGS, Row, in_words
from analysis.evidence.groups import Groups
from analysis.evidence.people import shown_bases
from analysis.findings import Findings

PACK_FORMAT = "1"


def about_rows(findings: Findings, about: Mapping[str, str], groups: Groups, *, floor: int) -> Iterable[Row]:
    """What the caller says first, then what was read, then how. No clock time, path, host or random id."""
    how = dict(findings.how)
    if len((groups.everyone or groups.each[0]).took_part) < floor:
        # what few people said can be guessed, and a guess held against the hash
        how.pop("input_sha256", None)
    told = {**about, **_read(findings, groups, floor), **_no_longer(findings), **how, **_rules(floor)}
    return ({"name": name, "value": value} for name, value in told.items())


def _read(findings: Findings, groups: Groups, floor: int) -> dict[str, str]:
    """What was read. Totals only where the number of people who wrote is shown: they would tell it."""
    answers = [segment for segment in findings.segments if segment.is_answer]
    placed = {one.segment for one in findings.assignments if one.level == findings.default_level}
    told = {
        "pack_format": PACK_FORMAT,
        "themes": str(sum(theme.level == findings.default_level for theme in findings.themes)),
        "groups": ", ".join(group.name for group in groups.each),
    }
    everyone = groups.everyone or groups.each[0]
    if shown_bases(groups, floor=floor)[everyone.id].count is not None:
        told["comments"] = show(len(findings.voices.comments), floor=floor).words
        told["segments"] = show(len(answers), floor=floor).words
    if len(everyone.wrote) >= SMALL_BASE:
        told["segments_without_theme"] = _roughly(len(answers) - len(placed), len(answers))
        told["people_who_sent_a_copied_text"] = _roughly(findings.read.copying_people, len(everyone.wrote))
        told["people_with_nothing_to_say"] = _roughly(_silent(findings), len(everyone.wrote))
    return told


def _no_longer(findings: Findings) -> dict[str, str]:
    """Names of themes that an earlier pack had: nothing else of them is told."""
    names = [f"{one.name} (last in {one.last_seen})" for one in findings.carried.vanished]
    return {"no_longer_themes": "; ".join(names)} if names else {}


def _roughly(part: int, whole: int) -> str:
    """In words only: beside the groups' counts, a number would tell a hidden one."""
    how_many, _ = in_words(100 * part // max(whole, 1))
    return f"{how_many} ({MEANINGS[how_many]})"


def _silent(findings: Findings) -> int:
    """People who wrote nothing but "n/a", "dunno" and the like: in the base, and set aside."""
    respondents = {comment.id: comment.respondent for comment in findings.voices.comments}
    saying = {respondents[segment.comment] for segment in findings.segments if segment.is_answer}
    held = {comment.respondent for comment in findings.voices.comments if comment.held}
    return len({respondents[segment.comment] for segment in findings.segments} - saying - held)


def _rules(floor: int) -> dict[str, str]:
    return {
        "floor": str(floor),
        "counts": "Counts are of people, never of comments. One person can speak to several themes and standards, so "
        "shares add up to more than 100%. The base is everybody in the group who wrote something.",
        "hidden": f"Fewer than {floor} people, and what would give such a number away, is not in this file.",
        "who_answered": "People chose to answer. This is what they said, not what everyone thinks.",
        "held": "Words that need a safety check are never shown here. Their writers count in the base.",
    }
