"""Reading surveys: from TOML as people write them, and from the JSON of a published version."""

from __future__ import annotations

import json
import re
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from surveys.about_you import FILE as ABOUT_YOU_FILE
from surveys.checks import rule_problems
from surveys.errors import MalformedSurvey, UnknownSurvey
from surveys.expanding import expand
from surveys.help_lines import FILE as HELP_LINES_FILE
from surveys.mistakes import in_words
from surveys.model import Survey
from surveys.pictures import FILE as PICTURES_FILE
from surveys.route_checks import route_problems
from surveys.shared import SCALES_FILE, WORDINGS_FILE, Shared, load_shared
from surveys.toml_files import library_folder, parse_toml, read_words

NOT_SURVEYS = frozenset({ABOUT_YOU_FILE, HELP_LINES_FILE, PICTURES_FILE, SCALES_FILE, WORDINGS_FILE})


def load_library() -> dict[str, Survey]:
    """The latest version of every survey that comes with Heard, by id, in order of id.

    Raises
    ------
    MalformedSurvey
        A file is wrong. A bad survey stops the app, not a child.
    """
    return _latest(_survey_files())


def load_survey(which: Path | str) -> Survey:
    """One survey: the latest version in the library by its id, or a file by its path.

    Raises
    ------
    UnknownSurvey
        No survey has that id, and no file that name.
    MalformedSurvey, UnreadableSurvey
        The file is wrong.
    """
    if isinstance(which, Path) or which.endswith(".toml"):
        return parse_survey(read_words(Path(which), str(which)), source=str(which))
    files = [file for file in _survey_files() if file.name.split(".")[0] == which]
    if not files:
        raise UnknownSurvey(f"there is no survey `{which}`; there are {', '.join(load_library())}")
    return _latest(files)[which]


def parse_survey(text: str, *, source: str, shared: Shared | None = None) -> Survey:
    """A survey from TOML text.

    Parameters
    ----------
    text
        One definition.
    source
        What messages call it.
    shared
        The shared words and scales, where they are at hand already.

    Raises
    ------
    MalformedSurvey
        With every problem found: the place, the line where it can be told, and what to change.
    """
    shared = shared or load_shared()
    values, problems = expand(parse_toml(text, source), shared)
    if not problems:
        try:
            survey = Survey.model_validate(values)
        except ValidationError as error:
            problems = in_words(error, Survey, values)
        else:
            problems = (*route_problems(survey), *rule_problems(survey, shared))
    if problems:
        raise MalformedSurvey(source, tuple(_with_line(problem, text) for problem in problems))
    return survey


def survey_from_json(text: str) -> Survey:
    """A published version, from the canonical JSON that it was stored as.

    Raises
    ------
    MalformedSurvey
        The row cannot be asked as it is.
    """
    source = "a stored survey"
    try:
        values = json.loads(text, object_pairs_hook=_each_once)
        survey = Survey.model_validate(values)
    except ValidationError as error:
        raise MalformedSurvey(source, in_words(error, Survey, values)) from None
    except (ValueError, RecursionError) as error:
        raise MalformedSurvey(source, (f"is not JSON: {error}",)) from None
    if problems := route_problems(survey):
        raise MalformedSurvey(source, problems)
    return survey


def _latest(files: list[Traversable]) -> dict[str, Survey]:
    shared = load_shared()
    found: dict[tuple[str, int], Survey] = {}
    for file in files:
        source = f"surveys/library/{file.name}"
        survey = parse_survey(read_words(file, source), source=source, shared=shared)
        if file.name.split(".")[0] != survey.id:
            raise MalformedSurvey(source, (f"id: must be the file's name: rename one of them to `{survey.id}`",))
        if (survey.id, survey.version) in found:
            raise MalformedSurvey(source, (f"version: {survey.version} is there already: give it the next number",))
        found[survey.id, survey.version] = survey
    return {id: found[id, version] for id, version in sorted(found)}


def _survey_files() -> list[Traversable]:
    files = [file for file in library_folder().iterdir() if file.name.endswith(".toml")]
    return sorted((file for file in files if file.name not in NOT_SURVEYS), key=lambda file: file.name)


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) != len(pairs):
        raise ValueError("a key is there twice")
    return values


def _with_line(problem: str, text: str) -> str:
    """The same sentence, with the line of the question that it is about."""
    about = re.match(r"question (number )?(\w+)", problem)
    if about is None:
        return problem
    number, id = about.groups()
    pattern = r"^\[\[questions\]\]" if number else rf"^\s*id\s*=\s*[\"']{re.escape(id)}[\"']"
    places = [match.start() for match in re.finditer(pattern, text, re.MULTILINE)]
    which = int(id) - 1 if number and id.isdigit() else -1
    if not places or which >= len(places):
        return problem
    line = text.count("\n", 0, places[which]) + 1
    return f"{about.group()} (line {line}){problem[about.end() :]}"
