"""Everybody of the invented term, and what each of them said."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Said:
    """One comment: which question it answers, and what the people who wrote it say about it.

    `safeguarding` is no, review or yes; `names` says whether something in it shows who somebody is.
    """

    question: str
    service: str
    sentiment: str
    safeguarding: str
    names: bool
    words: str

    @property
    def is_concern(self) -> bool:
        return self.safeguarding != "no"


@dataclass(frozen=True, slots=True)
class Respondent:
    """One invented respondent of one opening.

    `says` holds the answers that the comments give away, by question or question@service; every other rating is
    drawn by how the respondent `feels`. With `stops_after` they leave after that many questions and never send.
    """

    id: str
    opening: str
    kind: str
    people: int
    feels: str
    services: tuple[str, ...]
    says: Mapping[str, str]
    quote: str
    who: str
    stops_after: int | None
    said: tuple[Said, ...]


def read_respondents() -> tuple[Respondent, ...]:
    """Read everybody, in the order of respondents.csv."""
    said: dict[str, list[Said]] = {}
    for row in _rows("comments.csv"):
        said.setdefault(row["respondent"], []).append(_said(row))
    return tuple(_respondent(row, tuple(said.get(row["respondent"], ()))) for row in _rows("respondents.csv"))


def _rows(name: str) -> list[dict[str, str]]:
    text = files(__package__).joinpath(name).read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))


def _said(row: Mapping[str, str]) -> Said:
    return Said(
        question=row["question"],
        service=row["service"],
        sentiment=row["sentiment"],
        safeguarding=row["safeguarding"],
        names=row["names"] == "yes",
        words=row["words"],
    )


def _respondent(row: Mapping[str, str], said: tuple[Said, ...]) -> Respondent:
    return Respondent(
        id=row["respondent"],
        opening=row["opening"],
        kind=row["kind"],
        people=int(row["people"]),
        feels=row["feels"],
        services=tuple(row["services"].split()),
        says=dict(pair.split("=") for pair in row["says"].split()),
        quote=row["quote"],
        who=row["who"],
        stops_after=int(row["stops_after"]) if row["stops_after"] else None,
        said=said,
    )
