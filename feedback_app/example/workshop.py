"""The invented Youth Council's workshop, played through the use cases of its pages, and a table that waits for it."""

from __future__ import annotations

import secrets
import tomllib
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any

from feedback_app import asking, people
from feedback_app.example.plan import Plan
from feedback_app.reviewing import seats, sittings
from feedback_app.reviewing.seats import Hidden
from feedback_app.workshops import (
    actions,
    choices,
    contributing,
    dots,
    ideas,
    linking,
    naming,
    noting,
    piles,
    rooms,
    running,
    safety,
    statements,
)
from feedback_app.workshops.plans import PlannedStep
from feedback_app.workshops.rooms import Room

SEATS = 3
STAGE, SHIER = "check", 3


def hold_workshop(plan: Plan, wave_slug: str) -> None:
    """The sixty minutes, from the safety adult's open page to the end. What it took stands in workshop.toml."""
    told = tomllib.loads(files(__package__).joinpath("workshop.toml").read_text("utf-8"))
    sam, asha = (people.staff_named(plan.staff[role]) for role in ("facilitator", "safety_adult"))
    made = rooms.make_room(plan.slug, wave_slug, told["plan"], told["group"], facilitator_id=sam, safety_id=asha)
    safety.look(plan.slug, made)
    running.begin(plan.slug, made, rooms.room_of(plan.slug, made).turn, staff_id=sam)
    noting.count_people(plan.slug, made, "", told["came"], staff_id=sam)
    phones = [_joined(_room(plan, made)) for _ in told["warm-up"]["phones"]]
    for step in _room(plan, made).plan.steps:
        _go_to(plan, made, step.id, staff_id=sam)
        room = _room(plan, made)
        if step.id in (told["warm-up"]["step"], told["check-out"]["step"]):
            _choose(plan, room, told["warm-up" if step.kind == "poll" else "check-out"], phones, staff_id=sam)
        elif step.kind == "ideas":
            _say(plan, room, step, told, phones, staff_id=sam)
        elif step.kind == "piles":
            _sort(room, told["piles"], staff_id=sam)
        elif step.kind == "naming":
            for number, pile in enumerate(piles.of_room(room).piles):
                naming.name(room, pile.id, told["piles"][number]["name"], staff_id=sam)
        elif step.kind == "dots":
            _put_dots(plan, room, told["dots"], phones, staff_id=sam)
        elif step.kind == "standards":
            for number, pile in enumerate(piles.of_room(room).piles):
                linked = told["piles"][number]
                linking.link(room, pile.id, linked["standard"], linked["reason"], staff_id=sam)
        elif step.kind == "action":
            actions.choose(room, told["action"], staff_id=sam)
        elif step.kind == "statement":
            _agree(room, told["statement"], staff_id=sam)
    running.end(plan.slug, made, _room(plan, made).turn, staff_id=sam)


def set_up_table(plan: Plan, wave_slug: str) -> None:
    """A table of the wave that has a report: nothing opens before its officer begins."""
    officer, adult = (people.staff_named(plan.staff[role]) for role in ("participation_officer", "safety_adult"))
    made = sittings.make_sitting(plan.slug, wave_slug, adult_id=adult, staff_id=officer, stage=STAGE, shier=SHIER)
    for _ in range(SEATS):
        seats.add_seat(plan.slug, made, hidden=Hidden(), staff_id=officer)


def _room(plan: Plan, workshop_id: str) -> Room:
    return rooms.room_of(plan.slug, workshop_id)


def _joined(room: Room) -> str:
    key = secrets.token_hex(16)
    contributing.join(asking.opening_of(room.area_id, room.opening_id), key)
    return key


def _go_to(plan: Plan, workshop_id: str, step: str, *, staff_id: str) -> None:
    while (room := _room(plan, workshop_id)).step is not None and room.step.id != step:
        running.go_on(plan.slug, workshop_id, room.turn, staff_id=staff_id)


def _choose(plan: Plan, room: Room, told: Mapping[str, Any], phones: Sequence[str], *, staff_id: str) -> None:
    for key, choice in zip(phones, told["phones"], strict=True):
        choices.choose(room, told["step"], choice, key=key)
    if "hands" in told:
        choices.count_hands(plan.slug, room.id, told["step"], told["hands"], staff_id=staff_id)
    choices.press(plan.slug, room.id, told["step"], "close", staff_id=staff_id)


def _say(
    plan: Plan, room: Room, step: PlannedStep, told: Mapping[str, Any], phones: Sequence[str], *, staff_id: str
) -> None:
    """Phones say what they have, paper is typed in, and all of it is shown: nothing in it worries anybody."""
    opening = asking.opening_of(room.area_id, room.opening_id)
    for one in (said for said in told["ideas"] if said["step"] == step.id):
        together = {1: "alone", 2: "pair"}.get(one["people"], "group")
        for number, words in enumerate(one["words"]):
            ideas.say(
                opening,
                room,
                step,
                words,
                key=phones[number % len(phones)],
                send_key=secrets.token_hex(16),
                together=together,  # type: ignore[arg-type]  # one of three
                people=one["people"],
            )
    paper = told["paper"]
    if paper["step"] == step.id:
        ideas.type_in(opening, room, step, paper["words"], people=paper["people"], send_key=secrets.token_hex(16))
    for idea in ideas.waiting(room):
        ideas.decide(plan.slug, room.id, idea.id, "shown", was="waiting", staff_id=staff_id)


def _sort(room: Room, planned: Sequence[Mapping[str, Any]], *, staff_id: str) -> None:
    for pile in planned:
        alone = piles.of_room(room).alone
        holds = [one.id for one in alone if any(words in one.words for words in pile["holds"])]
        piles.sort(room, holds, piles.NEW, send_key=secrets.token_hex(16), staff_id=staff_id)


def _agree(room: Room, told: Mapping[str, Any], *, staff_id: str) -> None:
    statements.draft(room, staff_id=staff_id)
    drafted = statements.of_room(room).open
    if drafted is not None:
        statements.say_yes(room, drafted.id, **told, staff_id=staff_id)


def _put_dots(plan: Plan, room: Room, told: Mapping[str, Any], phones: Sequence[str], *, staff_id: str) -> None:
    here = [pile.id for pile in piles.of_room(room).piles]
    for key, chosen in zip(phones, told["phones"], strict=True):
        dots.put(room, {here[number]: 1 for number in chosen}, key=key)
    dots.count_paper(room, dict(zip(here, told["paper"], strict=True)), staff_id=staff_id)
    dots.close(plan.slug, room.id, staff_id=staff_id)
