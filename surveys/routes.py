"""The two ways in which a survey's order differs from the order it is written in."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import BaseModel, Field, model_validator

from surveys.values import FROZEN, Line, Many, MaybeName, Name, Slug

CHILDREN = {"child-1": "First or only child", "child-2": "Second child", "child-3": "Third child"}
"""How a report names the child that a parent answered about; the pages of a respondent have words of their own."""
MOST_CHILDREN = len(CHILDREN)  # as many as the pages have words for: your first, second and third child


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


class Children(BaseModel):
    """How many children an option stands for. Where none is said, one is asked about."""

    model_config = FROZEN

    option: Line
    count: Annotated[int, Field(ge=1, le=MOST_CHILDREN)]


class Repeat(BaseModel):
    """Questions asked again for each service that was chosen, or for each child.

    Parameters
    ----------
    each
        What it goes round by.
    question
        Where services are chosen, or where it is said how many children there are.
    services
        In the order in which they are asked about.
    counts
        The options of `question` that say how many children there are.
    again, again_if
        The question that ends a child's turn while another is left, and its option that goes on with the next child.
    questions
        What is asked for each, in the order written.
    without_service
        What is asked once, of no service, after an option that names none.
    otherwise
        What is asked once when nothing of the above was chosen.
    """

    model_config = FROZEN

    each: Literal["service", "child"] = "service"
    question: Name
    services: Many[Service] = ()
    counts: Many[Children] = ()
    again: MaybeName = ""
    again_if: str = ""
    questions: Annotated[Many[Name], Field(min_length=1)]
    without_service: Many[WithoutService] = ()
    otherwise: Many[Name] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """What stands in an answer's `repeat`, in the order asked."""
        if self.each == "service":
            return tuple(service.id for service in self.services)
        return tuple(CHILDREN)[: max(one.count for one in self.counts)]

    @model_validator(mode="after")
    def _fits_what_it_goes_round_by(self) -> Self:
        by_service = (self.services, self.without_service, self.otherwise)
        by_child = (self.counts, self.again, self.again_if)
        if self.each == "service" and (not self.services or any(by_child)):
            raise ValueError("goes round by service: it needs `services`, and no `counts`, `again` or `again_if`")
        if self.each == "child" and (not all(by_child) or any(by_service)):
            raise ValueError("goes round by child: it needs `counts`, `again` and `again_if`, and nothing of services")
        return self


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
