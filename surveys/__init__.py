"""Surveys as data: definitions, the model that reads them, and which question comes next."""

from surveys.about_you import AboutYou, load_about_you
from surveys.errors import SurveyError
from surveys.help_lines import HelpLine, help_lines
from surveys.layers import Asked, asked_in, lines_in
from surveys.loader import load_library, load_survey, parse_survey, survey_from_json
from surveys.model import Survey
from surveys.options import Missing, Option
from surveys.piping import pipe
from surveys.questions import Question
from surveys.routes import Service
from surveys.routing import (
    Answers,
    Step,
    first_box,
    first_step,
    first_unanswered,
    next_unanswered_after,
    step_after,
    step_before,
    steps,
)
from surveys.showing import showable

__all__ = [
    "AboutYou",
    "Answers",
    "Asked",
    "HelpLine",
    "Missing",
    "Option",
    "Question",
    "Service",
    "Step",
    "Survey",
    "SurveyError",
    "asked_in",
    "first_box",
    "first_step",
    "first_unanswered",
    "help_lines",
    "lines_in",
    "load_about_you",
    "load_library",
    "load_survey",
    "next_unanswered_after",
    "parse_survey",
    "pipe",
    "showable",
    "step_after",
    "step_before",
    "steps",
    "survey_from_json",
]
