"""The two ways in which a survey's order differs from the order it is written in."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, Field

from surveys.values import FROZEN, Line, Many, Name, Slug


class Service(BaseModel):
    """One service that a survey asks about; `option` is the answer that names it."""

    model_config = FROZEN

    id: Slug
    name: Line
    short: str = ""
    option: Line


class WithoutService(BaseModel):
    """What is asked of somebody who chose this option and no service."""

    model_config = FROZEN

    option: Line
    questions: Annotated[Many[Name], Field(min_length=1)]


class Repeat(BaseModel):
    """Questions asked again for each service that was chosen.

    Parameters
    ----------
    question
        Where services are chosen.
    services
        In the order in which they are asked about.
    questions
        What is asked for each, in the order written.
    without_service
        What is asked once, of no service, after an option that names none.
    otherwise
        What is asked once when nothing of the above was chosen.
    """

    model_config = FROZEN

    question: Name
    services: Annotated[Many[Service], Field(min_length=1)]
    questions: Annotated[Many[Name], Field(min_length=1)]
    without_service: Many[WithoutService] = ()
    otherwise: Many[Name] = ()


class ShortRoute(BaseModel):
    """The few that come first for everybody, and the question whether to go on.

    Parameters
    ----------
    questions
        Asked first, in this order.
    then
        The question that asks whether to carry on.
    carry_on_if
        Its option that does. Any other, and none, finishes: a whole answer, not a part of one.
    """

    model_config = FROZEN

    questions: Annotated[Many[Name], Field(min_length=1)]
    then: Name
    carry_on_if: Line
    note: str = ""
