"""What an analysis made of each decision that it was given: followed, replaced by a later one, or not, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from analysis.findings import Findings
from feedback_app.reviewing.decided import Decided, for_analysis, holding


def outcomes(found: Findings, made: Sequence[Decided]) -> tuple[Mapping[str, str], ...]:
    """A row for each that was given, by its id: `outcome` as in `analysis.carried`, and `why` where it was not obeyed.

    A decision that was taken back or overruled was not given, and has none.
    """
    given = zip(for_analysis(made), found.carried.decisions, strict=True)
    obeyed = [{"id": id, "outcome": one.outcome, "why": one.why} for (id, _), one in given]
    return (*obeyed, *_links(found, made))


def _links(found: Findings, made: Sequence[Decided]) -> Iterator[Mapping[str, str]]:
    """A link to a promise holds while both are there: the theme by itself, or in the one that it was joined with."""
    promises = {one.id for strategy in found.strategies for one in strategy.standards}
    themes = {theme.id for theme in found.themes}
    for one in holding(made):
        if one.what != "promise":
            continue
        theme = one.subject
        while theme in found.carried.merged:
            theme = found.carried.merged[theme]
        why = ""
        if theme not in themes:
            why = f"there is no theme {one.subject} (any more)"
        elif one.text("standard") not in promises:
            why = "this wave is not held against that promise any more"
        yield {"id": one.id, "outcome": "not followed" if why else "followed", "why": why}
