"""What an analysis found, in a few lines for the person who ran it."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.disclosure import show
from analysis.evidence.groups import groups_of
from analysis.evidence.themes import who_spoke_to_themes
from analysis.findings import Findings


def summary(findings: Findings) -> Iterator[str]:
    """How much was read, and the themes with the number of people who spoke to each."""
    spoke = who_spoke_to_themes(findings)
    comments = len(findings.voices.comments)
    answers = sum(segment.is_answer for segment in findings.segments)
    wrote = sum(len(group.wrote) for group in groups_of(findings.voices).each)
    yield f"{comments:,} comments by {wrote:,} people, {answers:,} segments that say something"
    if not spoke:
        yield "No themes: no three people said the same kind of thing."
        return
    yield f"{len(spoke)} themes, with the number of people:"
    for theme in findings.themes:
        if theme.level == findings.default_level:
            provisional = " (provisional: few comments)" if theme.provisional else ""
            yield f"  {show(len(spoke[theme.id])).words:>14}  {theme.name}{provisional}"
