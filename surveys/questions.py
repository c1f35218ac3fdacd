"""One question: what it says, how it is answered, and when it is asked."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import BaseModel, Field, model_validator

from surveys.conditions import PATTERN
from surveys.kinds import (
    LETTERS,
    LISTED_KINDS,
    MOST_DOTS,
    MOST_LETTERS,
    MOST_PLACES,
    OPEN_KINDS,
    READ_KINDS,
    TYPED_KINDS,
    USUAL_DOTS,
    USUAL_LETTERS,
    Kind,
)
from surveys.no_answers import NO_WORDS
from surveys.options import Option
from surveys.question_checks import question_problems
from surveys.values import FROZEN, Audience, Line, Many, MaybeLine, MaybeName, MaybeSlug, Name

Asks = Literal["strengths", "challenges", "change", "open"]


class Ends(BaseModel):
    """The names on a line of numbers, shown at all times."""

    model_config = FROZEN

    min: int
    max: int
    min_label: Line
    mid_label: Line
    max_label: Line


class OptionReply(BaseModel):
    """What the adult with the child must do after one option is chosen."""

    model_config = FROZEN

    option: Line
    say: Line


class Question(BaseModel):
    """One thing that is asked. No answer is ever required, and none is ever chosen beforehand.

    Parameters
    ----------
    kind
        How it is answered; the name of a scale, or a list of its own, or words.
    words, child_words, hint
        What is asked; the same for children aged 5 to 10, where it differs; a second line under it.
    meaning
        Words that explain a word of this question, shown above it the first time.
    easy, easy_hint, easy_meaning
        The same in easy read: short sentences of plain words. What has none is read in its own words.
    picture
        A name in pictures.toml. The loader takes the picture of its link or domain unless one is written.
    audio, bsl
        The names of a recording and of a BSL video among the area's own files; the question's id unless told.
    domain, link
        What it is about; what joins it to the same question of another survey (side by side, never pooled).
    asks
        What an open question asks for. None for a closed one.
    sets, sets_true, sets_false
        A fact that the answer decides, and the options that make it true or false. Any other option leaves it unknown.
    sets_true_min, sets_true_max
        The least and the most number that makes the fact true; any other number makes it false.
    show_if
        Facts joined by `and`, `or` and `not`: asked only where that is known. See `surveys.conditions`.
    not_asked_of
        Audiences of the survey who never meet it.
    unanswered
        The option that no answer counts as.
    pattern_check
        Its bad answers are shown to the safeguarding lead as a pattern, three or more by setting.
    optional_box
        A box beyond the survey's own count of questions.
    page
        Neighbours with the same name stand on one page, but for children: see `surveys.paging`.
    letters
        As many as an answer in words may have, where it is not the usual number of its kind.
    min, max, unit
        The least and the most that a number may be, and what it counts, as "minutes".
    top
        How many places a ranking has; one for every option unless told.
    dots
        How many dots are shared out; three unless told.
    """

    model_config = FROZEN

    id: Name
    kind: Kind
    words: Line
    child_words: str = ""
    hint: str = ""
    meaning: str = ""
    easy: MaybeLine = ""
    easy_hint: MaybeLine = ""
    easy_meaning: MaybeLine = ""
    picture: MaybeName = ""
    audio: MaybeName = ""
    bsl: MaybeName = ""
    options: Many[Option] = ()
    ends: Ends | None = None
    domain: MaybeSlug = ""
    link: MaybeSlug = ""
    asks: Asks | None = None
    sets: MaybeName = ""
    sets_true: Many[Line] = ()
    sets_false: Many[Line] = ()
    sets_true_min: Annotated[float, Field(allow_inf_nan=False)] | None = None
    sets_true_max: Annotated[float, Field(allow_inf_nan=False)] | None = None
    show_if: Annotated[str, Field(pattern=PATTERN)] = ""
    not_asked_of: Many[Audience] = ()
    unanswered: str = ""
    pattern_check: bool = False
    optional_box: bool = False
    page: MaybeSlug = ""
    letters: Annotated[int, Field(ge=1, le=MOST_LETTERS)] | None = None
    min: Annotated[int, Field(ge=0)] | None = None
    max: Annotated[int, Field(ge=0)] | None = None
    unit: str = ""
    top: Annotated[int, Field(ge=1, le=MOST_PLACES)] | None = None
    dots: Annotated[int, Field(ge=1, le=MOST_DOTS)] | None = None
    required: Literal[False] = False
    shared: MaybeName = ""
    wording: Literal["", "child", "group"] = ""
    on: Many[OptionReply] = ()
    say_first: str = ""
    starter: str = ""
    report: str = ""
    note: str = ""

    @property
    def is_text(self) -> bool:
        """Answered in the person's own words."""
        return self.kind in OPEN_KINDS

    @property
    def is_choice(self) -> bool:
        """Answered by choosing from options."""
        return self.kind not in TYPED_KINDS | READ_KINDS

    @property
    def scale(self) -> str:
        """The answer scale's name; empty for a list of the question's own, for a number and for words."""
        return "" if not self.is_choice or self.kind in LISTED_KINDS else self.kind

    @property
    def most_letters(self) -> int:
        """As many as an answer in words may have."""
        return self.letters or LETTERS.get(self.kind, USUAL_LETTERS)

    @property
    def most_places(self) -> int:
        """How many places there are in a ranking."""
        return self.top or sum(option.missing is None for option in self.options)

    @property
    def most_dots(self) -> int:
        """How many dots may be shared out."""
        return self.dots or USUAL_DOTS

    @property
    def offered(self) -> tuple[Option, ...]:
        """Its options; where it is answered in words and lists none, "I don't know" and "I don't want to say"."""
        return self.options or (NO_WORDS if self.is_text else ())

    def words_for(self, audience: str) -> str:
        """The question as this audience reads it."""
        return self.child_words if audience == "child_5_10" and self.child_words else self.words

    def option(self, id: str) -> Option | None:
        """The option of that id, if it has one."""
        return next((option for option in self.offered if option.id == id), None)

    @model_validator(mode="after")
    def _fits_its_kind(self) -> Self:
        for problem in question_problems(self):
            raise ValueError(problem)
        return self
