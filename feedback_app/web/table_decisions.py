"""A seat decides about a theme: one page for each kind of decision, every one a form; and all that was decided."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm

from feedback_app.forms.decisions import BY_HAND, TakeBackForm, decide_form
from feedback_app.publishing import NotAnalysed
from feedback_app.reviewing import deciding
from feedback_app.reviewing.decided import decided_at
from feedback_app.reviewing.deciding import NamesSomebody, NothingChosen, promises_for
from feedback_app.reviewing.material import Material, material_for
from feedback_app.reviewing.table_theme import TableTheme
from feedback_app.reviewing.telling import counted, told
from feedback_app.web.seat_access import current_seat, for_a_seat, seat_frame, while_reading
from feedback_app.web.table_themes import key_of

KINDS = "name, join, split, move, aside, promise"
HERE = "table_decisions.every"

pages = Blueprint("table_decisions", __name__, url_prefix="/table")


@pages.get(f"/themes/<theme>/<any({KINDS}):decision>")
@for_a_seat
@while_reading
def ask(theme: str, decision: str) -> ResponseReturnValue:
    material = material_for(current_seat())
    return _ask(decision, material.theme(theme), _form(decision, material, material.theme(theme), formdata=None))


@pages.post(f"/themes/<theme>/<any({KINDS}):decision>")
@for_a_seat
@while_reading
def decide(theme: str, decision: str) -> ResponseReturnValue:
    """One decision is kept, and the page of the theme shows what it made of it."""
    material = material_for(current_seat())
    found = material.theme(theme)
    if decision == "move" and request.form.get("call"):  # from the words themselves: their id stands in no address
        chosen = {"comment": request.form.get("part", "")}
        return _ask(decision, found, _form(decision, material, found, formdata=None, data=chosen))
    form = _form(decision, material, found)
    if not form.validate():
        return _ask(decision, found, form), 400
    try:
        shows = _decide(decision, theme, form)
    except (NamesSomebody, NothingChosen) as wrong:
        field = "name" if isinstance(wrong, NamesSomebody) else "comments" if decision == "split" else "to"
        form[field].errors = [str(wrong)]
        return _ask(decision, found, form), 400
    return redirect(_after(decision, theme, form) if shows else url_for("table_decisions.waits"), 303)


@pages.get("/decided/waits")
@for_a_seat
def waits() -> ResponseReturnValue:
    """The words of a decision are with the safeguarding lead first: nobody is told whose they are."""
    return render_template("table/waits.html", on_url=url_for("table_themes.every"), **seat_frame(HERE))


@pages.get("/decided/")
@for_a_seat
def every() -> ResponseReturnValue:
    return _every(TakeBackForm(formdata=None))


@pages.post("/decided/")
@for_a_seat
def take_back() -> ResponseReturnValue:
    """Taking back is one more decision; the first one stays where it was, crossed by nothing."""
    form = TakeBackForm()
    if not form.validate():
        return _every(form), 400
    deciding.take_back(current_seat(), form.decision.data or "")
    return redirect(url_for(HERE), 303)


def _form(what: str, material: Material, theme: TableTheme, **given: object) -> FlaskForm:
    others = [(one.slug, one.shown_name) for one in material.themes if one.slug != theme.slug]
    return decide_form(
        what,
        to=list(promises_for(current_seat()).items()) if what == "promise" else others,
        comments=[(one.id, one.words) for one in theme.quotes],
        parts=[*theme.parts.items(), *([(BY_HAND, "The comments that we tick here")] if theme.quotes else [])],
        **given,
    )


def _decide(what: str, theme: str, form: FlaskForm) -> bool:
    seat, why = current_seat(), form.why.data
    match what:
        case "name":
            return deciding.name_theme(seat, theme, form.name.data, why)
        case "join":
            return deciding.join_themes(seat, theme, form.to.data, why)
        case "split":
            part = "" if form.part.data == BY_HAND else form.part.data
            ticked = {key_of(one) for one in form.comments.data or ()}
            return deciding.split_theme(seat, theme, form.name.data, why, part=part, comments=ticked)
        case "move":
            return deciding.move_comment(seat, theme, key_of(form.comment.data), form.to.data, why)
        case "promise":
            return deciding.link_to_promise(seat, theme, form.to.data, why)
        case _:
            return deciding.set_aside(seat, theme, why)


def _after(what: str, theme: str, form: FlaskForm) -> str:
    """The theme that is left: one that was joined with another or set aside is not."""
    if what == "aside":
        return url_for("table_themes.every")
    return url_for("table_themes.one", theme=form.to.data if what == "join" else theme)


def _ask(what: str, theme: TableTheme, form: FlaskForm) -> str:
    return render_template(
        "table/decide.html",
        what=what,
        theme=theme,
        form=form,
        by_hand=BY_HAND,
        action=url_for("table_decisions.decide", theme=theme.slug, decision=what),
        back_url=url_for("table_themes.one", theme=theme.slug),
        **seat_frame("table_themes.every"),
    )


def _every(form: TakeBackForm) -> str:
    seat = current_seat()
    if not seat.sitting.wave_id:
        return render_template("table/not_yet.html", **seat_frame(HERE))
    try:
        lying = material_for(seat).lying
    except NotAnalysed:
        return render_template("table/not_yet.html", **seat_frame(HERE))
    decided = decided_at(seat.sitting.area_id, seat.sitting.wave_id)
    return render_template(
        "table/decided.html",
        told=told(decided, lying.names, lying.suggested, promises_for(seat)),
        counted=counted(decided),
        form=form,
        action=url_for("table_decisions.take_back"),
        **seat_frame(HERE),
    )
