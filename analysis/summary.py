"""What an analysis found, in a few lines for the person who ran it."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.carried import Carried
from analysis.disclosure import show
from analysis.evidence.groups import groups_of
from analysis.evidence.themes import who_spoke_to_themes
from analysis.findings import Findings, Theme
from analysis.read_counts import ReadCounts


def summary(findings: Findings) -> Iterator[str]:
    """How much was read, and the themes with the number of people who spoke to each."""
    spoke = who_spoke_to_themes(findings)
    comments = len(findings.voices.comments)
    answers = sum(segment.is_answer for segment in findings.segments)
    wrote = sum(len(group.wrote) for group in groups_of(findings.voices).each)
    yield f"{comments:,} comments by {wrote:,} people, {answers:,} segments that say something"
    yield from _read(findings.read)
    if not spoke:
        yield "No themes: no three people said the same kind of thing."
        return
    yield f"{len(spoke)} themes, with the number of people:"
    for theme in findings.themes:
        if theme.level == findings.default_level:
            people = show(len(spoke[theme.id])).words
            yield f"  {people:>14}  {theme.shown_name}{''.join(_marks(theme, findings.carried))}"
    for gone in findings.carried.vanished:
        yield f"  no longer a theme: {gone.name} (last in {gone.last_seen})"


def _read(read: ReadCounts) -> Iterator[str]:
    """What was set aside, copied or put right, where there is anything to tell."""
    aside = (read.set_aside, "say nothing"), (read.blank, "blank"), (read.held, "held"), (read.unreadable, "unreadable")
    if told := [f"{count:,} {what}" for count, what in aside if count]:
        yield f"set aside: {', '.join(told)}"
    if read.copied_texts:
        copied = f"{read.copied_texts:,} long text(s), {read.copying_people:,} people"
        yield f"sent nearly word by word by several people: {copied}"
    if read.respelled:
        yield f"read as another word: {read.respelled:,} slip(s); the words that people see stay"


def _marks(theme: Theme, carried: Carried) -> Iterator[str]:
    if theme.provisional:
        yield " (provisional: few comments)"
    if theme.tentative:
        yield " (tentative: it might not be found again)"
    if carried.known(theme.id):
        yield f" ({carried.known(theme.id)})"
