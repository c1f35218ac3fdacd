"""Stopping for now, letting the next person begin, and a tablet that many share."""

from __future__ import annotations

from flask import current_app, g, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from feedback_app.codes import read_out
from feedback_app.web import reader
from feedback_app.web.access import anyone
from feedback_app.web.dates import long_date
from feedback_app.web.visits import forget, pages_of_an_opening, tablet_cookie, this_key, this_visit

TABLET_DAYS = 30

pages = pages_of_an_opening("stopping")


@pages.get("/stop")
@anyone
def stop() -> ResponseReturnValue:
    """Everything up to here is kept; the code leads back to it from any phone."""
    visit = this_visit(this_key())
    if visit.is_sent:
        return redirect(url_for("finish.receipt"), 303)
    return render_template(
        "respondent/stop.html",
        code=visit.code,
        letters=read_out(visit.code, reader.current().language) if visit.code else (),
        closes=long_date(g.opening.closes_on),
        save_url=url_for("finish.save_code") if visit.code and not g.tablet else None,
        carry_on_url=url_for("respond.resume"),
        come_back_url=url_for("public.receipt"),
    )


@pages.post("/next")
@anyone
def next_person() -> ResponseReturnValue:
    """Another person begins; nothing of the one before is shown. Their answers stay, and their code leads to them."""
    return forget(redirect(url_for("respond.welcome"), 303))


@pages.get("/next")
@anyone
def next_by_itself() -> ResponseReturnValue:
    """A shared tablet resets itself by following this. On somebody's own phone following a link forgets nothing."""
    begin = redirect(url_for("respond.welcome"), 303)
    return forget(begin) if g.tablet and request.method != "HEAD" else begin


@pages.get("/tablet")
@anyone
def tablet() -> ResponseReturnValue:
    return render_template(
        "respondent/tablet.html",
        action=url_for("stopping.share"),
        stop_action=url_for("stopping.unshare"),
        start_url=url_for("respond.welcome"),
    )


@pages.post("/tablet")
@anyone
def share() -> ResponseReturnValue:
    """From now on this browser begins afresh for everybody, and lets go of whoever was here."""
    shared = make_response(redirect(url_for("respond.welcome"), 303))
    shared.set_cookie(
        tablet_cookie(),
        "yes",
        path=url_for("respond.welcome"),
        max_age=60 * 60 * 24 * TABLET_DAYS,
        httponly=True,
        samesite="Lax",
        secure=current_app.config["SESSION_COOKIE_SECURE"],
    )
    return forget(shared)


@pages.post("/tablet/own")
@anyone
def unshare() -> ResponseReturnValue:
    own = make_response(redirect(url_for("respond.welcome"), 303))
    own.delete_cookie(tablet_cookie(), path=url_for("respond.welcome"))
    return forget(own)
