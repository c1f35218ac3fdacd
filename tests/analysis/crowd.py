"""Many people saying things, for tests of the analysis."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from analysis.voices import Comment, Voices

WAITING = (
    "We waited months for an appointment",
    "The waiting list is far too long",
    "Still waiting to be seen after a year",
    "Waiting times are dreadful",
    "I have been on the waiting list for two years",
    "Such a long wait to see anyone",
)
KINDNESS = (
    "The staff were kind and friendly",
    "Friendly staff who smiled at my son",
    "Kind friendly people on reception",
    "Everyone was kind, friendly and polite",
    "Such kind staff, always friendly",
    "She was friendly and kind to me",
)
TRANSPORT = (
    "The school bus was late again",
    "The bus driver shouted at us",
    "My bus never comes to our village",
    "The bus to school takes two hours",
    "No bus on Fridays so I miss school",
    "The taxi and the bus are both unsafe",
)
SUBJECTS = (WAITING, KINDNESS, TRANSPORT)


def people_saying(
    subject: tuple[str, ...], people: int, *, group: str = "", first: int = 1, quotable: bool = True
) -> list[Comment]:
    """So many people who each say one of these things."""
    return [
        Comment(
            id=f"{group or 'c'}-{number:04}",
            respondent=f"{group or 'p'}-{number:04}",
            words=subject[number % len(subject)],
            group=group,
            quotable=quotable,
        )
        for number in range(first, first + people)
    ]


def three_subjects(each: int = 24) -> Voices:
    """People of one group who speak of waiting, of kindness or of the bus."""
    comments = [
        comment
        for place, subject in enumerate(SUBJECTS)
        for comment in people_saying(subject, each, first=1 + place * each)
    ]
    return Voices(tuple(comments))


def shuffled(voices: Voices, seed: int) -> Voices:
    """The same people in another order."""
    comments, people, ratings = list(voices.comments), list(voices.people), list(voices.ratings)
    for rows in (comments, people, ratings):
        Random(seed).shuffle(rows)
    return replace(voices, comments=tuple(comments), people=tuple(people), ratings=tuple(ratings))
