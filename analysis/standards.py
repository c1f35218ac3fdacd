"""Which of a strategy's standards a segment may speak to, and the words that made it so.

Families rarely use the name of a standard. So a standard is looked for by the words that families use for what it is
about (`concepts.toml`), by its own keywords, weighed by how rare they are, and a little by likeness of all its words.
Nothing is learned from labels; a segment that speaks to no standard is an answer too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Self

import numpy as np
from numpy.typing import NDArray
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.utils.validation import check_is_fitted

from analysis.concepts import Concepts, load_concepts
from analysis.findings import Segment, StandardLink, Strength
from analysis.standard_evidence import Evidence, EvidenceReader
from analysis.strategy import Standard, Strategy
from analysis.strategy_model import NEGATIVE

POSSIBLE = 0.75  # more than the strongest hint together with the least likeness; less than one telling phrase
LIKELY = 1.25  # a telling phrase, and something that agrees with it
MOST_PER_SET = 3


class StandardLinker(TransformerMixin, BaseEstimator):  # type: ignore[misc]  # scikit-learn ships no types
    """Scores segments against standards by the words that speak of them.

    Rarity is weighed as in TF-IDF (Spärck Jones 1972), over the segments that it is fitted on, without labels.

    Parameters
    ----------
    strategies : sequence of Strategy
        Narrowed to the sets that are read against (`choose_sets`).
    concepts : Concepts, optional
        The package's own unless told.

    Attributes
    ----------
    standards_ : tuple of Standard
        The columns of what `transform` returns.
    """

    def __init__(self, strategies: Sequence[Strategy], concepts: Concepts | None = None) -> None:
        self.strategies = strategies
        self.concepts = concepts

    def fit(self, segments: Sequence[str], y: object = None) -> Self:
        """Learn how rare the standards' words are among redacted segments, shape (n,)."""
        self.standards_: tuple[Standard, ...] = tuple(one for strategy in self.strategies for one in strategy.standards)
        self.reader_ = EvidenceReader(self.standards_, self.concepts or load_concepts(), segments)
        return self

    def transform(self, segments: Sequence[str]) -> NDArray[np.float64]:
        """Score each segment against each standard, shape (n, standards): 0 is no sign of it, 1 a telling phrase."""
        scores = np.zeros((len(segments), len(self.standards_)))
        for row, found in enumerate(self.evidence(segments)):
            for column, evidence in found.items():
                scores[row, column] = evidence.score
        return scores

    def evidence(self, segments: Sequence[str], services: Sequence[str] = ()) -> list[dict[int, Evidence]]:
        """What each segment holds for which standard (by its column); `services` names what each is about."""
        check_is_fitted(self, "reader_")
        return self.reader_.read(segments, services or [""] * len(segments))


def link_standards(
    segments: Sequence[Segment],
    strategies: Sequence[Strategy],
    *,
    services: Mapping[str, str] | None = None,
    concepts: Concepts | None = None,
) -> tuple[StandardLink, ...]:
    """Link each segment to none, one or several standards, at most three of a set, strongest first.

    A standard worded as bad news is linked to complaints only. Non-answers are linked to nothing.

    Parameters
    ----------
    segments : sequence of Segment
    strategies : sequence of Strategy
        Narrowed to the sets that are read against (`choose_sets`).
    services : mapping of str to str, optional
        By comment id, the name of the service that it is about: in answers about a therapy nobody says "therapist".
    concepts : Concepts, optional
        The package's own unless told.

    Returns
    -------
    tuple of StandardLink
        In the order of the segments, then of the sets.
    """
    answers = [segment for segment in segments if segment.is_answer]
    if not any(strategy.sets for strategy in strategies):
        return ()
    linker = StandardLinker(strategies, concepts).fit([segment.words for segment in answers])
    names = [(services or {}).get(segment.comment, "") for segment in answers]
    found = linker.evidence([segment.words for segment in answers], names)
    return tuple(
        link
        for segment, evidence in zip(answers, found, strict=True)
        for link in _links(segment, evidence, linker.standards_)
    )


def _links(segment: Segment, found: Mapping[int, Evidence], standards: Sequence[Standard]) -> list[StandardLink]:
    by_set: dict[str, list[StandardLink]] = {}
    for column in sorted(found, key=lambda column: (-found[column].score, column)):
        standard, evidence = standards[column], found[column]
        links = by_set.setdefault(standard.id.rpartition("/")[0], [])
        if evidence.score >= POSSIBLE and len(links) < MOST_PER_SET and _may_speak_to(segment, standard):
            strength: Strength = "likely" if evidence.is_told and evidence.score >= LIKELY else "possible"
            links.append(StandardLink(segment.key, standard.id, strength, round(evidence.score, 3), evidence.reason))
    order = dict.fromkeys(standard.id.rpartition("/")[0] for standard in standards)
    return [link for set_id in order for link in by_set.get(set_id, [])]


def _may_speak_to(segment: Segment, standard: Standard) -> bool:
    return standard.polarity != NEGATIVE or segment.sentiment in ("negative", "mixed")
