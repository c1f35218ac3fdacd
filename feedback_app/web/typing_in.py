"""Fast entry of paper sheets and telephone calls: one sheet a page, by keyboard alone."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm

from feedback_app import typing_in
from feedback_app.asking import Opening
from feedback_app.forms.typed import entries, entry_fields, takes_part, typed_form
from feedback_app.people import Role
from feedback_app.printing import on_paper, opening_in
from feedback_app.typing_in import Kind, SheetTyped, TypedSheet
from feedback_app.web.access import current_staff, staff_who_are
from feedback_app.web.frame import staff_frame
from feedback_app.web.visits import KEY
from surveys import pipe
from surveys.sheet import SheetQuestion, sheet_of

WHO: tuple[Role, ...] = ("participation_officer", "typist")
WAYS: dict[str, Kind] = {"sheet": "sheet", "telephone": "telephone"}

pages = Blueprint("typing_in", __name__, url_prefix="/areas/<area>/typing")


@dataclass(frozen=True, slots=True)
class Done:
    """What became of the sheet before: its number, its code where it was kept, and how each box was read."""

    number: str
    code: str
    read: list[tuple[int, str]]


@pages.get("/<code>/<way>")
@staff_who_are(*WHO)
def sheet(area: str, code: str, way: str) -> ResponseReturnValue:
    opening, asked = _sheet(area, code, way)
    return _page(opening, asked, WAYS[way], _empty(asked, way))


@pages.post("/<code>/<way>")
@staff_who_are(*WHO)
def keep(area: str, code: str, way: str) -> ResponseReturnValue:
    """A page that was kept shows its code once and the next empty sheet: loading it again keeps nothing twice."""
    opening, asked = _sheet(area, code, way)
    form = typed_form(asked, has_number=way == "sheet", formdata=request.form)
    if not form.validate():
        return _page(opening, asked, WAYS[way], form), 400
    number = form.number.data if way == "sheet" else ""
    key = str(form.send_key_field.data)
    if not takes_part(form) or not KEY.fullmatch(key):
        return _page(opening, asked, WAYS[way], _empty(asked, way), done=Done(number, "", []))
    wording = on_paper(opening.survey.wording("start", opening.audience), WAYS[way])
    typed = TypedSheet(WAYS[way], number, wording, entries(form), form.language.data)
    try:
        receipt = typing_in.keep_sheet(
            opening, asked, typed, key=key, staff_id=current_staff().id, number_again=form.again.data
        )
    except SheetTyped as again:
        form.number.errors = [str(again)]
        return _page(opening, asked, WAYS[way], form, may_be_again=True), 400
    read = [(field.asked.number, field.said_back) for field in entry_fields(form) if field.said_back]
    return _page(opening, asked, WAYS[way], _empty(asked, way, form.language.data), done=Done(number, receipt, read))


def _sheet(area: str, code: str, way: str) -> tuple[Opening, tuple[SheetQuestion, ...]]:
    if way not in WAYS:
        abort(404)
    opening = opening_in(area, code)
    return opening, sheet_of(opening.survey)


def _empty(asked: tuple[SheetQuestion, ...], way: str, language: str = "en") -> FlaskForm:
    """A form that nothing was typed into, whatever the page before had."""
    return typed_form(
        asked, has_number=way == "sheet", formdata=None, send_key=secrets.token_hex(16), language=language
    )


def _page(
    opening: Opening,
    asked: tuple[SheetQuestion, ...],
    way: Kind,
    form: FlaskForm,
    *,
    done: Done | None = None,
    may_be_again: bool = False,
) -> str:
    survey = opening.survey
    return render_template(
        "staff/type_sheet.html",
        survey_title=survey.title,
        way=way,
        code=opening.code,
        form=form,
        done=done,
        is_late=opening.wave_closed_on is not None,
        may_be_again=may_be_again,
        read_out=on_paper(survey.wording("start", opening.audience), way) if way == "telephone" else (),
        rows=[
            (
                field,
                _words(opening, field.asked),
                survey.service_name(field.asked.step.repeat),
            )
            for field in entry_fields(form)
        ],
        **staff_frame(opening.area_slug, "Paper and telephone", url_for("paper.openings", area=opening.area_slug)),
    )


def _words(opening: Opening, asked: SheetQuestion) -> str:
    """The question as it stands on the sheet, where nothing that was chosen is named."""
    service = opening.survey.service_name(asked.step.repeat)
    values = {**opening.values, "service_name": service} if service else opening.values
    return pipe(asked.question.words_for(opening.audience), values)
