"""What the invented term is made of, read from wexcombe.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from feedback_app.example.replies import Usually
from feedback_app.people import Role


@dataclass(frozen=True, slots=True)
class PlannedOpening:
    """Which survey is opened to whom, and how its answers come in."""

    survey: str
    audience: str
    channel: str = "link"


@dataclass(frozen=True, slots=True)
class PlannedWave:
    """One time of asking, its dates apart; openings by the name that respondents.csv has for them."""

    title: str
    subject: str
    strategy_sets: tuple[str, ...]
    openings: Mapping[str, PlannedOpening]


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole example area.

    `staff` are names by role; `usually` how often an answer is given, by opening and question; `refused` the reason
    why a respondent's quotation is refused.
    """

    slug: str
    name: str
    asked_by: str
    details: Mapping[str, object]
    staff: Mapping[Role, str]
    asked: PlannedWave
    asked_now: PlannedWave
    usually: Mapping[str, Usually]
    refused: Mapping[str, str]


def read_plan() -> Plan:
    read = tomllib.loads(files(__package__).joinpath("wexcombe.toml").read_text("utf-8"))
    return Plan(
        **read["area"],
        staff=read["staff"],
        asked=_wave(read["asked"]),
        asked_now=_wave(read["asked_now"]),
        usually=read["usually"],
        refused=read["refused"],
    )


def _wave(read: Mapping[str, Any]) -> PlannedWave:
    return PlannedWave(
        title=read["title"],
        subject=read["subject"],
        strategy_sets=tuple(read["strategy_sets"]),
        openings={name: PlannedOpening(**opening) for name, opening in read["openings"].items()},
    )
