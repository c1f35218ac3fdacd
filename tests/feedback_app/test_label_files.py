"""Label files: only released words leave, and a file is kept whole or not at all."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask

from analysis.standard_labels import StandardLabel
from analysis.standard_labels_file import labels_from_json, labels_to_json
from feedback_app import answering, label_files, publishing, safeguarding
from feedback_app.label_files import Brought, LabelsRefused
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.tables import audit, standard_label
from feedback_app.taught import known_labels
from tests.closed_wave import QUOTABLE, Closed, close_and_analyse
from tests.feedback_app.test_labelling import ROLE, a_promise, part_of, say
from tests.respondents import WORRYING
from tests.stages import Stages
from tests.term import AREA, WAVE, Term

POOL = QUOTABLE[8]
ELSEWHERE = StandardLabel("c1", "The pool was closed all winter", "wexcombe/six_promises/fair-chance", True, "panel")


@pytest.fixture
def closed(inside: Flask, stages: Stages, term: Term) -> Closed:
    return stages.come_to(inside, close_and_analyse, term)


def release(term: Term, words: str, *, as_words: str = "") -> None:
    part = part_of(term, words)
    publishing.decide_quote(
        AREA, WAVE, *part.key, release=True, words=as_words or part.words, staff_id=term.staff["Omar"]
    )


def bring(*labels: StandardLabel) -> Brought:
    text = json.dumps({"heard_labels": 1, "labels": [asdict(label) for label in labels]})
    return label_files.bring_labels(AREA, text, source="labels.json", staff_id=None)


def brought(term: Term) -> int:
    found = sa.select(sa.func.count()).where(
        standard_label.c.area_id == term.area_id, standard_label.c.comment.is_not(None)
    )
    with reading() as session:
        return int(session.execute(found).scalar_one())


def test_only_labels_of_released_words_leave_and_as_they_were_released(term: Term, closed: Closed) -> None:
    promise = a_promise(term)
    say(term, POOL, promise, speaks=True)
    say(term, QUOTABLE[9], promise, speaks=True)
    assert label_files.labels_to_take(AREA) == ()

    release(term, POOL, as_words="The pool is really good")

    (label,) = label_files.labels_to_take(AREA)
    assert (label.words, label.standard, label.speaks, label.by) == ("The pool is really good", promise, True, ROLE)
    assert part_of(term, POOL).key[0] not in label.comment


def test_what_is_refused_held_or_taken_back_later_does_not_leave(term: Term, closed: Closed) -> None:
    for words in QUOTABLE[8:11]:
        say(term, words, a_promise(term), speaks=True)
        release(term, words)
    held, refused = part_of(term, QUOTABLE[8]), part_of(term, QUOTABLE[9])
    assert len(label_files.labels_to_take(AREA)) == 3

    safeguarding.hold_by_hand(term.opening, held.key[0], "amber", "A worry")
    publishing.decide_quote(AREA, WAVE, *refused.key, release=False, staff_id=term.staff["Omar"])
    answering.withdraw_response(closed.receipts[QUOTABLE[10]])

    assert label_files.labels_to_take(AREA) == ()


def test_the_same_labels_are_the_same_file_and_taking_it_is_written_down(term: Term, closed: Closed) -> None:
    say(term, POOL, a_promise(term), speaks=True)
    release(term, POOL)

    text = label_files.take_labels(AREA, staff_id=term.staff["Bea"])

    assert text == label_files.take_labels(AREA, staff_id=None)
    assert labels_from_json(text, source="x") == label_files.labels_to_take(AREA)
    found = sa.select(audit.c.details).where(audit.c.area_id == term.area_id, audit.c.what == "labels taken")
    with reading() as session:
        assert session.execute(found).scalars().all() == [{"labels": 1}, {"labels": 1}]


def test_a_file_of_labels_is_kept_once_and_the_next_analysis_has_them(term: Term) -> None:
    other = replace(ELSEWHERE, words="They never rang", speaks=False, at="2026-11-28")

    assert bring(ELSEWHERE, other) == Brought(new=2, known=0)
    assert bring(ELSEWHERE, other) == Brought(new=0, known=2)

    assert brought(term) == 2
    with reading() as session:
        assert set(known_labels(session, term.area_id, term.wave_id)) == {ELSEWHERE, other}


def test_a_file_that_came_from_here_is_not_kept_twice_and_what_was_brought_does_not_leave(
    term: Term, closed: Closed
) -> None:
    bring(ELSEWHERE)
    say(term, POOL, a_promise(term), speaks=True)
    release(term, POOL)
    text = label_files.take_labels(AREA, staff_id=None)

    again = label_files.bring_labels(AREA, text, source="labels.json", staff_id=None)

    assert again == Brought(new=0, known=1)
    assert ELSEWHERE not in label_files.labels_to_take(AREA)


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"standard": "wexcombe/six_promises/no-such"}, "there is no promise wexcombe/six_promises/no-such"),
        ({"words": WORRYING}, "may be a concern"),
        ({"words": "Mrs Harrison runs the pool"}, "looks like a name"),
        ({"by": "Mrs Harrison"}, "`by` looks like a person’s name"),
        ({"asked": "Was Mrs Harrison kind?"}, "`asked` holds what looks like a name"),
        ({"service": "Mrs Harrison"}, "`service` holds what looks like a name"),
        ({"at": "2026-13-01"}, "`at` is no day up to today"),
        ({"at": "2999-01-01"}, "`at` is no day up to today"),
        ({"speaks": False}, "an earlier label says the other"),
    ],
)
def test_a_label_that_is_wrong_is_named_by_its_number_and_nothing_of_the_file_is_kept(
    term: Term, changed: dict[str, Any], why: str
) -> None:
    good = replace(ELSEWHERE, words="They never rang")

    with pytest.raises(LabelsRefused) as refused:
        bring(good, ELSEWHERE, replace(ELSEWHERE, **changed))

    assert any(line.startswith("Label 3: ") and why in line for line in refused.value.problems)
    assert not any(line.startswith("Label 1: ") for line in refused.value.problems)
    assert "Harrison" not in str(refused.value)
    assert WORRYING not in str(refused.value)
    assert brought(term) == 0


def test_answers_do_not_wait_while_a_file_of_labels_is_checked(term: Term) -> None:
    with transaction(), pytest.raises(LabelsRefused):  # somebody writes, and nobody else can
        bring(replace(ELSEWHERE, at="2999-01-01"))


def test_what_is_no_file_of_labels_is_refused_with_the_place(term: Term) -> None:
    for text, why in (("", "not JSON"), (labels_to_json([ELSEWHERE]).replace("true", '"yes"'), "label 1, `speaks`")):
        with pytest.raises(LabelsRefused, match=why):
            label_files.bring_labels(AREA, text, source="labels.json", staff_id=None)

    assert brought(term) == 0


def test_of_very_many_problems_the_first_are_told_and_the_rest_counted(term: Term) -> None:
    wrong = [replace(ELSEWHERE, comment=f"c{number}", at="2999-01-01") for number in range(30)]

    with pytest.raises(LabelsRefused) as refused:
        bring(*wrong)

    assert len(refused.value.problems) == label_files.MOST_TOLD + 2
    assert "And 10 more." in refused.value.problems
