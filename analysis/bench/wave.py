"""One half of some comments as a wave: read and grouped once, then placed as often as there are decisions to try."""

from __future__ import annotations

from collections.abc import Sequence

from threadpoolctl import threadpool_limits

from analysis.carrying import carry
from analysis.codebook import Codebook
from analysis.decisions import ThemeDecision
from analysis.findings import Findings
from analysis.grouping import group_segments
from analysis.segmenting import read_comments
from analysis.stems import Stemmer
from analysis.thesaurus import load_thesaurus
from analysis.voices import Comment, Voices


class BenchWave:
    """The steps of `analyse` that themes need, so that grouping, which takes the time, is done once.

    Parameters
    ----------
    name : str
        What the wave is called.
    texts : sequence of str
    start : int
        The number of its first comment: two waves share none.
    """

    def __init__(self, name: str, texts: Sequence[str], *, start: int) -> None:
        comments = (
            Comment(str(place), f"row {place}", text, wave=name) for place, text in enumerate(texts, start=start)
        )
        self._name = name
        self._voices = Voices(tuple(comments))
        self._segments = read_comments(self._voices.comments).segments
        self._respondents = {comment.id: comment.respondent for comment in self._voices.comments}
        with threadpool_limits(1):
            answers = [segment for segment in self._segments if segment.is_answer]
            self._grouped = group_segments(answers, self._respondents, load_thesaurus())

    def findings(
        self,
        *,
        codebook: Codebook | None = None,
        again: Codebook | None = None,
        decisions: Sequence[ThemeDecision] = (),
    ) -> Findings:
        """What `analyse` would find of themes; nothing else is in it."""
        with threadpool_limits(1):
            placed = carry(
                self._grouped,
                self._respondents,
                Stemmer(load_thesaurus()),
                wave=self._name,
                codebook=codebook,
                again=again,
                decisions=decisions,
            )
        there = {theme.id for theme in placed.grouped.themes}
        has_place = {one.segment for one in placed.grouped.assignments}
        return Findings(
            voices=self._voices,
            strategies=(),
            segments=self._segments,
            themes=placed.grouped.themes,
            assignments=placed.grouped.assignments,
            links=(),
            quotes=(),
            scales=(),
            default_level=placed.grouped.read_level,
            unclear=tuple(one for one in placed.grouped.unclear if one.theme in there and one.segment not in has_place),
            suggested_themes=placed.suggested.themes,
            suggested_assignments=placed.suggested.assignments,
            carried=placed.carried,
        )
