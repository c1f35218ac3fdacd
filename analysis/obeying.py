"""What still holds of people's decisions is done, one after the other, and it is told what could not be."""

from __future__ import annotations

from collections.abc import Iterable

from analysis.arrangement import Arrangement, CannotFollow
from analysis.carried import Followed
from analysis.conflicts import InForce


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
