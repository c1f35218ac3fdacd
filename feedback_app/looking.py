"""Looking: the worker reads the voices of a closed wave against the lists that somebody asked for.

Only the worker imports this module: the learning libraries are too heavy for pages.
"""

from __future__ import annotations

from analysis.disclosure import small_changes
from analysis.look import Look, Told, look, shown_numbers
from analysis.strategy import choose_sets, strategy_from_json
from feedback_app import relating
from feedback_app.storage import areas, looks
from feedback_app.storage.db import reading, transaction
from feedback_app.taught import known_labels, strategies_of
from feedback_app.voices import read_voices


def make_look(area_id: str, look_id: str, asked_by: str | None = None) -> None:
    """Read the voices against the lists of a look, and keep what may be told."""
    with reading() as session:
        row = looks.by_id(session, area_id, look_id)
        lists = tuple(
            chosen
            for one in looks.lists(session, area_id, look_id)
            for strategy in (strategy_from_json(one.definition),)
            for chosen in choose_sets([strategy], [f"{strategy.area}/{each}" for each in one.sets])
        )
        asked = Look(
            voices=read_voices(session, area_id, row.wave_id),
            lists=lists,
            made_for=strategies_of(session, area_id, row.wave_id),
            labels=known_labels(session, area_id, row.wave_id),
            places=tuple(areas.by_id(session, area_id).details.get("places", ())),
            related=relating.decided(session, area_id),
        )
    keep(area_id, look_id, look(asked))


def keep(area_id: str, look_id: str, told: Told) -> None:
    """Keep what a look tells, or that it is not shown.

    Where an earlier look at the same wave shows a number that differs by a few, because somebody took their answers
    back or people said more of words and promises, the difference would be about those few: then the later one is
    refused, and the earlier one stays.
    """
    with transaction() as session:
        row = looks.by_id(session, area_id, look_id)
        earlier = [one.told for one in looks.of_wave(session, area_id, row.wave_id) if one.told and one.id != look_id]
        if any(small_changes(shown_numbers(one), shown_numbers(told)) for one in earlier if "refused" not in one):
            told = {"refused": True}
        looks.tell(session, area_id, look_id, told)
