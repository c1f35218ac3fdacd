"""For anybody: what groups of an area have said together, where they said yes to that."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from feedback_app.web import reader
from feedback_app.web.access import anyone
from feedback_app.web.dates import full_date
from feedback_app.workshops import said

pages = Blueprint("said", __name__, url_prefix="/said/<council>")


@pages.before_request
def _offer() -> None:
    reader.offer(())


@pages.get("/")
@anyone
def every(council: str) -> ResponseReturnValue:
    found = said.of_area(council)
    listed = [
        (one, full_date(one.agreed_on), url_for("said.one", council=council, statement=one.id))
        for one in found.statements
    ]
    return render_template("said/every.html", found=found, listed=listed, invented=found.is_example)


@pages.get("/<statement>")
@anyone
def one(council: str, statement: str) -> ResponseReturnValue:
    """An address that was printed leads to what the group says now."""
    found = said.of_area(council)
    shown = next((one for one in found.statements if one.id == statement), None)
    if shown is None:
        return redirect(url_for("said.one", council=council, statement=said.newer(council, statement)), 303)
    return render_template(
        "said/one.html",
        found=found,
        shown=shown,
        day=full_date(shown.agreed_on),
        every_url=url_for("said.every", council=council),
        invented=found.is_example,
    )
