"""A seat's pages of blind double coding: sorting alone, then where the table saw it differently."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from feedback_app.forms.coding import FitsForm, TogetherForm
from feedback_app.forms.table import PressForm
from feedback_app.reviewing import calling, coding, consensus, differences, samples
from feedback_app.reviewing.calling import NotOnTable
from feedback_app.reviewing.coding import Drawn
from feedback_app.reviewing.differences import Compared, Table
from feedback_app.reviewing.samples import NoSample
from feedback_app.web.seat_access import current_seat, for_a_seat, seat_frame, while_reading

HERE = "coding.overview"

pages = Blueprint("coding", __name__, url_prefix="/table/sort")


@pages.get("/")
@for_a_seat
@while_reading
def overview() -> ResponseReturnValue:
    """How far it has come: nothing drawn, alone, waiting, talking, closed."""
    try:
        alone = coding.coding_of(current_seat())
    except NoSample:
        return render_template("table/sort_nothing.html", **seat_frame(HERE))
    first = alone.after()
    return render_template(
        "table/sort.html",
        alone=alone,
        first_url=_place(first or alone.comments[0]) if alone.comments else "",
        form=PressForm(formdata=None),
        **seat_frame(HERE),
    )


@pages.get("/<int:place>")
@for_a_seat
@while_reading
def one(place: int) -> ResponseReturnValue:
    here = coding.coding_of(current_seat()).comment(place)
    return _one_page(here, FitsForm(formdata=None, chosen=sorted(here.chosen or ())))


@pages.post("/<int:place>")
@for_a_seat
@while_reading
def say(place: int) -> ResponseReturnValue:
    form = FitsForm()
    if not form.validate():
        return _one_page(coding.coding_of(current_seat()).comment(place), form), 400
    coding.choose(current_seat(), place, form.chosen.data, is_skipped=form.said.data == "skip")
    following = coding.coding_of(current_seat()).after(place)
    return redirect(_place(following) if following else url_for(HERE), 303)


@pages.post("/<int:place>/words")
@for_a_seat
@while_reading
def call(place: int) -> ResponseReturnValue:
    """Words go at once: who presses is asked nothing more."""
    form, what = PressForm(), request.form.get("call", "")
    if not form.validate():
        return redirect(url_for(HERE), 303)
    if what not in calling.ABOUT_WORDS:
        raise NotOnTable
    calling.ABOUT_WORDS[what](current_seat(), coding.key_at(current_seat(), place))
    return redirect(url_for("coding.gone", what=what), 303)


@pages.get("/gone/<any(known, worried):what>")
@for_a_seat
@while_reading
def gone(what: str) -> ResponseReturnValue:
    return render_template("table/gone.html", what=what, back_url=url_for(HERE), **seat_frame(HERE))


@pages.post("/done")
@for_a_seat
@while_reading
def done() -> ResponseReturnValue:
    if PressForm().validate():
        coding.finish(current_seat())
    return redirect(url_for(HERE), 303)


@pages.post("/talk")
@for_a_seat
@while_reading
def talk() -> ResponseReturnValue:
    """Everybody is done: what each chose is shown from now on, and stays as it was."""
    seat = current_seat()
    if PressForm().validate():
        samples.begin_talking(seat.sitting.area_id, coding.coding_of(seat).sample.id)
    return redirect(url_for("coding.differently"), 303)


@pages.get("/differently")
@for_a_seat
@while_reading
def differently() -> ResponseReturnValue:
    """The comment and what each chose, side by side: no figure, and nobody is right."""
    table = differences.differences_of(current_seat())
    return render_template(
        "table/differently.html",
        table=table,
        together_url=lambda one: url_for("coding.together", place=one.place),
        call_words_url=lambda one: url_for("coding.call", place=one.place),
        form=PressForm(formdata=None),
        **seat_frame(HERE),
    )


@pages.get("/differently/<int:place>")
@for_a_seat
@while_reading
def together(place: int) -> ResponseReturnValue:
    table = differences.differences_of(current_seat())
    here = table.comment(place)
    return _together_page(table, here, TogetherForm(formdata=None, chosen=list(here.together or ()), why=here.why))


@pages.post("/differently/<int:place>")
@for_a_seat
@while_reading
def agree(place: int) -> ResponseReturnValue:
    form = TogetherForm()
    if not form.validate():
        table = differences.differences_of(current_seat())
        return _together_page(table, table.comment(place), form), 400
    if form.said.data != "skip":
        differences.agree(current_seat(), place, form.chosen.data, why=form.why.data)
    return redirect(url_for("coding.differently", _anchor=f"c{place}"), 303)


@pages.post("/close")
@for_a_seat
@while_reading
def close() -> ResponseReturnValue:
    seat = current_seat()
    if PressForm().validate():
        consensus.close(seat.sitting.area_id, differences.differences_of(seat).sample.id)
    return redirect(url_for(HERE), 303)


def _one_page(here: Drawn, form: FitsForm) -> str:
    alone = coding.coding_of(current_seat())
    place = [one.place for one in alone.comments].index(here.place)
    before = alone.comments[place - 1] if place else None
    return render_template(
        "table/sort_one.html",
        here=here,
        sample=alone.sample,
        number=place + 1,
        of=len(alone.comments),
        back_url=_place(before) if before else url_for(HERE),
        all_url=url_for(HERE),
        call_words_url=url_for("coding.call", place=here.place),
        form=form,
        **seat_frame(HERE),
    )


def _together_page(table: Table, here: Compared, form: TogetherForm) -> str:
    return render_template(
        "table/together.html",
        table=table,
        here=here,
        back_url=url_for("coding.differently", _anchor=f"c{here.place}"),
        call_words_url=url_for("coding.call", place=here.place),
        form=form,
        **seat_frame(HERE),
    )


def _place(one: Drawn) -> str:
    return url_for("coding.one", place=one.place)
