"""What is wrong with a strategy's document: each problem with its place and what to change."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from analysis.documents import NUMBER, TABLES, TEXT, TEXTS, Document, field_problems, tables, texts
from analysis.strategy_model import INVENTED, KINDS, NEGATIVE, STATUS_WORDS

_STRATEGY: Final[Mapping[str, str]] = {
    "area": TEXT,
    "area_name": TEXT,
    "version": NUMBER,
    "title": TEXT,
    "title_by": TEXT,
    "status": TEXT,
    "status_note": TEXT,
    "source_file": TEXT,
    "how_to_read": TEXT,
    "changed": TEXT,
    "cycle": TABLES,
    "cycle_source": TEXT,
    "not_included": TEXTS,
    "sets": TABLES,
}
_SET: Final[Mapping[str, str]] = {
    "id": TEXT,
    "name": TEXT,
    "kind": TEXT,
    "heading_by": TEXT,
    "name_by": TEXT,
    "description_by": TEXT,
    "easy_read_by": TEXT,
    "polarity": TEXT,
    "status": TEXT,
    "status_note": TEXT,
    "note": TEXT,
    "selection": TEXT,
    "not_included": TEXTS,
    "standards": TABLES,
}
_STANDARD: Final[Mapping[str, str]] = {
    "id": TEXT,
    "name": TEXT,
    "description": TEXT,
    "name_by": TEXT,
    "description_by": TEXT,
    "description_basis": TEXT,
    "easy_read": TEXT,
    "easy_read_by": TEXT,
    "keywords": TEXTS,
    "about": TEXTS,
    "match_only_words": TEXTS,
    "polarity": TEXT,
    "status": TEXT,
    "status_note": TEXT,
    "lacks": TEXT,
    "note": TEXT,
    "source": TEXT,
    "modelled_on": TEXT,
}
_STAGE: Final[Mapping[str, str]] = {"id": TEXT, "name": TEXT}
_WRITERS: Final = ("seed", "us", "young people")
_CHOICES: Final[Mapping[str, Sequence[str]]] = {
    "kind": sorted(KINDS),
    "polarity": [NEGATIVE],
    "status": sorted(STATUS_WORDS),
    "title_by": _WRITERS,
    "heading_by": _WRITERS,
    "name_by": _WRITERS,
    "description_by": _WRITERS,
    "easy_read_by": _WRITERS,
    "description_basis": ["heading only"],
    "selection": ["selected"],
}
_ID: Final = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")


def problems_in(document: Document) -> Iterator[str]:
    """Yield one sentence for each problem, in the order of the document; none for a sound strategy."""
    needs = ("area", "area_name", "version", "title", "sets")
    yield from field_problems(document, "the strategy", _STRATEGY, needs=needs, choices=_CHOICES)
    yield from _id_problems(document, "area", "the strategy")
    yield from _cycle_problems(document)
    yield from _list_problems(document, "sets", "the strategy")
    for one_set in tables(document, "sets"):
        yield from _set_problems(one_set)
        for standard in tables(one_set, "standards"):
            yield from _standard_problems(standard, one_set, is_invented=document.get("status") == INVENTED)


def _cycle_problems(document: Document) -> Iterator[str]:
    if not document.get("cycle") and not document.get("cycle_source"):
        yield "the strategy: write its `cycle`, or say in `cycle_source` why it prints none"
    stages = tables(document, "cycle")
    yield from _repeats(stages, "the cycle")
    for stage in stages:
        yield from field_problems(stage, f"stage {_named(stage)}", _STAGE, needs=("id", "name"))


def _set_problems(one_set: Document) -> Iterator[str]:
    place = f"set {_named(one_set)}"
    yield from field_problems(one_set, place, _SET, needs=("id", "name", "kind", "standards"), choices=_CHOICES)
    yield from _id_problems(one_set, "id", place)
    yield from _list_problems(one_set, "standards", place)


def _standard_problems(standard: Document, one_set: Document, *, is_invented: bool) -> Iterator[str]:
    place = f"standard {_named(one_set)}/{_named(standard)}"
    needs = ("id", "name", "description", "source")
    yield from field_problems(standard, place, _STANDARD, needs=needs, choices=_CHOICES)
    yield from _id_problems(standard, "id", place)
    if not (standard.get("description_by") or one_set.get("description_by")):
        yield f"{place}: say who wrote the description in `description_by`, here or on its set"
    if standard.get("easy_read") and not (standard.get("easy_read_by") or one_set.get("easy_read_by")):
        yield f"{place}: say who wrote the easy read in `easy_read_by`, here or on its set"
    if is_invented and not standard.get("modelled_on"):
        yield f"{place}: an invented example names the standard that it follows in `modelled_on`"
    yield from _word_problems(standard, place)


def _word_problems(standard: Document, place: str) -> Iterator[str]:
    keywords = [word.casefold() for word in texts(standard, "keywords")]
    for word in sorted({word for word in keywords if keywords.count(word) > 1}):
        yield f"{place}: `keywords` holds “{word}” twice; keep one"
    shown = " ".join([*keywords, *(str(standard.get(name, "")).casefold() for name in ("name", "description"))])
    # The word itself is not repeated: messages are printed, and these words never are.
    for number, word in enumerate(texts(standard, "match_only_words"), start=1):
        if word.casefold() in shown:
            yield f"{place}: take number {number} of `match_only_words` out of the words that are shown"


def _list_problems(table: Document, name: str, place: str) -> Iterator[str]:
    if table.get(name) == []:
        yield f"{place}: `{name}` is empty; write at least one"
    yield from _repeats(tables(table, name), place)


def _repeats(listed: Sequence[Document], place: str) -> Iterator[str]:
    ids = [_named(table) for table in listed]
    for repeated in sorted({one for one in ids if ids.count(one) > 1}):
        yield f"{place}: the id {repeated} stands twice; give one of them another"


def _id_problems(table: Document, name: str, place: str) -> Iterator[str]:
    value = table.get(name)
    if isinstance(value, str) and not _ID.fullmatch(value):
        yield f"{place}: `{name}` must be small letters and figures joined by - or _"


def _named(table: Document) -> str:
    return str(table.get("id", "without an id"))
