"""What speaks to which standard, and nothing else of an analysis: for one look at a strategy, in seconds."""

from __future__ import annotations

from collections.abc import Sequence

from threadpoolctl import threadpool_limits

from analysis.findings import Findings
from analysis.pipeline import map_comments
from analysis.related_words import related_by_words
from analysis.segmenting import read_comments
from analysis.strategy import Strategy
from analysis.voices import Voices


def map_voices(voices: Voices, strategies: Sequence[Strategy], *, places: Sequence[str] = ()) -> Findings:
    """Findings without themes, scales and quotes: the links are those that `analyse` would give without labels.

    Parameters
    ----------
    voices : Voices
    strategies : sequence of Strategy
        Narrowed to the sets that are read against (`choose_sets`).
    places : sequence of str
        Names of towns and villages to redact.
    """
    segments = read_comments(voices.comments, places=places).segments
    answers = [segment for segment in segments if segment.is_answer]
    with threadpool_limits(1):
        links = map_comments(answers, strategies, voices).links
        related = related_by_words(strategies)
    return Findings(voices, tuple(strategies), segments, (), (), links, (), (), 1, related=related)
