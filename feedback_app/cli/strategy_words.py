"""Every word of a strategy as lines to read, with who wrote each: what `heard strategies show` prints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from analysis.strategy import Standard, StandardSet, Strategy

WRITERS: Final = {"us": "ours", "seed": "the strategy’s", "young people": "young people’s"}
OURS: Final = "us"


def words_of(strategy: Strategy, sets: Sequence[StandardSet], *, whole: bool) -> Iterator[str]:
    """Yield the lines of the sets, and with `whole` what the strategy as a whole leaves out and its own stages."""
    yield marked(strategy.title, strategy.shown_status)
    yield f"version {strategy.version}. {strategy.changed}".rstrip()
    if strategy.status_note:
        yield strategy.status_note
    for one_set in sets:
        yield from _set_lines(one_set)
    if whole:
        stages = ", ".join(stage.name for stage in strategy.cycle)
        yield f"\nstages of commissioning: {stages or 'none'} ({strategy.cycle_source})"
        yield from (f"\nnot here: {what}" for what in strategy.not_included)


def marked(name: str, status: str) -> str:
    """A name with its status behind it, where it has one."""
    return f"{name} ({status})" if status else name


def _set_lines(one_set: StandardSet) -> Iterator[str]:
    heading = ", our heading" if one_set.heading_by == OURS else ""
    yield f"\n{one_set.id}: {marked(one_set.name, one_set.shown_status)} ({one_set.kind}{heading})"
    if one_set.note:
        yield f"  note: {one_set.note}"
    for standard in one_set.standards:
        yield from _standard_lines(standard)
    yield from (f"  not here: {what}" for what in one_set.not_included)


def _standard_lines(standard: Standard) -> Iterator[str]:
    yield f"\n  {marked(standard.shown_name, standard.shown_status)}"
    yield f"    {standard.id.rpartition('/')[2]}, {standard.section}"
    if standard.name_by and standard.name_by != "seed":
        yield f"    the words of the name are {WRITERS[standard.name_by]}"
    if standard.polarity:
        yield "    worded as bad news: only a complaint speaks to it"
    yield f"    in plain words ({WRITERS[standard.description_by]}): {standard.description}"
    if standard.easy_read:
        yield f"    easy read ({WRITERS[standard.easy_read_by]}): {standard.easy_read}"
    if standard.lacks:
        yield f"    lacking: {standard.lacks}"
    if standard.note:
        yield f"    note: {standard.note}"
    yield f"    families say: {', '.join(standard.keywords)}"
