"""Options as rows of the sheet `choices`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from surveys.kinds import READ_KINDS, TYPED_KINDS
from surveys.options import Option
from surveys.questions import Question
from surveys.xlsform.cells import cells_of
from surveys.xlsform.sheets import IMAGE, OURS_ON_CHOICES, Row, picture_file

PLAIN = frozenset({"id", "label"})
# typed, read or ticked: what is no answer to them stands in a column of ours
WITHOUT_LIST = TYPED_KINDS | READ_KINDS


def list_names(questions: Iterable[Question]) -> dict[str, str]:
    """The choice list of each question by its id: scales have one together, other questions one of their own."""
    of_scale: dict[str, tuple[Option, ...]] = {}
    names = {}
    for question in questions:
        if question.options and question.kind not in WITHOUT_LIST:
            is_shared = question.scale and of_scale.setdefault(question.scale, question.options) == question.options
            names[question.id] = question.scale if is_shared else f"{question.id}_options"
    return names


def choice_rows(questions: Iterable[Question], names: dict[str, str]) -> Iterator[Row]:
    """Every list once, in the order asked."""
    written = set()
    for question in questions:
        if question.id in names and names[question.id] not in written:
            written.add(names[question.id])
            for option in question.options:
                yield {"list_name": names[question.id], **choice_row(option)}


def choice_row(option: Option) -> Row:
    """One option. What a number on a line means stands in its label, because nothing else of ours is shown there."""
    kept = {f"{OURS_ON_CHOICES}{key}": cell for key, cell in cells_of(option, but=PLAIN)}
    image = {IMAGE: picture_file(option.picture)} if option.picture else {}
    return {"name": option.id, "label": shown_label(option.label, option.says), **image, **kept}


def shown_label(label: str, says: str) -> str:
    """`1: extremely unhappy`."""
    return f"{label}: {says}" if says else label
