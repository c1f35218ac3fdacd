"""Suggesting: the worker looks which ideas of a workshop belong together, because a facilitator asked it to.

Only the worker imports this module: the learning libraries are too heavy for pages.
"""

from __future__ import annotations

from collections import defaultdict

from analysis.alike import PileFinder
from analysis.sentences import SentenceVectors
from feedback_app.storage.db import reading
from feedback_app.workshops import suggestions

WORDS_ALIKE = 0.4  # by words alone, where the model of meaning is not installed, fewer are alike and less surely


def suggest_piles(area_id: str, suggestion_id: str, asked_by: str | None = None) -> int:
    """Keep which ideas are alike, largest pile first, and say how many piles there are; nothing of it is applied.

    Only ideas that lie in no pile are looked at. Same ideas, same piles. Raises NoSuggestion.
    """
    with reading() as session:
        ideas = suggestions.alone_now(session, area_id, suggestion_id)
    finder = PileFinder(sentences=SentenceVectors(n_jobs=1)) if SentenceVectors.available() else PileFinder(WORDS_ALIKE)
    found = finder.fit([one.words for one in ideas])
    piles: dict[int, list[str]] = defaultdict(list)
    for idea, label in zip(ideas, found.labels_.tolist(), strict=True):
        if label >= 0:
            piles[label].append(idea.id)
    suggestions.keep(area_id, suggestion_id, len(ideas), [piles[label] for label in sorted(piles)])
    return len(piles)
