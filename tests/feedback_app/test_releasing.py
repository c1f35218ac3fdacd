"""Held words stay held until the lead says, with a reason, that they may be shown again; then every reader has them."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from feedback_app import asking, people, publishing, safeguarding
from feedback_app.reviewing import score_results
from feedback_app.reviewing.material import on_table
from feedback_app.reviewing.seats import Hidden
from feedback_app.safeguarding import NoSuchConcern, NothingToShow, NotOpened
from feedback_app.safeguarding.releasing import NoReason
from feedback_app.storage import concerns
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.tables import audit, concern_step, seat_concern_step
from feedback_app.storage.tables import work as work_table
from feedback_app.voices import read_voices
from tests.closed_wave import say
from tests.respondents import WORRYING, arrive
from tests.scored import FIRST, a_review
from tests.sorted_wave import collect_and_sort, release_everything, sort_by_hand
from tests.table import a_table
from tests.term import AREA, WAVE, Term

WHY = "A film at school, seen to with the head"


def read(term: Term, reference: str) -> None:
    safeguarding.open_concern(term.area_id, reference, staff_id=term.staff["Priya"])


def release(term: Term, reference: str = "WE-0001", why: str = WHY) -> None:
    safeguarding.release(term.area_id, reference, why, staff_id=term.staff["Priya"])


def hold_again(term: Term, reference: str = "WE-0001") -> None:
    safeguarding.hold_again(term.area_id, reference, "I was told more", staff_id=term.staff["Priya"])


def held(term: Term) -> int:
    return len(safeguarding.held_answers(term.area_id, term.wave_id))


def counted(term: Term) -> int:
    """How many comments the next analysis counts."""
    with reading() as session:
        voices = read_voices(session, term.area_id, term.wave_id)
    return sum(not one.held for one in voices.comments)


def test_opening_reading_and_time_release_nothing(term: Term) -> None:
    say(term, WORRYING)
    read(term, "WE-0001")
    asking.close_wave(AREA, WAVE)

    assert (held(term), counted(term)) == (1, 0)


def test_words_that_may_be_shown_again_count_at_the_next_analysis_and_leave_the_queue(term: Term) -> None:
    say(term, WORRYING)
    read(term, "WE-0001")

    release(term)

    assert (held(term), counted(term)) == (0, 1)
    assert safeguarding.waiting(term.area_id) == []
    assert [one for one, _ in safeguarding.shown_again(term.area_id)] == ["WE-0001"]


def test_why_is_kept_sealed_on_the_trail_once_and_who_is_in_the_audit(term: Term) -> None:
    say(term, WORRYING)
    read(term, "WE-0001")
    release(term)
    release(term, why="Another reason")

    opened = safeguarding.open_concern(term.area_id, "WE-0001", staff_id=term.staff["Priya"])
    with reading() as session:
        trail = session.execute(sa.select(audit.c.what, audit.c.staff_id).where(audit.c.area_id == term.area_id)).all()
        raw = session.execute(
            sa.select(sa.type_coerce(concern_step.c.why, sa.LargeBinary)).where(concern_step.c.area_id == term.area_id)
        ).scalars()
        kept = [bytes(one) for one in raw if one]
    assert [(one.what, one.name, one.why) for one in opened.trail if one.why] == [("may be shown again", "Priya", WHY)]
    assert opened.words == WORRYING
    assert [tuple(one) for one in trail].count(("concern may be shown again", term.staff["Priya"])) == 1
    assert b"film" not in b"".join(kept)


def test_nothing_is_released_unread_without_a_reason_or_from_another_area(term: Term) -> None:
    say(term, WORRYING)
    with pytest.raises(NotOpened):
        release(term)
    read(term, "WE-0001")
    with pytest.raises(NoReason):
        release(term, why=" ")
    elsewhere = asking.add_area("elsewhere", "Elsewhere", "Elsewhere Council", example=True)
    people.add_staff("elsewhere", "Nia", "safeguarding_lead")
    with pytest.raises(NoSuchConcern):
        safeguarding.release(elsewhere, "WE-0001", WHY, staff_id=people.staff_named("Nia"))

    assert held(term) == 1


def test_words_that_were_taken_back_cannot_be_shown_again(term: Term) -> None:
    ada = arrive(term.opening)
    ada.write("t10", WORRYING)
    ada.write("t10", "Nothing, sorry")
    ada.send()
    read(term, "WE-0001")

    with pytest.raises(NothingToShow):
        release(term)
    assert not safeguarding.open_concern(term.area_id, "WE-0001", staff_id=term.staff["Priya"]).is_kept


def test_an_answer_that_two_concerns_hold_stays_held_until_both_let_go(term: Term) -> None:
    say(term, WORRYING)
    with reading() as session:
        (answer_id,) = concerns.held_answers(session, term.area_id, term.wave_id)
    safeguarding.hold_by_hand(term.opening, answer_id, "amber", "Somebody noticed", staff_id=term.staff["Priya"])
    for reference, still in (("WE-0001", 1), ("WE-0002", 0)):
        read(term, reference)
        release(term, reference)

        assert held(term) == still


def test_quotes_and_the_table_have_words_again_and_lose_them_when_they_are_held_again(term: Term) -> None:
    collect_and_sort(term)
    release_everything(term)
    worried = next(one for one in publishing.candidates(AREA, WAVE) if "pool" in one.redacted)
    safeguarding.hold_by_hand(term.opening, worried.answer_id, "amber", "A worry", staff_id=term.staff["Priya"])
    read(term, "WE-0002")

    def readers() -> tuple[bool, bool]:
        with reading() as session:
            material = on_table(session, term.area_id, term.wave_id, Hidden())
        on_the_table = any(quote.key[0] == worried.answer_id for one in material.themes for quote in one.quotes)
        return on_the_table, any(one.answer_id == worried.answer_id for one in publishing.candidates(AREA, WAVE))

    assert readers() == (False, False)
    release(term, "WE-0002")
    sort_by_hand(term)
    assert readers() == (True, True)
    with transaction() as session:
        session.execute(work_table.delete().where(work_table.c.area_id == term.area_id))
    hold_again(term, "WE-0002")
    assert readers() == (False, False)
    with reading() as session:
        queued = session.execute(sa.select(work_table.c.kind).where(work_table.c.area_id == term.area_id)).scalars()
        assert list(queued) == ["next_edition"]


def test_words_of_a_table_come_back_to_what_the_group_said_with_their_reason_on_the_trail(term: Term) -> None:
    review = a_review(a_table(term))
    review.all_differ_on_the_second()
    review.lay_together()
    review.agree(FIRST, "mostly", "dad hits me and nobody there asks")
    review.say_yes()
    with pytest.raises(NotOpened):
        release(term, "WE-T001")
    read(term, "WE-T001")

    def why() -> str:
        return score_results.result_of(AREA, review.id).lines[0].why

    assert why() == ""
    release(term, "WE-T001")
    assert why() == "dad hits me and nobody there asks"
    assert [one for one, _ in safeguarding.shown_again(term.area_id)] == ["WE-T001"]
    hold_again(term, "WE-T001")
    opened = safeguarding.open_concern(term.area_id, "WE-T001", staff_id=term.staff["Priya"])

    assert why() == ""
    assert [one.what for one in opened.trail] == ["received", "opened", "may be shown again", "held again"]
    with reading() as session:
        kept = sa.select(sa.type_coerce(seat_concern_step.c.why, sa.LargeBinary))
        assert all(
            b"film" not in bytes(one)
            for one in session.execute(kept.where(seat_concern_step.c.area_id == term.area_id)).scalars()
        )
