"""The plan of a workshop: timed steps with what is said, seen and done in each, as a TOML file holds it."""

from __future__ import annotations

import tomllib
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from feedback_app.errors import HeardError, NotFound

Kind = Literal[
    "talk", "poll", "ideas", "break", "piles", "naming", "dots", "standards", "action", "statement", "check_out"
]  # what the room does
Together = Literal["alone", "pair", "group"]
Id = Annotated[str, Field(pattern="^[a-z0-9]+(-[a-z0-9]+)*$", max_length=64)]
Words = Annotated[str, Field(min_length=1, max_length=600)]
Option = Annotated[str, Field(min_length=1, max_length=80)]
FACILITATOR, SAFETY = "facilitator", "safety_adult"


class PlanDoesNotLoad(HeardError):
    """A plan's file cannot be read, or is not of the form that plans have."""


class NoSuchPlan(NotFound):
    words = "There is no workshop plan of that name. `heard workshops list` shows which there are."


class Role(BaseModel):
    """Somebody whom a workshop needs, and what they do."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Literal["facilitator", "safety_adult", "helper", "chair", "scribe"]
    name: Words
    does: Words


class PlannedStep(BaseModel):
    """One step. `minutes` is its time, of which `slack` minutes may be lost when an earlier step ran over.

    `script` is read out, `screen` stands on the projector, `phone` on phones, `paper` says how it goes without phones,
    and `plan_b` what to do when something stops. A step of `ideas` has a question of the survey; a `poll` has
    options; a `check_out` has options, and a question for whoever wants to say more; in one of `dots` each phone has so
    many, of which `most_on_one` may be on one pile.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Id
    kind: Kind
    title: Words
    minutes: Annotated[int, Field(ge=1, le=45)]
    slack: Annotated[int, Field(ge=0, le=20)] = 0
    led_by: str = FACILITATOR
    question: str | None = None
    together: tuple[Together, ...] = ()
    dots: Annotated[int, Field(ge=1, le=12)] = 3
    most_on_one: Annotated[int, Field(ge=1, le=12)] = 1
    options: tuple[Option, ...] = ()
    script: tuple[Words, ...]
    screen: Words
    phone: Words
    paper: Words
    plan_b: Words


class Plan(BaseModel):
    """A whole workshop: who is needed, what is asked, and its steps in order. `minutes` is its whole time."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Id
    version: Annotated[int, Field(ge=1)]
    title: Words
    summary: Words
    source: Words
    minutes: Annotated[int, Field(ge=10, le=240)]
    survey: Id
    roles: tuple[Role, ...]
    steps: tuple[PlannedStep, ...]

    @property
    def slack(self) -> int:
        """How many minutes can be lost in all."""
        return sum(step.slack for step in self.steps)


def load_plan(plan_id: str) -> Plan:
    """A plan of the library. Raises NoSuchPlan, PlanDoesNotLoad."""
    found = [plan for plan in load_plans() if plan.id == plan_id]
    if not found:
        raise NoSuchPlan
    return found[0]


def load_plans() -> tuple[Plan, ...]:
    """Every plan of the library, the shortest first. Raises PlanDoesNotLoad."""
    folder = resources.files("feedback_app.workshops") / "library"
    read = [read_plan(file) for file in folder.iterdir() if file.name.endswith(".toml")]
    return tuple(sorted(read, key=lambda plan: (plan.minutes, plan.id)))


def read_plan(file: Path | Traversable) -> Plan:
    """Read one file. Raises PlanDoesNotLoad with the file, the place in it and what is wrong."""
    try:
        return Plan.model_validate(tomllib.loads(file.read_bytes().decode("utf-8-sig")))
    except OSError as wrong:
        raise PlanDoesNotLoad(f"{file.name}: {wrong.strerror}: check the file's name and place") from None
    except ValidationError as wrong:
        raise PlanDoesNotLoad("\n".join(_explained(file.name, wrong))) from None
    except ValueError as wrong:  # not TOML, or not UTF-8
        raise PlanDoesNotLoad(f"{file.name} is not TOML: {wrong}. Correct it there") from None


def _explained(name: str, wrong: ValidationError) -> list[str]:
    return [f"{name}: {'.'.join(map(str, one['loc']))}: {one['msg']}" for one in wrong.errors()]
