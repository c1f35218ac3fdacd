"""How strongly some words speak to each standard of a strategy, and what made it so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Self

import numpy as np
from numpy.typing import NDArray
from sklearn.base import BaseEstimator
from sklearn.utils.validation import check_is_fitted

from analysis.concepts import Concepts, load_concepts
from analysis.copies import copy_numbers
from analysis.findings import Strength
from analysis.labelled_texts import labelled_texts
from analysis.self_training import SelfTaught
from analysis.spoken_examples import SpokenExamples, load_spoken_examples
from analysis.standard_calibration import Calibrated, calibrate
from analysis.standard_labels import StandardLabel, labels_of, settled
from analysis.standard_learning import Learned, learn
from analysis.standard_lines import learned_lines
from analysis.standard_picks import pick
from analysis.standard_polarity import heeds_praise
from analysis.standard_prior import Cues, StandardPrior
from analysis.strategy import Standard, Strategy
from analysis.text_kernel import Read, TextKernel

POSSIBLE: Final = 0.275
LIKELY: Final = 0.45
SURER: Final = LIKELY - POSSIBLE

Scores = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Spoken:
    """How strongly some words speak to a standard, and why.

    `strength` is None where that is too little to say so. `reason` holds the telling words, `examples` our own
    sentences that they are most like, and `chance` how likely it is to be right, where that is known.
    """

    score: float
    strength: Strength | None
    reason: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    chance: float | None = None


class StandardMapper(BaseEstimator):  # type: ignore[misc]  # scikit-learn ships no types
    """Maps segments to none, one or several standards, and gets better with every label.

    Families rarely use the name of a standard. So before any label a segment is compared in meaning with what is known
    of each standard (`StandardPrior`), and telling phrases add to that. Segments without a label teach how people
    speak of the standards where a check says so (`self_training`). Labels then move the scores as far as they bear it
    out on texts that they are not of (`standard_learning`).

    Parameters
    ----------
    strategies : sequence of Strategy
        Narrowed to the sets that are read against (`choose_sets`).
    concepts : Concepts, optional
        Telling phrases; the package's own unless told.
    examples : SpokenExamples, optional
        The package's own unless told.
    vectors : estimator or "installed", optional
        What makes vectors of meaning: "installed" takes `SentenceVectors` where its model is installed, None words
        alone.

    Attributes
    ----------
    standards_ : tuple of Standard
        The columns of what is predicted.
    labels_ : tuple of StandardLabel
        Those that were of these standards, each segment and standard once.
    lines_ : ndarray of shape (standards,)
        The score from which a text may speak to each.
    learned_ : Learned or None
    heeds_praise_ : ndarray of shape (standards,)
        False where complaints alone may speak to a standard (`standard_polarity`).
    calibrated_ : Calibrated or None
        None until enough labels have shown what a score is worth.

    Notes
    -----
    The same texts and labels in any order give the same answer.
    """

    def __init__(
        self,
        strategies: Sequence[Strategy],
        concepts: Concepts | None = None,
        examples: SpokenExamples | None = None,
        vectors: Any = "installed",
    ) -> None:
        self.strategies = strategies
        self.concepts = concepts
        self.examples = examples
        self.vectors = vectors

    def fit(self, texts: Sequence[str], labels: Sequence[StandardLabel] | None = None) -> Self:
        """Learn from redacted segments, shape (n,), and from what people said of these or of others.

        Parameters
        ----------
        texts : sequence of str
            In any order.
        labels : sequence of StandardLabel, optional
            In any order; those of other standards teach nothing.
        """
        sets = [one.standards for strategy in self.strategies for one in strategy.sets]
        self.standards_: tuple[Standard, ...] = tuple(standard for one in sets for standard in one)
        ids = [standard.id for standard in self.standards_]
        self.labels_ = labels_of(settled(labels or ()), ids)
        told = labelled_texts(self.labels_, ids)
        distinct = sorted(set(texts))
        spoken = self.examples or load_spoken_examples()
        own = [example.words for one in sets for example in spoken.of_set(one)]
        self.kernel_ = TextKernel(self.vectors).fit([*distinct, *told.words, *own])
        self.prior_ = StandardPrior(sets, self.kernel_, spoken, self.concepts or load_concepts(), texts)
        # what is labelled is read as what is asked is, or the score of the one would not be worth that of the other
        self._teach_itself(sorted({*distinct, *told.words}))
        self.lines_ = np.full(len(ids), POSSIBLE)
        self.learned_: Learned | None = None
        self.calibrated_: Calibrated | None = None
        self.heeds_praise_ = heeds_praise(self.standards_)
        if len(told):
            self._learn(self.kernel_.transform(told.words, told.asked, told.services), told.truth, told.words)
        return self

    def predict_scores(self, texts: Sequence[str], asked: Sequence[str] = (), services: Sequence[str] = ()) -> Scores:
        """How strongly each text speaks to each standard, shape (n, standards): about 0 to 1.

        Parameters
        ----------
        texts : sequence of str
        asked, services : sequence of str, optional
            The question that each answers and the service that it is about.
        """
        check_is_fitted(self, "prior_")
        read = self.kernel_.transform(texts, asked, services)
        return self._scores(read, self.prior_.cues(texts, services or [""] * len(texts)))

    def predict(
        self, texts: Sequence[str], asked: Sequence[str] = (), services: Sequence[str] = ()
    ) -> NDArray[np.bool_]:
        """Which standards each text may speak to, shape (n, standards): none is an answer too."""
        return np.asarray(self.predict_scores(texts, asked, services) >= self.lines_)

    def predict_chances(self, texts: Sequence[str], asked: Sequence[str] = (), services: Sequence[str] = ()) -> Scores:
        """How likely each text is to speak to each standard, shape (n, standards); NaN until labels have shown it."""
        scores = self.predict_scores(texts, asked, services)
        return np.full_like(scores, np.nan) if self.calibrated_ is None else self.calibrated_.chances(scores, texts)

    def map(
        self, texts: Sequence[str], asked: Sequence[str] = (), services: Sequence[str] = ()
    ) -> list[dict[int, Spoken]]:
        """By the standard's column, what each text speaks to and why."""
        check_is_fitted(self, "prior_")
        read = self.kernel_.transform(texts, asked, services)
        cues = self.prior_.cues(texts, services or [""] * len(texts))
        scores = self._scores(read, cues)
        chances = None if self.calibrated_ is None else self.calibrated_.chances(scores, texts)
        spoken: list[dict[int, Spoken]] = [{} for _ in texts]
        for column in range(len(self.standards_)):
            rows = np.flatnonzero(scores[:, column] >= self.lines_[column])
            for row, examples in zip(rows.tolist(), self.prior_.nearest(read.take(rows), column), strict=True):
                score = float(scores[row, column])
                likely = score >= self.lines_[column] + SURER
                found = cues.found[row].get(column)
                spoken[row][column] = Spoken(
                    score,
                    "likely" if likely else "possible",
                    found.reason if found else (),
                    examples,
                    None if chances is None else round(float(chances[row, column]), 2),
                )
        return spoken

    def picks(self, texts: Sequence[str], n: int = 25, asked: Sequence[str] = ()) -> list[int]:
        """Rows of the texts whose labels would teach most, in the order in which to ask: in doubt, unlike, of each set.

        Of the same texts in another order, the same texts are picked.
        """
        check_is_fitted(self, "prior_")
        said = list(zip(texts, asked or [""] * len(texts), strict=True))
        first = {one: row for row, one in reversed(list(enumerate(said)))}
        rows = [first[one] for one in sorted(first)]
        words = [texts[row] for row in rows]
        read = self.kernel_.transform(words, [said[row][1] for row in rows])
        told = {label.words for label in self.labels_}
        known = np.array([place for place, one in enumerate(words) if one in told], dtype=np.intp)
        scores = self._scores(read, self.prior_.cues(words, [""] * len(words)))
        return [rows[place] for place in pick(read, scores, known, n, self.lines_)]

    def how(self) -> str:
        """What was learned from how many labels, in plain words."""
        check_is_fitted(self, "prior_")
        means = "meaning and telling phrases" if self.kernel_.has_meaning else "words alone, without the sentence model"
        taught = sum(one is not None for one in self.self_taught_)
        parts = [f"by {means}"]
        if taught:
            parts.append(f"unlabelled segments taught {taught} of {len(self.self_taught_)} sets")
        if self.learned_ is None:
            parts.append("no labels")
        else:
            said = f"{len(self.labels_)} labels of {len(self.learned_.rows)} segments"
            parts.append(f"{said}; what they teach is {self.learned_.share:.0%} believed")
        if self.calibrated_ is not None:
            parts.append(f"expected calibration error {self.calibrated_.error:.3f}")
        return "; ".join(parts)

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.two_d_array = False
        tags.input_tags.string = True
        return tags

    def _teach_itself(self, distinct: Sequence[str]) -> None:
        self.self_taught_: tuple[SelfTaught | None, ...] = ()
        self.shifts_ = np.zeros(len(self.standards_))
        read = self.kernel_.transform(distinct)
        prior = self.prior_.scores(read, self.prior_.cues(distinct, [""] * len(distinct)))
        self.self_taught_ = self.prior_.teach_itself(read, prior, self.kernel_)
        for columns, taught in zip(self.prior_.columns, self.self_taught_, strict=True):
            if taught is not None:
                before = prior[:, columns]
                after = before + taught.scores(read)
                # as many texts stand above the line as before
                above = float((before >= POSSIBLE).mean())
                self.shifts_[list(columns)] = POSSIBLE - float(np.quantile(after, 1 - above))

    def _learn(self, read: Read, truth: Scores, words: Sequence[str]) -> None:
        prior = self._believed(read, self.prior_.cues(words, read.services.tolist()))
        self.learned_ = learn(read, truth, prior, np.array(copy_numbers(words)))
        self.lines_ = learned_lines(self.learned_.unseen, truth, POSSIBLE)
        self.calibrated_ = calibrate(self.learned_.afresh, self.learned_.unseen, truth, words)
        self.heeds_praise_ = heeds_praise(self.standards_, words, truth)

    def _scores(self, read: Read, cues: Cues) -> Scores:
        believed = self._believed(read, cues)
        return believed if self.learned_ is None else self.learned_.scores(read, believed)

    def _believed(self, read: Read, cues: Cues) -> Scores:
        scores = self.prior_.scores(read, cues) + self.shifts_
        blank = replace(read, asked=np.full(len(read), ""), services=np.full(len(read), ""))
        for columns, taught in zip(self.prior_.columns, self.self_taught_, strict=True):
            if taught is not None:
                scores[:, columns] += taught.scores(blank)
        return scores
