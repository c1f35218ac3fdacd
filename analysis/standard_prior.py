"""How strongly words speak to each standard before anybody has labelled a comment, and what makes it so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy import linalg

from analysis.concepts import Concepts
from analysis.self_training import SelfTaught, teach_itself
from analysis.spoken_examples import Example, SpokenExamples
from analysis.standard_evidence import Evidence, EvidenceReader
from analysis.strategy import Standard
from analysis.text_kernel import Read, TextKernel, alike_in_sense

PENALTY: Final = 0.3
CUES: Final = 0.2  # what one telling phrase adds
MOST_CUES: Final = 1.5
MOST_EXAMPLES: Final = 6  # of which those are told that feel like the segment
NEAR: Final = 0.2  # how alike an example must be for likeness alone to say something
TOLD: Final = 0.14  # how alike it must be to stand beside telling words
UNEXPLAINED: Final = 0.25  # the most that likeness says where no example is near: less than is worth saying


@dataclass(frozen=True, slots=True)
class Cues:
    """What the words of each text tell of each standard, and where they mean something else."""

    found: Sequence[Mapping[int, Evidence]]
    barred: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class _Set:
    """One set: the columns of its standards, its examples, and how much each says for each standard, and for none."""

    columns: tuple[int, ...]
    examples: tuple[Example, ...]
    read: Read
    weights: NDArray[np.float64]
    elsewhere: NDArray[np.float64]

    @property
    def rows(self) -> list[list[int]]:
        """The examples of each of its standards."""
        return [
            [row for row, example in enumerate(self.examples) if example.standard == place]
            for place in range(len(self.columns))
        ]


class StandardPrior:
    """Kernel ridge regression from examples to the standards of each set (Saunders et al. 1998), and telling phrases.

    The examples are the standard's own words and our sentences in families' voice; a sentence of one standard speaks
    against the others of its set, and some speak against all. Nobody's comment is needed.

    Parameters
    ----------
    sets : sequence of sequence of Standard
        The standards of each set, as they stand one after the other.
    kernel : TextKernel
        Fitted.
    segments : sequence of str
        What is common among them tells less.
    """

    def __init__(
        self,
        sets: Sequence[Sequence[Standard]],
        kernel: TextKernel,
        spoken: SpokenExamples,
        concepts: Concepts,
        segments: Sequence[str],
    ) -> None:
        self.standards = tuple(standard for standards in sets for standard in standards)
        self._cues = EvidenceReader(self.standards, concepts, segments)
        self._sets: list[_Set] = []
        start = 0
        for standards in sets:
            self._sets.append(_learned(standards, start, kernel, spoken))
            start += len(standards)

    def scores(self, read: Read, cues: Cues) -> NDArray[np.float64]:
        """How strongly each text speaks to each standard, shape (n, standards); about a quarter is worth saying."""
        scores = np.zeros((len(read), len(self.standards)))
        for one in self._sets:
            alike = alike_in_sense(read, one.read)
            said = alike @ one.weights
            near = np.column_stack([alike[:, rows].max(axis=1) for rows in one.rows])
            scores[:, one.columns] = np.where(near < NEAR, np.minimum(said, UNEXPLAINED), said)
        scores[cues.barred] = np.minimum(scores[cues.barred], 0.0)
        for row, found in enumerate(cues.found):
            for column, evidence in found.items():
                scores[row, column] += CUES * min(evidence.score, MOST_CUES)
        return scores

    def cues(self, texts: Sequence[str], services: Sequence[str]) -> Cues:
        """The telling words of each text, by the standard's column, and where likeness must not speak."""
        return Cues(self._cues.read(texts, services), self._cues.means_something_else(texts, services))

    @property
    def columns(self) -> tuple[tuple[int, ...], ...]:
        """The columns of each set's standards."""
        return tuple(one.columns for one in self._sets)

    def teach_itself(
        self, read: Read, scores: NDArray[np.float64], kernel: TextKernel
    ) -> tuple[SelfTaught | None, ...]:
        """What unlabelled texts teach of each set, None where that would not help."""
        return tuple(
            teach_itself(
                read,
                scores[:, one.columns],
                _by_words(one, read, kernel),
                alike_in_sense(read, one.read) @ one.elsewhere,
                *_own_sentences(one),
            )
            for one in self._sets
        )

    def nearest(self, read: Read, column: int) -> list[tuple[str, ...]]:
        """For each text, the examples of one standard that it is most like, the nearest first."""
        one = next(one for one in self._sets if column in one.columns)
        place = column - one.columns[0]
        own = np.array([example.standard == place and example.may_be_shown for example in one.examples])
        alike = np.where(own, alike_in_sense(read, one.read), 0.0)
        best = np.argsort(-alike, axis=1, kind="stable")[:, :MOST_EXAMPLES]
        return [
            tuple(one.examples[example].words for example in row if alike[text, example] >= TOLD)
            for text, row in enumerate(best)
        ]


def _learned(standards: Sequence[Standard], start: int, kernel: TextKernel, spoken: SpokenExamples) -> _Set:
    examples = spoken.of_set(standards)
    read = kernel.transform([example.words for example in examples], ours=True)
    alike = alike_in_sense(read, read).astype(np.float64)
    places = [*range(len(standards)), None]
    truth = np.array([[example.standard == place for place in places] for example in examples], float)
    weights = linalg.solve(alike + PENALTY * np.eye(len(alike)), truth, assume_a="pos")
    return _Set(tuple(range(start, start + len(standards))), examples, read, weights[:, :-1], weights[:, -1])


def _by_words(one: _Set, read: Read, kernel: TextKernel) -> NDArray[np.float64]:
    """How alike texts and all that is known of each standard are in their words alone."""
    known = [
        " . ".join(example.words for example in one.examples if example.standard == place)
        for place in range(len(one.columns))
    ]
    return np.asarray((read.stems @ kernel.transform(known, ours=True).stems.T).toarray(), np.float64)


def _own_sentences(one: _Set) -> tuple[Read, NDArray[np.intp]]:
    rows = [row for row, example in enumerate(one.examples) if example.standard is not None]
    places = [one.examples[row].standard for row in rows]
    return one.read.take(rows), np.array(places, dtype=np.intp)
