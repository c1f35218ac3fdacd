"""What a council's own coded comments teach, and how surely: figures by standard, on comments not learnt from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from sklearn.model_selection import GroupKFold

from analysis.coded_file import CodedComment
from analysis.comment_standards import labels_of, map_comments
from analysis.copies import copy_numbers
from analysis.errors import AnalysisError
from analysis.f1 import Said, interval, macro_f1, micro_f1
from analysis.redaction import redact
from analysis.standard_labels import StandardLabel
from analysis.strategy import Standard, Strategy
from analysis.voices import Comment

SMALL: Final = 20  # examples; below it a figure of one standard says little
FEWEST: Final = 10  # different comments
_FOLDS: Final = 5


class TooFewCoded(AnalysisError):
    """There are too few different comments to hold anything against."""


@dataclass(frozen=True, slots=True)
class Coded:
    """Coded comments against the standards of some strategies.

    `speaks` has shape (comments, standards): 1 yes, 0 no, -1 where a label that nobody matched may have meant it.
    """

    comments: tuple[CodedComment, ...]
    strategies: tuple[Strategy, ...]
    speaks: NDArray[np.int8]

    @property
    def standards(self) -> tuple[Standard, ...]:
        return tuple(standard for strategy in self.strategies for standard in strategy.standards)


@dataclass(frozen=True, slots=True)
class StandardFigures:
    """Of one standard: its examples, and how well it is found in comments that were not learnt from.

    `low` and `high` hold 95 of 100 bootstrap draws of `f1`; `f1_without` is what Heard reaches without these labels.
    """

    standard: str
    name: str
    examples: int
    precision: float
    recall: float
    f1: float
    low: float
    high: float
    f1_without: float

    @property
    def is_small(self) -> bool:
        return self.examples < SMALL


@dataclass(frozen=True, slots=True)
class Figures:
    """Over all standards and for each. `conflicts` are the rows of copies that were coded differently."""

    comments: int
    folds: int
    micro_f1: float
    low: float
    high: float
    macro_f1: float
    micro_f1_without: float
    macro_f1_without: float
    standards: tuple[StandardFigures, ...]
    conflicts: tuple[int, ...]

    def as_values(self) -> dict[str, Any]:
        return asdict(self)


def code(comments: Sequence[CodedComment], strategies: Sequence[Strategy], matched: Mapping[str, str]) -> Coded:
    """Put the labels of comments into standards; `matched` has the standard's id of a label, "" for none of them.

    A comment with a label that is not matched says no to nothing: the label may have meant any standard.
    """
    columns = {one.id: place for place, one in enumerate(one for strategy in strategies for one in strategy.standards)}
    speaks = np.zeros((len(comments), len(columns)), dtype=np.int8)
    for row, comment in enumerate(comments):
        if any(label not in matched for label in comment.labels):
            speaks[row] = -1
        meant = [matched[label] for label in comment.labels if matched.get(label)]
        speaks[row, [columns[one] for one in meant]] = 1
    told = np.flatnonzero((speaks >= 0).any(axis=1)).tolist()
    return Coded(tuple(comments[row] for row in told), tuple(strategies), speaks[told])


def labels_from(coded: Coded, *, by: str, at: str, places: Sequence[str] = ()) -> tuple[StandardLabel, ...]:
    """The labels that can be kept: redacted words, and the row's number in the place of any id of the council's."""
    return tuple(
        label
        for comment, speaks in zip(coded.comments, coded.speaks.tolist(), strict=True)
        for label in labels_of(
            replace(_comment(comment), words=redact(comment.words, places=places).words),
            coded.standards,
            [None if one < 0 else bool(one) for one in speaks],
            by=by,
            at=at,
            service=comment.service,
        )
    )


def cross_validate(
    coded: Coded, labels: Sequence[StandardLabel], *, places: Sequence[str] = (), whole: bool = False
) -> Figures:
    """Learn from four fifths, ask of the fifth, five times; copies of a comment are never on both sides.

    Same rows in any order, same figures: the folds hang on the words. `whole` maps each comment in one piece, as it was
    coded, rather than segment by segment, as an analysis does.

    Raises
    ------
    TooFewCoded
        Fewer than ten different comments.
    """
    coded = _in_order(coded)
    groups = np.array(copy_numbers([comment.words for comment in coded.comments]), dtype=np.int64)
    different = int(groups.max(initial=-1)) + 1
    if different < FEWEST:
        raise TooFewCoded(
            f"too few comments are coded for these standards: {different} different, at least {FEWEST} needed"
        )
    by_comment: dict[str, list[StandardLabel]] = {}
    for label in labels:
        by_comment.setdefault(label.comment, []).append(label)
    everything = np.arange(len(groups))
    known = coded.speaks >= 0
    without = _said(coded, everything, (), places, whole=whole) & known
    said = np.zeros(known.shape, dtype=bool)
    for taught, asked in GroupKFold(_FOLDS, shuffle=True, random_state=0).split(groups, groups=groups):
        lesson = [label for row in taught for label in by_comment.get(_comment(coded.comments[row]).id, ())]
        said[asked] = _said(coded, asked, lesson, places, whole=whole)
    return _figures(coded, coded.speaks == 1, said & known, without, _conflicts(coded, groups))


def _in_order(coded: Coded) -> Coded:
    """By their words, so that folds do not hang on the order of the rows."""
    said = [(one.words, one.question, one.service) for one in coded.comments]
    order = sorted(range(len(said)), key=lambda row: (said[row], coded.speaks[row].tolist()))
    return Coded(tuple(coded.comments[row] for row in order), coded.strategies, coded.speaks[order])


def _said(
    coded: Coded, rows: NDArray[np.int64], labels: Sequence[StandardLabel], places: Sequence[str], *, whole: bool
) -> Said:
    chosen = [coded.comments[row] for row in rows]
    comments, services = [_comment(one) for one in chosen], [one.service for one in chosen]
    return map_comments(comments, coded.strategies, labels, services, places=places, whole=whole).said


def _comment(coded: CodedComment) -> Comment:
    return Comment(f"coded row {coded.row}", f"row {coded.row}", coded.words, question=coded.question)


def _conflicts(coded: Coded, groups: NDArray[np.int64]) -> tuple[int, ...]:
    """Rows whose copy was coded otherwise."""
    codings: dict[int, set[tuple[int, ...]]] = {}
    for speaks, group in zip(coded.speaks.tolist(), groups.tolist(), strict=True):
        codings.setdefault(group, set()).add(tuple(speaks))
    rows = zip(coded.comments, groups.tolist(), strict=True)
    return tuple(sorted(comment.row for comment, group in rows if len(codings[group]) > 1))


def _figures(coded: Coded, truth: Said, said: Said, without: Said, conflicts: tuple[int, ...]) -> Figures:
    low, high = interval(truth, said)
    return Figures(
        comments=len(truth),
        folds=_FOLDS,
        micro_f1=round(micro_f1(truth, said), 4),
        low=round(low, 4),
        high=round(high, 4),
        macro_f1=round(macro_f1(truth, said), 4),
        micro_f1_without=round(micro_f1(truth, without), 4),
        macro_f1_without=round(macro_f1(truth, without), 4),
        standards=tuple(
            _standard_figures(standard, truth[:, [place]], said[:, [place]], without[:, [place]])
            for place, standard in enumerate(coded.standards)
        ),
        conflicts=conflicts,
    )


def _standard_figures(standard: Standard, truth: Said, said: Said, without: Said) -> StandardFigures:
    hits = int((truth & said).sum())
    low, high = interval(truth, said)
    return StandardFigures(
        standard=standard.id,
        name=standard.shown_name,
        examples=int(truth.sum()),
        precision=round(hits / max(1, int(said.sum())), 4),
        recall=round(hits / max(1, int(truth.sum())), 4),
        f1=round(micro_f1(truth, said), 4),
        low=round(low, 4),
        high=round(high, 4),
        f1_without=round(micro_f1(truth, without), 4),
    )
