"""A small invented wave: two large groups and a small one, comments, a held one, and two closed questions."""

from __future__ import annotations

from dataclasses import replace

from analysis.voices import AskedQuestion, Choice, Comment, Person, Rating, Voices
from tests.analysis.crowd import KINDNESS, TRANSPORT, WAITING, people_saying

GROUPS = {"young_person": "Young people", "parent_carer": "Parent carers", "practitioner": "Practitioners"}
GOOD = AskedQuestion(
    id="plan/q1",
    survey="plan",
    words="How good is the support?",
    kind="good5",
    group="parent_carer",
    scale="good5",
    choices=(
        Choice("very-good", "Very good", 5),
        Choice("good", "Good", 4),
        Choice("ok", "OK", 3),
        Choice("not-good", "Not good", 2),
        Choice("bad", "Bad", 1),
        Choice("dont-know", "Don’t know", missing="dont_know"),
    ),
)
HAPPY = AskedQuestion(
    id="therapy/t1",
    survey="therapy",
    words="How happy are you with it?",
    kind="happy10",
    group="parent_carer",
    scale="happy10",
    per_service=True,
    choices=tuple(Choice(str(number), str(number), number) for number in range(1, 11)),
)
NOTHING = ("n/a", "nothing", "dunno")
HELD_WORDS = "The secret heliotrope sentence that nobody but the lead may read"


def term(*, silent_practitioners: int = 7, kind_young_people: int = 5) -> Voices:
    """40 young people, 60 parent carers, and a few practitioners who have nothing to say.

    Of the young people 20 speak of waiting, `kind_young_people` of kindness, one is held, the others say nothing.
    """
    young = [
        *people_saying(WAITING, 20, group="young_person"),
        *people_saying(KINDNESS, kind_young_people, group="young_person", first=21),
        *people_saying(NOTHING, 19 - kind_young_people, group="young_person", first=21 + kind_young_people),
    ]
    held = Comment("held-1", "young_person-0040", HELD_WORDS, group="young_person", held=True)
    parents = [
        *people_saying(WAITING, 25, group="parent_carer"),
        *people_saying(KINDNESS, 20, group="parent_carer", first=26),
        *people_saying(TRANSPORT, 15, group="parent_carer", first=46),
    ]
    adults = people_saying(NOTHING, silent_practitioners, group="practitioner")
    comments = (*young, held, *parents, *adults)
    return Voices(
        comments=comments,
        ratings=_ratings(),
        people=tuple(_person(number, comment) for number, comment in enumerate(comments)),
        questions=(GOOD, HAPPY),
        groups=GROUPS,
        services={"salt": "Speech and language therapy"},
    )


def _person(number: int, comment: Comment) -> Person:
    who = "Me, on my own" if number % 3 else "Me, with some help"
    return Person(comment.respondent, comment.group, attributes={"who": who} if number % 5 else {})


def _ratings() -> tuple[Rating, ...]:
    """Very good 12, good 20, OK 15, not good 6, bad 2, don't know 3; happiness 1 to 10 in turn, 30 people."""
    options = {"very-good": 12, "good": 20, "ok": 15, "not-good": 6, "bad": 2, "dont-know": 3}
    chosen = [option for option, people in options.items() for _ in range(people)]
    scores = {choice.id: choice for choice in GOOD.choices}
    good = [
        Rating(f"parent_carer-{number:04}", GOOD.id, option, scores[option].score, scores[option].missing)
        for number, option in enumerate(chosen, start=1)
    ]
    happy = [
        Rating(f"parent_carer-{number:04}", HAPPY.id, str(1 + number % 10), 1 + number % 10, service="salt")
        for number in range(1, 31)
    ]
    return (*good, *happy)


def without_groups(voices: Voices) -> Voices:
    """The same people when nobody says which group they are of."""
    return Voices(tuple(replace(comment, group="") for comment in voices.comments))
