"""What stands under a box: the options that say why nothing is written in it. They have a name of their own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from flask_babel import gettext
from werkzeug.datastructures import MultiDict
from wtforms.validators import ValidationError

from surveys.options import Option
from surveys.questions import Question


def no_answers(question: Question) -> tuple[Option, ...]:
    """The options of a box. Those of every box are no part of a survey, so they are put into words here."""
    if question.options:
        return question.options
    words = {"dont_know": gettext("I don’t know"), "prefer_not": gettext("I don’t want to say")}
    return tuple(
        option.model_copy(update={"label": words.get(str(option.missing), option.label)}) for option in question.offered
    )


def name_beside(box: str) -> str:
    """The name under which they are posted, beside the box of that name."""
    return f"{box}-none"


def posted_beside(box: str, formdata: MultiDict[str, str] | None, options: Sequence[Option]) -> tuple[Option, ...]:
    """Which of them were chosen; a value that is none of them is nothing."""
    return those_of(formdata.getlist(name_beside(box)) if formdata else (), options)


def those_of(ids: Iterable[str], options: Sequence[Option]) -> tuple[Option, ...]:
    """The options of these ids, in the order shown."""
    chosen = set(ids)
    return tuple(option for option in options if option.id in chosen)


def refuse_two(chosen: Sequence[Option]) -> None:
    """Raises ValidationError: one reason is enough."""
    if len(chosen) > 1:
        raise ValidationError(
            gettext("You chose “%(answer)s” with another answer. Choose one or the other", answer=chosen[0].label)
        )
