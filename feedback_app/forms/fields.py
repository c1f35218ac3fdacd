"""What every field of a question shares: a template of ours, and words as they were typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from babel.numbers import format_decimal
from flask import current_app
from flask_babel import get_locale, ngettext
from markupsafe import Markup
from wtforms.fields import Field

from analysis.concern_marks import bare_words
from surveys.kinds import USUAL_LETTERS

LETTERS = USUAL_LETTERS


def plain_words(posted: str) -> str:
    """What was posted, with one kind of line end, no space around it and no NUL (PostgreSQL refuses one)."""
    return posted.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").strip()


def is_a_name(words: str) -> bool:
    """Whether somebody could read it: a name has a letter in it that can be seen."""
    return any(letter.isalpha() for letter in bare_words(words)[0])


def too_many_letters(letters: int) -> str:
    """What stands beside a box whose words are too long by so many letters."""
    return str(
        ngettext(
            "Make your words shorter by %(number)s letter",
            "Make your words shorter by %(number)s letters",
            letters,
            number=format_decimal(letters, locale=get_locale() or "en"),
        )
    )


def drawn_by(template: str) -> Callable[..., Markup]:
    """Return a WTForms widget that is one of the templates in respondent/questions/.

    The template gets the field, the `hints` that go under its heading, and `described`: the ids that say more about
    the control, its error among them. `heading` is the element of what is asked: h1 where it has a page to itself.
    """

    def draw(field: Field, hints: Iterable[str] = (), *, level: int = 1, **more: object) -> Markup:
        shown = tuple(hint for hint in hints if hint)
        described = [f"{field.id}-hint-{number}" for number, _ in enumerate(shown, start=1)]
        if field.errors:
            described.append(f"{field.id}-wrong")
        page = current_app.jinja_env.get_template(f"respondent/questions/{template}")
        return Markup(page.render(field=field, hints=shown, described=described, heading=f"h{level}", **more))  # noqa: S704 - a template of ours

    return draw
