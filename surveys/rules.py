"""The rules that a survey keeps, as its authors wrote them down."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, Field

from surveys.values import FROZEN, Line, Many

Count = Annotated[int, Field(ge=1, le=1000)]


class Rules(BaseModel):
    """What holds for the whole survey; lines of words are for the people who run it.

    Parameters
    ----------
    reading_age
        In years.
    questions
        How many of its own it has: not the shared ones, the optional boxes and "carry on?".
    minutes
        How long it takes.
    say_first
        Lines read before the first question.
    """

    model_config = FROZEN

    reading_age: Count | None = None
    max_words_per_sentence: Count | None = None
    questions: Count | None = None
    optional_boxes: Count | None = None
    minutes: Count | None = None
    one_per_page: bool = False
    read_aloud: bool = False
    picture_left: bool = False
    say_first: Many[Line] = ()
    adult_in_room: str = ""
    advocate: str = ""
    breaks: str = ""
    decision_date: str = ""
    faces: str = ""
    more_than_one_child: str = ""
    never: str = ""
    new_wave: str = ""
    no_total: str = ""
    order: str = ""
    panel: str = ""
    parent_note: str = ""
    per_standard: str = ""
    pointing: str = ""
    pooling: str = ""
    read_to_all: str = ""
    route: str = ""
    visit: str = ""
