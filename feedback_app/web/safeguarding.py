"""The safeguarding lead's queue: what waits, without words, and one concern at a time."""

from __future__ import annotations

from flask import Blueprint, Response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from feedback_app import safeguarding
from feedback_app.forms.table import PressForm
from feedback_app.reviewing import calling
from feedback_app.safeguarding import Opened
from feedback_app.web.access import current_staff, staff_who_are
from feedback_app.web.dates import long_date, long_moment
from feedback_app.web.frame import staff_frame
from feedback_app.web.heads import allow_sound

pages = Blueprint("safeguarding", __name__, url_prefix="/areas/<area>/concerns")

GROUPS = {
    "child_5_10": "Child, 5 to 10",
    "young_person_11_25": "Young person, 11 to 25",
    "parent_carer": "Parent carer",
    "practitioner": "Practitioner",
    "young_commissioner": "Young commissioner",
    "workshop": "Workshop",
}

ENDINGS = {
    "image/png": "png",
    "image/jpeg": "jpg",
    "audio/webm": "webm",
    "audio/ogg": "ogg",
    "audio/mp4": "m4a",
    "audio/wav": "wav",
    "audio/amr": "amr",
    "audio/aac": "aac",
    "audio/mpeg": "mp3",
}


@pages.get("/")
@staff_who_are("safeguarding_lead")
def queue(area: str) -> ResponseReturnValue:
    area_id = safeguarding.area_of(area)
    rows = [
        {
            "reference": one.reference,
            "level": one.level,
            "received": f"Received {long_moment(one.received_at)}",
            "survey": f"{GROUPS[one.audience]} · {one.survey_title}",
            "opened": "Opened" if one.is_opened else "Nobody has opened it",
            "href": url_for("safeguarding.one", area=area, reference=one.reference),
        }
        for one in safeguarding.waiting(area_id)
    ]
    contacts = [
        {"received": long_moment(at), "href": url_for("safeguarding.contact", area=area, contact=contact_id)}
        for contact_id, at in safeguarding.contacts_waiting(area_id)
    ]
    calls = [
        {
            "words": one.words,
            "received": long_moment(one.at),
            "seen_url": url_for("safeguarding.see_to", area=area, call=one.id),
        }
        for one in calling.calls_of(area)
        if one.seen_at is None
    ]
    shown = [
        (reference, long_moment(at), url_for("safeguarding.one", area=area, reference=reference))
        for reference, at in safeguarding.shown_again(area_id)
    ]
    found = {"concerns": rows, "contacts": contacts, "calls": calls, "shown": shown}
    return render_template("staff/concerns.html", press=PressForm(formdata=None), **found, **_frame(area))


@pages.post("/calls/<call>")
@staff_who_are("safeguarding_lead")
def see_to(area: str, call: str) -> ResponseReturnValue:
    """Somebody at a young commissioners' table called an adult, and the lead has seen to it."""
    calling.see_to(area, call, staff_id=current_staff().id)
    return redirect(url_for("safeguarding.queue", area=area), 303)


@pages.get("/<reference>")
@staff_who_are("safeguarding_lead")
def one(area: str, reference: str) -> ResponseReturnValue:
    concern = safeguarding.open_concern(safeguarding.area_of(area), reference, staff_id=current_staff().id)
    if any(file.kind == "recording" for file in concern.files):
        allow_sound()
    return render_template(
        "staff/concern.html",
        reference=concern.reference,
        level=concern.level,
        asked=concern.question,
        marks=_marked(concern),
        why=_why(concern),
        words=concern.words,
        files=[
            {"kind": one.kind, "href": url_for("safeguarding.file", area=area, reference=reference, file=one.id)}
            for one in concern.files
        ],
        facts=[("Group", GROUPS[concern.audience]), ("Who", "Not known"), *_days(concern)],
        reach_words="They did not leave a way to reach them here. We do not look for who it is.",
        trail=[
            (f"{long_moment(step.at)}: {step.what}{' by ' + step.name if step.name else ''}", step.why)
            for step in concern.trail
        ],
        is_held=concern.is_held,
        show_url=url_for("releasing.decide", area=area, reference=reference) if concern.is_kept else None,
        back_url=url_for("safeguarding.queue", area=area),
        **_frame(area),
    )


@pages.get("/<reference>/files/<file>")
@staff_who_are("safeguarding_lead")
def file(area: str, reference: str, file: str) -> ResponseReturnValue:
    """A drawing or a recording, as a file to save and nothing to open as a page. Opening it is on the trail."""
    opened = safeguarding.open_file(safeguarding.area_of(area), reference, file, staff_id=current_staff().id)
    name = f"{reference}-{opened.kind}.{ENDINGS[opened.media_type]}"
    heads = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(opened.content, mimetype=opened.media_type, headers=heads)


@pages.get("/contacts/<contact>")
@staff_who_are("safeguarding_lead")
def contact(area: str, contact: str) -> ResponseReturnValue:
    asked_at, reach = safeguarding.open_contact(safeguarding.area_of(area), contact, staff_id=current_staff().id)
    return render_template(
        "staff/contact.html",
        received=long_moment(asked_at),
        reach=reach,
        back_url=url_for("safeguarding.queue", area=area),
        **_frame(area),
    )


def _frame(area: str) -> dict[str, object]:
    return staff_frame(area, "Concerns", url_for("safeguarding.queue", area=area))


def _marked(concern: Opened) -> list[tuple[str, bool]]:
    """The words cut where a rule found something: pieces, and whether each was found."""
    if concern.source == "person":
        return [(concern.words, False)]
    found = [range(int(str(one["start"])), int(str(one["end"]))) for one in concern.found]
    pieces: list[tuple[str, bool]] = []
    for place, letter in enumerate(concern.words):
        marked = any(place in one for one in found)
        if pieces and pieces[-1][1] == marked:
            pieces[-1] = (pieces[-1][0] + letter, marked)
        else:
            pieces.append((letter, marked))
    return pieces


def _days(concern: Opened) -> list[tuple[str, str]]:
    """Words that waited on a phone without a signal are older than the day they came."""
    received = ("Received", long_moment(concern.received_at))
    return [("Written on", long_date(concern.written_on)), received] if concern.written_on else [received]


def _why(concern: Opened) -> list[str]:
    if concern.source == "person":
        return ["A person held these words. The reason is in the trail."]
    return sorted({str(one["category"]).replace("_", " ") for one in concern.found})
