"""How far a table's seats agree: the worker works it out, the report says it in a sentence, and nobody is named."""

from __future__ import annotations

import json

import pytest
import sqlalchemy as sa
from flask import Flask

from analysis.agreement import Coding, agreement
from analysis.agreement_file import as_values
from feedback_app import agreeing, jobs, safeguarding
from feedback_app.reviewing import agreed, consensus, differences
from feedback_app.storage.db import reading
from feedback_app.storage.tables import sample_quote
from tests.analysis.codings import codings
from tests.coding import ANA, BO, CodingTable
from tests.stages import Stages
from tests.term import AREA, Term


@pytest.fixture
def table(inside: Flask, stages: Stages, at_table: CodingTable) -> CodingTable:
    return stages.come_to(inside, _sorted_alone, at_table)


def _sorted_alone(table: CodingTable) -> CodingTable:
    """Twelve comments, of which the last was skipped by one and not seen by the other."""
    table.draw(12)
    table.code(ANA, [0], [0], [1], [1], [0, 1], [], [0], [1], [0], [1], [1], None)
    table.code(BO, [0], [0], [1], [0], [0], [], [0], [1], [0], [1], [0])
    return table


def figures(table: CodingTable) -> agreed.Agreed:
    return agreed.figures_of(AREA, table.alone().sample.id)


def told(term: Term) -> str:
    with reading() as session:
        return agreeing.told(session, term.area_id, term.wave_id).get("agreement", "")


def test_figures_come_from_the_worker_once_they_talk(app: Flask, table: CodingTable) -> None:
    before = figures(table)
    table.talk()
    awaited = figures(table).is_awaited
    jobs.run_until_idle(app)

    found = figures(table)

    assert (before.coders, before.is_awaited, awaited, found.is_awaited) == (None, False, True, False)
    assert found.coders is not None
    assert (found.coders["units"], found.coders["alike"]) == (11, 8)
    assert found.coders["coders"] == ["Seat 1", "Seat 2"]
    first = found.coders["labels"][0]
    assert (first["label"], first["said"], first["alike"]) == (table.themes[0], 7, 9)


def test_figures_are_those_of_the_same_labels_in_a_file(app: Flask, table: CodingTable) -> None:
    table.talk()
    jobs.run_until_idle(app)
    one, other = table.themes[:2]
    same = codings(Ana="a a b b ab - a b a b b", Bo="a a b a a - a b a b a")

    found = figures(table).coders

    renamed = [Coding(c.unit, c.coder, frozenset({"a": one, "b": other}[x] for x in c.labels)) for c in same]
    elsewhere = as_values(agreement(renamed, labels=table.themes))
    assert found is not None
    assert found["overall"] == elsewhere["overall"]
    assert [label["alpha"] for label in found["labels"]] == [label["alpha"] for label in elsewhere["labels"]]


def test_what_stands_among_them_is_compared_with_the_computer(app: Flask, table: CodingTable) -> None:
    table.talk()
    differences.agree(table.seats[ANA], 4, [table.themes[0]])
    consensus.close(table.table.sitting.area_id, table.alone().sample.id)
    jobs.run_until_idle(app)

    found = figures(table).computer

    assert found is not None
    assert found["coders"] == [agreeing.COMPUTER, agreeing.TOGETHER]
    assert found["units"] == 9, "eight that both chose alike, and one that they chose together"
    by_hand = sum(set(one.agreed) == set(one.machine) for one in table.compared() if one.agreed is not None)
    assert found["alike"] == by_hand


def test_what_is_held_before_they_are_worked_out_is_in_no_figure(app: Flask, term: Term, table: CodingTable) -> None:
    with reading() as session:
        found = sa.select(sample_quote.c.answer_id).where(sample_quote.c.area_id == term.area_id)
        drawn = list(session.execute(found.where(sample_quote.c.place < 12).order_by(sample_quote.c.place)).scalars())
    safeguarding.hold_by_hand(term.opening, drawn[0], "amber", "A worry")
    table.talk()
    jobs.run_until_idle(app)

    coders = figures(table).coders

    assert coders is not None
    assert coders["units"] == 11 - drawn.count(drawn[0])


def test_two_seats_who_never_chose_for_the_same_comment_have_nothing_to_compare(
    app: Flask, at_table: CodingTable
) -> None:
    with app.app_context():
        at_table.draw()
        at_table.code(ANA, [0], None)
        at_table.code(BO, None, [0])
        at_table.talk()
        jobs.run_until_idle(app)

        assert figures(at_table).coders is None
        assert not figures(at_table).is_awaited


def test_a_report_says_it_in_one_sentence_once_the_sample_is_closed(app: Flask, term: Term, table: CodingTable) -> None:
    table.talk()
    while_talking = told(term)
    consensus.close(term.area_id, table.alone().sample.id)

    said = told(term)

    assert while_talking == ""
    assert said.startswith("Young commissioners at 2 seats sorted 11 comments into the themes, two seats or more each")
    assert "They chose the same themes for 8." in said
    assert "Krippendorff’s alpha" in said
    assert "released quotations only" in said


def test_a_report_says_nothing_of_fewer_than_ten_comments(inside: Flask, term: Term, at_table: CodingTable) -> None:
    at_table.draw(9)
    for who in (ANA, BO):
        at_table.code(who, *[[0]] * 9)
    at_table.talk()
    consensus.close(term.area_id, at_table.alone().sample.id)

    assert told(term) == ""


def test_what_is_kept_names_nobody_and_holds_no_words(app: Flask, table: CodingTable) -> None:
    table.talk()
    jobs.run_until_idle(app)

    kept = json.dumps([figures(table).coders, figures(table).computer])

    assert not any(one.words in kept for one in table.alone().comments)
    assert not any(seat.id in kept for seat in table.seats)
