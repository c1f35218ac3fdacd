"""Agreeing: the worker finds out how far a table's seats agree, and keeps the figures for whoever analyses.

Only the worker and commands import this module: the learning libraries are too heavy for pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy.engine import Connection

from analysis.agreement import Agreement, Coding, NothingToCompare, agreement
from analysis.agreement_file import as_values
from analysis.agreement_words import alpha_in_words, in_figures
from feedback_app import pooling
from feedback_app.reviewing.choices import THEMES
from feedback_app.reviewing.differences import Compared, standing
from feedback_app.reviewing.samples import seen
from feedback_app.storage import samples
from feedback_app.storage.db import reading, transaction

RANDOM_STATE = 0
TOGETHER, COMPUTER = "Together", "The computer"
FEWEST_TOLD = 10  # comments, under which a report tells no figure


def compare_coders(area_id: str, sample_id: str, asked_by: str | None = None) -> None:
    """Compare what each seat chose alone, and what they chose together with the computer; keep it with the sample.

    What all tables of its wave make together is worked out anew.
    """
    with reading() as session:
        sample = seen(session, samples.by_id(session, area_id, sample_id))
        comments = tuple(standing(session, sample).values())
    ids = list(sample.names)
    figures = {
        "places": [one.place for one in comments],
        "coders": _figures(_alone(comments), ids),
        "computer": _figures(_against_the_computer(comments), ids),
    }
    with transaction() as session:
        samples.change(session, area_id, sample_id, figures=figures)
    pooling.pool_tables(area_id, sample.wave_id)


def told(session: Connection, area_id: str, wave_id: str) -> dict[str, str]:
    """What a report says of it: over every closed sample of a wave's themes. Nothing where there is too little.

    Each comment of each sample is a unit of its own, and each seat of each table a coder.
    """
    closed = [
        seen(session, row)
        for row in samples.of_wave(session, area_id, wave_id)
        if row.closed_at is not None and row.about == THEMES
    ]
    codings = [coding for sample in closed for coding in _alone(standing(session, sample).values(), of=sample.id)]
    compared_ = _compare(codings, ())
    if compared_ is None or compared_.units < FEWEST_TOLD:
        return {}
    return {
        "agreement": f"Young commissioners at {len(compared_.coders)} seats sorted {compared_.units} comments into the "
        "themes, two seats or more each, alone and before they talked. They chose the same themes for "
        f"{compared_.alike}. Agreement on whole choices is {in_figures(compared_.overall)}, "
        f"{alpha_in_words(compared_.overall.value)} (Krippendorff’s alpha with MASI distance; in brackets, what 95 of "
        "100 draws of these comments give). The comments were drawn at random from released quotations only, so it "
        "says little of the others."
    }


def _alone(comments: Iterable[Compared], of: str = "") -> list[Coding]:
    return [
        Coding(f"{of} {one.place:03}", f"{of}Seat {said.number}", frozenset(said.chosen))
        for one in comments
        for said in one.each
    ]


def _against_the_computer(comments: Iterable[Compared]) -> list[Coding]:
    """What stands among people beside what the computer had chosen, where something stands."""
    found = []
    for one in comments:
        if one.agreed is not None:
            found += [
                Coding(f"{one.place:03}", TOGETHER, frozenset(one.agreed)),
                Coding(f"{one.place:03}", COMPUTER, frozenset(one.machine)),
            ]
    return found


def _figures(codings: Sequence[Coding], ids: Sequence[str]) -> dict[str, Any] | None:
    found = _compare(codings, ids)
    return None if found is None else as_values(found)


def _compare(codings: Sequence[Coding], ids: Sequence[str]) -> Agreement | None:
    try:
        return agreement(codings, labels=ids, random_state=RANDOM_STATE)
    except NothingToCompare:
        return None
