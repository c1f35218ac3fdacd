"""A facilitator or a participation officer sets up a young commissioners' table, and sees who came."""

from __future__ import annotations

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from feedback_app import asking
from feedback_app.forms.table import PressForm, SeatForm, TableForm
from feedback_app.people import Role
from feedback_app.reviewing import adults, calling, parts, seats, sittings
from feedback_app.reviewing.seats import ROLE, Hidden
from feedback_app.reviewing.sittings import Sitting
from feedback_app.reviewing.stages import SHIER, STAGES
from feedback_app.web.access import current_staff, staff_who_are
from feedback_app.web.dates import long_moment
from feedback_app.web.frame import staff_frame
from feedback_app.web.qr import qr_code

WHO: tuple[Role, ...] = ("participation_officer", "facilitator")
TITLE = "Young commissioners’ table"
MOVES = {"begin": sittings.begin, "end": sittings.end}

pages = Blueprint("tables", __name__, url_prefix="/areas/<area>/tables")


@pages.get("/")
@staff_who_are(*WHO)
def every(area: str) -> ResponseReturnValue:
    return _every_page(area, _table_form(area))


@pages.post("/")
@staff_who_are(*WHO)
def set_up(area: str) -> ResponseReturnValue:
    form = _table_form(area)
    if not form.validate():
        return _every_page(area, form), 400
    made = sittings.make_sitting(
        area,
        form.wave.data,
        adult_id=form.adult.data,
        staff_id=current_staff().id,
        stage=form.stage.data if form.stage.data in STAGES else None,
        shier=int(form.shier.data) if form.shier.data in {str(level) for level in SHIER} else None,
        training=form.training.data,
        thanks=form.thanks.data,
    )
    return redirect(url_for("tables.one", area=area, sitting=made), 303)


@pages.get("/<sitting>")
@staff_who_are(*WHO)
def one(area: str, sitting: str) -> ResponseReturnValue:
    return _page(area, sittings.sitting_at(area, sitting), SeatForm(formdata=None, role=ROLE))


@pages.post("/<sitting>")
@staff_who_are(*WHO)
def move(area: str, sitting: str) -> ResponseReturnValue:
    """Begin or end; a call that an adult has seen to."""
    what, staff_id = request.form.get("move", ""), current_staff().id
    if what == "seen":
        calling.see_to(area, request.form.get("call", ""), staff_id=staff_id)
    elif what in MOVES:
        MOVES[what](area, sitting, staff_id=staff_id)
    else:
        raise sittings.NotOn
    return redirect(url_for("tables.one", area=area, sitting=sitting), 303)


@pages.post("/<sitting>/seats")
@staff_who_are(*WHO)
def add_seat(area: str, sitting: str) -> ResponseReturnValue:
    """One more seat; its link is made in the next step, when the young person is there to scan it."""
    here, form = sittings.sitting_at(area, sitting), SeatForm()
    if not form.validate():
        return _page(area, here, form), 400
    known = seats.may_hide(area, here.wave_slug) if here.wave_slug else {}
    hidden = {name: frozenset(form[name].data or ()) & {id for id, _ in choices} for name, choices in known.items()}
    seats.add_seat(area, sitting, hidden=Hidden(**hidden), staff_id=current_staff().id, role=form.role.data or ROLE)
    return redirect(url_for("tables.one", area=area, sitting=sitting), 303)


@pages.post("/<sitting>/seats/<seat>/link")
@staff_who_are(*WHO)
def seat_link(area: str, sitting: str, seat: str) -> ResponseReturnValue:
    """The link is on this page alone, and works once: only its hash is kept."""
    token = seats.make_link(area, sitting, seat, staff_id=current_staff().id)
    link = str(current_app.extensions["heard_settings"].address(url_for("table.link", token=token)))
    return render_template(
        "table/link.html",
        here=seats.seat_of_link(token),
        link=link,
        qr=qr_code(link),
        back_url=url_for("tables.one", area=area, sitting=sitting),
        **_frame(area),
    )


def _table_form(area: str) -> TableForm:
    form = TableForm()
    none = ("", "No wave: a visit, or questions to score")
    form.wave.choices = [*((wave.slug, wave.title) for wave in reversed(asking.waves_of(area))), none]
    form.adult.choices = [("", "Choose somebody"), *adults.to_choose(area)]
    form.stage.choices = [("", "Not decided"), *STAGES.items()]
    form.shier.choices = [(str(level), words) for level, words in SHIER.items()]
    return form


def _every_page(area: str, form: TableForm) -> str:
    listed = [(one, url_for("tables.one", area=area, sitting=one.id)) for one in sittings.sittings_of(area)]
    return render_template("table/every.html", title=TITLE, form=form, listed=listed, **_frame(area))


def _page(area: str, here: Sitting, form: SeatForm) -> str:
    hiding = seats.may_hide(area, here.wave_slug) if here.wave_slug else {}
    for name, choices in hiding.items():
        form[name].choices = choices
    names = {id: words for choices in hiding.values() for id, words in choices}
    rows = [
        (
            seat,
            [
                names[id]
                for ids in (seat.hidden.openings, seat.hidden.services, seat.hidden.groups)
                for id in sorted(ids)
                if id in names
            ],
            url_for("tables.seat_link", area=area, sitting=here.id, seat=seat.id),
        )
        for seat in seats.seats_of(area, here.id)
    ]
    return render_template(
        "table/one.html",
        here=here,
        rows=rows,
        hiding=hiding,
        parts=parts.side_by_side(here, [seat.role for seat, _, _ in rows]),
        judged=parts.how_many_judged(here),
        calls=[(call, long_moment(call.at)) for call in calling.calls_of(area, here.id)],
        form=form,
        press=PressForm(formdata=None),
        seat_action=url_for("tables.add_seat", area=area, sitting=here.id),
        signed_url=url_for("signed.sheet", area=area, wave=here.wave_slug) if here.wave_slug else None,
        scores_url=url_for("scorings.every", area=area, sitting=here.id),
        sample_url=url_for("samples.of_table", area=area, sitting=here.id),
        back_url=url_for("tables.every", area=area),
        **_frame(area),
    )


def _frame(area: str) -> dict[str, object]:
    return staff_frame(area, TITLE, url_for("tables.every", area=area))
