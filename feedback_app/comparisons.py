"""Comparisons: somebody lays two lists of any strategies side by side, and decides which standards are the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from flask import current_app

from analysis.related import RelatedDecision
from analysis.strategy import Standard, StandardSet, Strategy, load_strategies, strategy_from_json
from feedback_app import asking, relating
from feedback_app.config import folder_of_strategies
from feedback_app.errors import HeardError
from feedback_app.storage import areas, comparisons, staff, work
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.rows import Record

COMPARE = "compare_lists"
VERY_ALIKE = 0.6  # the cosine of two standards of which a reader would say so; suggestions begin at .48


class ListsWrong(HeardError):
    """The two lists that were chosen cannot be compared. `which` is the box to mend: "one" or "other"."""

    def __init__(self, words: str, which: str) -> None:
        super().__init__(words)
        self.which = which


@dataclass(frozen=True, slots=True)
class ListRead:
    """One list of a comparison, with the strategy that it stands in."""

    strategy: Strategy
    one_set: StandardSet

    @property
    def standards(self) -> tuple[Standard, ...]:
        return self.one_set.standards

    @property
    def id(self) -> str:
        return f"{self.strategy.area}/{self.one_set.id}"


@dataclass(frozen=True, slots=True)
class PairRead:
    """Two standards: whether the computer suggests them and from which words, and what people said, oldest first."""

    one: Standard
    other: Standard
    likeness: float | None
    words: tuple[str, ...]
    decisions: tuple[RelatedDecision, ...]

    @property
    def decision(self) -> RelatedDecision | None:
        """What counts now; None where nobody decided, or it was taken back."""
        return self.decisions[-1] if self.decisions and not self.decisions[-1].is_open else None

    @property
    def is_very_alike(self) -> bool:
        return self.likeness is not None and self.likeness >= VERY_ALIKE


@dataclass(frozen=True, slots=True)
class ComparisonRead:
    """One comparison. `is_made` is False until the worker has compared; what people decided is there at once."""

    id: str
    asked_by: str
    one: ListRead
    other: ListRead
    is_made: bool
    pairs: tuple[PairRead, ...]

    @property
    def open(self) -> tuple[PairRead, ...]:
        """What the computer suggests and nobody has decided, the most alike first."""
        found = [pair for pair in self.pairs if pair.decision is None and pair.likeness is not None]
        return tuple(sorted(found, key=lambda pair: -(pair.likeness or 0)))

    @property
    def decided(self) -> tuple[PairRead, ...]:
        return tuple(pair for pair in self.pairs if pair.decision is not None)

    @property
    def confirmed(self) -> tuple[PairRead, ...]:
        return tuple(pair for pair in self.decided if pair.decision and pair.decision.are_related)


def lists_known() -> Mapping[str, Sequence[ListRead]]:
    """Every list of every strategy that is known here, by the strategy's title, promises first."""
    return {
        strategy.title: [
            ListRead(strategy, one) for one in sorted(strategy.sets, key=lambda one: not one.is_promise)
        ]
        for strategy in _known()
    }  # fmt: skip


def ask(area_slug: str, one: str, other: str, *, staff_id: str) -> str:
    """Ask the worker to compare two lists (`area/set`); return the comparison's id. Raises ListsWrong.

    Two lists that were compared before, in the versions of now, have one comparison.
    """
    known = {f"{strategy.area}/{each.id}": strategy for strategy in _known() for each in strategy.sets}
    for which, chosen, words in (("one", one, "Choose the first list"), ("other", other, "Choose the second list")):
        if chosen not in known:
            raise ListsWrong(words, which)
    if one == other:
        raise ListsWrong("Choose two different lists", "other")
    with transaction() as session:
        area = areas.by_slug(session, area_slug)
        lists = [
            (asking.publish_strategy(session, area.id, known[each]), each.partition("/")[2]) for each in (one, other)
        ]
        found = comparisons.find(session, area.id, lists[0], lists[1])
        if found is None:
            found = comparisons.add(session, area.id, lists[0], lists[1], staff_id=staff_id)
            staff.note(session, "comparison asked for", area_id=area.id, staff_id=staff_id, subject=found)
            work.queue(session, area.id, COMPARE, found, asked_by=staff_id)
    return found


def comparisons_of(area_slug: str) -> tuple[ComparisonRead, ...]:
    """The newest first."""
    with reading() as session:
        area = areas.by_slug(session, area_slug)
        made = relating.decided(session, area.id)
        return tuple(_read(row, made) for row in comparisons.of_area(session, area.id))


def comparison_named(area_slug: str, comparison_id: str) -> ComparisonRead:
    """Raises NoSuchComparison."""
    with reading() as session:
        area = areas.by_slug(session, area_slug)
        return _read(comparisons.by_id(session, area.id, comparison_id), relating.decided(session, area.id))


def _known() -> Sequence[Strategy]:
    return load_strategies(folder_of_strategies(Path(current_app.instance_path)))


def _read(row: Record, made: Sequence[RelatedDecision]) -> ComparisonRead:
    one, other = _list(row.one_definition, row.one_set), _list(row.other_definition, row.other_set)
    found = {frozenset((each["one"], each["other"])): each for each in row.found or ()}
    said: dict[frozenset[str], list[RelatedDecision]] = {}
    for decision in made:
        said.setdefault(decision.pair, []).append(decision)
    pairs = tuple(
        PairRead(
            left,
            right,
            found[pair]["likeness"] if pair in found else None,
            tuple(found[pair]["words"]) if pair in found else (),
            tuple(said.get(pair, ())),
        )
        for left in one.standards
        for right in other.standards
        for pair in (frozenset((left.id, right.id)),)
        if pair in found or pair in said
    )
    return ComparisonRead(row.id, row.asked_by, one, other, row.found is not None, pairs)


def _list(definition: str, set_id: str) -> ListRead:
    strategy = strategy_from_json(definition)
    return ListRead(strategy, next(one for one in strategy.sets if one.id == set_id))
