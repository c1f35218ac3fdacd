"""What people decided about themes and the analysis obeyed, in the words of a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from analysis.decisions import Confirm, Decision, Merge, Move, NotATheme, Rename, Split
from analysis.disclosure import show
from analysis.findings import Findings, Theme

PEOPLE = "young people"


def decided(findings: Findings, *, floor: int) -> Iterator[Decision]:
    """One row for each decision that was followed; moved segments are told together, and few of them by no number."""
    themes = {theme.id: theme for theme in (*findings.suggested_themes, *findings.themes)}
    followed = [one.decision for one in findings.carried.decisions if one.outcome == "followed"]
    for decision in followed:
        if not isinstance(decision, Move):
            yield _told(decision, themes)
    moved = Counter(decision.who for decision in followed if isinstance(decision, Move))
    for who, number in sorted(moved.items()):
        words = f"{show(number, floor=floor).words} parts of comments put where they belong"
        yield Decision("parts of comments", words, who or PEOPLE)


def _told(decision: Rename | Merge | Split | NotATheme | Confirm, themes: Mapping[str, Theme]) -> Decision:
    if isinstance(decision, Rename):
        return _renamed(decision, themes)
    if isinstance(decision, Merge):
        names = ", ".join(_name(theme, themes) for theme in decision.themes)
        return _row(decision.into, f"holds what was called: {names}", decision)
    if isinstance(decision, Split):
        names = ", ".join(part.name for part in decision.parts) or "the parts that the computer saw"
        return _row(decision.theme, f"split: {names}", decision)
    if isinstance(decision, NotATheme):
        return _row(decision.theme, f"set aside, for it is no theme: {_name(decision.theme, themes)}", decision)
    return _row(decision.theme, "is a theme, as it is", decision)


def _renamed(decision: Rename, themes: Mapping[str, Theme]) -> Decision:
    if decision.by == "commissioner":
        return _row(decision.theme, f"the commissioner's heading: {decision.name}", decision)
    named = _row(decision.theme, f"named: {decision.name}", decision)
    suggested = themes[decision.theme].name if decision.theme in themes else ""
    return Decision(named.about, named.decision, named.who, named.why, replaces=suggested)


def _row(theme: str, words: str, decision: Rename | Merge | Split | NotATheme | Confirm) -> Decision:
    return Decision(f"theme {theme}", words, decision.who or PEOPLE, decision.why)


def _name(theme: str, themes: Mapping[str, Theme]) -> str:
    return themes[theme].shown_name if theme in themes else theme
