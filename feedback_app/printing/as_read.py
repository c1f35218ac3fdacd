"""A survey as one reader meets it on paper: one audience, one layer, one language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from feedback_app.errors import NotFound, read_by_people
from feedback_app.printing.wording import Say, words_in
from surveys import Survey
from surveys.layers import Asked, asked_in
from surveys.shared import load_shared
from surveys.translations import Translation, load_translations

ENGLISH = "en"
# words of a screen that are not true elsewhere, and what stands in their place
INSTEAD: Mapping[str, Mapping[str, str]] = {
    "sheet": {
        "We keep each page when you press Next.": read_by_people("We keep this sheet when you give it to us."),
    },
    "telephone": {
        "We keep each page when you press Next.": read_by_people("We keep what you say when we have written it down."),
    },
}


class NotInThatLanguage(NotFound):
    words = "There is no translation of this version of the survey into that language."


@dataclass(frozen=True, slots=True)
class AsRead:
    """`survey` has every question's words in their place, and `asked` says more of each by its id.

    `say` is for the words round them.
    """

    survey: Survey
    audience: str
    is_easy: bool
    translation: Translation | None
    asked: Mapping[str, Asked]
    say: Say

    @property
    def title(self) -> str:
        return (self.translation and self.translation.survey.title) or self.survey.title

    @property
    def audience_name(self) -> str:
        name = self.survey.audience_name(self.audience)
        return self.translation.lines((name,))[0] if self.translation else name

    def service_name(self, repeat: str) -> str:
        name = self.survey.service_name(repeat)
        return self.translation.survey.services.get(repeat, name) if self.translation else name

    def lines(self, name: str) -> list[str]:
        """The lines called `start` or `before_first_box`, as they are true of paper."""
        english = self.survey.wording(name, self.audience, easy=self.is_easy)
        said = self.translation.lines(english) if self.translation else english
        changed = on_paper(english)
        return [paper if paper != screen else line for screen, paper, line in zip(english, changed, said, strict=True)]


def survey_as_read(survey: Survey, audience: str, layer: str, language: str) -> AsRead:
    """Raises UnknownAudience, NotInThatLanguage."""
    translation = None if language == ENGLISH else translation_of(survey, language)
    met = survey.for_audience(audience)
    asked = {question.id: asked_in(question, audience, layer, translation) for question in met.questions}
    worded = met.model_copy(update={"questions": tuple(asked[question.id].question for question in met.questions)})
    return AsRead(worded, audience, layer != "words", translation, asked, words_in(language))


def on_paper(lines: Sequence[str], way: Literal["sheet", "telephone"] = "sheet") -> list[str]:
    """Lines of a screen as they are true of paper, or of a telephone call; a line that is true of both stays."""
    return [INSTEAD[way].get(line, line) for line in lines]


def translation_of(survey: Survey, language: str) -> Translation:
    """Raises NotInThatLanguage."""
    languages = load_translations(load_shared())
    found = languages[language].of(survey.id, survey.version) if language in languages else None
    if found is None:
        raise NotInThatLanguage
    return found
