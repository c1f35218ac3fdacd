"""The table's queries on SQLite and on PostgreSQL: what lies there, who is known, what worries, what is decided."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import sqlalchemy as sa
from flask import Flask

from feedback_app import publishing, safeguarding
from feedback_app.reviewing import calling, deciding, signing
from feedback_app.reviewing.decided import decided_at
from feedback_app.reviewing.material import material_for
from feedback_app.reviewing.seats import Seat
from feedback_app.reviewing.wordings import wordings_at
from feedback_app.storage.db import reading
from feedback_app.storage.tables import sign_off
from tests.sorted_wave import collect_and_sort, release_everything
from tests.table import a_table
from tests.term import AREA, WAVE, Term


def test_words_lie_there_until_somebody_knows_them_or_is_worried_and_decisions_until_taken_back(term: Term) -> None:
    collect_and_sort(term)
    release_everything(term)
    table = a_table(term)
    table.begin()
    seat = table.seat()
    first, second, *rest = [quote.key for theme in material_for(seat).themes for quote in theme.quotes]

    calling.might_know(seat, first)
    calling.is_worried(seat, second)

    left = [quote.key for theme in material_for(table.seat()).themes for quote in theme.quotes]
    assert left == rest
    assert [one.what for one in calling.calls_of(AREA, table.id)] == ["worried", "known"]
    assert [(one.answer_id, one.ordinal) for one in publishing.candidates(AREA, WAVE) if one.is_asked_again] == [first]
    assert second[0] in safeguarding.held_answers(term.area_id, term.wave_id)
    theme = material_for(seat).themes[0].slug
    deciding.name_theme(seat, theme, "In our words", "They sound like this")
    assert material_for(seat).theme(theme).shown_name == "In our words"
    deciding.take_back(seat, decided_at(term.area_id, term.wave_id)[0].id)
    assert [one.holds for one in decided_at(term.area_id, term.wave_id)] == [False]
    assert material_for(seat).theme(theme).young_people == ""
    table.end()


def test_everybody_at_a_table_may_sign_off_at_once(term: Term, inside: Flask) -> None:
    collect_and_sort(term)
    table = a_table(term)
    table.begin()
    seats = [table.seat() for _ in range(6)]
    wording = wordings_at(table.sitting)[0]

    def sign(seat: Seat) -> None:
        with inside.app_context():
            signing.sign(seat, wording, "agree")

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(sign, seats))

    numbers = sa.select(sign_off.c.ordinal).where(sign_off.c.area_id == term.area_id).order_by(sign_off.c.ordinal)
    with reading() as session:
        assert list(session.execute(numbers).scalars()) == [1, 2, 3, 4, 5, 6]
