"""What `make demo` leaves behind: a term that was answered, analysed, checked and reported."""

from __future__ import annotations

import html
from collections import Counter

import pytest
import sqlalchemy as sa
from flask import Flask
from flask.testing import FlaskClient

from feedback_app import asking, example, people, publishing, reporting, safeguarding
from feedback_app.config import Settings
from feedback_app.example import PlayedInPart
from feedback_app.example.asked import WHY_HELD
from feedback_app.example.respondents import read_respondents
from feedback_app.reviewing import sittings
from feedback_app.storage.db import reading
from feedback_app.storage.sealing import unseal
from feedback_app.storage.tables import answer, concern, concern_step, opening, release, response, segment
from feedback_app.workshops import actions, dots, linking, noting, piles, rooms, statements
from tests.desk import come_in
from tests.example.conftest import Played
from tests.feedback_app.released import release_report
from tests.phone import Phone, fields, soup
from tests.respondents import told
from tests.term import begin_term

EVERYBODY = read_respondents()
SAID = [one for person in EVERYBODY for one in person.said]
CONCERNS = [one.words for one in SAID if one.is_concern]
THERAPIES = ("salt", "physiotherapy", "occupational-therapy")

# what shows who somebody is, in the comments marked so
IDENTIFYING = (
    "Pemberton", "Lowther", "Debbie", "07700", "900123", "Fernmarch", "WX4", "d.kaur", "example.com", "sent Dave",
    "Sanjay", "Amelia", "Thwaite", "Hobbin", "Tyler is", "Lucy and Ben", "called Jo", "Deaf family",
)  # fmt: skip


def came_in(played: Played, role: str) -> FlaskClient:
    with played.app.app_context():
        staff_id = next(people.staff_named(name) for name, held in people.staff_of("wexcombe") if held == role)
    return come_in(played.app, staff_id)


def plain(page: str) -> str:
    return " ".join(html.unescape(page).split())


def parts_of(words: str) -> set[str]:
    """A comment and every run of five words of it, so that no piece of it goes by."""
    single = words.split()
    return {words, *(" ".join(single[at : at + 5]) for at in range(len(single) - 4))}


def test_every_comment_was_sent_and_kept_once(inside_example: Played) -> None:
    kept = [one.words for one in told(inside_example.area.id, inside_example.wave.id) if one.words is not None]

    assert Counter(kept) == Counter(one.words for one in SAID)


def test_everybody_answered_and_a_few_never_sent(inside_example: Played) -> None:
    query = sa.select(response.c.sent_on.is_(None)).where(
        response.c.area_id == inside_example.area.id, response.c.wave_id == inside_example.wave.id
    )
    with reading() as session:
        unsent = [bool(row[0]) for row in session.execute(query)]

    assert len(unsent) == len(EVERYBODY)
    assert sum(unsent) == sum(person.stops_after is not None for person in EVERYBODY) > 5


def test_a_workshop_was_held_to_its_end_and_a_table_waits(inside_example: Played) -> None:
    held = rooms.rooms_of("wexcombe")

    assert [one.ended_at is not None for one in held] == [True]
    board, action = piles.of_room(held[0]), actions.of_room(held[0])
    assert [pile.name for pile in board.piles] == [
        "Tell us about the wait",
        "Write to us, not about us",
        "People who stay",
    ]
    assert all(pile.ideas for pile in board.piles)
    assert [one.both for one in dots.of_room(held[0]).counted] == sorted(
        (one.both for one in dots.of_room(held[0]).counted), reverse=True
    )
    assert len(linking.of_room(held[0]).links) == 3
    assert action
    assert action.owner == "The therapy service manager"
    assert len(noting.counts("wexcombe", held[0].id)) == 1
    agreed = statements.of_room(held[0]).agreed
    assert agreed is not None
    assert agreed.agreed is not None
    assert (agreed.agreed.agree, agreed.agreed.people) == (12, 14)
    assert [one.is_on for one in sittings.sittings_of("wexcombe")] == [False]


def test_a_group_of_eight_counts_once_with_its_size(inside_example: Played) -> None:
    query = (
        sa.select(response.c.kind, response.c.people)
        .where(response.c.area_id == inside_example.area.id, response.c.audience == "workshop")
        .order_by(response.c.people.desc())
    )
    with reading() as session:
        first = session.execute(query).first()

    assert first is not None
    assert tuple(first) == ("group", 8)


def test_two_groups_reach_the_floor_for_each_therapy(played: Played) -> None:
    asked = [scale for scale in played.report().scales if "/t2/" in scale.question_id]

    shown = {(scale.group_id, scale.service_id): scale.answered for scale in asked}
    groups = ("young_person_11_25", "parent_carer")
    assert set(shown) == {(group, therapy) for group in groups for therapy in THERAPIES}
    assert all(answered is not None and answered >= 10 for answered in shown.values())


def test_everything_labelled_as_a_concern_is_held(inside_example: Played) -> None:
    query = sa.select(concern).where(concern.c.area_id == inside_example.area.id)
    with reading() as session:
        held = [unseal(row.words, f"concern:{row.id}") for row in session.execute(query)]

    assert set(CONCERNS) <= set(held)
    assert len(held) == len(set(held))


def test_what_the_rules_missed_is_held_by_a_decision_that_says_example(inside_example: Played) -> None:
    query = (
        sa.select(concern.c.words, concern.c.id, concern_step.c.id.label("step_id"), concern_step.c.why)
        .join(concern_step, concern_step.c.concern_id == concern.c.id)
        .where(concern.c.area_id == inside_example.area.id, concern_step.c.area_id == inside_example.area.id)
        .where(concern.c.source == "person", concern_step.c.what == "held")
    )
    with reading() as session:
        rows = session.execute(query).all()

    assert {unseal(row.why, f"concern_step:{row.step_id}") for row in rows} <= {WHY_HELD}
    assert WHY_HELD.startswith("example: ")
    assert {unseal(row.words, f"concern:{row.id}") for row in rows} <= set(CONCERNS)


def test_no_words_of_a_concern_reach_a_pack(played: Played) -> None:
    for pack in played.packs:
        held = pack.read_bytes().decode(errors="replace")
        assert [part for words in CONCERNS for part in parts_of(words) if part in held] == []


def test_no_words_of_a_concern_are_kept_as_findings(inside_example: Played) -> None:
    query = (
        sa.select(segment.c.id, segment.c.words)
        .join(answer, answer.c.id == segment.c.answer_id)
        .join(concern, concern.c.answer_id == answer.c.id)
        .where(*(table.c.area_id == inside_example.area.id for table in (segment, answer, concern)))
    )
    with reading() as session:
        assert [row.id for row in session.execute(query) if row.words is not None] == []


@pytest.mark.parametrize(
    ("role", "page"),
    [
        ("commissioner", "/areas/wexcombe/reports/"),
        ("commissioner", "/areas/wexcombe/reports/{wave}"),
        ("commissioner", "/areas/durham/reports/published"),
        ("quote_releaser", "/areas/wexcombe/quotes/{wave}"),
    ],
)
def test_no_words_of_a_concern_reach_a_page_of_staff(played: Played, role: str, page: str) -> None:
    shown = plain(came_in(played, role).get(page.format(wave=played.wave.slug)).text)

    assert [part for words in CONCERNS for part in parts_of(words) if part in shown] == []


def test_only_the_lead_reads_a_concern(played: Played) -> None:
    lead = came_in(played, "safeguarding_lead")
    with played.app.app_context():
        references = [one.reference for one in safeguarding.waiting(played.area.id)]

    shown = " ".join(plain(soup(lead.get(f"/areas/wexcombe/concerns/{one}")).get_text()) for one in references)

    assert [words for words in CONCERNS if words not in shown] == []
    assert came_in(played, "commissioner").get(f"/areas/wexcombe/concerns/{references[0]}").status_code == 403


def test_nothing_that_shows_who_somebody_is_comes_out(played: Played) -> None:
    commissioner = came_in(played, "commissioner")
    page = plain(commissioner.get(f"/areas/wexcombe/reports/{played.wave.slug}").text)
    packs = " ".join(pack.read_bytes().decode(errors="replace") for pack in played.packs)

    assert [words for words in IDENTIFYING if words in page or words in packs] == []
    assert all(any(words in one.words for one in SAID if one.names) for words in IDENTIFYING)


def test_only_people_who_said_yes_are_quoted(played: Played) -> None:
    may = [one.words for person in EVERYBODY if person.quote == "yes" for one in person.said]

    quotes = [quote.words for quote in played.report().quotes]

    assert len(quotes) > 20
    assert [words for words in quotes if "[" not in words and not any(words in said for said in may)] == []


def test_some_quotations_are_refused_and_the_reason_is_kept(inside_example: Played) -> None:
    candidates = publishing.candidates("wexcombe", inside_example.wave.slug)

    refused = [one for one in candidates if one.state == "refused"]
    assert len(refused) >= 2
    assert all(one.why for one in refused)
    assert {one.state for one in candidates} == {"released", "refused", ""}


def test_one_released_decision_stands_behind_every_quote_of_the_pack(inside_example: Played) -> None:
    query = sa.select(sa.func.count()).where(release.c.area_id == inside_example.area.id, release.c.state == "released")
    with reading() as session:
        decided = session.execute(query).scalar_one()

    assert decided >= len(inside_example.report().quotes)


def test_the_pack_and_its_report_say_invented_example(played: Played) -> None:
    page = came_in(played, "commissioner").get(f"/areas/wexcombe/reports/{played.wave.slug}")

    assert played.report().about["invented"] == "invented example"
    assert "invented example" in plain(page.text).casefold()


def test_the_report_prints_the_dates_of_the_invented_term(played: Played) -> None:
    about = played.report().about

    assert about["opened_on"] == played.wave.opens_on.isoformat()
    assert about["closed_on"] == played.wave.closed_on.isoformat()
    assert played.wave.opens_on < played.wave.closed_on < played.wave.decision_on < played.wave.reply_by


def test_durhams_figures_are_as_published_and_nobody_is_asked_there(played: Played) -> None:
    pack = played.pack("Results published by County Durham")

    shown = [(row.service, row.respondents, row.mean) for row in pack.published_results]
    assert shown == [
        ("Speech and Language Therapy (SALT)", 165, "3 / 10"),
        ("Physiotherapy", 131, "2.7 / 10"),
        ("Occupational Therapy (OT)", 155, "2.7 / 10"),
    ]
    assert "invented" not in pack.about
    with played.app.app_context():
        assert asking.openings_of("durham") == []


def test_the_phone_link_leads_to_an_open_survey(played: Played) -> None:
    link = played.link("Young people aged 11 to 25")
    client = played.app.test_client()

    arrived = client.get(link)

    assert arrived.status_code == 303
    phone = Phone(client, link.strip("/"))
    assert "/q/" in phone.agree().headers["Location"]
    assert "invented example" in plain(phone.get().text).casefold()


def test_the_open_wave_has_no_answers(inside_example: Played) -> None:
    query = (
        sa.select(sa.func.count())
        .select_from(response)
        .join(opening, opening.c.id == response.c.opening_id)
        .where(response.c.area_id == inside_example.area.id, opening.c.area_id == inside_example.area.id)
        .where(opening.c.wave_id != inside_example.wave.id, response.c.sent_on.is_not(None))
    )
    with reading() as session:
        assert session.execute(query).scalar_one() == 0


@pytest.mark.parametrize(
    ("holds", "heading"),
    [
        ("commissioner: the report", "What we heard"),
        ("published figures", "published"),
        ("quote releaser", "Quotes to release"),
        ("safeguarding lead", "Concerns"),
    ],
)
def test_every_link_for_staff_leads_where_it_says(inside_example: Played, holds: str, heading: str) -> None:
    lines = example.play(inside_example.app)
    app = inside_example.app
    link = Played(app, lines, inside_example.area, inside_example.wave).link(holds)
    client = FlaskClient(app, app.response_class)  # the pages themselves are checked in other tests

    entered = client.post(link, data=fields(client.get(link)))
    page = client.get(entered.headers["Location"])

    assert page.status_code == 200
    assert heading.casefold() in plain(soup(page).get_text()).casefold()


def test_playing_again_says_so_adds_nothing_and_gives_fresh_links(inside_example: Played) -> None:
    before = len(told(inside_example.area.id)), len(asking.waves_of("wexcombe"))
    heard: list[str] = []

    lines = example.play(inside_example.app, tell=heard.append)

    assert heard == ["Wexcombe is filled already. Nothing was added to it."]
    assert (len(told(inside_example.area.id)), len(asking.waves_of("wexcombe"))) == before
    assert [line for line in lines if "come-in" in line and line in inside_example.lines] == []


def test_an_example_of_an_earlier_version_gets_the_staff_that_it_lacks(app: Flask, settings: Settings) -> None:
    with app.app_context():
        term = begin_term()
        people.add_staff("wexcombe", "Helen Marwood", "commissioner")
        release_report(term, settings)
    heard: list[str] = []

    lines = example.play(app, tell=heard.append)

    staff = ("Sam Oduya", "Priya Nandra", "Bea Lund", "Ravi Sohal", "Asha Brook")
    assert heard[1:-1] == [f"{name} was added." for name in staff]
    assert heard[-1] == "The Youth Council holds a workshop"
    assert any("Bea Lund, participation officer" in line for line in lines)
    with app.app_context():
        assert people.staff_of("wexcombe").count(("Bea Lund", "participation_officer")) == 1
        assert people.staff_of("wexcombe").count(("Helen Marwood", "commissioner")) == 1


def test_an_example_that_was_left_half_played_is_not_played_on(app: Flask) -> None:
    with app.app_context():
        asking.add_area("wexcombe", "Wexcombe", "Wexcombe Council and the NHS", example=True)

    with pytest.raises(PlayedInPart):
        example.play(app)


def test_the_report_has_what_a_commissioner_came_for(inside_example: Played) -> None:
    _, report = reporting.read_report("wexcombe", inside_example.wave.slug)

    assert report.about["title"] == inside_example.wave.title
    pack = inside_example.report()
    assert sum(theme.is_counted for theme in pack.themes) >= 5
    assert all(group.took_part_shown != "fewer than 10" for group in pack.groups)
    assert any(theme.tone in ("going well", "mixed") for theme in pack.themes)
    assert any(theme.tone == "not going well" for theme in pack.themes)
