"""The rows of a sheet as they are read: whatever nobody takes from one is told at the end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from surveys.xlsform.sheets import Row

ALIASES = {
    "relevance": "relevant",
    "skip logic": "relevant",
    "list name": "list_name",
    "value": "name",
    "title": "form_title",
    "form title": "form_title",
    "form id": "form_id",
    "id_string": "form_id",
    "set form title": "form_title",
    "set form id": "form_id",
}
IN_LANGUAGES = ("label", "hint")
WHY = {
    "appearance": "Heard draws each question its own way",
    "autoplay": "nothing plays by itself",
    "calculation": "Heard works nothing out",
    "choice_filter": "every choice of the list is offered",
    "constraint": "no answer is refused",
    "constraint_message": "no answer is refused",
    "default": "no answer is ever chosen beforehand",
    "read_only": "every question can be answered",
    "required": "no answer is ever required",
    "required_message": "no answer is ever required",
}


@dataclass(slots=True)
class ReadRow:
    """One row. `take` gives a cell once; what is left at the end was not carried."""

    sheet: str
    number: int
    cells: dict[str, str]

    def take(self, heading: str) -> str:
        return self.cells.pop(heading, "")

    def place(self, heading: str) -> str:
        """Where a cell stands, for a message."""
        return f"{self.sheet} row {self.number}, {heading}"


@dataclass(slots=True)
class Found:
    """What one import finds on its way: what must be changed, and what was left out."""

    problems: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


def read_rows(sheet: str, rows: Sequence[Row], language: str, found: Found) -> list[ReadRow]:
    """The rows that hold anything, with headings as Heard writes them and the words of one language.

    Parameters
    ----------
    language
        The one that `settings` calls the default; empty when it names none.
    """
    headings = list(dict.fromkeys(heading for row in rows for heading in row if heading))
    names = _names(sheet, headings, language, found)
    read = []
    for number, row in enumerate(rows, 2):
        cells = {names[heading]: words.strip() for heading, words in row.items() if heading and words.strip()}
        if cells:
            read.append(ReadRow(sheet, number, cells))
    return read


def tell_what_is_left(rows: Iterable[ReadRow], found: Found) -> None:
    """A sentence for each column of which cells were not taken."""
    left: dict[tuple[str, str], list[ReadRow]] = {}
    for row in rows:
        for heading in row.cells:
            left.setdefault((row.sheet, heading), []).append(row)
    for (_, heading), there in left.items():
        numbers = ", ".join(str(row.number) for row in there)
        why = WHY.get(heading.partition("::")[0])
        found.left_out.append(
            f"{there[0].sheet}, column {heading}, row{'s' if len(there) > 1 else ''} {numbers}: left out"
            + (f"; {why}" if why else "")
        )


def _names(sheet: str, headings: Sequence[str], language: str, found: Found) -> Mapping[str, str]:
    names = {heading: _plain(heading) for heading in headings}
    for base in IN_LANGUAGES:
        if base not in names.values() and (theirs := _in_languages(names, base)):
            chosen = _chosen(theirs, language)
            names[theirs[chosen]] = base
            if len(theirs) > 1:
                found.left_out.append(f"{sheet}, {base}: taken in {chosen}; Heard reads one language")
    for name, heading in _twice(names):
        found.problems.append(f"{sheet}, {heading}: there are two columns for `{name}`: take one away")
    return names


def _plain(heading: str) -> str:
    base, mark, rest = re.sub(r"\s*::\s*", "::", heading.strip()).partition("::")
    base = base.strip().lower()
    return f"{ALIASES.get(base, base)}{mark}{rest}"


def _in_languages(names: Mapping[str, str], base: str) -> dict[str, str]:
    return {name.partition("::")[2]: heading for heading, name in names.items() if name.startswith(f"{base}::")}


def _chosen(languages: Mapping[str, str], default: str) -> str:
    wanted = [name for name in languages if name == default]
    english = [name for name in languages if "(en" in name.lower() or name.lower() in ("english", "en")]
    return next(iter((*wanted, *english, *languages)))


def _twice(names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    seen = set()
    for heading, name in names.items():
        if name in seen:
            yield name, heading
        seen.add(name)
