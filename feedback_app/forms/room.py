"""The forms of a workshop: joining, one idea, and what its facilitator starts, counts and notes."""

from __future__ import annotations

from collections.abc import Sequence

from flask_wtf import FlaskForm
from wtforms import Form
from wtforms.fields import HiddenField, RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import AnyOf, DataRequired, Length, ValidationError

from feedback_app.forms.fields import is_a_name, plain_words

IDEA_LETTERS = 1_000
NOTE_LETTERS = 2_000
MOST_TOGETHER = 30
MOST_PEOPLE = 500
MOST_LINES = 60
TOGETHER = {"alone": "By myself", "pair": "Two of us", "group": "A group"}


class JoinForm(Form):  # type: ignore[misc]  # WTForms ships no types
    """One button. The key was made when the page was served, so that pressing twice joins once."""

    response_key = HiddenField()


def idea_form(ways: Sequence[str], **given: object) -> Form:
    """Return the form of one idea, with the ways in which this step may be answered. None is chosen beforehand."""

    class IdeaForm(Form):  # type: ignore[misc]  # WTForms ships no types
        send_key = HiddenField()
        step = HiddenField()
        words = TextAreaField(
            filters=[_plain],
            validators=[DataRequired("Write your idea in the box")],
        )
        together = RadioField(
            choices={name: TOGETHER[name] for name in ways},
            validate_choice=False,
            validators=[AnyOf(ways, message="Choose who this is from")],
        )
        people = StringField(filters=[_plain])

        def validate_words(self, field: TextAreaField) -> None:
            if len(field.data) > IDEA_LETTERS:
                raise ValidationError(f"Your idea is too long: use up to {IDEA_LETTERS:,} letters")

        def validate_people(self, field: StringField) -> None:
            if self.together.data == "group" and not _is_from(field.data, 2, MOST_TOGETHER):
                raise ValidationError(f"Write how many you are in your group, from 2 to {MOST_TOGETHER}")

    return IdeaForm(**given)


class StartForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """What a workshop starts from: its plan, its wave, its group and its safety adult."""

    plan = RadioField(validate_choice=False, validators=[DataRequired("Choose a plan")])
    wave = SelectField(validate_choice=False, validators=[DataRequired("Choose what this is about")])
    group_name = StringField(filters=[lambda words: plain_words(words or "")])
    safety = SelectField(
        validate_choice=False,
        validators=[DataRequired("Choose a safety adult who is not running it. Without one it does not start")],
    )

    def validate_group_name(self, field: StringField) -> None:
        if not is_a_name(field.data) or len(field.data) > 80:
            raise ValidationError("Write the name of the group, in at most 80 letters")


class PaperForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """Ideas from paper, one on each line, all to one question."""

    send_key = HiddenField()
    step = SelectField(validate_choice=False, validators=[DataRequired("Choose what was asked")])
    words = TextAreaField(
        filters=[lambda words: plain_words(words or "")],
        validators=[DataRequired("Write one idea on each line")],
    )
    people = StringField(filters=[lambda words: plain_words(words or "")])

    @property
    def lines(self) -> list[str]:
        """Each line that has something on it."""
        return [line.strip() for line in (self.words.data or "").split("\n") if line.strip()]

    def validate_words(self, field: TextAreaField) -> None:
        if len(self.lines) > MOST_LINES:
            raise ValidationError(f"Keep {MOST_LINES} lines at once. The others come after")
        for number, line in enumerate(self.lines, start=1):
            if len(line) > IDEA_LETTERS:
                raise ValidationError(f"Line {number} is too long: use up to {IDEA_LETTERS:,} letters")

    def validate_people(self, field: StringField) -> None:
        if not _is_from(field.data, 1, MOST_PEOPLE):
            raise ValidationError(f"Write how many people wrote these, from 1 to {MOST_PEOPLE}")


class CountForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """How many came of one group. Never who."""

    group_name = StringField(filters=[lambda words: plain_words(words or "")], validators=[Length(max=80)])
    people = StringField(filters=[lambda words: plain_words(words or "")])

    def validate_people(self, field: StringField) -> None:
        if not _is_from(field.data, 1, MOST_PEOPLE):
            raise ValidationError(f"Write how many people came, from 1 to {MOST_PEOPLE}")


class NoteForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """A facilitator's own words."""

    words = TextAreaField(
        filters=[lambda words: plain_words(words or "")],
        validators=[
            DataRequired("Write your note in the box"),
            Length(max=NOTE_LETTERS, message=f"Make the note shorter than {NOTE_LETTERS:,} letters"),
        ],
    )


def _plain(words: str | None) -> str:
    return plain_words(words or "")


def _is_from(written: str, least: int, most: int) -> bool:
    return written.isdecimal() and len(written) < 5 and least <= int(written) <= most
