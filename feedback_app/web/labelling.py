"""Does this speak to this promise? One part of a comment at a time, for whoever looks after the asking."""

from __future__ import annotations

import re
from collections.abc import Sequence

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import CombinedMultiDict

from feedback_app import asking, label_files, labelling
from feedback_app.forms.staff import BringLabelsForm, SayForm, SortAgainForm, TakeLabelsForm
from feedback_app.label_files import LabelsRefused
from feedback_app.people import Role
from feedback_app.publishing import wave_named
from feedback_app.sitting import Key, NoSuchPart, NotSorted, Part, Sitting, sitting_of
from feedback_app.web.access import current_staff, staff_who_are
from feedback_app.web.frame import staff_frame

WHO: tuple[Role, ...] = ("participation_officer",)
TITLE = "Words and promises"
PART = re.compile("([0-9a-f]{32})-([0-9]{1,9})")  # int() refuses figures without end
STRENGTHS = {"likely": "Likely", "possible": "Possible", "": "You chose it"}
ASKS = {"strengths": "what is good", "challenges": "what is not good", "change": "what should change"}

pages = Blueprint("labelling", __name__, url_prefix="/areas/<area>/promises")


@pages.get("/")
@staff_who_are(*WHO)
def waves(area: str) -> ResponseReturnValue:
    return _waves(area, BringLabelsForm(formdata=None))


@pages.post("/")
@staff_who_are(*WHO)
def bring(area: str) -> ResponseReturnValue:
    """All of the file is kept or nothing; sending it again keeps nothing twice."""
    form = BringLabelsForm(formdata=CombinedMultiDict([request.files, request.form]))
    if not form.validate():
        return _waves(area, form), 400
    try:
        brought = label_files.bring_labels(area, _text(form), source="The file", staff_id=current_staff().id)
    except LabelsRefused as wrong:
        form.file.errors = ["Choose another file, or change this one"]
        return _waves(area, form, problems=wrong.problems), 400
    return _waves(area, BringLabelsForm(formdata=None), brought=brought)


@pages.post("/file")
@staff_who_are(*WHO)
def take(area: str) -> ResponseReturnValue:
    text = label_files.take_labels(area, staff_id=current_staff().id)
    response = Response(text, mimetype="application/json")
    response.headers.set("Content-Disposition", "attachment", filename=f"labels-{area}.json")
    return response


@pages.get("/<wave>")
@staff_who_are(*WHO)
def of_wave(area: str, wave: str) -> ResponseReturnValue:
    row = wave_named(area, wave)
    try:
        sitting = sitting_of(area, wave, staff_id=current_staff().id)
    except NotSorted:
        state = "waiting" if row.closed_on else "open"
        return render_template("staff/labels_not_yet.html", wave_title=row.title, state=state, **_frame(area))
    first = next((one for one in sitting.parts if not one.is_done), None)
    return render_template(
        "staff/labels.html",
        wave_title=row.title,
        sitting=sitting,
        rows=[(one, _address(area, wave, one)) for one in sitting.parts],
        start=_address(area, wave, first) if first else None,
        form=SortAgainForm(),
        action=url_for("labelling.sort_again", area=area, wave=wave),
        **_frame(area),
    )


@pages.post("/<wave>/sort-again")
@staff_who_are(*WHO)
def sort_again(area: str, wave: str) -> ResponseReturnValue:
    labelling.sort_again(area, wave, staff_id=current_staff().id)
    return redirect(url_for("labelling.of_wave", area=area, wave=wave), 303)


@pages.get("/<wave>/<part>")
@staff_who_are(*WHO)
def part(area: str, wave: str, part: str) -> ResponseReturnValue:
    sitting = sitting_of(area, wave, staff_id=current_staff().id)
    return _page(area, wave, sitting, sitting.part(_key(part)), SayForm())


@pages.post("/<wave>/<part>")
@staff_who_are(*WHO)
def say(area: str, wave: str, part: str) -> ResponseReturnValue:
    """Whoever has said something of every promise that was suggested goes on to the next words."""
    person = current_staff()
    shown = sitting_of(area, wave, staff_id=person.id)
    here = shown.part(_key(part))
    form = SayForm(formdata=request.form)
    if not form.validate():
        return _page(area, wave, shown, here, form), 400
    labelling.say(area, wave, here.key, _said(form, here, shown), staff_id=person.id, role=_role(area))
    left = sitting_of(area, wave, staff_id=person.id)
    if form.said.data == "back" or not left.part(here.key).is_done:
        return redirect(_address(area, wave, here), 303)
    after = left.after(here.key)
    return redirect(_address(area, wave, after) if after else url_for("labelling.of_wave", area=area, wave=wave), 303)


def _waves(
    area: str, form: BringLabelsForm, *, problems: Sequence[str] = (), brought: label_files.Brought | None = None
) -> str:
    rows = [(wave.title, url_for("labelling.of_wave", area=area, wave=wave.slug)) for wave in asking.waves_of(area)]
    return render_template(
        "staff/labels_waves.html",
        title=TITLE,
        waves=rows,
        may_leave=len(label_files.labels_to_take(area)),
        take_form=TakeLabelsForm(formdata=None),
        take_action=url_for("labelling.take", area=area),
        form=form,
        problems=problems,
        brought=brought,
        **_frame(area),
    )


def _text(form: BringLabelsForm) -> str:
    """Raises LabelsRefused where it is not UTF-8: read as something else, other words than the file's would be kept."""
    try:
        return bytes(form.file.data.read()).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise LabelsRefused(
            ["The file is not UTF-8, so it is none that Heard wrote. Nothing of it was kept."]
        ) from None


def _said(form: SayForm, here: Part, shown: Sitting) -> dict[str, bool | None]:
    pressed = form.said.data
    if pressed == "another":
        return labelling.moved(here, form.another.data)
    if pressed == "none":
        return labelling.none_of(here, shown.promises)
    if pressed == "back":
        return labelling.taken_back(here)
    return {form.standard.data: pressed == "yes"}


def _page(area: str, wave: str, sitting: Sitting, here: Part, form: SayForm) -> str:
    place = [one.key for one in sitting.parts].index(here.key)
    after = sitting.after(here.key)
    overview = url_for("labelling.of_wave", area=area, wave=wave)
    return render_template(
        "staff/label.html",
        wave_title=wave_named(area, wave).title,
        part=here,
        number=place + 1,
        of=len(sitting.parts),
        asks=ASKS.get(here.asks, "anything they wanted to say"),
        strengths=STRENGTHS,
        promises=sitting.promises,
        skip_url=_address(area, wave, after) if after else overview,
        back_url=overview,
        form=form,
        **_frame(area),
    )


def _key(part: str) -> Key:
    found = PART.fullmatch(part)
    if found is None:
        raise NoSuchPart
    return found[1], int(found[2])


def _address(area: str, wave: str, part: Part) -> str:
    return url_for("labelling.part", area=area, wave=wave, part=f"{part.key[0]}-{part.key[1]}")


def _role(area: str) -> str:
    """In words, for the label: never a person's name."""
    roles = current_staff().areas[area].roles
    return next(role for role in WHO if role in roles).replace("_", " ")


def _frame(area: str) -> dict[str, object]:
    return staff_frame(area, TITLE, url_for("labelling.waves", area=area))
