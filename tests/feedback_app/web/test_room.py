"""A workshop from its pages: it starts in a minute, phones join without a name, and the wall has what was checked."""

from __future__ import annotations

import pytest
from flask import Flask

from feedback_app import people
from feedback_app.workshops import rooms, running
from tests.desk import come_in
from tests.hall import a_hall
from tests.phone import fields, soup, text_of
from tests.respondents import WORRYING
from tests.room import HERE, Room, a_room
from tests.term import AREA, WAVE, Term


@pytest.fixture
def room(app: Flask, term: Term) -> Room:
    return a_room(app, term)


def test_a_facilitator_sets_up_a_room_from_a_plan(app: Flask, term: Term) -> None:
    with app.app_context():
        asha = people.add_staff(AREA, "Asha", "safety_adult")
    sam = come_in(app, term.staff["Sam"])
    page = sam.get(f"{HERE}/")

    asked = {"plan": "sixty-minutes", "group_name": "Youth Council", "safety": asha, "wave": WAVE}
    made = sam.post(f"{HERE}/", data=fields(page) | asked)

    remote = sam.get(made.location)
    assert text_of(remote, "h1") == "Ready: Youth Council"
    assert "Asha has not opened the safety page" in remote.text
    assert f"{HERE}/" in sam.get("/staff").text


def test_a_room_without_a_safety_adult_is_refused_plainly(app: Flask, term: Term) -> None:
    sam = come_in(app, term.staff["Sam"])
    asked = {"plan": "sixty-minutes", "group_name": "Youth Council", "safety": "", "wave": WAVE}

    refused = sam.post(f"{HERE}/", data=fields(sam.get(f"{HERE}/")) | asked)

    assert refused.status_code == 400
    assert "Without one it does not start" in text_of(refused, ".err")
    with app.app_context():
        people.add_staff(AREA, "Priya II", "safeguarding_lead")
        people.remove_staff("Priya")
        people.add_staff(AREA, "Sam", "safeguarding_lead", same_person=True)
        people.remove_staff("Priya II")
    assert "There is nobody who can be the safety adult" in sam.get(f"{HERE}/").text


def test_it_begins_once_the_safety_adult_has_used_their_link(app: Flask, term: Term) -> None:
    with app.app_context():
        hall = a_hall(term)
    sam, asha = come_in(app, term.staff["Sam"]), app.test_client()
    room = Room(app, hall, "", sam)
    assert room.press("begin").status_code == 400

    link = sam.post(room.at("/safety-link"), data=fields(sam.get(room.at())))
    path = text_of(link, ".link").partition("/safety")[2]
    entered = asha.post(f"/safety{path}", data=fields(asha.get(f"/safety{path}")))

    assert entered.status_code == 303
    assert text_of(asha.get(entered.location), "h1") == "To check: nothing"
    assert room.press("begin").status_code == 303
    assert text_of(sam.get(room.at()), "h1") == "Welcome"
    assert asha.get(f"/safety{path}").status_code == 410


def test_a_phone_joins_without_a_name_and_comes_back_by_the_same_link(room: Room) -> None:
    phone = room.app.test_client()
    welcome = phone.get(f"/w/{room.code}/")
    assert "Asha is by the door" in welcome.text
    assert not soup(welcome).select("main input:not([type=hidden])")

    for _ in range(2):
        phone.post(f"/w/{room.code}/join", data=fields(welcome))

    assert (
        text_of(phone.get(f"/w/{room.code.lower()}/", follow_redirects=True), "h1")
        == "What needs to change round here?"
    )
    with room.app.app_context():
        assert rooms.phones(room.hall.room) == 1


def test_the_code_box_and_the_short_link_lead_to_the_room(room: Room) -> None:
    phone = room.app.test_client()

    typed = phone.post("/", data={"code": room.code.lower()})

    assert typed.location == phone.get(f"/{room.code}").location == f"/w/{room.code}/"


def test_an_idea_is_checked_before_it_is_on_the_wall(room: Room) -> None:
    phone = room.phone()

    sent = room.say(phone, "Ask us first")

    assert "We have it." in phone.get(sent.location).text
    assert (room.waiting(), room.wall()) == (["Ask us first"], [])
    room.decide("shown")
    assert (room.waiting(), room.wall()) == ([], ["Ask us first"])
    room.decide("hidden")
    assert room.wall() == []


def test_who_an_idea_is_from_is_chosen_once_and_by_nobody_else(room: Room) -> None:
    phone = room.phone()
    first = phone.get(f"/w/{room.code}/")
    assert soup(first).select("input[checked]") == []
    nobody = phone.post(f"/w/{room.code}/idea", data={**fields(first), "words": "The door"})
    assert "Choose who this is from" in text_of(nobody, ".err")

    sent = room.say(phone, "The door", together="pair")

    assert [one["value"] for one in soup(phone.get(sent.location)).select("input[checked]")] == ["pair"]


def test_a_groups_idea_says_how_many_they_are(room: Room) -> None:
    phone = room.phone()
    with room.app.app_context():
        room.hall.on_to("ideas-pairs")

    asked = room.say(phone, "Taxis that wait", together="group", people="")
    assert asked.status_code == 400
    assert "Write how many you are in your group" in text_of(asked, ".err")
    assert "Taxis that wait" in text_of(asked, "textarea")
    room.say(phone, "Taxis that wait", together="group", people="4")

    assert "Group of 4" in room.sam.get(room.at("/check")).text
    room.decide("shown")
    assert room.wall() == ["Taxis that wait 4 of us"]


def test_what_is_held_reaches_the_safety_adult_alone_and_without_words(room: Room) -> None:
    phone = room.phone()
    told = room.say(phone, WORRYING)
    asha = come_in(room.app, room.hall.asha)

    assert "We have it." in phone.get(told.location).text
    for page in ("", "/check", "/screen", "/notes"):
        assert "stepdad" not in room.sam.get(room.at(page)).text
    assert (room.waiting(), room.wall()) == ([], [])
    signalled = asha.get(room.safety)
    assert text_of(signalled, "h1") == "To check: 1"
    assert "Red: now" in signalled.text
    assert "Priya" in signalled.text
    assert "stepdad" not in signalled.text


def test_an_idea_that_somebody_asks_about_leaves_the_room(room: Room) -> None:
    room.say(room.phone(), "My cousin wont come here any more")
    asha = come_in(room.app, room.hall.asha)

    room.decide("ask")

    assert (room.waiting(), room.wall()) == ([], [])
    assert text_of(asha.get(room.safety), "h1") == "To check: 1"


@pytest.mark.parametrize("page", ["", "now"])
def test_the_safety_page_is_for_the_safety_adult(room: Room, page: str) -> None:
    assert room.sam.get(room.safety + page).status_code == 404
    assert room.app.test_client().get(room.safety + page).status_code == 404


def test_the_safety_adult_neither_runs_nor_checks(room: Room) -> None:
    with room.app.app_context():
        people.add_staff(AREA, "Asha", "facilitator", same_person=True)
    asha = come_in(room.app, room.hall.asha)

    assert [asha.get(room.at(page)).status_code for page in ("", "/check")] == [403, 403]


def test_the_remote_goes_on_pauses_and_blanks(room: Room) -> None:
    phone = room.phone()

    room.press("pause")
    assert text_of(phone.get(f"/w/{room.code}/"), "h1") == "Look up at the front"
    room.press("pause")
    room.press("blank")
    assert "Ask us" not in room.sam.get(room.at("/screen")).text
    assert text_of(room.sam.get(room.at("/screen")), "h1") == "Nothing to see for now"
    room.press("blank")
    room.press("more")
    assert "10 min" in room.sam.get(room.at()).text.replace("9 min", "")
    room.press("next")

    assert text_of(phone.get(f"/w/{room.code}/"), "h1") == "What would better services do?"


def test_a_phone_asks_for_one_row_and_learns_that_the_room_has_moved(room: Room) -> None:
    phone = room.phone()
    main = soup(phone.get(f"/w/{room.code}/")).select_one("main")
    assert main is not None
    turn, over = str(main["data-stamp"]).split(",")

    assert phone.get(str(main["data-now"])).json == {"now": [int(turn), over == "true"]}
    room.press("next")
    assert phone.get(str(main["data-now"])).json == {"now": [int(turn) + 1, False]}
    assert phone.get(f"/w/{room.code}/now/{'0' * 32}").status_code == 404


def test_an_idea_that_was_written_while_the_room_moved_on_is_kept(room: Room) -> None:
    phone = room.phone()
    page = phone.get(f"/w/{room.code}/")
    room.press("next")

    phone.post(f"/w/{room.code}/idea", data={**fields(page), "words": "The door", "together": "alone"})

    assert room.waiting() == ["The door"]


def test_the_same_idea_sent_again_is_kept_once_and_another_beside_it(room: Room) -> None:
    phone = room.phone()
    page = phone.get(f"/w/{room.code}/")

    for words in ("The door", "The door", "The doors"):
        phone.post(f"/w/{room.code}/idea", data={**fields(page), "words": words, "together": "alone"})

    assert room.waiting() == ["The door", "The doors"]


def test_words_that_come_too_late_are_given_back(room: Room) -> None:
    phone = room.phone()
    page = phone.get(f"/w/{room.code}/")
    with room.app.app_context():
        room.hall.end()

    late = phone.post(f"/w/{room.code}/idea", data={**fields(page), "words": "The door", "together": "alone"})

    assert late.status_code == 410
    assert "The door" in text_of(late, "main .only")
    assert room.waiting() == []


def test_a_phone_that_lost_its_place_gets_its_words_back(room: Room) -> None:
    page = room.phone().get(f"/w/{room.code}/")

    lost = room.app.test_client().post(f"/w/{room.code}/idea", data={**fields(page), "words": "The door"})

    assert lost.status_code == 400
    assert "The door" in text_of(lost, "main .only")


def test_many_phones_on_one_address_join_after_a_class_has_mistyped_the_code(room: Room) -> None:
    room.phone()
    for _ in range(25):
        room.app.test_client().get("/w/AAAAAA/")

    assert room.app.test_client().get("/w/AAAAAA/").status_code == 429
    for _ in range(40):
        room.say(room.phone(), "Ask us first")
    assert len(room.waiting()) == 40


def test_post_its_are_typed_in_many_at_once_and_kept_once(room: Room) -> None:
    page = room.sam.get(room.at("/paper"))
    assert [one["value"] for one in soup(page).select("option[selected]")] == ["ideas-alone"]
    lines = [f"Idea {number}" for number in range(40)]
    typed = {**fields(page), "step": "ideas-alone", "people": "8", "words": "\n".join([*lines, "", WORRYING])}

    for _ in range(2):
        kept = room.sam.post(room.at("/paper"), data=typed)

    assert "41 kept." in room.sam.get(kept.location).text
    assert room.waiting() == lines
    assert "Paper" in room.sam.get(room.at("/check")).text
    with room.app.app_context():
        assert rooms.phones(room.hall.room) == 0


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"words": " "}, "Write one idea on each line"),
        ({"people": "0"}, "Write how many people wrote these"),
        ({"words": "\n".join(["x"] * 61)}, "Keep 60 lines at once"),
        ({"words": f"a\n{'x' * 1001}"}, "Line 2 is too long"),
    ],
)
def test_what_is_wrong_with_typed_ideas_is_said_and_nothing_is_lost(
    room: Room, wrong: dict[str, str], said: str
) -> None:
    form = fields(room.sam.get(room.at("/paper")))

    refused = room.sam.post(
        room.at("/paper"), data={**form, "step": "ideas-alone", "people": "8", "words": "The door", **wrong}
    )

    assert refused.status_code == 400
    assert said in text_of(refused, ".err")
    assert room.waiting() == []


def test_a_facilitator_counts_and_notes(room: Room) -> None:
    form = fields(room.sam.get(room.at("/notes")))

    assert room.sam.post(room.at("/count"), data=form | {"people": "many"}).status_code == 400
    room.sam.post(room.at("/count"), data=form | {"people": "28"})
    room.sam.post(room.at("/notes"), data=form | {"words": "The heating is off"})

    page = room.sam.get(room.at("/notes")).text
    assert "Wexcombe Youth Council: 28" in page
    assert "The heating is off" in page
    assert room.wall() == room.waiting() == []


def test_a_move_that_is_none_changes_nothing(room: Room) -> None:
    form = fields(room.sam.get(room.at()))

    for made_up in ({"move": "explode"}, {"move": "next", "turn": "soon"}):
        assert room.sam.post(room.at(), data={**form, **made_up}).status_code == 409
    with room.app.app_context(), pytest.raises(running.NotNow):
        running.begin(AREA, room.hall.id, room.hall.room.turn, staff_id=room.hall.sam)


def test_other_staff_have_no_workshop_pages(app: Flask, room: Room, term: Term) -> None:
    dana = come_in(app, term.staff["Dana"])

    for page in ("", "/check", "/screen", "/notes", "/now"):
        assert dana.get(room.at(page)).status_code == 403


def test_a_phone_that_waits_has_the_styles_of_what_comes_next(app: Flask, term: Term) -> None:
    """A script puts the next step in its place, and no page can bring styles of its own later."""
    room = a_room(app, term, "welcome")

    styles = str(soup(room.phone().get(f"/w/{room.code}/")).select_one("style"))

    assert [name for name in (".err", ".choice", "textarea", ".card", ".sum", ".bad") if name not in styles] == []
