"""Pieces of a name, together."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from analysis.pieces import Outlook, Piece, best_pieces, heading, says_more


def piece(typed: str, people: str = "abc", *, weight: float = 0.0, praises: bool = False) -> Piece:
    describes = typed.split()[0] in {"friendly", "helpful"}
    return Piece(frozenset(typed.split()), typed, frozenset(people), weight, praises, describes)


def chosen(*pieces: Piece, size: int = 10) -> list[str]:
    return [one.typed for one in best_pieces(pieces, size, None)]


def test_two_pieces_that_reach_more_people_are_better_than_one() -> None:
    assert chosen(piece("food", "abcd"), piece("coffee", "efg")) == ["food", "coffee"]


def test_a_piece_of_the_same_people_adds_nothing() -> None:
    assert chosen(piece("waiting list", "abcd"), piece("clinic", "abcd", weight=-0.5)) == ["waiting list"]


def test_a_phrase_is_not_torn_into_its_words() -> None:
    assert chosen(piece("waiting", "abcd"), piece("list", "cdef"), piece("waiting list", "cd", weight=-0.9)) != [
        "list",
        "waiting",
    ]


def test_words_of_one_family_do_not_stand_beside_each_other() -> None:
    assert chosen(piece("treatment", "abcd"), piece("treated", "efgh", weight=-0.1)) == ["treatment"]


def test_two_forms_of_one_word_are_not_said_as_one_thing() -> None:
    assert heading([piece("exam pattern"), piece("examination pattern")]) == "Exam pattern and examination pattern"
    assert len(chosen(piece("exam pattern", "abcd"), piece("examination pattern", "efgh", weight=-0.1))) == 1


def test_near_synonyms_do_not_stand_beside_each_other() -> None:
    phone, call, food = ([1.0, 0.0], [0.6, 0.8], [0.0, 1.0])
    outlook = Outlook(np.array([[0.8, 0.6]], np.float32), 0)

    def meant(typed: str, people: str, vector: list[float]) -> Piece:
        return replace(piece(typed, people), vector=np.array(vector, np.float32))

    alike = best_pieces([meant("phone", "abcd", phone), meant("call", "efg", call)], 10, outlook)
    apart = best_pieces([meant("phone", "abcd", phone), meant("food", "efg", food)], 10, outlook)

    assert (len(alike), len(apart)) == (1, 2)


def test_a_word_that_says_nothing_by_itself_is_no_name_where_there_is_another() -> None:
    assert chosen(piece("service", "abcdefgh", praises=True), piece("friendly service", "abc", weight=-0.5)) == [
        "friendly service"
    ]


def test_words_that_say_nothing_by_themselves_are_better_left_out() -> None:
    alike = piece("coffee", "efg"), piece("time", "efg", praises=True)

    assert chosen(piece("food", "abcd"), *alike) == ["food", "coffee"]


def test_no_pieces_make_no_name() -> None:
    assert chosen() == []


@pytest.mark.parametrize(
    ("pieces", "words"),
    [
        (("phone",), "Phone"),
        (("phone", "waits"), "Phone and waits"),
        (("phone", "waits", "plan"), "Phone, waits and plan"),
        (("friendly staff", "helpful staff"), "Friendly and helpful staff"),
        (("care plans", "care pathways", "staff"), "Care plans and pathways, staff"),
        (("food and drink", "gym"), "Food and drink, gym"),
        (("more staff", "ward staff"), "More staff and ward staff"),
        (("ambulance staff", "friendly staff"), "Ambulance staff and friendly staff"),
    ],
)
def test_pieces_read_as_one_heading(pieces: tuple[str, ...], words: str) -> None:
    assert heading([piece(one) for one in pieces]) == words


def test_pieces_that_bring_in_nothing_new_are_left_out() -> None:
    kept = says_more([piece("waiting list"), piece("list"), piece("clinic")], frozenset({"waiting"}))

    assert [one.typed for one in kept] == ["waiting list", "clinic"]
