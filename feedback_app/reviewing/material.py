"""What lies on a table: themes with released words, and none of a seat's own people or of a small group.

Only words that a person released as a quotation, that nobody holds, and whose writer nobody at a table may know. Beside
them stands no group, place, age or service, and nothing can be searched.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.engine import Connection

from analysis.findings import STEADY
from feedback_app.errors import NotFound
from feedback_app.publishing import NotAnalysed
from feedback_app.reviewing.released import Key, is_kept, key_of, released_words, small_groups
from feedback_app.reviewing.seats import Hidden, Seat
from feedback_app.storage import findings
from feedback_app.storage import material as rows
from feedback_app.storage.db import reading
from feedback_app.storage.rows import Record

TYPICAL = 5
SURE = 0.8
# how many of those who wrote: the words of the report, which always mean the same shares (percent)
SHARES = (
    (50, "Most people who wrote said something like this."),
    (30, "Many people said something like this."),
    (10, "Some people said something like this."),
    (0, "A few people said something like this."),
)


class NoSuchTheme(NotFound):
    words = "There is no such theme on this table. It may have been joined with another."


@dataclass(frozen=True, slots=True)
class Quote:
    """Released words at the table. `key` is their answer's id and their place in it."""

    key: Key
    words: str

    @property
    def id(self) -> str:
        return f"{self.key[0]}-{self.key[1]}"


@dataclass(frozen=True, slots=True)
class TableTheme:
    """One theme as a seat sees it. `machine` is empty where young people made it.

    `quotes` are all the words that this seat may see of it, `typical` up to five of them, `outlier` one that may not
    fit. `how_many` and `steady` are in words: a number could be told apart from those of the report.
    """

    slug: str
    machine: str
    terms: tuple[str, ...]
    young_people: str
    commissioner: str
    how_many: str
    steady: str
    typical: tuple[Quote, ...]
    outlier: Quote | None
    quotes: tuple[Quote, ...]

    @property
    def shown_name(self) -> str:
        return self.young_people or self.machine


@dataclass(frozen=True, slots=True)
class Material:
    """The themes of a wave's newest analysis, as they lie before one seat."""

    analysis_id: str
    made_at: dt.datetime
    themes: tuple[TableTheme, ...]

    def theme(self, slug: str) -> TableTheme:
        """Raises NoSuchTheme."""
        found = next((one for one in self.themes if one.slug == slug), None)
        if found is None:
            raise NoSuchTheme
        return found

    def after(self, slug: str) -> TableTheme | None:
        """The next theme after this one; None after the last."""
        place = [one.slug for one in self.themes].index(slug)
        return self.themes[place + 1] if place + 1 < len(self.themes) else None


def material_for(seat: Seat) -> Material:
    """What a seat may see. Raises NotAnalysed."""
    with reading() as session:
        return on_table(session, seat.sitting.area_id, seat.sitting.wave_id, seat.hidden)


def on_table(session: Connection, area_id: str, wave_id: str, hidden: Hidden) -> Material:
    """What may lie before somebody from whom these are kept. Raises NotAnalysed."""
    analysis = findings.newest(session, area_id, wave_id)
    if analysis is None:
        raise NotAnalysed
    placed = rows.in_themes(session, area_id, analysis.id, analysis.default_level)
    wrote = rows.wrote(session, area_id, analysis.id)
    words = released_words(session, area_id, wave_id)
    small = small_groups(wrote)
    may_see = [row for row in placed if key_of(row) in words and not is_kept(row, hidden, small)]
    said = Counter(slug for slug, _ in {(row.slug, row.response_id) for row in placed})
    names = rows.names(session, area_id, analysis.id)
    picked = {(str(a), int(o), str(t)): str(kind) for a, o, t, kind in analysis.how.get("quotes", [])}
    by_people = set(analysis.how.get("made_by_people", []))
    themes = []
    for row in findings.themes(session, area_id, analysis.id):
        if row.level != analysis.default_level:
            continue
        mine = [one for one in may_see if one.slug == row.slug]
        typical, outlier = _chosen(mine, picked)
        named = names.get(row.slug, {})
        themes.append(
            TableTheme(
                slug=row.slug,
                machine="" if row.slug in by_people else row.machine_name,
                terms=tuple(row.terms),
                young_people=named.get("young_people", ""),
                commissioner=named.get("commissioner", ""),
                how_many=_how_many(said[row.slug], len(wrote)),
                steady=_steady(row.steadiness),
                typical=_quotes(typical, words),
                outlier=next(iter(_quotes(outlier, words)), None),
                quotes=_quotes(mine, words),
            )
        )
    return Material(analysis.id, analysis.made_at, tuple(themes))


def _chosen(mine: Sequence[Record], picked: Mapping[tuple[str, int, str], str]) -> tuple[list[Record], list[Record]]:
    """Five typical ones and one that may not fit: the analysis's picks, then the clearest and the least clear."""
    kinds = {key_of(row): picked.get((row.answer_id, row.ordinal, row.slug), "") for row in mine}
    outliers = [row for row in mine if kinds[key_of(row)] == "outlier"][:1]
    rest = [row for row in mine if row not in outliers]
    rest.sort(key=lambda row: kinds[key_of(row)] != "typical")  # stable: clearest first within each
    typical, left = rest[:TYPICAL], rest[TYPICAL:]
    return typical, outliers or left[-1:]


def _quotes(mine: Sequence[Record], words: Mapping[Key, str]) -> tuple[Quote, ...]:
    return tuple(Quote(key_of(row), words[key_of(row)]) for row in mine)


def _how_many(said: int, wrote: int) -> str:
    percent = 100 * said // max(wrote, 1)
    return next(words for least, words in SHARES if percent >= least)


def _steady(steadiness: float | None) -> str:
    if steadiness is None:
        return ""
    if steadiness < STEADY:
        return "The computer is not sure of this one. A few other comments could change it."
    if steadiness < SURE:
        return "The computer is fairly sure that these belong together."
    return "The computer finds these together nearly every time."
