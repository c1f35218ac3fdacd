"""What is wrong with labels that a file brings: what may not stay here, told by number and quoting no words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from analysis.concerns import rules_found
from analysis.redaction import redact
from analysis.standard_labels import StandardLabel
from feedback_app.storage.tables import today

Subject = tuple[str, str, str, str, str]  # what a label is of, by whom and when


def problems_in(found: Sequence[StandardLabel], standards: frozenset[str], places: Sequence[str]) -> list[str]:
    """A sentence for each thing that is wrong with a label, by its number from 1. The same words are read once."""
    said: dict[Subject, bool] = {}
    for label in found:
        said.setdefault(_subject(label), label.speaks)
    of_words = {words: _of_words(words, places) for words in dict.fromkeys(label.words for label in found)}
    names = {name for label in found for name in (label.by, label.asked, label.service) if name}
    of_names = {name for name in sorted(names) if redact(name).found}
    return [
        f"Label {number}: {problem}."
        for number, label in enumerate(found, start=1)
        for problem in (*of_words[label.words], *_problems(label, standards, of_names, said))
    ]


def _of_words(words: str, places: Sequence[str]) -> tuple[str, ...]:
    if rules_found(words):
        return ("its words may be a concern. They are for the safeguarding lead, not for a file of labels",)
    if redact(words, places=places).found:
        return ("its words still hold what looks like a name, a place to reach somebody or a school. Take it out",)
    return ()


def _problems(
    label: StandardLabel, standards: frozenset[str], names: set[str], said: Mapping[Subject, bool]
) -> Iterator[str]:
    if label.standard not in standards:
        yield f"there is no promise {label.standard} in any strategy that is known here"
    if label.by in names:
        yield "`by` looks like a person’s name. Write a role or a group"
    for place, name in (("asked", label.asked), ("service", label.service)):
        if name in names:
            yield f"`{place}` holds what looks like a name, a place to reach somebody or a school. Take it out"
    if not _is_a_day(label.at):
        yield "`at` is no day up to today, as 2026-11-28"
    if said[_subject(label)] != label.speaks:
        yield "an earlier label says the other of the same words and promise, on the same day by the same people"


def _subject(label: StandardLabel) -> Subject:
    return label.comment, label.words, label.standard, label.by, label.at


def _is_a_day(at: str) -> bool:
    try:
        return not at or dt.date.fromisoformat(at) <= today()
    except ValueError:
        return False
