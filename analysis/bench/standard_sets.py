"""The labels of a labelled set as the standards of a strategy, so that whatever maps standards can map them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Final

from analysis.strategy import Standard, StandardSet, Strategy, choose_sets, load_strategies

_NOT_IN_AN_ID: Final = re.compile(r"[^a-z0-9]+")
_FILES: Final = "labels"


@dataclass(frozen=True, slots=True)
class LabelledStandards:
    """The standards that a set is labelled with: `columns` has the place of each label among them.

    `left_out` are labels that describe nothing ("Labelling not possible"): nobody can know them without examples.
    """

    strategy: Strategy
    columns: Mapping[str, int]
    left_out: tuple[str, ...] = ()

    @property
    def standards(self) -> tuple[Standard, ...]:
        return self.strategy.standards

    def only(self, labels: Sequence[str]) -> LabelledStandards:
        """Narrowed to some labels, in the order given; one that is left out here is described by its name alone."""
        known = {label: self.standards[column] for label, column in self.columns.items()}
        standards = tuple(known.get(label) or _standard(self.strategy.area, {"label": label}) for label in labels)
        return _labelled(self.strategy.area, labels, standards, ())


def label_standards(name: str) -> LabelledStandards:
    """Read `labels/<name>.toml`: for each label a description and words, by somebody who saw no comment."""
    document = tomllib.loads((files("analysis.bench") / _FILES / f"{name}.toml").read_text(encoding="utf-8"))
    area = _slug(name)
    described = document["standards"]
    standards = tuple(_standard(area, one) for one in described)
    return _labelled(area, [one["label"] for one in described], standards, document.get("left_out", ()))


def strategy_standards(chosen: str) -> LabelledStandards:
    """One set of a strategy that comes with Heard, as "barnsley/quality_standards"; a label is a standard's own id."""
    (strategy,) = choose_sets(load_strategies(), [chosen])
    columns = {standard.id.split("/")[-1]: place for place, standard in enumerate(strategy.standards)}
    return LabelledStandards(strategy, columns)


def _labelled(
    area: str, labels: Sequence[str], standards: tuple[Standard, ...], left_out: Sequence[str]
) -> LabelledStandards:
    its_set = StandardSet("labels", "Labels", "topic", standards)
    strategy = Strategy(area=area, area_name=area, version=1, title=area, sets=(its_set,))
    return LabelledStandards(strategy, {label: place for place, label in enumerate(labels)}, tuple(left_out))


def _standard(area: str, one: Mapping[str, Any]) -> Standard:
    name = one.get("name") or one["label"][:1].upper() + one["label"][1:]
    return Standard(
        id=f"{area}/labels/{_slug(one['label'])}",
        name=name,
        description=one.get("description", name),
        kind="topic",
        keywords=tuple(one.get("words", ())),
        polarity=one.get("polarity", ""),
    )


def _slug(words: str) -> str:
    return _NOT_IN_AN_ID.sub("-", words.casefold()).strip("-")
