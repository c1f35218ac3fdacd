"""The strategies that are known, and choosing which of their sets comments are read against."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from analysis.errors import AnalysisError
from analysis.strategy_file import MalformedStrategy, parse_strategy, read_strategy, strategy_from_json
from analysis.strategy_model import KINDS_THAT_PROMISE, Stage, Standard, StandardSet, Strategy

__all__ = [
    "KINDS_THAT_PROMISE",
    "FolderMissing",
    "MalformedStrategy",
    "Stage",
    "Standard",
    "StandardSet",
    "Strategy",
    "UnknownArea",
    "UnknownSet",
    "choose_sets",
    "load_strategies",
    "load_strategy",
    "parse_strategy",
    "read_strategy",
    "strategy_from_json",
]


class UnknownArea(AnalysisError):
    """No strategy of that area is known. The message names the areas that are."""


class UnknownSet(AnalysisError):
    """The area's strategy has no such set. The message names the sets that it has."""


class FolderMissing(AnalysisError):
    """There is no folder of that name. The message names it."""


def load_strategy(area: str, folder: Path | None = None) -> Strategy:
    """Read the strategy of one area, as ``load_strategy("barnsley")``.

    Parameters
    ----------
    area : str
        The name of the file without its ending.
    folder : Path, optional
        A folder of strategies of your own (`*.toml`), known beside those that come with the package. A file of an area
        that comes with the package takes its place, if its version is later.

    Raises
    ------
    UnknownArea
        There is no file of that name.
    FolderMissing
    MalformedStrategy
        The file does not hold a sound strategy of that area, or its version is not later than ours.
    """
    ours, theirs = _files(files("analysis").joinpath("strategies")), _files_of(folder)
    if area not in ours | theirs:
        raise UnknownArea(_no_such("area", area, sorted(ours | theirs)))
    strategy = _read_as(area, (ours | theirs)[area])
    if area in ours and area in theirs and strategy.version <= (come_with := _read_as(area, ours[area]).version):
        wrong = f"Heard comes with version {come_with} of {area}; give yours a later `version`"
        raise MalformedStrategy([f"{theirs[area].name}, the strategy: {wrong}"])
    return strategy


def load_strategies(folder: Path | None = None) -> tuple[Strategy, ...]:
    """Read every strategy that comes with the package and every one of `folder`, by area, as `load_strategy` does.

    Raises
    ------
    FolderMissing
    MalformedStrategy
        A file does not hold a sound strategy, or names a standard that there is not in `modelled_on`.
    """
    areas = _files(files("analysis").joinpath("strategies")) | _files_of(folder)
    strategies = tuple(load_strategy(area, folder) for area in sorted(areas))
    ids = {standard.id for strategy in strategies for standard in strategy.standards}
    unknown = [
        one for strategy in strategies for one in strategy.standards if one.modelled_on and one.modelled_on not in ids
    ]
    if unknown:
        raise MalformedStrategy([f"{one.id}: `modelled_on` names no standard that there is" for one in unknown])
    return strategies


def choose_sets(strategies: Iterable[Strategy], chosen: Sequence[str]) -> tuple[Strategy, ...]:
    """Narrow strategies to the sets that were chosen, as ``["barnsley", "durham/therapy_feedback_themes"]``.

    An area alone means its standards, outcomes, priorities and principles. Areas come in the order chosen, sets in
    the order of their strategy, each once. A narrowed strategy has a digest of its own.

    Raises
    ------
    UnknownArea, UnknownSet
        Naming the areas or sets that there are.
    """
    by_area = {strategy.area: strategy for strategy in strategies}
    wanted: dict[str, set[str]] = {}
    for choice in chosen:
        area, _, set_id = choice.partition("/")
        if area not in by_area:
            raise UnknownArea(_no_such("area", area, by_area))
        wanted.setdefault(area, set()).update(_set_ids(by_area[area], set_id))
    return tuple(
        replace(by_area[area], sets=tuple(one for one in by_area[area].sets if one.id in set_ids))
        for area, set_ids in wanted.items()
    )


def _set_ids(strategy: Strategy, set_id: str) -> list[str]:
    if not set_id:
        return [one.id for one in strategy.sets if one.kind in KINDS_THAT_PROMISE]
    known = [one.id for one in strategy.sets]
    if set_id not in known:
        raise UnknownSet(_no_such(f"set of {strategy.area}", set_id, known))
    return [set_id]


def _no_such(what: str, name: str, known: Iterable[str]) -> str:
    return f"There is no {what} “{name}”. Choose one of: {', '.join(known)}."


def _read_as(area: str, file: Traversable) -> Strategy:
    strategy = read_strategy(file)
    if strategy.area != area:
        raise MalformedStrategy([f"{file.name}, the strategy: `area` must be “{area}”, as the file is named"])
    return strategy


def _files_of(folder: Path | None) -> dict[str, Traversable]:
    if folder is None:
        return {}
    if not folder.is_dir():
        raise FolderMissing(f"{folder}: there is no such folder")
    return _files(folder)


def _files(folder: Traversable) -> dict[str, Traversable]:
    return {file.name.removesuffix(".toml"): file for file in folder.iterdir() if file.name.endswith(".toml")}
