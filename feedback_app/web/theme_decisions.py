"""What young people decided about themes, for adults: what became of it, a heading, and deciding otherwise."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm

from feedback_app import asking, labelling
from feedback_app.forms.decisions import HeadingForm, OverruleForm
from feedback_app.forms.table import PressForm
from feedback_app.people import Role
from feedback_app.publishing import NotAnalysed, wave_named
from feedback_app.reviewing import overruling
from feedback_app.reviewing.overruling import decisions_of
from feedback_app.web.access import current_staff, staff_who_are
from feedback_app.web.frame import staff_frame

WHO: tuple[Role, ...] = ("commissioner", "participation_officer")
TITLE = "What young people decided"

pages = Blueprint("theme_decisions", __name__, url_prefix="/areas/<area>/decisions")


@pages.get("/")
@staff_who_are(*WHO)
def waves(area: str) -> ResponseReturnValue:
    rows = [
        (wave.title, url_for("theme_decisions.of_wave", area=area, wave=wave.slug)) for wave in asking.waves_of(area)
    ]
    return render_template("table/decided_waves.html", title=TITLE, rows=rows, **_frame(area))


@pages.get("/<wave>")
@staff_who_are(*WHO)
def of_wave(area: str, wave: str) -> ResponseReturnValue:
    try:
        seen = decisions_of(area, wave)
    except NotAnalysed:
        title = wave_named(area, wave).title
        return render_template("table/decided_not_yet.html", title=title, back_url=_every(area), **_frame(area))
    themes = [(one, url_for("theme_decisions.head", area=area, wave=wave, theme=one.id)) for one in seen.themes]
    told = [(one, url_for("theme_decisions.one", area=area, wave=wave, made=one.decision.id)) for one in seen.told]
    return render_template(
        "table/decided_of_wave.html",
        seen=seen,
        themes=themes,
        told=told,
        press=PressForm(formdata=None),
        sort_url=url_for("theme_decisions.sort_again", area=area, wave=wave),
        back_url=_every(area),
        **_frame(area),
    )


@pages.post("/<wave>")
@staff_who_are(*WHO)
def sort_again(area: str, wave: str) -> ResponseReturnValue:
    """The worker analyses the wave again with everything that was decided."""
    labelling.sort_again(area, wave, staff_id=current_staff().id)
    return redirect(url_for("theme_decisions.of_wave", area=area, wave=wave), 303)


@pages.get("/<wave>/made/<made>")
@staff_who_are(*WHO)
def one(area: str, wave: str, made: str) -> ResponseReturnValue:
    return _one(area, wave, made, OverruleForm(formdata=None))


@pages.post("/<wave>/made/<made>")
@staff_who_are(*WHO)
def overrule(area: str, wave: str, made: str) -> ResponseReturnValue:
    """Nothing is overruled without a reason: young people read it at their table."""
    form, staff_id = OverruleForm(), current_staff().id
    if form.move.data == "back":
        overruling.let_it_stand(area, wave, made, staff_id=staff_id, role=_role(area))
    elif not form.validate():
        return _one(area, wave, made, form), 400
    else:
        overruling.overrule(area, wave, made, form.why.data, staff_id=staff_id, role=_role(area))
    return redirect(url_for("theme_decisions.of_wave", area=area, wave=wave), 303)


@pages.get("/<wave>/themes/<theme>")
@staff_who_are(*WHO)
def head(area: str, wave: str, theme: str) -> ResponseReturnValue:
    heading = decisions_of(area, wave).theme(theme).heading
    return _head(area, wave, theme, HeadingForm(formdata=None, heading=heading))


@pages.post("/<wave>/themes/<theme>")
@staff_who_are(*WHO)
def give_heading(area: str, wave: str, theme: str) -> ResponseReturnValue:
    form, staff_id = HeadingForm(), current_staff().id
    if not form.validate():
        return _head(area, wave, theme, form), 400
    overruling.give_heading(area, wave, theme, form.heading.data, form.why.data, staff_id=staff_id, role=_role(area))
    return redirect(url_for("theme_decisions.of_wave", area=area, wave=wave), 303)


def _one(area: str, wave: str, made: str, form: FlaskForm) -> str:
    return render_template(
        "table/overrule.html",
        one=decisions_of(area, wave).decision(made),
        form=form,
        back_url=url_for("theme_decisions.of_wave", area=area, wave=wave),
        **_frame(area),
    )


def _head(area: str, wave: str, theme: str, form: FlaskForm) -> str:
    return render_template(
        "table/heading.html",
        theme=decisions_of(area, wave).theme(theme),
        form=form,
        back_url=url_for("theme_decisions.of_wave", area=area, wave=wave),
        **_frame(area),
    )


def _role(area: str) -> str:
    """As which of their roles somebody decides: the first that may."""
    return next(role for role in WHO if current_staff().may(area, role))


def _every(area: str) -> str:
    return url_for("theme_decisions.waves", area=area)


def _frame(area: str) -> dict[str, object]:
    return staff_frame(area, TITLE, _every(area))
