"""What was answered to closed questions, by question, group and service."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from feedback_app.storage.pack_rows import Figure, Group, Pack, Question, Scale, ScalePart
from surveys.routes import CHILDREN

FIRST_CHILD = CHILDREN["child-1"]


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands under one option in a table, or under `width` neighbours that are not split."""

    part: ScalePart
    width: int


@dataclass(frozen=True, slots=True)
class Result:
    """One question's result for one group (and one service). `parts` has its answers and its kinds of no answer."""

    question: Question
    scale: Scale
    parts: tuple[ScalePart, ...]
    figure: Figure | None

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Its answers, option after option; hidden ones are one with the row of those that are not split."""
        cells: list[Cell] = []
        for part in self.parts:
            if part.part == "answer" and part.people is None and cells and cells[-1].part.part == "not split":
                cells[-1] = Cell(cells[-1].part, cells[-1].width + 1)
            elif part.part != "no answer":
                cells.append(Cell(part, int(part.part == "answer")))
        return tuple(cells)

    @property
    def is_split(self) -> bool:
        """Whether there is more to see than how many answered."""
        return len(self.cells) > 1

    def no_answer(self, kind: str) -> ScalePart | None:
        return next((one for one in self.parts if one.part == "no answer" and one.option_id == kind), None)


@dataclass(frozen=True, slots=True)
class SameScale:
    """Results with the same answers to choose from: they may stand in one table."""

    results: tuple[Result, ...]

    @property
    def options(self) -> Mapping[str, str]:
        return self._labels("answer")

    @property
    def no_answers(self) -> Mapping[str, str]:
        return self._labels("no answer")

    @property
    def has_averages(self) -> bool:
        return any(one.scale.mean is not None or one.scale.median is not None for one in self.results)

    @property
    def is_split(self) -> bool:
        return any(one.is_split for one in self.results)

    @property
    def has_services(self) -> bool:
        return any(one.scale.service_name for one in self.results)

    @property
    def about_heading(self) -> str:
        ids = {one.scale.service_id for one in self.results} - {""}
        return "Child" if ids <= set(CHILDREN) else "Service"

    def about(self, result: Result) -> str:
        """Which service or child a result is about; where others of the same question name one, what it is that has no
        name: nobody's service yet, or the child whom everybody answers about."""
        if result.scale.service_name:
            return result.scale.service_name
        others = {one.scale.service_id for one in self.results if one.question.id == result.question.id} - {""}
        if not others:
            return ""
        return FIRST_CHILD if others <= set(CHILDREN) else "None yet"

    @property
    def key(self) -> Mapping[int, tuple[str, ...]]:
        """Which colour of a bar, 5 (best) to 1, stands for which answers; none where an answer has no score."""
        scores = {part.label: part.score for one in self.results for part in one.parts if part.part == "answer"}
        numbers = [score for score in scores.values() if score is not None]
        if not numbers or len(numbers) < len(scores):
            return {}
        key: dict[int, tuple[str, ...]] = {}
        for label, score in scores.items():
            tone = _tone(score or 0.0, min(numbers), max(numbers))
            key[tone] = (*key.get(tone, ()), label)
        return dict(sorted(key.items(), reverse=True))

    @property
    def has_merged_parts(self) -> bool:
        return any(cell.width > 1 for one in self.results if one.is_split for cell in one.cells)

    def _labels(self, kind: str) -> Mapping[str, str]:
        return {part.option_id: part.label for one in self.results for part in one.parts if part.part == kind}


@dataclass(frozen=True, slots=True)
class Asked:
    """One question, or several that ask the same thing of several groups: side by side, never pooled."""

    results: tuple[Result, ...]

    @property
    def question(self) -> Question:
        return self.results[0].question

    @property
    def survey(self) -> str:
        return self.question.survey

    @property
    def joins_surveys(self) -> bool:
        return len({one.question.survey for one in self.results}) > 1

    @property
    def scales(self) -> tuple[SameScale, ...]:
        found: dict[str, list[Result]] = {}
        for one in self.results:
            found.setdefault(one.question.scale or one.question.question, []).append(one)
        return tuple(SameScale(tuple(results)) for results in found.values())


def results_of(pack: Pack, groups: Sequence[Group]) -> tuple[Result, ...]:
    """Every result of these groups, question after question in the pack's order."""
    order = {one.id: place for place, one in enumerate(pack.questions)}
    parts: dict[int, list[ScalePart]] = {}
    for part in pack.scale_parts:
        parts.setdefault(part.scale_id, []).append(part)
    figures = {one.scale_id: one for one in pack.figures}
    here = {group.group_id for group in groups}
    return tuple(
        Result(pack.questions[order[one.question_id]], one, tuple(parts.get(one.id, ())), figures.get(one.id))
        for one in sorted(pack.scales, key=lambda one: (order[one.question_id], one.id))
        if one.group_id in here
    )


def asked_alike(results: Sequence[Result]) -> tuple[Asked, ...]:
    """Put results of the same question together, and those of questions that are linked."""
    found: dict[str, list[Result]] = {}
    for one in results:
        found.setdefault(one.question.link or one.question.question, []).append(one)
    return tuple(Asked(tuple(same)) for same in found.values())


def _tone(score: float, low: float, high: float) -> int:
    """As analysis.evidence.figures colours a bar: by the score's place between the ends of its scale."""
    return 1 + int(4 * (score - low) / (high - low) + 0.5) if high > low else 3
