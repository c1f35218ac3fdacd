"""Whom or what a question is about, where it is asked again: the service, or which child."""

from __future__ import annotations

from collections.abc import Sequence

from flask import g
from flask_babel import gettext

from feedback_app.web import layered
from surveys import Step


def about_words(step: Step, path: Sequence[Step]) -> str:
    """The service's name, or which child; empty for a question asked once, and where one child is asked about."""
    survey = g.opening.survey
    repeat = survey.repeat
    if repeat is None or repeat.each == "service":
        return layered.service_name(step.repeat)
    has_more = Step(repeat.again, repeat.ids[0]) in path
    return _child_words().get(step.repeat, "") if has_more and step.question != repeat.again else ""


def _child_words() -> dict[str, str]:
    return {
        "child-1": gettext("Your first child"),
        "child-2": gettext("Your second child"),
        "child-3": gettext("Your third child"),
    }
