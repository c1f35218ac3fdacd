"""Editions of a pack: the next one without some quotes, and what two of them show differently."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from sqlite_utils import Database

from analysis.disclosure import FLOOR, small_changes
from analysis.errors import AnalysisError
from analysis.evidence.writer import write_pack

TABLES = (
    "about", "people", "people_facts", "questions", "scales", "scale_counts", "themes", "theme_counts", "standards",
    "standard_counts", "standard_strengths", "standard_words", "theme_standards", "shared_voices", "related_standards",
    "related_elsewhere", "list_voices", "gaps", "quotes", "quote_standards", "published_results", "decisions",
    "figures",
)  # fmt: skip


class EditionWouldTell(AnalysisError):
    """A count differs a little from an edition given out before: the difference would be about a few people."""


def quote_words(pack: Path) -> Mapping[int, str]:
    """The words of each quote of a pack, by its number."""
    return {int(str(row["id"])): str(row["words"]) for row in _rows(pack, "quotes")}


def write_without_quotes(earlier: Path, path: Path, quotes: Collection[int], *, edition: int) -> None:
    """Write the next edition of a pack without these quotes; every count and every other quote stays as it was."""
    tables = {name: _rows(earlier, name) for name in TABLES}
    tables["quotes"] = [row for row in tables["quotes"] if row["id"] not in quotes]
    tables["quote_standards"] = [row for row in tables["quote_standards"] if row["quote_id"] not in quotes]
    tables["about"] = [{**row, "value": str(edition)} if row["name"] == "edition" else row for row in tables["about"]]
    write_pack(tables, path)


def refuse_small_changes(earlier: Path, later: Path, *, floor: int = FLOOR) -> None:
    """Raise EditionWouldTell when a count that both packs show differs by 1 to `floor` - 1."""
    changed = small_changes(_shown(earlier), _shown(later), floor=floor)
    if changed:
        raise EditionWouldTell(
            f"{len(changed)} counts differ by fewer than {floor} people from the edition given out before, "
            f"as {changed[0]}. Wait until more answers can be added together."
        )


def _shown(pack: Path) -> dict[str, int | None]:
    counts: dict[str, int | None] = {}
    for row in _rows(pack, "people"):
        for column in ("took_part", "finished", "wrote"):
            counts[f"people/{row['group_id']}/{column}"] = _count(row[column])
    for table, subject in (("theme_counts", "theme_id"), ("standard_counts", "standard_id")):
        for row in _rows(pack, table):
            counts[f"{table}/{row[subject]}/{row['group_id']}/{row['sentiment']}"] = _count(row["people"])
    for row in _rows(pack, "standard_strengths"):
        counts[f"standard_strengths/{row['standard_id']}/{row['group_id']}/{row['strength']}"] = _count(row["people"])
    for row in _rows(pack, "theme_standards"):
        pair = f"theme_standards/{row['theme_id']}/{row['standard_id']}"
        counts |= _with_sum(counts, pair, row)
    for row in _rows(pack, "shared_voices"):
        pair = f"shared_voices/{row['one_id']}/{row['other_id']}"
        counts |= _with_sum(counts, pair, row)
    for row in _rows(pack, "list_voices"):
        counts[f"list_voices/{row['area_id']}/{row['set_id']}/{row['group_id']}"] = _count(row["people"])
    for row in _rows(pack, "scales"):
        counts[f"scales/{row['question_id']}/{row['service_id']}"] = _count(row["answered"])
    return counts


def _with_sum(counts: Mapping[str, int | None], pair: str, row: Mapping[str, object]) -> dict[str, int | None]:
    """A group's number, and the sum of those that are shown: where one edition shows everyone's and the other one
    group's, the difference is the other group. An earlier pack has everyone's and does not say so.
    """
    people = _count(row["people"]) or 0
    return {
        f"{pair}/{row.get('group_id', 'everyone')}": people,
        f"{pair}/shown": (counts.get(f"{pair}/shown") or 0) + people,
    }


def _count(value: object) -> int | None:
    return value if isinstance(value, int) else None


def _rows(pack: Path, table: str) -> list[dict[str, object]]:
    database = Database(pack)
    try:
        return list(database[table].rows)
    finally:
        database.close()
