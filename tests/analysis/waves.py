"""Waves whose themes are given, for tests of what is carried from one to the next."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

import numpy as np

from analysis.carrying import Placed, carry
from analysis.codebook import Codebook, codebook_of
from analysis.decisions import Key, ThemeDecision
from analysis.distinct import DistinctSegments
from analysis.findings import Findings, Segment, Theme, ThemeAssignment
from analysis.grouping import Grouped
from analysis.stems import Stemmer
from analysis.thesaurus import load_thesaurus
from analysis.voices import Comment, Voices
from analysis.wave_centres import SentencePoints
from tests.analysis.crowd import KINDNESS, TRANSPORT, WAITING

FOOD = ("The lunch was cold", "Hot lunch please", "Lunch is the same every day", "My lunch had no salad")
WRITING = ("Nobody answers a letter", "The letter was lost", "A letter I could read", "Each letter is too long")
SAID = {"waiting": WAITING, "kindness": KINDNESS, "bus": TRANSPORT, "lunch": FOOD, "letters": WRITING}

Parts = Mapping[str, Sequence[str]]


class Wave:
    """People who speak of subjects, each a theme called `t-<subject>`; every one says one of the subject's sentences.

    `parts` puts the people of a subject in parts of the level below, by turns. `subjects` may be sentences of their
    own. With `directions`, each segment has a point: its subject's.
    """

    def __init__(
        self,
        subjects: Mapping[str, Sequence[str]] | Sequence[str],
        *,
        people: int = 12,
        name: str = "spring",
        parts: Parts | None = None,
        directions: Mapping[str, Sequence[float]] | None = None,
        encoder: str = "invented",
        backwards: bool = False,
    ) -> None:
        spoken = subjects if isinstance(subjects, Mapping) else {one: SAID[one] for one in subjects}
        self.name = name
        self.subject_of: dict[Key, str] = {}
        self.segments: list[Segment] = []
        for subject, sentences in spoken.items():
            for number in range(people):
                words = sentences[number % len(sentences)]
                one = Segment(f"{name}-{subject}-{number:02}", 0, 0, len(words), words, words, "neutral")
                self.segments.append(one)
                self.subject_of[one.key] = subject
        said = DistinctSegments.of(
            self.segments[:: -1 if backwards else 1], {one.comment: one.comment for one in self.segments}
        )
        self.grouped = _grouped(said, self.subject_of, parts or {})
        if directions:
            self.grouped = replace(self.grouped, points=_points(said, self.subject_of, directions, encoder))

    def key(self, subject: str, number: int) -> Key:
        return (f"{self.name}-{subject}-{number:02}", 0)

    def placed(
        self,
        *decisions: ThemeDecision,
        codebook: Codebook | None = None,
        again: Codebook | None = None,
        unnamed: Collection[str] = (),
    ) -> Placed:
        return carry(
            self.grouped,
            {one.comment: one.comment for one in self.segments},
            Stemmer(load_thesaurus()),
            wave=self.name,
            codebook=codebook,
            again=again,
            decisions=decisions,
            unnamed=unnamed,
        )

    def codebook(self, *decisions: ThemeDecision, after: Codebook | None = None) -> Codebook:
        return codebook_of(self.findings(self.placed(*decisions, codebook=after)), after)

    def findings(self, placed: Placed) -> Findings:
        voices = Voices(tuple(Comment(one.comment, one.comment, one.words) for one in self.segments))
        grouped = placed.grouped
        return Findings(
            voices=voices,
            strategies=(),
            segments=tuple(self.segments),
            themes=grouped.themes,
            assignments=grouped.assignments,
            links=(),
            quotes=(),
            scales=(),
            default_level=grouped.read_level,
            how=placed.carried.how(),
            suggested_themes=placed.suggested.themes,
            suggested_assignments=placed.suggested.assignments,
            offered_themes=placed.offered.themes,
            offered_assignments=placed.offered.assignments,
            carried=placed.carried,
        )


def theme_of(placed: Placed) -> dict[Key, str]:
    """The theme of each segment, as people decided."""
    level = placed.grouped.read_level
    return {one.segment: one.theme for one in placed.grouped.assignments if one.level == level}


def themes_of(placed: Placed) -> dict[str, Theme]:
    return {theme.id: theme for theme in placed.grouped.themes if theme.level == placed.grouped.read_level}


def _grouped(said: DistinctSegments, subject_of: Mapping[Key, str], parts: Parts) -> Grouped:
    subjects = list(dict.fromkeys(subject_of.values()))
    themes = [Theme("h-everything", 1, 1, "Everything", ())]
    themes += [
        Theme(f"t-{one}", 2, place, one.capitalize(), (one,), "h-everything") for place, one in enumerate(subjects, 1)
    ]
    below = [(part, subject) for subject, names in parts.items() for part in names]
    themes += [
        Theme(f"p-{part}", 3, place, part.capitalize(), (part,), f"t-{subject}")
        for place, (part, subject) in enumerate(below, 1)
    ]
    rows = []
    for number, (key, subject) in enumerate(subject_of.items()):
        rows += [ThemeAssignment(key, "h-everything", 1, 0.3), ThemeAssignment(key, f"t-{subject}", 2, 0.2)]
        if subject in parts:
            part = parts[subject][number % len(parts[subject])]
            rows.append(ThemeAssignment(key, f"p-{part}", 3, 0.1))
    rows.sort(key=lambda one: (one.segment, one.level))
    return Grouped(tuple(themes), tuple(rows), dict.fromkeys(subject_of, 0.5), 2, said)


def _points(
    said: DistinctSegments, subject_of: Mapping[Key, str], directions: Mapping[str, Sequence[float]], encoder: str
) -> SentencePoints:
    """A point for each segment, as its comment or its subject is told; here one text may have several."""
    vectors = np.array([directions.get(one.comment) or directions[subject_of[one.key]] for one in said.segments])
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return SentencePoints(unit, {one.key: row for row, one in enumerate(said.segments)}, encoder)
