"""What every survey shares: answer scales, the words round the questions, the names of links and variables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Self, TypeVar

from pydantic import BaseModel, Field, ValidationError, model_validator

from surveys.errors import MalformedSurvey
from surveys.help_lines import load_help_lines
from surveys.mistakes import in_words
from surveys.model import TalkToMe
from surveys.options import Missing
from surveys.pictures import Pictures, load_pictures
from surveys.toml_files import library_folder, read_toml
from surveys.values import AUDIENCES, FROZEN, Line, Many, MaybeLine, Name, Slug

SCALES_FILE = "scales.toml"
WORDINGS_FILE = "wordings.toml"

M = TypeVar("M", bound=BaseModel)


class Scale(BaseModel):
    """One answer scale as it is written: options as labels or tables, and the names on a line of numbers."""

    model_config = FROZEN

    note: str = ""
    min_label: str = ""
    mid_label: str = ""
    max_label: str = ""
    options: Annotated[Many[Any], Field(min_length=2)]


class Scales(BaseModel):
    """Every scale, the labels that are no answer, and those that have easier words, wherever they stand."""

    model_config = FROZEN

    missing_labels: Mapping[str, Missing]
    easy_labels: Mapping[str, Line] = {}
    scales: Mapping[Name, Scale]


class AudienceName(BaseModel):
    """An audience in words, its help lines, and whether it reads the child's wording."""

    model_config = FROZEN

    name: Line
    help: Name
    wording: str = ""


class Family(BaseModel):
    """Surveys that are counted together, each by its name in the family."""

    model_config = FROZEN

    name: Line
    members: Mapping[Slug, Name]


class Meaning(BaseModel):
    """Words that explain a word, and when they are shown."""

    model_config = FROZEN

    words: Line
    shown: str = ""
    easy: MaybeLine = ""


class Wordings(BaseModel):
    """The words that stand in every survey, the child's beside the others."""

    model_config = FROZEN

    start: Many[Line]
    start_child: Many[Line]
    before_first_box: Many[Line]
    before_first_box_child: Many[Line]
    offline_box: Many[Line]
    end: Many[Line]
    end_child: Many[Line]
    start_easy: Many[Line] = ()
    before_first_box_easy: Many[Line] = ()
    offline_box_easy: Many[Line] = ()
    end_easy: Many[Line] = ()
    talk_to_me: TalkToMe
    meanings: Mapping[Name, Meaning]
    questions: Mapping[Name, Mapping[str, Any]]
    audiences: Mapping[str, AudienceName]
    families: Mapping[Name, Family]
    links_note: str
    links: Mapping[Slug, Line]
    facts: Mapping[Name, Line]
    variables: Mapping[Name, Line]

    @model_validator(mode="after")
    def _is_complete(self) -> Self:
        if set(self.audiences) != set(AUDIENCES):
            raise ValueError(f"audiences: must be {', '.join(AUDIENCES)}, each once")
        for name, question in self.questions.items():
            if len(question.get("child_options", question["options"])) != len(question["options"]):
                raise ValueError(f"questions, {name}, child_options: must be as many as its options, in their order")
        return self


@dataclass(frozen=True, slots=True)
class Shared:
    """Everything that definitions refer to by name."""

    wordings: Wordings
    scales: Scales
    help_groups: frozenset[str]
    pictures: Pictures


def load_shared() -> Shared:
    """Read it from the library.

    Raises
    ------
    MalformedSurvey
        A shared file is wrong; the message names the file and the key.
    """
    return Shared(
        _load(WORDINGS_FILE, Wordings),
        _load(SCALES_FILE, Scales),
        frozenset(load_help_lines().groups),
        load_pictures(),
    )


def _load(file: str, model: type[M]) -> M:
    source = f"surveys/library/{file}"
    values = read_toml(library_folder() / file, source)
    try:
        return model.model_validate(values)
    except ValidationError as error:
        raise MalformedSurvey(source, in_words(error, model, values)) from None
