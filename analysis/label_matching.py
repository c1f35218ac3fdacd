"""Which standard a council's own label means: by its id, by its name, or as a file says."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from analysis.errors import AnalysisError
from analysis.reading import read_table
from analysis.strategy import Standard

_NOT_IN_A_NAME: Final = re.compile(r"[\W_]+")
_ALIKE: Final = 0.75  # of difflib's ratio: "ehcp" is like "ehcps", "co production" is not like "communication"
_LABEL, _STANDARD = "label", "standard"


class LabelsUnmatched(AnalysisError):
    """No label means a standard, or one could mean several; the message says what to change."""


@dataclass(frozen=True, slots=True)
class Matched:
    """The standard's id of each label as it was written, "" for one that is none of the standards; the rest in
    `unmatched`, each with the standard's id that is written most like it, or nothing.
    """

    standards: Mapping[str, str]
    unmatched: Mapping[str, str]


def match_labels(
    labels: Iterable[str], standards: Sequence[Standard], told: Mapping[str, str] | None = None
) -> Matched:
    """Match labels to standards: as they are told, or by the id, its last part, or the name.

    Capitals, spaces, hyphens and full stops do not matter.

    Parameters
    ----------
    labels : iterable of str
    standards : sequence of Standard
        Those of the chosen sets.
    told : mapping of str to str, optional
        What `read_matches` read; it goes before everything else.

    Raises
    ------
    LabelsUnmatched
        A label is the name of several standards, or not one label means any.
    """
    known = _names(standards)
    given = {_plain(label): standard for label, standard in (told or {}).items()}
    found: dict[str, str] = {}
    unmatched: dict[str, str] = {}
    for label in sorted(set(labels)):
        plain = _plain(label)
        if plain in given:
            found[label] = given[plain]
        elif plain in known:
            found[label] = _the_only(label, known[plain])
        else:
            near = difflib.get_close_matches(plain, list(known), n=1, cutoff=_ALIKE)
            unmatched[label] = known[near[0]][0] if near else ""
    if not any(found.values()):
        ids = ", ".join(standard.id.split("/")[-1] for standard in standards)
        raise LabelsUnmatched(f"no label is one of the standards ({ids}); say with --match which means which")
    return Matched(found, unmatched)


def read_matches(path: Path, standards: Sequence[Standard]) -> dict[str, str]:
    """Read a file with the columns `label` and `standard`: an id, a name, or nothing for "none of the standards".

    Raises
    ------
    FileWrong
        As in `analysis.reading`.
    LabelsUnmatched
        A standard is none of those that were chosen, or a label stands twice.
    """
    known = _names(standards)
    matches: dict[str, str] = {}
    for number, row in enumerate(read_table(path, (_LABEL, _STANDARD)), start=1):
        label, standard = row[_LABEL].strip(), row[_STANDARD].strip()
        if standard and _plain(standard) not in known:
            raise LabelsUnmatched(f"{path}: row {number} names a standard that is none of the chosen: {standard!r}")
        if label in matches:
            raise LabelsUnmatched(f"{path}: row {number} has a label that stands above already: {label!r}")
        matches[label] = _the_only(standard, known[_plain(standard)]) if standard else ""
    return matches


def _names(standards: Sequence[Standard]) -> dict[str, list[str]]:
    """The ids of the standards that each spelling means. A whole id means one; so does a name in one set."""
    found: dict[str, list[str]] = {}
    for standard in standards:
        for spelling in (standard.id, standard.id.split("/")[-1], standard.name):
            ids = found.setdefault(_plain(spelling), [])
            if standard.id not in ids:
                ids.append(standard.id)
    return found


def _the_only(label: str, ids: Sequence[str]) -> str:
    if len(ids) > 1:
        raise LabelsUnmatched(
            f"the label {label!r} could be {' or '.join(ids)}: choose one set with --strategy, or say it with --match"
        )
    return ids[0]


def _plain(words: str) -> str:
    return _NOT_IN_A_NAME.sub(" ", words.casefold().replace("&", " and ")).strip()
