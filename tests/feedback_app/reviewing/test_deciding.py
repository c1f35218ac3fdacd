"""Young people decide about themes: a row for each decision, laid over what the computer found."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from flask import Flask

from feedback_app.reviewing import deciding
from feedback_app.reviewing.decided import decided_at
from feedback_app.reviewing.deciding import NamesSomebody, NoSuchDecision, NothingChosen
from feedback_app.reviewing.material import Material, NoSuchTheme, material_for
from feedback_app.reviewing.seats import Hidden, Seat
from feedback_app.reviewing.telling import counted, told
from feedback_app.storage.db import reading
from feedback_app.storage.tables import decision, name, theme
from tests.respondents import WORRYING
from tests.sorted_wave import collect_sort_and_release, sort_by_hand
from tests.stages import Stages
from tests.table import Table, a_table
from tests.term import Term

WHY = "They say the same kind of thing"


@pytest.fixture
def database_kind() -> str:
    """SQLite alone: test_on_both_databases.py asks the same queries of PostgreSQL."""
    return "sqlite"


@pytest.fixture
def table(inside: Flask, stages: Stages, term: Term) -> Table:
    stages.come_to(inside, collect_sort_and_release, term)
    table = a_table(term)
    table.begin()
    return table


@pytest.fixture
def seat(table: Table) -> Seat:
    return table.seat()


def lies(seat: Seat) -> dict[str, set[str]]:
    """By the name that is shown, what this seat can read of it."""
    return {one.shown_name: {quote.words for quote in one.quotes} for one in material_for(seat).themes}


def test_their_name_is_first_and_the_computers_stays_beside_it(seat: Seat) -> None:
    assert deciding.name_theme(seat, "t-waiting", "Do not leave us guessing", "")

    waiting = material_for(seat).theme("t-waiting")

    assert (waiting.shown_name, waiting.machine) == ("Do not leave us guessing", "Waiting")
    assert (waiting.young_people, waiting.commissioner) == ("Do not leave us guessing", "")


def test_themes_that_are_joined_lie_together_under_the_one_that_was_chosen(seat: Seat) -> None:
    before = lies(seat)

    deciding.join_themes(seat, "t-listening", "t-waiting", WHY)

    assert lies(seat)["Waiting"] == before["Waiting"] | before["Listening"]
    with pytest.raises(NoSuchTheme):
        material_for(seat).theme("t-listening")
    with pytest.raises(NothingChosen):
        deciding.join_themes(seat, "t-pool", "t-listening", WHY)


def test_comments_that_are_split_off_make_a_theme_that_can_be_decided_about_at_once(seat: Seat) -> None:
    pool = material_for(seat).theme("t-pool")
    chosen = {quote.key for quote in pool.quotes[:2]}

    deciding.split_theme(seat, "t-pool", "Warm water", WHY, comments=chosen)
    (made,) = [one for one in material_for(seat).themes if one.young_people == "Warm water"]

    assert {quote.key for quote in made.quotes} == chosen
    assert (made.machine, made.terms) == ("", ())
    assert "warm" not in made.slug
    assert not chosen & {quote.key for quote in material_for(seat).theme("t-pool").quotes}
    deciding.name_theme(seat, made.slug, "The warm pool", "")
    deciding.join_themes(seat, made.slug, "t-pool", WHY)
    assert {quote.key for quote in material_for(seat).theme("t-pool").quotes} == {quote.key for quote in pool.quotes}


def test_a_comment_that_is_moved_lies_where_they_put_it(seat: Seat) -> None:
    comment = material_for(seat).theme("t-pool").quotes[0]

    deciding.move_comment(seat, "t-pool", comment.key, "t-waiting", WHY)

    assert comment in material_for(seat).theme("t-waiting").quotes
    assert comment not in material_for(seat).theme("t-pool").quotes


def test_what_is_not_a_theme_lies_there_no_more(seat: Seat) -> None:
    deciding.set_aside(seat, "t-listening", WHY)

    assert "Listening" not in lies(seat)
    assert len(lies(seat)) == 2


def test_a_link_to_a_promise_keeps_its_reason_and_goes_with_the_theme(seat: Seat) -> None:
    (promise, *_) = deciding.promises_for(seat)
    deciding.link_to_promise(seat, "t-pool", promise, "It is about being well")

    deciding.join_themes(seat, "t-pool", "t-waiting", WHY)

    (link,) = material_for(seat).theme("t-waiting").links
    assert (link.text("standard"), link.why) == (promise, "It is about being well")
    with pytest.raises(NothingChosen):
        deciding.link_to_promise(seat, "t-waiting", "somewhere/else/at-all", WHY)


def test_each_decision_can_be_taken_back_and_every_row_stays(term: Term, table: Table, seat: Seat) -> None:
    before = lies(seat)
    comment = material_for(seat).theme("t-pool").quotes[0].key
    deciding.name_theme(seat, "t-waiting", "Ages", "")
    deciding.move_comment(seat, "t-pool", comment, "t-waiting", WHY)
    deciding.split_theme(seat, "t-waiting", "Rings", WHY, comments=[comment])
    deciding.set_aside(seat, "t-listening", WHY)
    deciding.join_themes(seat, "t-pool", "t-waiting", WHY)
    assert lies(seat) != before

    another = table.seat()
    for one in decided_at(term.area_id, term.wave_id):
        deciding.take_back(another, one.id)

    assert lies(seat) == before
    with reading() as session:
        rows = session.execute(sa.select(decision).where(decision.c.area_id == term.area_id)).all()
        kinds = session.execute(sa.select(name.c.kind).where(name.c.area_id == term.area_id)).scalars().all()
        slugs = session.execute(sa.select(theme.c.slug).where(theme.c.area_id == term.area_id)).scalars().all()
    assert len(rows) == 10
    assert {row.seat_id for row in rows} == {seat.id, another.id}
    assert {row.said_by for row in rows} == {"young commissioners"}
    assert set(kinds) == {"machine"}
    assert sorted(slugs) == ["t-listening", "t-pool", "t-waiting"]
    with pytest.raises(NoSuchDecision):
        deciding.take_back(seat, rows[0].id)


def test_words_of_a_decision_are_sealed_and_name_nobody(term: Term, seat: Seat) -> None:
    with pytest.raises(NamesSomebody):
        deciding.name_theme(seat, "t-waiting", "Ask Mrs Harrison", "")
    deciding.name_theme(seat, "t-waiting", "Ages and ages", "Because Mrs Harrison said so")

    with reading() as session:
        row = session.execute(sa.select(decision).where(decision.c.area_id == term.area_id)).one()
    assert "Ages" not in repr(row)
    (one,) = decided_at(term.area_id, term.wave_id)
    assert one.name == "Ages and ages"
    assert "Harrison" not in one.why


def test_a_decision_whose_words_worry_the_rules_is_kept_and_shows_nowhere(term: Term, seat: Seat) -> None:
    assert not deciding.name_theme(seat, "t-waiting", "Ages", WORRYING)

    assert decided_at(term.area_id, term.wave_id) == ()
    assert material_for(seat).theme("t-waiting").young_people == ""


def test_nobody_decides_about_words_that_are_kept_from_them(term: Term, table: Table) -> None:
    kept = material_for(table.seat()).theme("t-pool").quotes[0]
    cannot_see = table.seat(Hidden(services=frozenset({"physiotherapy"})))

    with pytest.raises(NothingChosen):
        deciding.move_comment(cannot_see, "t-pool", kept.key, "t-waiting", WHY)
    with pytest.raises(NothingChosen):
        deciding.split_theme(cannot_see, "t-pool", "Warm", WHY, comments=[kept.key])


def test_decisions_hold_when_the_wave_is_sorted_again(term: Term, seat: Seat) -> None:
    deciding.name_theme(seat, "t-waiting", "Ages", "")
    deciding.join_themes(seat, "t-listening", "t-waiting", WHY)
    before = lies(seat)

    sort_by_hand(term)
    sort_by_hand(term)

    assert lies(seat) == before
    assert len(decided_at(term.area_id, term.wave_id)) == 2


def in_words(material: Material, term: Term) -> list[tuple[str, str]]:
    every = decided_at(term.area_id, term.wave_id)
    found = told(every, material.lying.names, material.lying.suggested, {})
    return [(one.about, one.became) for one in reversed(found)]


def test_decisions_are_told_in_words_and_never_by_an_id(term: Term, seat: Seat) -> None:
    comment = material_for(seat).theme("t-pool").quotes[0].key
    deciding.name_theme(seat, "t-waiting", "Ages", "")
    deciding.move_comment(seat, "t-pool", comment, "t-waiting", WHY)
    deciding.join_themes(seat, "t-listening", "t-waiting", WHY)
    deciding.take_back(seat, decided_at(term.area_id, term.wave_id)[2].id)

    unread = "The computer reads it when it sorts the words again."
    assert in_words(material_for(seat), term) == [
        ("“Waiting” is called “Ages”.", unread),
        ("A comment went from “Pool” to “Ages”.", unread),
        ("“Listening” and “Ages” are one.", "Taken back."),
    ]
    assert counted(decided_at(term.area_id, term.wave_id)).words.startswith(
        "Young people made 2 decisions. The computer"
    )
