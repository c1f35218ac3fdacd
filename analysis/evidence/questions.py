"""Rows about what was asked, and the results of closed questions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, Literal

from analysis.disclosure import SMALL_BASE, Part, show_partition
from analysis.disclosure_scales import ShownScale, show_number, show_scale
from analysis.evidence.counts import Row
from analysis.evidence.groups import EVERYONE, NOT_SAID, Groups
from analysis.findings import Findings, ScaleResult
from analysis.voices import AskedQuestion, Missing, Voices

NOT_SPLIT = "not split"
_OF_ANY_QUESTION: Final[tuple[Missing, ...]] = ("skipped", "not_understood")
# A mean beside a bar tells how its merged parts split. Long scales keep the mean, short ones the bar.
_KEEPS_MEAN: Final = frozenset({"happy10", "goal10"})
_MISSING: Final[Mapping[Missing, str]] = {
    "dont_know": "Don’t know",
    "prefer_not": "Prefer not to say",
    "not_applicable": "Does not apply",
    "not_used": "Has not used this",
    "could_not_tell": "Could not tell",
    "skipped": "No answer",
    "not_understood": "Not understood",
}


def question_rows(voices: Voices, groups: Groups) -> Iterable[Row]:
    """What was asked of the groups that took part, in the order asked."""
    names = {group.id: group.name for group in groups.each}
    asked = [question for question in voices.questions if not question.group or question.group in names]
    for position, question in enumerate(asked, start=1):
        yield {
            "id": question_id(question),
            "position": position,
            "question": question.id,
            "survey": question.survey,
            "group_id": question.group or None,
            "group_name": names.get(question.group, ""),
            "words": question.words,
            "kind": question.kind,
            "asks": question.asks or "",
            "link": question.link,
            "domain": question.domain,
            "scale": question.scale,
        }


def question_id(question: AskedQuestion) -> str:
    return f"{question.id}/{question.group}" if question.group else question.id


def shown_scales(findings: Findings, *, floor: int) -> list[tuple[ScaleResult, AskedQuestion, ShownScale]]:
    """Every scale result with its question, and what of it may be shown.

    Not who filled it in and other facts about people: `people_facts` counts them, and two counts of one thing, one of
    the whole group and one of each survey, tell what each of them hides.
    """
    asked = {(question.id, question.group): question for question in findings.voices.questions}
    facts = {fact for person in findings.voices.people for fact in person.attributes}
    shown = []
    for result in findings.scales:
        if result.question.rpartition("/")[2] in facts:
            continue
        question = asked.get((result.question, result.group)) or asked[result.question, ""]
        scores = {choice.id: choice.score for choice in question.choices}
        keep: Literal["bar", "mean"] = "mean" if question.scale in _KEEPS_MEAN else "bar"
        scale = (
            show_number(result.answered, result.median, floor=floor)
            if question.kind == "number"
            else show_scale(result.counts, scores, keep=keep, floor=floor)
        )
        shown.append((result, question, scale))
    return shown


def scale_rows(
    shown: Iterable[tuple[ScaleResult, AskedQuestion, ShownScale]], voices: Voices, groups: Groups
) -> Iterable[Row]:
    for number, (result, question, scale) in enumerate(shown, start=1):
        group = scale_group(result, groups)
        answered = scale.answered.count
        yield {
            "id": number,
            "question_id": question_id(question),
            "question": question.words,
            "group_id": group,
            "group_name": groups.name(group),
            "service_id": result.service,
            "service_name": voices.services.get(result.service, result.service),
            "answered": answered,
            "answered_shown": scale.answered.words,
            "mean": scale.mean,
            "median": scale.median,
            "small_base": int(answered is not None and answered < SMALL_BASE),
        }


def scale_count_rows(shown: Iterable[tuple[ScaleResult, AskedQuestion, ShownScale]], *, floor: int) -> Iterable[Row]:
    """The bar's parts in the order shown, with the choices of a merged part after it, then the kinds of no answer."""
    number = 0
    for scale_id, (result, question, scale) in enumerate(shown, start=1):
        rows = [*_part_rows(question, scale), *_missing_rows(result, question, floor)]
        for position, row in enumerate(rows, start=1):
            number += 1
            yield {"id": number, "scale_id": scale_id, "position": position, **row}


def scale_group(result: ScaleResult, groups: Groups) -> str:
    ids = {group.id for group in groups.each}
    return result.group if result.group in ids else (NOT_SAID if NOT_SAID in ids else EVERYONE)


def _part_rows(question: AskedQuestion, scale: ShownScale) -> Iterable[Row]:
    choices = {choice.id: choice for choice in question.choices}
    answered = scale.answered.count
    for part in scale.parts:
        labels = [choices[choice].label for choice in part.choices]
        is_split = len(part.choices) == 1
        yield {
            "part": "answer" if is_split else NOT_SPLIT,
            "option_id": part.choices[0] if is_split else "",
            "label": labels[0] if is_split else f"Not split: {', '.join(labels)}",
            "score": choices[part.choices[0]].score if is_split else None,
            "people": part.shown.count,
            "share": _share(part, answered),
            "shown": part.shown.words,
        }
        if not is_split:
            for choice in part.choices:
                yield _hidden_row(choice, choices[choice].label, choices[choice].score)


def _hidden_row(option: str, label: str, score: float | None) -> Row:
    hidden = {"people": None, "share": None, "shown": NOT_SPLIT}
    return {"part": "answer", "option_id": option, "label": label, "score": score, **hidden}


def _missing_rows(result: ScaleResult, question: AskedQuestion, floor: int) -> Iterable[Row]:
    """Kinds of no answer together make up those who took part and did not answer, so they are a partition.

    A blank and "I don't understand this" can be had of every question: a kind that stood there only where somebody
    gave it would tell that nobody did elsewhere.
    """
    labels = {choice.missing: choice.label for choice in question.choices if choice.missing}
    possible = {*labels, *_OF_ANY_QUESTION, *result.missing}
    kinds: dict[str, int] = {kind: result.missing.get(kind, 0) for kind in _MISSING if kind in possible}
    for kind, shown in show_partition(kinds, floor=floor).items():
        yield {
            "part": "no answer",
            "option_id": kind,
            "label": labels.get(kind) or _MISSING[kind],  # type: ignore[call-overload,index]  # keys of _MISSING
            "score": None,
            "people": shown.count,
            "share": None,
            "shown": shown.words,
        }


def _share(part: Part, answered: int | None) -> int | None:
    if part.shown.count is None or not answered:
        return None
    return (200 * part.shown.count + answered) // (2 * answered)
