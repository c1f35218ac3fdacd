"""Who sits at the young commissioners' table: a browser that changed a link for a key, while the table is on."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

from flask import Response, current_app, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from feedback_app.reviewing import seats
from feedback_app.reviewing.scorings import is_scored
from feedback_app.reviewing.seats import Seat
from feedback_app.reviewing.sittings import OPEN_HOURS
from feedback_app.web.access import A_SEAT

SEAT_COOKIE = "heard-seat"
# pages of a table of a wave, in the bar: (words, endpoint)
PLACES: tuple[tuple[str, str], ...] = (
    ("Our words for it", "table_themes.every"),
    ("Sort on your own", "coding.overview"),
    ("What we decided", "table_decisions.every"),
)
P = ParamSpec("P")


def for_a_seat(view: Callable[P, ResponseReturnValue]) -> Callable[P, ResponseReturnValue]:
    """Open to whoever sits at a table that is on. To others there is a page that says whom to ask."""

    @wraps(view)
    def seated(*args: P.args, **kwargs: P.kwargs) -> ResponseReturnValue:
        seat = _seat()
        if seat is None or not seat.sitting.is_on:
            return render_template("table/closed.html", seat=seat, home_url=url_for("public.home")), 403
        g.seat = seat
        return view(*args, **kwargs)

    seated.who_may = A_SEAT  # type: ignore[attr-defined]  # the declaration travels with the view
    return seated


def while_reading(view: Callable[P, ResponseReturnValue]) -> Callable[P, ResponseReturnValue]:
    """For a page that shows what other people said, of a wave: after 45 minutes it leads to the end.

    Stands below `for_a_seat`.
    """

    @wraps(view)
    def reads(*args: P.args, **kwargs: P.kwargs) -> ResponseReturnValue:
        sitting = current_seat().sitting
        if sitting.is_time_up or not sitting.wave_id:
            return redirect(url_for("table.done") if sitting.is_time_up else url_for("table.home"), 303)
        return view(*args, **kwargs)

    return reads


def current_seat() -> Seat:
    seat: Seat = g.seat
    return seat


def seat_frame(here: str = "") -> dict[str, object]:
    """What every page of a seat has round it. `here` is the endpoint of the page that is marked in the bar."""
    seat = current_seat()
    scores = [("Scoring", "scores.every")] if is_scored(seat.sitting.area_id, seat.sitting.id) else []
    found = [*(PLACES if seat.sitting.wave_id else ()), *scores]
    places = [
        ("Table", "table.home"),
        *found,
        ("Is this what we say?", "signing.every"),
        ("Done for today", "table.done"),
    ]
    return {
        "seat": seat,
        "home_url": url_for("table.home"),
        "nav": [(words, url_for(endpoint), endpoint == here) for words, endpoint in places],
        "invented": seat.sitting.example,
        "call_url": url_for("table.call"),
    }


def remember_seat(response: Response, key: str) -> Response:
    """Keep a seat's key where no script can read it, for the pages of the table alone."""
    response.set_cookie(
        SEAT_COOKIE,
        key,
        path=url_for("table.home"),
        max_age=OPEN_HOURS * 3600,
        httponly=True,
        samesite="Lax",
        secure=current_app.config["SESSION_COOKIE_SECURE"],
    )
    return response


def _seat() -> Seat | None:
    key = request.cookies.get(SEAT_COOKIE)
    return seats.seat_with(key) if key else None
