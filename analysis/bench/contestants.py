"""Who is measured: Heard, the peer, and plain ways with word counts."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Contestant:
    """`told` is whether it is told how many labels there are; `fit` is its name in the script `contestant.py`."""

    name: str
    fit: str
    told: bool
    python: str = sys.executable
    needs_vectors: bool = False


HEARD: Final = Contestant("Heard", "heard", told=False)
HEARD_TOLD: Final = Contestant("Heard, nearest number", "heard", told=True)
FINDER: Final = Contestant("Heard's finder", "finder", told=False, needs_vectors=True)
FACTORS: Final = Contestant("TF-IDF + NMF, true number", "factors", told=True)
MEANS: Final = Contestant("TF-IDF + KMeans, true number", "means", told=True)
PEER, PEER_TOLD = "BERTopic", "BERTopic, true number"


def peers(python: str) -> tuple[Contestant, Contestant]:
    """BERTopic by the Python that has it: with its defaults, and told the number and left without outliers."""
    return (
        Contestant(PEER, "bertopic", told=False, python=python, needs_vectors=True),
        Contestant(PEER_TOLD, "bertopic", told=True, python=python, needs_vectors=True),
    )


def contestants(python: str | None) -> Iterator[Contestant]:
    """All of them in the order of the table; `python` is the peer's, None to leave it out."""
    peer = peers(python) if python else ()
    yield from (HEARD, *peer[:1], HEARD_TOLD, *peer[1:], FACTORS, MEANS)
