"""An area's own promises as things to score: its strategy's standards go into a sheet, one by one, in its own words."""

from __future__ import annotations

from collections.abc import Iterable

from analysis.strategy import Standard, StandardSet, Strategy
from feedback_app.errors import HeardError
from feedback_app.reviewing.score_sheets import MOST_CRITERIA, Criterion, Sheet


class NoStandards(HeardError):
    words = "Choose which of the area's promises the service is held against."


class TooManyStandards(HeardError):
    words = f"A sheet asks about {MOST_CRITERIA} things at most. Choose a shorter list."


def sets_to_score(strategies: Iterable[Strategy], sheet: Sheet) -> tuple[tuple[Strategy, StandardSet], ...]:
    """The sets that may be scored with a sheet: promises only, and few enough; quality standards come first."""
    if sheet.standards == "none":
        return ()
    room = MOST_CRITERIA - len(sheet.criteria)
    found = [
        (strategy, one)
        for strategy in strategies
        for one in strategy.sets
        if one.is_promise and 0 < len(_promises(one)) <= room
    ]
    return tuple(sorted(found, key=lambda pair: pair[1].kind != "standard"))


def with_standards(sheet: Sheet, one_set: StandardSet | None) -> Sheet:
    """The sheet with a criterion for each promise of a set after its own; without a set, as it is.

    Raises NoStandards where the sheet needs a set, TooManyStandards.
    """
    if one_set is None:
        if sheet.standards == "needed":
            raise NoStandards
        return sheet
    if sheet.standards == "none":
        return sheet
    added = tuple(_criterion(sheet, standard) for standard in _promises(one_set))
    if not added:
        raise NoStandards
    if len(sheet.criteria) + len(added) > MOST_CRITERIA:
        raise TooManyStandards
    return sheet.model_copy(update={"criteria": (*sheet.criteria, *added)})


def _promises(one_set: StandardSet) -> tuple[Standard, ...]:
    return tuple(one for one in one_set.standards if one.is_promise)


def _criterion(sheet: Sheet, standard: Standard) -> Criterion:
    """Asked as the sheet words it for this standard or for the one it was modelled on; else by its easiest words."""
    worded = {one.standard: one.asks for one in sheet.wordings}
    asks = worded.get(standard.id) or worded.get(standard.modelled_on) or sheet.standard_asks
    return Criterion(
        id=f"standard-{standard.id.split('/')[-1]}",
        asks=asks.replace("{standard}", standard.shown_name),
        hint=standard.easy_read or standard.description,
        standard=standard.id,
        name=standard.shown_name,
    )
