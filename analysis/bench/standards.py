"""Heard and its peers mapping comments to standards, as people did: without labels, with few, and with many."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from analysis.bench.encoding import Encoded, encode
from analysis.bench.few_labels import few_labels
from analysis.bench.goals import Goal
from analysis.bench.labelled_sets import SetWrong, Split
from analysis.bench.standard_figures import Mapped, Reliability
from analysis.bench.standard_goals import standard_goals
from analysis.bench.standard_peers import described
from analysis.bench.standard_rows import Rows, frequent_label_rows, one_label_rows, read_lines, rows_of
from analysis.bench.standard_sets import label_standards, strategy_standards
from analysis.bench.standard_ways import (
    Fold,
    Told,
    folds_of,
    mapped,
    one_standard_each,
    with_labels,
    without_labels,
    worth_of_chances,
)
from analysis.sentences import SentenceVectors

ONE_LABEL: Final = {  # each set, and the file that describes its labels
    "student_feedback_4w": "student_feedback_4w",
    "nhsx_strategy": "nhsx_strategy",
    "nhs_fft_v6_single": "nhs_fft_v6",
    "polis_civic": "polis_civic",
}
SEVERAL: Final = "nhs_fft_v6_multi"
DEV: Final = "comments_dev"
SETS: Final = (*ONE_LABEL, SEVERAL, DEV)
LEAST: Final = 20  # rows of a label of the set with several
HELD_OUT: Final = 0.2
OWN_SETS: Final = {  # columns of our own comments, and the set of standards that each is labelled with
    "durham_therapy_themes": "durham/therapy_feedback_themes",
    "barnsley_standards": "barnsley/quality_standards",
}
_FOLDS: Final = {"5-fold": False, "5-fold, copies together": True}  # do copies of a text stand in one fold?
_THERAPIES: Final = {  # the survey that a comment came from, and the service that it asked about
    "therapy_salt": "Speech and language therapy",
    "therapy_ot": "Occupational therapy",
    "therapy_physio": "Physiotherapy",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be run. `python` is BERTopic's, None to leave it out; few labels are chosen from `pool` rows."""

    data: Path
    sets: Sequence[str]
    split: Split
    seeds: int
    pool: int
    python: str | None


@dataclass(frozen=True, slots=True)
class Result:
    """Everything that was measured, what chances were worth, and what became of the goals."""

    asked: Asked
    measured: tuple[Mapped, ...]
    reliabilities: tuple[Reliability, ...]
    said: tuple[str, ...]

    @property
    def goals(self) -> tuple[Goal, ...]:
        return tuple(standard_goals(self.measured, self.reliabilities))

    def as_values(self) -> dict[str, Any]:
        return {
            "split": self.asked.split,
            "seeds": self.asked.seeds,
            "vectors": SentenceVectors.version() if SentenceVectors.available() else "none",
            "said": list(self.said),
            "measured": [one.as_row() for one in self.measured],
            "reliability": [one.as_row() for one in self.reliabilities],
            "goals": [{"words": goal.words, "reached": goal.reached} for goal in self.goals],
        }

    def write(self, path: Path) -> None:
        path.write_text(json.dumps(self.as_values(), indent=1) + "\n", encoding="utf-8")


def choose(folder: Path, names: Sequence[str] | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The sets of these names (None for all) whose file the folder has, and those whose file it lacks.

    Raises
    ------
    SetWrong
        No set has such a name, or none of them is there.
    """
    if unknown := sorted(set(names or ()) - set(SETS)):
        raise SetWrong(f"{unknown[0]}: no such set; they are {', '.join(SETS)}")
    chosen = [name for name in SETS if names is None or name in names]
    there = tuple(name for name in chosen if (folder / f"{name}.csv").is_file())
    if not there:
        raise SetWrong(f"{folder}: none of {', '.join(f'{name}.csv' for name in chosen)} is here")
    return there, tuple(name for name in chosen if name not in there)


def run(asked: Asked, told: Told) -> Iterator[Result]:
    """One result after each set, which holds the sets before it too. `told` hears what is under way."""
    found: list[Mapped | Reliability | str] = []
    for name in asked.sets:
        found += _parts(asked, name, told)
        yield Result(
            asked,
            tuple(one for one in found if isinstance(one, Mapped)),
            tuple(one for one in found if isinstance(one, Reliability)),
            tuple(one for one in found if isinstance(one, str)),
        )


def _parts(asked: Asked, name: str, told: Told) -> Iterator[Mapped | Reliability | str]:
    if name in ONE_LABEL:
        yield from _one_label(asked, name, told)
    elif name == SEVERAL:
        yield from _several(asked, told)
    else:
        yield from _our_own(asked, told)


def _one_label(asked: Asked, name: str, told: Told) -> Iterator[Mapped | Reliability | str]:
    rows = one_label_rows(asked.data, name, label_standards(ONE_LABEL[name]), asked.split)
    if rows.labelled.left_out:
        left_out = ", ".join(f"“{label}”" for label in rows.labelled.left_out)
        yield f"{name}: {rows.passed_over:,} rows are left out, of labels that describe nothing: {left_out}"
    for way in without_labels(rows, _encoded(rows, told), asked.python, told, whole=True):
        yield one_standard_each(rows, way, "no labels", labels=0)
    for over, together in _FOLDS.items():
        for way in with_labels(rows, folds_of(rows, copies_together=together), told, whole=True):
            yield one_standard_each(rows, way, over, labels=None)
            yield from worth_of_chances(rows, way, over)
    for seed in range(asked.seeds):
        yield from few_labels(rows, asked.pool, seed, told)


def _several(asked: Asked, told: Told) -> Iterator[Mapped | Reliability]:
    rows = frequent_label_rows(asked.data, SEVERAL, label_standards("nhs_fft_v6"), LEAST)
    tried = {
        **{over: folds_of(rows, copies_together=together) for over, together in _FOLDS.items()},
        "hold-out of 20 %": [_hold_out(rows)],
    }
    for over, folds in tried.items():
        there = np.sort(np.concatenate([asked_places for _, asked_places in folds]))
        for way in with_labels(rows, folds, told, whole=True):
            yield mapped(rows.take(there), way, over, way.said[there], labels=None)
            yield from worth_of_chances(rows, way, over, there)


def _our_own(asked: Asked, told: Told) -> Iterator[Mapped | Reliability]:
    """Labelled comments of our own: nothing is ever fitted on a row that is scored."""
    lines = read_lines(asked.data, DEV, ("text", "survey", *OWN_SETS))
    for column, chosen in OWN_SETS.items():
        given = [tuple(label for label in line[column].split(";") if label not in ("", "none")) for line in lines]
        rows = rows_of(f"{DEV} {chosen}", lines, strategy_standards(chosen), given, _THERAPIES)
        therapies = np.flatnonzero([line["survey"] in _THERAPIES for line in lines])
        overs = {"all rows": np.arange(len(rows))}
        if column == "durham_therapy_themes":
            overs = {"therapy rows": therapies, **overs}
        untaught = list(without_labels(rows, _encoded(rows, told), asked.python, told, whole=False))
        taught = list(with_labels(rows, folds_of(rows), told, whole=False))
        for over, places in overs.items():
            there = rows.take(places)
            for way in untaught:
                yield mapped(there, way, f"{over}, no labels", way.said[places], labels=0)
            for way in taught:
                yield mapped(there, way, f"{over}, 5-fold", way.said[places], labels=None)
                yield from worth_of_chances(rows, way, f"{over}, 5-fold", places)


def _hold_out(rows: Rows) -> Fold:
    """Four fifths to be taught and one to be asked, by a seed."""
    places = np.random.default_rng(0).permutation(len(rows))
    held = round(HELD_OUT * len(rows))
    return np.sort(places[held:]), np.sort(places[:held])


def _encoded(rows: Rows, told: Told) -> Encoded | None:
    if not SentenceVectors.available():
        return None
    told(f"{rows.set}: sentence vectors")
    return encode([*rows.texts, *(described(one) for one in rows.labelled.standards)])
