"""What a table agreed on goes on: a promise they chose is a label of the mapper, and says whose it is."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from flask import Flask

from analysis.decisions import Move
from analysis.standard_labels import StandardLabel
from feedback_app import publishing, safeguarding
from feedback_app.reviewing import choices, coding, consensus, differences
from feedback_app.reviewing.decided import YOUNG_COMMISSIONERS, Decided, decided_at, for_analysis
from feedback_app.reviewing.differences import Compared
from feedback_app.reviewing.telling import told
from feedback_app.storage.db import reading
from feedback_app.storage.tables import now
from feedback_app.taught import known_labels
from tests.coding import ANA, BO, CodingTable
from tests.stages import Stages
from tests.term import AREA, WAVE, Term


@pytest.fixture
def table(inside: Flask, stages: Stages, at_table: CodingTable) -> CodingTable:
    """Both say the first promise of the first comment, and see the second, third and fourth differently."""
    return stages.come_to(inside, _talking, at_table)


def _talking(table: CodingTable) -> CodingTable:
    about = next(id for id, _ in choices.lists_for(AREA, WAVE) if id != choices.THEMES)
    table.draw(6, about=about)
    table.code(ANA, [0], [0], [1], [2], [])
    table.code(BO, [0], [1], [0], [0], [])
    table.talk()
    return table


def labels(term: Term) -> Sequence[StandardLabel]:
    with reading() as session:
        return known_labels(session, term.area_id, term.wave_id)


def close(table: CodingTable) -> None:
    consensus.close(table.table.sitting.area_id, table.alone().sample.id)


def said(table: CodingTable, term: Term, place: int) -> dict[str, bool]:
    answer_id = coding.key_at(table.seats[ANA], place)[0]
    return {one.standard: one.speaks for one in labels(term) if one.comment == answer_id}


def test_nothing_is_handed_on_before_it_is_closed_nor_what_they_left_open(term: Term, table: CodingTable) -> None:
    before = labels(term)
    close(table)

    assert before == ()
    assert said(table, term, 1) == {table.themes[0]: True}
    assert said(table, term, 2) == {}, "they saw it differently and left it open"
    assert said(table, term, 6) == {}, "nobody said anything of it"


def test_what_one_of_them_chose_and_they_did_not_is_a_no(term: Term, table: CodingTable) -> None:
    first, second, third, *_ = table.themes
    differences.agree(table.seats[ANA], 2, [second])
    differences.agree(table.seats[BO], 4, [first, second])

    close(table)

    assert said(table, term, 2) == {first: False, second: True}
    assert said(table, term, 4) == {first: True, second: True, third: False}


def test_none_of_these_is_a_no_to_each_of_the_list(term: Term, table: CodingTable) -> None:
    close(table)

    assert said(table, term, 5) == dict.fromkeys(table.themes, False)


def test_a_label_says_whose_it_is_and_holds_redacted_words_alone(term: Term, table: CodingTable) -> None:
    close(table)

    found = labels(term)

    redacted = {one.redacted for one in publishing.candidates(AREA, WAVE)}
    assert {one.by for one in found} == {consensus.SAID_BY}
    assert {one.words for one in found} <= redacted
    assert {one.asked for one in found} <= {"therapy-satisfaction/t10", "therapy-satisfaction/t11"}


def test_words_that_are_held_teach_nothing(term: Term, table: CodingTable) -> None:
    answer_id = coding.key_at(table.seats[ANA], 1)[0]
    safeguarding.hold_by_hand(term.opening, answer_id, "amber", "A worry")
    close(table)

    assert not [one for one in labels(term) if one.comment == answer_id]


def test_a_theme_that_they_agreed_on_is_a_decision_of_theirs_that_the_next_analysis_obeys(
    term: Term, at_table: CodingTable, inside: Flask
) -> None:
    at_table.draw(6)
    machine = [one.machine for one in _computers_choice(at_table)]
    others = [next(place for place, id in enumerate(at_table.themes) if id not in one) for one in machine]
    rights = [[at_table.themes.index(id) for id in one] for one in machine]
    at_table.code(ANA, [others[0]], rights[1], [others[2]], [], [0, 1, 2], rights[5])
    at_table.code(BO, [others[0]], rights[1], rights[2], [], [0, 1, 2], [others[5]])
    at_table.talk()
    differences.agree(at_table.seats[BO], 3, [at_table.themes[others[2]]], why="It is about that most")
    key_of = {place: coding.key_at(at_table.seats[ANA], place) for place in (1, 3)}

    close(at_table)

    made = decided_at(term.area_id, term.wave_id)
    moves = [decision for _, decision in for_analysis(made)]
    assert all(isinstance(one, Move) for one in moves)
    assert {(one.segment, one.to) for one in moves if isinstance(one, Move)} == {
        (key_of[1], at_table.themes[others[0]]),
        (key_of[3], at_table.themes[others[2]]),
    }
    assert {one.who for one in made} == {YOUNG_COMMISSIONERS}
    assert {one.why for one in made} == {"", "It is about that most"}
    assert all(one.by_young_people for one in made)
    assert labels(term) == ()


def _computers_choice(table: CodingTable) -> Sequence[Compared]:
    """In the order of the draw; nobody at the table sees it yet."""
    with reading() as session:
        return tuple(differences.standing(session, table.alone().sample).values())


def test_a_comment_that_was_in_no_theme_is_told_as_such() -> None:
    given = {"segments": [["a", 0]], "to": "t-pool"}
    one = Decided("1", "move", "t-pool", given, "", "", YOUNG_COMMISSIONERS, True, now(), None)

    (found,) = told([one], {"t-pool": "Our Fridays"}, {}, {})

    assert found.about == "A comment that was in no theme went to “Our Fridays”."


def test_without_talking_nothing_is_handed_on(term: Term, at_table: CodingTable, inside: Flask) -> None:
    about = next(id for id, _ in choices.lists_for(AREA, WAVE) if id != choices.THEMES)
    at_table.draw(about=about)
    for who in (ANA, BO):
        at_table.code(who, [0])

    consensus.close(term.area_id, at_table.alone().sample.id, staff_id=at_table.table.bea)

    assert labels(term) == ()
