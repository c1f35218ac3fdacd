"""Blind double coding on SQLite and on PostgreSQL: from the draw to what goes to the next analysis."""

from __future__ import annotations

from feedback_app.reviewing import choices, coding, consensus, differences
from feedback_app.reviewing.agreed import figures_of, samples_of
from feedback_app.storage.db import reading
from feedback_app.taught import known_labels
from tests.coding import ANA, BO, a_coding_table
from tests.respondents import WORRYING
from tests.term import AREA, WAVE, Term


def test_a_sample_goes_from_the_draw_to_labels(term: Term) -> None:
    table = a_coding_table(term)
    table.draw(5, about=choices.lists_for(AREA, WAVE)[1][0])
    table.code(ANA, [0], [1], None)
    table.code(BO, [0], [2], [0])
    table.talk()
    differences.agree(table.seats[BO], 2, [table.themes[2]], why=WORRYING)
    first, second = (coding.key_at(table.seats[ANA], place)[0] for place in (1, 2))
    consensus.close(term.area_id, table.alone().sample.id)

    with reading() as session:
        found = {(one.comment, one.standard): one.speaks for one in known_labels(session, term.area_id, term.wave_id)}

    assert table.compared()[1].why == ""
    assert found == {
        (first, table.themes[0]): True,
        (second, table.themes[1]): False,
        (second, table.themes[2]): True,
    }
    assert [one.is_closed for one in samples_of(AREA)] == [True]
    assert figures_of(AREA, samples_of(AREA)[0].id).is_awaited
