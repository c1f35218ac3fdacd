"""Label files: a council takes what its people said of promises along, and brings such a file in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from flask import current_app
from sqlalchemy.engine import Connection

from analysis.standard_labels import StandardLabel, settled
from analysis.standard_labels_file import LabelsWrong, labels_as_written, labels_to_json
from analysis.strategy import load_strategies, strategy_from_json
from feedback_app.config import folder_of_strategies
from feedback_app.errors import HeardError
from feedback_app.label_checks import problems_in
from feedback_app.storage import areas, findings, labels, staff, waves
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.sealing import unseal
from feedback_app.taught import one_label_each

MOST_TOLD = 20  # problems of one file that are told; the rest are counted


class LabelsRefused(HeardError):
    """Something is wrong with a file of labels, so that nothing of it was kept. Each problem quotes no words."""

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


@dataclass(frozen=True, slots=True)
class Brought:
    """How many labels of a file are new, and how many were here already."""

    new: int
    known: int


def labels_to_take(area_slug: str) -> tuple[StandardLabel, ...]:
    """The labels that may leave: of words that a person released as a quotation, as they were released.

    No service stands beside them, and nobody can find an answer by the comment's name in the file. What files brought
    stays where it came from.
    """
    with reading() as session:
        return _to_take(session, areas.by_slug(session, area_slug).id)


def take_labels(area_slug: str, *, staff_id: str | None) -> str:
    """The text of a file with `labels_to_take`: the same labels, the same text. That it was taken is written down."""
    with transaction() as session:
        area = areas.by_slug(session, area_slug)
        found = _to_take(session, area.id)
        details = {"labels": len(found)}
        staff.note(session, "labels taken", area_id=area.id, staff_id=staff_id, subject=area.id, details=details)
    return labels_to_json(found)


def bring_labels(area_slug: str, text: str, *, source: str, staff_id: str | None) -> Brought:
    """Keep the labels of a file, all or none; those that are here already are not kept twice.

    Raises LabelsRefused with each label that is wrong, by its number from 1, and why.
    """
    try:
        found = labels_as_written(text, source=source)
    except LabelsWrong as wrong:
        raise LabelsRefused(str(wrong).split("\n")) from wrong
    with reading() as session:
        area = areas.by_slug(session, area_slug)
        standards = _standards(session, area.id)
    # before anything is written: thousands of words take a while, and answers must not wait for them
    _refuse_wrong(found, standards, area.details.get("places", ()))
    with transaction() as session:
        known = {*_to_take(session, area.id), *_brought_before(session, area.id)}
        new = [label for label in settled(found) if label not in known]
        labels.bring(session, area.id, new, staff_id=staff_id)
        details = {"labels": len(new)}
        staff.note(session, "labels brought", area_id=area.id, staff_id=staff_id, subject=area.id, details=details)
    return Brought(len(new), len(settled(found)) - len(new))


def _to_take(session: Connection, area_id: str) -> tuple[StandardLabel, ...]:
    released = {
        key: unseal(row.words, f"release:{row.id}")
        for wave in waves.every(session, area_id)
        for key, row in findings.decisions(session, area_id, wave.id).items()
        if row.state == "released" and row.words is not None
    }
    rows = [row for row in labels.of_area(session, area_id) if (row.answer_id, row.ordinal) in released]
    return settled(
        replace(label, comment=_name_in_file(row.answer_id), words=released[row.answer_id, row.ordinal], service="")
        for row, label in one_label_each(rows)
    )


def _name_in_file(answer_id: str) -> str:
    """The same for every label of a comment; from 128 random bits nobody can reckon back."""
    return sha256(f"heard label {answer_id}".encode()).hexdigest()[:16]


def _brought_before(session: Connection, area_id: str) -> Iterator[StandardLabel]:
    for row in labels.of_area(session, area_id):
        if row.answer_id is None:
            yield labels.as_label(row)


def _standards(session: Connection, area_id: str) -> frozenset[str]:
    """Every standard that is known: of strategies as they are now, and as the area's waves were read against them."""
    ours = load_strategies(folder_of_strategies(Path(current_app.instance_path)))
    rows = [row for wave in waves.every(session, area_id) for row in waves.strategies(session, area_id, wave.id)]
    kept = [strategy_from_json(row.definition) for row in rows]
    return frozenset(one.id for strategy in (*ours, *kept) for one in strategy.standards)


def _refuse_wrong(found: Sequence[StandardLabel], standards: frozenset[str], places: Sequence[str]) -> None:
    problems = problems_in(found, standards, places)
    if problems:
        more = len(problems) - MOST_TOLD
        told = [*problems[:MOST_TOLD], f"And {more} more."] if more > 0 else problems
        raise LabelsRefused([*told, "Nothing of this file was kept."])
