"""The safeguarding lead decides, on a page of its own, that held words may be shown again, or holds them again."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from feedback_app import safeguarding
from feedback_app.forms.safeguarding import ReasonForm, ShowAgainForm
from feedback_app.safeguarding import NothingToShow, Opened
from feedback_app.web.access import current_staff, staff_who_are
from feedback_app.web.frame import staff_frame

pages = Blueprint("releasing", __name__, url_prefix="/areas/<area>/concerns/<reference>/shown")


@pages.get("/")
@staff_who_are("safeguarding_lead")
def decide(area: str, reference: str) -> ResponseReturnValue:
    concern = _concern(area, reference)
    return _page(area, concern, ShowAgainForm(formdata=None) if concern.is_held else ReasonForm(formdata=None))


@pages.post("/")
@staff_who_are("safeguarding_lead")
def show_again(area: str, reference: str) -> ResponseReturnValue:
    form = ShowAgainForm()
    if not form.validate():
        return _page(area, _concern(area, reference), form), 400
    safeguarding.release(safeguarding.area_of(area), reference, form.why.data, staff_id=current_staff().id)
    return redirect(url_for("safeguarding.one", area=area, reference=reference), 303)


@pages.post("/not")
@staff_who_are("safeguarding_lead")
def hold_again(area: str, reference: str) -> ResponseReturnValue:
    form = ReasonForm()
    if not form.validate():
        return _page(area, _concern(area, reference), form), 400
    safeguarding.hold_again(safeguarding.area_of(area), reference, form.why.data, staff_id=current_staff().id)
    return redirect(url_for("safeguarding.one", area=area, reference=reference), 303)


def _concern(area: str, reference: str) -> Opened:
    """Raises NoSuchConcern, NothingToShow. The words stand on this page too, so that is on the trail."""
    concern = safeguarding.open_concern(safeguarding.area_of(area), reference, staff_id=current_staff().id)
    if not concern.is_kept:
        raise NothingToShow
    return concern


def _page(area: str, concern: Opened, form: ReasonForm) -> str:
    here = "releasing.show_again" if concern.is_held else "releasing.hold_again"
    return render_template(
        "staff/show_again.html",
        reference=concern.reference,
        asked=concern.question,
        words=concern.words,
        has_files=bool(concern.files),
        is_held=concern.is_held,
        form=form,
        action=url_for(here, area=area, reference=concern.reference),
        back_url=url_for("safeguarding.one", area=area, reference=concern.reference),
        **staff_frame(area, "Concerns", url_for("safeguarding.queue", area=area)),
    )
