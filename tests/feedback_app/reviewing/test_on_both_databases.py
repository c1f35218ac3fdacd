"""The table's queries on SQLite and on PostgreSQL: what lies there, who is known, what worries, what is decided."""

from __future__ import annotations

from feedback_app import publishing, safeguarding
from feedback_app.reviewing import calling, deciding
from feedback_app.reviewing.decided import decided_at
from feedback_app.reviewing.material import material_for
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
