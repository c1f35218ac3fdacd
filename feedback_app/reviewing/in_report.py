"""Decisions about themes as a report tells them, beside those that the analysis tells itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.decisions import Decision
from analysis.findings import Findings
from feedback_app.reviewing.decided import Decided, holding
from feedback_app.reviewing.outcomes import outcomes
from feedback_app.reviewing.telling import counted


def told_of(found: Findings, made: Sequence[Decided]) -> dict[str, str]:
    """How many decisions young people made about themes and how many were followed; nothing where they made none.

    Moved comments are not in it: a report tells them by no small number.
    """
    became = {one["id"]: one["outcome"] for one in outcomes(found, made)}
    count = counted([one.with_outcome(became.get(one.id, "")) for one in made if one.what != "move"])
    return {"young_peoples_decisions": count.words} if count.made else {}


def decisions_in(found: Findings, made: Sequence[Decided]) -> Iterator[Decision]:
    """Links to promises, and what an adult overruled with the reason: both decisions stand."""
    names = {one.id: one.shown_name for strategy in found.strategies for one in strategy.standards}
    followed = {one["id"] for one in outcomes(found, made) if one["outcome"] == "followed"}
    for one in holding(made):
        if one.what == "promise" and one.id in followed:
            yield Decision(f"theme {one.subject}", f"speaks to: {names[one.text('standard')]}", one.who, one.why)
    for one in made:
        if one.overruled and not one.back and one.what != "move":
            words = f"overruled by an adult: {one.what} {one.name}".strip()
            yield Decision(f"theme {one.subject}", words, one.overruled.who, one.overruled.why)
