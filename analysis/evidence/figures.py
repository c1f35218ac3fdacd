"""Rows of drawn charts: a scale bar for each closed question whose answers may be shown."""

from __future__ import annotations

from collections.abc import Iterable

from analysis.disclosure_scales import ShownScale
from analysis.evidence.counts import Row
from analysis.evidence.groups import Groups
from analysis.evidence.questions import question_id, scale_group
from analysis.figures import BarPart, bar_in_words, scale_bar
from analysis.findings import ScaleResult
from analysis.voices import AskedQuestion, Voices


def figure_rows(
    scales: Iterable[tuple[ScaleResult, AskedQuestion, ShownScale]], voices: Voices, groups: Groups
) -> Iterable[Row]:
    """Drawn from what is shown, so that no picture holds a number that the tables hide."""
    position = 0
    for scale_id, (result, question, scale) in enumerate(scales, start=1):
        parts = _parts(question, scale)
        if len(parts) < 2:
            continue
        position += 1
        group = scale_group(result, groups)
        words = bar_in_words(groups.name(group), parts)
        service = voices.services.get(result.service, result.service)
        yield {
            "id": f"scale-{scale_id}",
            "position": position,
            "kind": "scale bar",
            "title": f"{question.words} {service}".strip(),
            "group_id": group,
            "question_id": question_id(question),
            "scale_id": scale_id,
            "svg": scale_bar(parts, words),
            "words": words,
            "base": f"{scale.answered.words} answered",
        }


def _parts(question: AskedQuestion, scale: ShownScale) -> list[BarPart]:
    """The parts of the bar, or none where a choice has no score to colour it by."""
    scores = {choice.id: choice.score for choice in question.choices if choice.score is not None}
    labels = {choice.id: choice.label for choice in question.choices}
    parts = []
    for part in scale.parts:
        if part.shown.count is None or not scores.keys() >= set(part.choices):
            return []
        tone = _tone(scores[part.choices[0]], list(scores.values())) if len(part.choices) == 1 else 0
        parts.append(BarPart(tuple(labels[choice] for choice in part.choices), part.shown.count, tone))
    return parts


def _tone(score: float, scale: list[float]) -> int:
    low, high = min(scale), max(scale)
    return 1 + int(4 * (score - low) / (high - low) + 0.5) if high > low else 3
