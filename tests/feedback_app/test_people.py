"""Staff come in by a link that works once, and are out at once when somebody removes them."""

from __future__ import annotations

import datetime as dt
import threading

import pytest
import sqlalchemy as sa
from flask import Flask

from feedback_app import asking, people
from feedback_app.codes import digest
from feedback_app.people import LinkUsed, NameTaken, NoSuchRole, NoSuchStaff, OnlyLead
from feedback_app.storage.areas import NoSuchArea
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.tables import audit, metadata, now, one_time_link, session, staff
from tests.term import AREA, STAFF, Term

A_SECOND_AGO = -dt.timedelta(seconds=1)


def token_of(link: str) -> str:
    return link.removeprefix("/come-in/")


def enter(staff_id: str) -> str:
    return people.come_in(token_of(people.make_link(staff_id)))[0]


def test_a_link_lets_its_owner_in_once(term: Term) -> None:
    token = token_of(people.make_link(term.staff["Dana"], lead_to="/areas/wexcombe/reports/"))

    assert people.owner_of_link(token) == "Dana"
    session_token, lead_to = people.come_in(token)

    assert lead_to == "/areas/wexcombe/reports/"
    person = people.who_is(session_token)
    assert person is not None
    assert person.id == term.staff["Dana"]
    for use in (people.come_in, people.owner_of_link):
        with pytest.raises(LinkUsed):
            use(token)


def test_looking_at_a_link_uses_nothing_up(term: Term) -> None:
    token = token_of(people.make_link(term.staff["Dana"]))

    for _ in range(3):
        people.owner_of_link(token)

    assert people.come_in(token)


def test_of_two_who_try_a_link_at_the_same_time_one_comes_in(term: Term, inside: Flask) -> None:
    token = token_of(people.make_link(term.staff["Dana"]))
    outcomes = []

    def try_it() -> None:
        with inside.app_context():
            try:
                outcomes.append(bool(people.come_in(token)))
            except LinkUsed:
                outcomes.append(False)

    tries = [threading.Thread(target=try_it) for _ in range(5)]
    for one in tries:
        one.start()
    for one in tries:
        one.join()

    assert sorted(outcomes) == [False] * 4 + [True]


def test_a_link_that_is_too_old_lets_nobody_in(term: Term) -> None:
    token = token_of(people.make_link(term.staff["Dana"]))
    with transaction() as connection:
        connection.execute(one_time_link.update().values(ends_at=now() + A_SECOND_AGO))

    with pytest.raises(LinkUsed):
        people.come_in(token)


def test_a_link_lasts_a_week(term: Term) -> None:
    people.make_link(term.staff["Dana"])

    with reading() as connection:
        link = connection.execute(sa.select(one_time_link)).one()
    assert link.ends_at - link.made_at == pytest.approx(dt.timedelta(days=7), abs=dt.timedelta(seconds=5))


def test_a_made_up_link_lets_nobody_in(term: Term) -> None:
    with pytest.raises(LinkUsed):
        people.come_in("made-up")


def test_a_session_ends_by_itself(term: Term) -> None:
    token = enter(term.staff["Dana"])
    with transaction() as connection:
        connection.execute(session.update().values(ends_at=now() + A_SECOND_AGO))

    assert people.who_is(token) is None


def test_going_out_ends_this_session_and_no_other(term: Term) -> None:
    desk, phone = enter(term.staff["Dana"]), enter(term.staff["Dana"])

    people.go_out(desk)

    assert people.who_is(desk) is None
    assert people.who_is(phone) is not None


def test_staff_who_are_removed_are_out_at_once(term: Term) -> None:
    inside_now = enter(term.staff["Dana"])
    not_used_yet = token_of(people.make_link(term.staff["Dana"]))

    people.remove_staff("Dana")

    assert people.who_is(inside_now) is None
    with pytest.raises(LinkUsed):
        people.come_in(not_used_yet)
    assert "Dana" not in [name for name, _ in people.staff_of(AREA)]
    with pytest.raises(NoSuchStaff):
        people.staff_named("Dana")


def test_somebody_who_comes_back_does_not_find_the_old_roles(term: Term) -> None:
    people.add_staff(AREA, "Nia", "safeguarding_lead")
    people.remove_staff("Priya")

    again = people.add_staff(AREA, "Priya", "facilitator")

    person = people.who_is(enter(again))
    assert person is not None
    assert person.may(AREA, "facilitator")
    assert not person.may(AREA, "safeguarding_lead")


def test_a_role_counts_in_its_own_area_alone(term: Term) -> None:
    asking.add_area("elsewhere", "Elsewhere", "Elsewhere Council", example=True)
    people.add_staff("elsewhere", "Dana", "quote_releaser", same_person=True)

    person = people.who_is(enter(term.staff["Dana"]))

    assert person is not None
    assert person.may(AREA, "commissioner")
    assert person.may("elsewhere", "quote_releaser")
    assert not person.may("elsewhere", "commissioner")
    assert not person.may(AREA, "quote_releaser")
    assert not person.may("atlantis", "commissioner")


def test_one_more_role_is_added_to_the_same_person(term: Term) -> None:
    again = people.add_staff(AREA, "Dana", "quote_releaser", same_person=True)
    people.add_staff(AREA, "Dana", "quote_releaser", same_person=True)

    assert again == term.staff["Dana"]
    assert [role for name, role in people.staff_of(AREA) if name == "Dana"] == ["commissioner", "quote_releaser"]


def test_a_namesake_does_not_come_in_as_somebody_else(term: Term) -> None:
    asking.add_area("elsewhere", "Elsewhere", "Elsewhere Council", example=True)

    for area in (AREA, "elsewhere"):
        with pytest.raises(NameTaken, match="--same-person"):
            people.add_staff(area, "Priya", "facilitator")

    assert people.staff_of("elsewhere") == []
    with pytest.raises(NoSuchStaff):
        people.add_staff("elsewhere", "Prya", "facilitator", same_person=True)


def test_the_only_lead_of_openings_that_take_answers_is_not_removed(term: Term) -> None:
    with pytest.raises(OnlyLead, match=f"heard staff add {AREA}"):
        people.remove_staff("Priya")

    assert ("Priya", "safeguarding_lead") in people.staff_of(AREA)
    people.add_staff(AREA, "Nia", "safeguarding_lead")
    people.remove_staff("Priya")
    with pytest.raises(OnlyLead):
        people.remove_staff("Nia")


def test_the_only_lead_may_leave_once_nobody_is_asked(term: Term) -> None:
    asking.close_opening(term.therapy)
    asking.close_opening(term.families)

    people.remove_staff("Priya")

    assert "Priya" not in dict(people.staff_of(AREA))


def test_everybody_who_may_do_something_is_listed(term: Term) -> None:
    assert people.staff_of(AREA) == sorted(STAFF.items())


def test_a_role_or_an_area_that_is_not_there_is_refused(term: Term) -> None:
    with pytest.raises(NoSuchRole, match="safeguarding_lead"):
        people.add_staff(AREA, "Dana", "emperor")
    with pytest.raises(NoSuchArea):
        people.add_staff("atlantis", "Dana", "commissioner")


def test_links_and_sessions_are_kept_as_hashes(term: Term) -> None:
    link = token_of(people.make_link(term.staff["Dana"]))
    entered = people.come_in(link)[0]

    with reading() as connection:
        everything = repr(
            [connection.execute(sa.select(table)).all() for table in (one_time_link, session, staff)]
            + [connection.execute(sa.select(audit).execution_options(any_area="a test")).all()]
        )
    assert link not in everything
    assert entered not in everything
    assert repr(digest(entered)) in everything


def test_roles_links_and_leaving_are_on_the_trail(term: Term) -> None:
    enter(term.staff["Dana"])
    people.remove_staff("Dana")

    with reading() as connection:
        trail = connection.execute(
            sa.select(audit.c.what)
            .where(audit.c.subject == term.staff["Dana"])
            .order_by(audit.c.at)
            .execution_options(any_area="links and sessions belong to the installation")
        ).scalars()
        assert list(trail) == ["role given", "link made", "came in", "left"]


def test_nothing_about_staff_is_lost_when_they_leave(term: Term) -> None:
    people.remove_staff("Dana")

    with reading() as connection:
        row = connection.execute(sa.select(metadata.tables["staff"]).where(staff.c.name == "Dana")).one()
    assert row.left_at is not None
