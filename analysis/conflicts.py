"""Decisions that contradict one another: the latest wins, and what it replaced is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from analysis.decisions import Confirm, Merge, Move, NotATheme, Rename, Split, ThemeDecision

LATER = "a later decision is about the same"


@dataclass(frozen=True, slots=True)
class InForce:
    """One decision as it was made, what of it still holds (None for nothing), and what replaced the rest."""

    made: ThemeDecision
    holds: ThemeDecision | None
    why: str = ""


def in_force(decisions: Sequence[ThemeDecision]) -> tuple[InForce, ...]:
    """What still holds of each decision, in the order in which they were made.

    A merge or "not a theme" is replaced by any later decision what that theme is; a confirmation by a later merge or
    "not a theme"; a name by a later name of the same kind; a move by a later move of the same segment.
    """
    later: list[ThemeDecision] = []
    said: set[tuple[object, ...]] = set()
    found: list[InForce] = []
    for decision in reversed(decisions):
        one = _held_against(decision, later, said)
        found.append(one)
        if isinstance(one.holds, Rename | Move | Split):
            said.add(_subject(one.holds))
        if isinstance(one.holds, Merge | NotATheme | Confirm | Split):
            later.append(one.holds)
    return tuple(reversed(found))


def _held_against(decision: ThemeDecision, later: Sequence[ThemeDecision], said: set[tuple[object, ...]]) -> InForce:
    if isinstance(decision, Rename | Move | Split):
        return InForce(decision, None, LATER) if _subject(decision) in said else InForce(decision, decision)
    if isinstance(decision, Merge):
        return _merge(decision, later)
    against: set[str] = set().union(*(_decides(one, confirms=isinstance(decision, NotATheme)) for one in later), set())
    return InForce(decision, None, LATER) if decision.theme in against else InForce(decision, decision)


def _merge(merge: Merge, later: Sequence[ThemeDecision]) -> InForce:
    sources = [theme for theme in merge.themes if theme != merge.into]
    against: set[str] = set().union(*(_decides(one, confirms=True, into=False) for one in later), set())
    into = {source: one.into for one in reversed(later) if isinstance(one, Merge) for source in one.themes}
    left = [theme for theme in sources if theme not in against and not _leads_to(merge.into, theme, into)]
    if not left:
        return InForce(merge, None, LATER)
    lost = [theme for theme in sources if theme not in left]
    return InForce(merge, replace(merge, themes=tuple(left)), f"not of {', '.join(lost)}: {LATER}" if lost else "")


def _decides(decision: ThemeDecision, *, confirms: bool, into: bool = True) -> set[str]:
    """The themes of which a decision says what they are; a confirmation or a split says no more than that they are."""
    if isinstance(decision, Merge):
        return {*decision.themes, decision.into} if into and confirms else set(decision.themes) - {decision.into}
    if isinstance(decision, NotATheme):
        return {decision.theme}
    return {decision.theme} if confirms and isinstance(decision, Confirm | Split) else set()


def _leads_to(start: str, end: str, into: dict[str, str]) -> bool:
    seen: set[str] = set()
    while start in into and start not in seen:
        if start == end:
            return True
        seen.add(start)
        start = into[start]
    return start == end


def _subject(decision: Rename | Move | Split) -> tuple[object, ...]:
    if isinstance(decision, Rename):
        return ("name", decision.by, decision.theme)
    if isinstance(decision, Move):
        return ("segment", *decision.segment)
    return ("split", decision.theme, decision.parts)
