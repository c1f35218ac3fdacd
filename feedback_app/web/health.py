"""Is the server up, and can it read its database?"""

from __future__ import annotations

from flask import Blueprint
from flask.typing import ResponseReturnValue

from feedback_app.asking import every_area
from feedback_app.web.access import anyone

pages = Blueprint("health", __name__)


@pages.get("/health")
@anyone
def health() -> ResponseReturnValue:
    every_area()
    return {"ok": True}
