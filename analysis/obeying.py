"""What still holds of people's decisions is done, one after the other, and it is told what could not be."""

from __future__ import annotations

from collections.abc import Iterable

from analysis.arrangement import Arrangement, CannotFollow
from analysis.carried import Followed
from analysis.conflicts import InForce
from analysis.decisions import Confirm, Merge, Move, Rename, Split


def decided_in(arranged: Arrangement, followed: Iterable[Followed]) -> frozenset[str]:
    """The themes that people named, confirmed, or said what belongs in: by these, others' words are known."""
    themes = set(arranged.split_from)
    for one in followed:
        if one.outcome != "followed":
            continue
        decision = one.decision
        if isinstance(decision, Rename | Confirm | Split):
            themes.add(decision.theme)
        elif isinstance(decision, Merge):
            themes.add(decision.into)
        elif isinstance(decision, Move):
            themes.add(decision.to)
    return frozenset(arranged.final(id) for id in themes)


def obey(arranged: Arrangement, holding: Iterable[InForce]) -> tuple[Followed, ...]:
    """Do what holds, in the order in which it was decided. Pages lay decisions over what was found with it too."""
    followed = []
    for one in holding:
        if one.holds is None:
            followed.append(Followed(one.made, "replaced", one.why))
            continue
        try:
            why = arranged.follow(one.holds)
        except CannotFollow as problem:
            followed.append(Followed(one.made, "not followed", str(problem)))
        else:
            followed.append(Followed(one.made, "followed", "; ".join(filter(None, (one.why, why)))))
    return tuple(followed)
