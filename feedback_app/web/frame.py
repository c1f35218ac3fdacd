"""What every staff page of one area has round it: its bar, its person, and whether the area is invented."""

from __future__ import annotations

from flask import url_for

from feedback_app.web.access import current_staff


def staff_frame(area: str, here: str, href: str) -> dict[str, object]:
    person = current_staff()
    return {
        "person": person.name,
        "sign_out_url": url_for("people.go_out"),
        "home_url": url_for("people.home"),
        "area_name": person.areas[area].name,
        "invented": person.areas[area].example,
        "nav": [("Start", url_for("people.home"), False), (here, href, True)],
    }
