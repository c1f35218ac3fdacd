"""What lies on a table: themes with released words, and none of a seat's own people or of a small group.

Only words that a person released as a quotation, that nobody holds, and whose writer nobody at a table may know. Beside
them stands no group, place, age or service, and nothing can be searched.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy.engine import Connection

from feedback_app.errors import NotFound
from feedback_app.publishing import NotAnalysed
from feedback_app.reviewing.arranging import Arranged, arranged
from feedback_app.reviewing.decided import decided
from feedback_app.reviewing.released import Key, is_kept, key_of, released_words, small_groups
from feedback_app.reviewing.seats import Hidden, Seat
from feedback_app.reviewing.table_theme import Quote, TableTheme, how_many, steady
from feedback_app.storage import findings, samples
from feedback_app.storage import material as rows
from feedback_app.storage.db import reading
from feedback_app.storage.rows import Record

TYPICAL = 5


class NoSuchTheme(NotFound):
    words = "There is no such theme on this table. It may have been joined with another."


@dataclass(frozen=True, slots=True)
class Material:
    """The themes of a wave's newest analysis with what was decided since, as they lie before one seat."""

    analysis_id: str
    made_at: dt.datetime
    themes: tuple[TableTheme, ...]
    lying: Arranged = field(repr=False, kw_only=True)

    def keys_of_part(self, slug: str, part: str) -> frozenset[Key]:
        """Every segment of a part that the computer sees in a theme, whoever may read it."""
        return frozenset(
            key for key, place in self.lying.place.items() if place == slug and self.lying.part_of.get(key) == part
        )

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
    """What a seat may see. Raises NotAnalysed.

    Words that the table sorts blind lie under no theme meanwhile: the computer's choice would stand beside them.
    """
    area_id, sitting = seat.sitting.area_id, seat.sitting
    with reading() as session:
        blind = samples.sorted_alone(session, area_id, sitting.id)
        return on_table(session, area_id, sitting.wave_id, seat.hidden, blind=blind)


def on_table(
    session: Connection, area_id: str, wave_id: str, hidden: Hidden, *, blind: Collection[Key] = ()
) -> Material:
    """What may lie before somebody from whom these are kept, without what is sorted blind. Raises NotAnalysed."""
    analysis = findings.newest(session, area_id, wave_id)
    if analysis is None:
        raise NotAnalysed
    lying = arranged(session, area_id, analysis, decided(session, area_id, wave_id))
    wrote = rows.wrote(session, area_id, analysis.id)
    words = released_words(session, area_id, wave_id)
    small = small_groups(wrote)
    shown = words.keys() - set(blind)
    may_see = [row for row in lying.said if key_of(row) in shown and not is_kept(row, hidden, small)]
    people = {(lying.place[key_of(row)], row.response_id) for row in lying.said if key_of(row) in lying.place}
    said = Counter(slug for slug, _ in people)
    picked = {(str(a), int(o), str(t)): str(kind) for a, o, t, kind in analysis.how.get("quotes", [])}
    themes = []
    for slug, theme in lying.themes.items():
        mine = [row for row in may_see if lying.place.get(key_of(row)) == slug]
        typical, outlier = _chosen(mine, slug, picked)
        themes.append(
            TableTheme(
                slug=slug,
                machine="" if slug in lying.made_by_people else theme.name,
                terms=theme.terms,
                young_people=theme.young_peoples_name,
                commissioner=theme.heading,
                how_many=how_many(said[slug], len(wrote)),
                steady="" if slug in lying.made_by_people else steady(theme.steadiness),
                typical=_quotes(typical, words),
                outlier=next(iter(_quotes(outlier, words)), None),
                quotes=_quotes(mine, words),
                links=lying.links.get(slug, ()),
                parts=_parts(slug, lying),
            )
        )
    return Material(analysis.id, analysis.made_at, tuple(themes), lying=lying)


def _parts(slug: str, lying: Arranged) -> Mapping[str, str]:
    """The parts that the computer sees in a theme, by id: one that is all of it is none."""
    keys = [key for key, place in lying.place.items() if place == slug]
    there = Counter(lying.part_of[key] for key in keys if key in lying.part_of)
    return {id: part.name for id, part in lying.parts.items() if 0 < there[id] < len(keys)}


def _chosen(
    mine: Sequence[Record], slug: str, picked: Mapping[tuple[str, int, str], str]
) -> tuple[list[Record], list[Record]]:
    """Five typical ones and one that may not fit: the analysis's picks, then the clearest and the least clear."""
    kinds = {key_of(row): picked.get((row.answer_id, row.ordinal, slug), "") for row in mine}
    outliers = [row for row in mine if kinds[key_of(row)] == "outlier"][:1]
    rest = [row for row in mine if row not in outliers]
    rest.sort(key=lambda row: kinds[key_of(row)] != "typical")  # stable: clearest first within each
    typical, left = rest[:TYPICAL], rest[TYPICAL:]
    return typical, outliers or left[-1:]


def _quotes(mine: Sequence[Record], words: Mapping[Key, str]) -> tuple[Quote, ...]:
    return tuple(Quote(key_of(row), words[key_of(row)]) for row in mine)
