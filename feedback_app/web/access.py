"""Who may open each page: every view says so, and a view that does not stops the app from starting."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from flask import Flask, abort, current_app, g, redirect, request, url_for
from flask.typing import ResponseReturnValue

from feedback_app import people
from feedback_app.people import Role, Staff
from feedback_app.web.addresses import is_our_name

STAFF_COOKIE = "heard-staff"
A_SEAT = ("seat",)  # who sits at the young commissioners' table: web/seat_access.py looks at their key
P = ParamSpec("P")
R = TypeVar("R")


class NobodySaidWho(Exception):
    """A route without a declaration of who may open it: our own slip, found at the start."""


def anyone(view: Callable[P, R]) -> Callable[P, R]:
    """Open to everybody: respondents, who have no account, and people who have not come in yet."""
    view.who_may = ()  # type: ignore[attr-defined]  # the declaration travels with the view
    return view


def any_staff(view: Callable[P, R]) -> Callable[P, R]:
    """Open to everybody who came in, whatever their role."""
    view.who_may = ("staff",)  # type: ignore[attr-defined]  # as above
    return view


def staff_who_are(*roles: Role) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Open to staff with one of these roles in the area that the address names."""

    def declare(view: Callable[P, R]) -> Callable[P, R]:
        view.who_may = roles  # type: ignore[attr-defined]  # as above
        return view

    return declare


def guard(app: Flask) -> None:
    """Check every request against its view's declaration; refuse to start with an undeclared view."""
    app.before_request(_loopback_only)
    app.before_request(_our_name_only)
    app.before_request(_same_site_only)
    app.before_request(_check)


def refuse_undeclared(app: Flask) -> None:
    """Raises NobodySaidWho naming the views that do not say who may open them."""
    silent = sorted(rule.endpoint for rule in app.url_map.iter_rules() if declared(app, rule.endpoint) is None)
    if silent:
        raise NobodySaidWho(", ".join(silent))


def declared(app: Flask, endpoint: str) -> tuple[str, ...] | None:
    if endpoint == "static":
        return ()
    return getattr(app.view_functions[endpoint], "who_may", None)


def current_staff() -> Staff:
    staff: Staff = g.staff
    return staff


def _loopback_only() -> None:
    # until the safety work is done, nobody but this machine may reach any page
    address = request.remote_addr or ""
    try:
        local = ipaddress.ip_address(address).is_loopback
    except ValueError:
        local = False
    if not local:
        abort(403)


def _our_name_only() -> None:
    # a name of somebody else's that leads here (DNS rebinding) would make their page one of the same site
    if not is_our_name(request.host):
        abort(400)


def _same_site_only() -> None:
    # a page of another site can send a form here, though never with our SameSite cookies: refuse it all the same
    if request.method in ("GET", "HEAD", "OPTIONS"):
        return
    site = request.headers.get("Sec-Fetch-Site")
    origin = request.headers.get("Origin")
    if site not in (None, "same-origin", "none") or (site is None and origin not in (None, request.host_url[:-1])):
        abort(403)


def _check() -> ResponseReturnValue | None:
    if request.endpoint is None:
        return None  # no such page: 404 follows
    who_may = declared(current_app, request.endpoint)
    g.staff = people.who_is(request.cookies[STAFF_COOKIE]) if STAFF_COOKIE in request.cookies and who_may else None
    if not who_may or who_may == A_SEAT:
        return None
    if g.staff is None:
        return redirect(url_for("people.ask_for_link"), 303)
    area = (request.view_args or {}).get("area")
    if who_may != ("staff",) and not (area and g.staff.may(area, *who_may)):
        abort(403)
    if request.method == "HEAD":
        abort(405)  # pages for staff write down who opened what, and HEAD would run them unseen
    return None
