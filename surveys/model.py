"""A survey: one version of its questions, its rules and all the words that go round them."""

from __future__ import annotations

import hashlib
import json
from typing import Annotated, Literal

from pydantic import BaseModel, Field

from surveys.errors import UnknownAudience, UnknownQuestion, UnknownService, UnknownWording
from surveys.kinds import READ_KINDS
from surveys.questions import Question
from surveys.routes import Repeat, Service, ShortRoute
from surveys.rules import Rules
from surveys.scores import Score
from surveys.values import FROZEN, Audience, Line, Many, MaybeLine, MaybeName, Name, Slug

WORDINGS = ("start", "before_first_box", "offline_box", "end")


class AudienceWords(BaseModel):
    """What one audience reads round the questions, and which help lines it is shown.

    The lines called `..._easy` are the same in easy read; where there are none, the others are read.
    """

    model_config = FROZEN

    audience: Audience
    name: Line
    help: Name
    start: Many[Line]
    before_first_box: Many[Line]
    offline_box: Many[Line]
    end: Many[Line]
    start_easy: Many[Line] = ()
    before_first_box_easy: Many[Line] = ()
    offline_box_easy: Many[Line] = ()
    end_easy: Many[Line] = ()


class TalkToMe(BaseModel):
    """The offer made to everybody at the end, never because of an answer. Its answer is kept apart."""

    model_config = FROZEN

    words: Line
    options: Annotated[Many[Line], Field(min_length=2)]
    shown: str = ""
    stored: str = ""
    easy: MaybeLine = ""


class Survey(BaseModel):
    """One version of a survey, complete in itself: it needs no other file to be asked.

    Parameters
    ----------
    id, version
        Together they name it for ever. A reworded question is a new version.
    family, family_member
        A set of surveys counted together, and this one's name in it.
    status
        A draft is not asked outside a pilot.
    audiences
        Whom it is for. The opening says which one a respondent is.
    """

    model_config = FROZEN

    id: Slug
    version: Annotated[int, Field(ge=1)]
    title: Line
    status: Literal["published", "draft"] = "published"
    family: MaybeName = ""
    family_member: MaybeName = ""
    audiences: Annotated[Many[Audience], Field(min_length=1)]
    source: str = ""
    rules: Rules = Rules()
    evidence_sources: Many[Line] = ()
    audience_words: Many[AudienceWords]
    talk_to_me: TalkToMe
    short_route: ShortRoute | None = None
    repeat: Repeat | None = None
    scores: Many[Score] = ()
    questions: Annotated[Many[Question], Field(min_length=1)]

    @property
    def services(self) -> tuple[Service, ...]:
        """The services asked about one by one; empty for most surveys."""
        return self.repeat.services if self.repeat else ()

    @property
    def repeat_ids(self) -> tuple[str, ...]:
        """What an answer's `repeat` may be beside empty: its services, or `child-1` and so on."""
        return self.repeat.ids if self.repeat else ()

    @property
    def own_questions(self) -> tuple[Question, ...]:
        """What it asks of its own: not the shared questions, what is only read, nor whether to carry on."""
        going_on = {
            self.short_route.then if self.short_route else "",
            self.repeat.again if self.repeat else "",
        }
        return tuple(
            question
            for question in self.questions
            if not question.shared and question.id not in going_on and question.kind not in READ_KINDS
        )

    @property
    def digest(self) -> str:
        """The SHA-256 of the canonical JSON, in hexadecimal."""
        return hashlib.sha256(self.to_json().encode()).hexdigest()

    def to_json(self) -> str:
        """Canonical JSON: sorted keys, no spaces, nothing that is at its default.

        Leaving defaults out means that a key which a later version of the model adds does not change the digest of a
        survey that was published before.
        """
        values = self.model_dump(mode="json", exclude_defaults=True)
        return json.dumps(values, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)

    def question(self, id: str) -> Question:
        """The question of that id.

        Raises
        ------
        UnknownQuestion
            The survey has none.
        """
        for question in self.questions:
            if question.id == id:
                return question
        raise UnknownQuestion(f"{self.id}: there is no question `{id}`; it has {self._ids()}")

    def service_name(self, repeat: str) -> str:
        """The printable name of the service that a repeat is about; empty for a question asked once, or of a child.

        Raises
        ------
        UnknownService
            The survey does not ask about it.
        """
        for service in self.services:
            if service.id == repeat:
                return service.name
        if not repeat or repeat in self.repeat_ids:
            return ""
        raise UnknownService(f"{self.id}: there is no service `{repeat}`")

    def wording(self, name: str, audience: str, *, easy: bool = False) -> tuple[str, ...]:
        """The lines called `start`, `before_first_box`, `offline_box` or `end`, as this audience reads them.

        In easy read where that is asked for and there is any.

        Raises
        ------
        UnknownWording, UnknownAudience
            There are no lines of that name; the survey is not for that audience.
        """
        if name not in WORDINGS:
            raise UnknownWording(f"there is no wording `{name}`; there are {', '.join(WORDINGS)}")
        words = self._words_for(audience)
        lines: tuple[str, ...] = getattr(words, name)
        return (getattr(words, f"{name}_easy") or lines) if easy else lines

    def help_group(self, audience: str) -> str:
        """Which group's help lines this audience is shown; see `help_lines`."""
        return self._words_for(audience).help

    def audience_name(self, audience: str) -> str:
        """The audience in words, as `Children aged 5 to 10`."""
        return self._words_for(audience).name

    def for_audience(self, audience: str) -> Survey:
        """The survey as one audience meets it: without the questions that it is never asked."""
        words = self._words_for(audience)
        kept = tuple(question for question in self.questions if audience not in question.not_asked_of)
        return self.model_copy(update={"audiences": (words.audience,), "audience_words": (words,), "questions": kept})

    def _words_for(self, audience: str) -> AudienceWords:
        for words in self.audience_words:
            if words.audience == audience:
                return words
        raise UnknownAudience(f"{self.id}: it is not for `{audience}`; it is for {', '.join(self.audiences)}")

    def _ids(self) -> str:
        return ", ".join(question.id for question in self.questions)
