"""Scoring from a seat: a sheet of one's own, page by page; then all sheets side by side, and what the group agrees."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm

from feedback_app.forms.scoring import YesForm, agree_form, alone_form
from feedback_app.forms.table import PressForm
from feedback_app.reviewing import scoring_alone, scoring_together
from feedback_app.reviewing.score_items import Item, item_of, items_of
from feedback_app.reviewing.scoring_alone import NothingScored, is_done, mine
from feedback_app.reviewing.scoring_together import NothingAgreed, WrittenMeanwhile, side_by_side
from feedback_app.reviewing.scorings import Scoring, scoring_at, scorings_of
from feedback_app.web.seat_access import current_seat, for_a_seat, seat_frame

pages = Blueprint("scores", __name__, url_prefix="/table/scores")

HERE = "scores.every"


@pages.get("/")
@for_a_seat
def every() -> ResponseReturnValue:
    sitting = current_seat().sitting
    rows = [
        (one, is_done(current_seat(), one), url_for("scores.sheet", scoring=one.id))
        for one in scorings_of(sitting.area_id, sitting.id)
    ]
    return render_template("scores/every.html", rows=rows, **seat_frame(HERE))


@pages.get("/<scoring>")
@for_a_seat
def sheet(scoring: str) -> ResponseReturnValue:
    """Their own sheet, until the sheets lie side by side."""
    here = _scoring(scoring)
    return _sheet(here, PressForm(formdata=None)) if here.is_alone else _together(here, YesForm(formdata=None))


@pages.post("/<scoring>")
@for_a_seat
def hand_in(scoring: str) -> ResponseReturnValue:
    here, form = _scoring(scoring), PressForm()
    if not form.validate():
        return _sheet(here, form), 400
    try:
        scoring_alone.hand_in(current_seat(), here)
    except NothingScored as wrong:
        return _sheet(here, form, wrong=str(wrong)), wrong.status
    return redirect(url_for("scores.sheet", scoring=scoring), 303)


@pages.get("/<scoring>/alone/<item>")
@for_a_seat
def alone(scoring: str, item: str) -> ResponseReturnValue:
    here = _scoring(scoring)
    asked = item_of(here.sheet, item)
    said = mine(current_seat(), here).get(asked.id)
    chosen = {"said": said.said, "source": said.source} if said else {}
    return _alone(here, asked, alone_form(asked.choices, here.sheet.sources, formdata=None, data=chosen))


@pages.post("/<scoring>/alone/<item>")
@for_a_seat
def put(scoring: str, item: str) -> ResponseReturnValue:
    """Keep what stands on the page and go on. Nothing has to be chosen."""
    here = _scoring(scoring)
    asked = item_of(here.sheet, item)
    form = alone_form(asked.choices, here.sheet.sources)
    if not form.validate():
        return _alone(here, asked, form), 400
    scoring_alone.put(
        current_seat(),
        here,
        asked,
        said=form.said.data,
        source=form.source.data,
        words=form.words.data,
        forget=form.forget.data,
    )
    after = scoring_alone.next_after(here, asked)
    if after is None:
        return redirect(url_for("scores.sheet", scoring=scoring), 303)
    return redirect(url_for("scores.alone", scoring=scoring, item=after.id), 303)


@pages.get("/<scoring>/together/<item>")
@for_a_seat
def agreeing(scoring: str, item: str) -> ResponseReturnValue:
    here = _scoring(scoring)
    asked = item_of(here.sheet, item)
    return _agree(here, asked, None)


@pages.post("/<scoring>/together/<item>")
@for_a_seat
def agree(scoring: str, item: str) -> ResponseReturnValue:
    here = _scoring(scoring)
    asked = item_of(here.sheet, item)
    form = agree_form(asked.choices, is_scored=asked.is_scored)
    if not form.validate():
        return _agree(here, asked, form), 400
    was = int(form.was.data) if (form.was.data or "").isdecimal() and len(form.was.data) < 6 else 0
    try:
        scoring_together.agree(current_seat(), here, asked, said=form.said.data, words=form.words.data, was=was)
    except WrittenMeanwhile as late:
        return _agree(here, asked, form, wrong=str(late)), late.status
    return redirect(url_for("scores.sheet", scoring=scoring) + f"#{asked.id}", 303)


@pages.post("/<scoring>/yes")
@for_a_seat
def say_yes(scoring: str) -> ResponseReturnValue:
    here, form = _scoring(scoring), YesForm()
    if not form.validate() or form.yes.data not in ("yes", "no"):
        return _together(here, form), 400
    try:
        scoring_together.say_yes(current_seat(), here, yes=form.yes.data == "yes")
    except NothingAgreed as wrong:
        return _together(here, form, wrong=str(wrong)), wrong.status
    return redirect(url_for("scores.sheet", scoring=scoring), 303)


def _scoring(scoring_id: str) -> Scoring:
    """Raises NoSuchScoring, also for one of another table."""
    sitting = current_seat().sitting
    return scoring_at(sitting.area_id, scoring_id, sitting.id)


def _sheet(here: Scoring, form: FlaskForm, *, wrong: str = "") -> str:
    said = mine(current_seat(), here)
    rows = [
        (item, said.get(item.id), url_for("scores.alone", scoring=here.id, item=item.id))
        for item in items_of(here.sheet)
    ]
    return render_template(
        "scores/sheet.html",
        here=here,
        rows=rows,
        form=form,
        wrong=wrong,
        has_errors=bool(wrong or form.errors),
        is_done=is_done(current_seat(), here),
        page_url=url_for("scores.sheet", scoring=here.id),
        **seat_frame(HERE),
    )


def _alone(here: Scoring, item: Item, form: FlaskForm) -> str:
    if not here.is_alone or is_done(current_seat(), here):
        raise scoring_alone.SheetDone
    every_one = items_of(here.sheet)
    said = mine(current_seat(), here).get(item.id)
    before = every_one[item.number - 2] if item.number > 1 else None
    return render_template(
        "scores/alone.html",
        here=here,
        item=item,
        number=len(every_one),
        form=form,
        has_words=bool(said and said.has_words),
        back_url=url_for("scores.alone", scoring=here.id, item=before.id) if before else None,
        sheet_url=url_for("scores.sheet", scoring=here.id),
        **seat_frame(HERE),
    )


def _together(here: Scoring, form: FlaskForm, *, wrong: str = "") -> str:
    rows = [(one, url_for("scores.agreeing", scoring=here.id, item=one.item.id)) for one in side_by_side(here)]
    return render_template(
        "scores/together.html",
        here=here,
        rows=rows,
        form=form,
        wrong=wrong,
        has_errors=bool(wrong or form.errors),
        yes_url=url_for("scores.say_yes", scoring=here.id),
        **seat_frame(HERE),
    )


def _agree(here: Scoring, item: Item, form: FlaskForm | None, *, wrong: str = "") -> str:
    seen = next(one for one in side_by_side(here) if one.item.id == item.id)
    stands = seen.agreed.number if seen.agreed else 0
    if form is None:
        given = {"said": seen.agreed.said, "words": seen.agreed.words} if seen.agreed else {}
        form = agree_form(item.choices, is_scored=item.is_scored, formdata=None, data=given)
    form.was.data = str(stands)  # whoever sends this page has seen what stands there now
    return render_template(
        "scores/agree.html",
        here=here,
        seen=seen,
        item=item,
        form=form,
        wrong=wrong,
        has_errors=bool(wrong or form.errors),
        back_url=url_for("scores.sheet", scoring=here.id),
        **seat_frame(HERE),
    )
