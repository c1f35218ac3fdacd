"""What can be wrong with a survey; every message says where it is and what to change."""

from __future__ import annotations


class SurveyError(Exception):
    """The base of every mistake in a survey, or in what is asked of one."""


class MalformedSurvey(SurveyError):
    """A definition that must not be used; `problems` holds one sentence for each thing to change."""

    def __init__(self, source: str, problems: tuple[str, ...]) -> None:
        self.source = source
        self.problems = problems
        super().__init__("\n".join(f"{source}: {problem}" for problem in problems))


class UnreadableSurvey(SurveyError):
    """A file that is not there, or is not text."""


class UnknownSurvey(SurveyError):
    """No survey of that id is in the library."""


class UnknownQuestion(SurveyError):
    """The survey has no question of that id."""


class UnknownService(SurveyError):
    """The survey does not ask about that service."""


class UnknownAudience(SurveyError):
    """The survey is not for that audience."""


class BadLink(SurveyError):
    """Questions that share a link cannot stand side by side."""


class UnknownWording(SurveyError):
    """No shared wording of that name exists."""


class UnknownHelpGroup(SurveyError):
    """No help lines are kept for that group."""


class MissingValue(SurveyError):
    """Words name a {variable} for which no value was given."""
