"""The themes on a young commissioners' table: read them, skip them, say that words worry you or whose they may be."""

from __future__ import annotations

import re

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from feedback_app.forms.decisions import decide_form
from feedback_app.forms.table import PressForm
from feedback_app.publishing import NotAnalysed
from feedback_app.reviewing import calling
from feedback_app.reviewing.calling import NotOnTable
from feedback_app.reviewing.deciding import promises_for
from feedback_app.reviewing.material import Material, material_for
from feedback_app.reviewing.released import Key
from feedback_app.reviewing.table_theme import TableTheme
from feedback_app.web.seat_access import current_seat, for_a_seat, seat_frame, while_reading

PART = re.compile("([0-9a-f]{32})-([0-9]{1,9})")  # int() refuses figures without end

pages = Blueprint("table_themes", __name__, url_prefix="/table/themes")


@pages.get("/")
@for_a_seat
@while_reading
def every() -> ResponseReturnValue:
    try:
        material = material_for(current_seat())
    except NotAnalysed:
        return render_template("table/not_yet.html", **seat_frame("table_themes.every"))
    rows = [(one, url_for("table_themes.one", theme=one.slug)) for one in material.themes]
    return render_template("table/themes.html", rows=rows, **seat_frame("table_themes.every"))


@pages.get("/<theme>")
@for_a_seat
@while_reading
def one(theme: str) -> ResponseReturnValue:
    material = material_for(current_seat())
    return _page(material, material.theme(theme), PressForm())


@pages.post("/<theme>/words")
@for_a_seat
@while_reading
def call(theme: str) -> ResponseReturnValue:
    """Words go at once: who presses is asked nothing more."""
    form, what = PressForm(), request.form.get("call", "")
    if not form.validate():
        material = material_for(current_seat())
        return _page(material, material.theme(theme), form), 400
    if what not in calling.ABOUT_WORDS:
        raise NotOnTable
    calling.ABOUT_WORDS[what](current_seat(), key_of(request.form.get("part", "")))
    return redirect(url_for("table_themes.gone", theme=theme, what=what), 303)


@pages.get("/<theme>/gone/<any(known, worried):what>")
@for_a_seat
@while_reading
def gone(theme: str, what: str) -> ResponseReturnValue:
    back_url = url_for("table_themes.one", theme=theme)
    return render_template("table/gone.html", what=what, back_url=back_url, **seat_frame("table_themes.every"))


def key_of(part: str) -> Key:
    """Raises NotOnTable."""
    found = PART.fullmatch(part)
    if found is None:
        raise NotOnTable
    return found[1], int(found[2])


def _page(material: Material, theme: TableTheme, form: PressForm) -> str:
    after = material.after(theme.slug)
    decide_urls = {
        what: url_for("table_decisions.ask", theme=theme.slug, decision=what)
        for what in ("name", "join", "split", "move", "aside", "promise")
    }
    return render_template(
        "table/theme.html",
        theme=theme,
        decide_urls=decide_urls,
        name_form=decide_form("name", formdata=None, data={"name": theme.young_people}),
        promises=promises_for(current_seat()),
        number=[one.slug for one in material.themes].index(theme.slug) + 1,
        of=len(material.themes),
        form=form,
        call_words_url=url_for("table_themes.call", theme=theme.slug),
        skip_url=url_for("table_themes.one", theme=after.slug) if after else url_for("table_themes.every"),
        back_url=url_for("table_themes.every"),
        **seat_frame("table_themes.every"),
    )
