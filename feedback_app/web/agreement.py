"""A participation officer reads how far the seats of a table agree, and takes the labels along."""

from __future__ import annotations

from flask import Blueprint, Response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from feedback_app.forms.table import PressForm
from feedback_app.people import Role
from feedback_app.reviewing import agreed, label_table, pooled
from feedback_app.reviewing.samples import ENOUGH
from feedback_app.web.access import current_staff, staff_who_are
from feedback_app.web.dates import long_moment
from feedback_app.web.frame import staff_frame

READS: Role = "participation_officer"
TITLE = "Agreement"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

pages = Blueprint("agreement", __name__, url_prefix="/areas/<area>/agreement")


@pages.get("/")
@staff_who_are(READS)
def every(area: str) -> ResponseReturnValue:
    listed = [
        (one, long_moment(one.drawn_at), url_for("agreement.figures", area=area, sample=one.id))
        for one in agreed.samples_of(area)
    ]
    together = [
        (one.wave_title, one.tables, url_for("agreement.together", area=area, wave=one.wave_slug))
        for one in pooled.waves_of(area)
        if one.tables > 1
    ]
    return render_template("table/agreement_every.html", title=TITLE, listed=listed, together=together, **_frame(area))


@pages.get("/waves/<wave>")
@staff_who_are(READS)
def together(area: str, wave: str) -> ResponseReturnValue:
    """All tables of a wave, pooled and one by one."""
    found = pooled.of_wave(area, wave)
    tables = [one for pool in found.pools for one in pool.tables]
    return render_template(
        "table/agreement_pooled.html",
        found=found,
        drawn={one.samples[0]: long_moment(one.drawn_at) for one in tables},
        enough=ENOUGH,
        form=PressForm(formdata=None),
        again_url=url_for("agreement.together_again", area=area, wave=wave),
        sample_url=lambda sample: url_for("agreement.figures", area=area, sample=sample),
        back_url=url_for("agreement.every", area=area),
        **_frame(area),
    )


@pages.post("/waves/<wave>")
@staff_who_are(READS)
def together_again(area: str, wave: str) -> ResponseReturnValue:
    pooled.work_out_again(area, wave, staff_id=current_staff().id)
    return redirect(url_for("agreement.together", area=area, wave=wave), 303)


@pages.get("/<sample>")
@staff_who_are(READS)
def figures(area: str, sample: str) -> ResponseReturnValue:
    found = agreed.figures_of(area, sample)
    return render_template(
        "table/agreement.html",
        found=found,
        drawn_at=long_moment(found.sample.drawn_at),
        enough=ENOUGH,
        form=PressForm(formdata=None),
        again_url=url_for("agreement.again", area=area, sample=sample),
        take_url=lambda kind: url_for("agreement.take", area=area, sample=sample, kind=kind),
        back_url=url_for("agreement.every", area=area),
        **_frame(area),
    )


@pages.post("/<sample>")
@staff_who_are(READS)
def again(area: str, sample: str) -> ResponseReturnValue:
    agreed.work_out_again(area, sample, staff_id=current_staff().id)
    return redirect(url_for("agreement.figures", area=area, sample=sample), 303)


@pages.post("/<sample>/labels.<any(csv, xlsx):kind>")
@staff_who_are(READS)
def take(area: str, sample: str, kind: str) -> ResponseReturnValue:
    """By a press and not by a link: that somebody took it is written down."""
    table = label_table.take_table(area, sample, staff_id=current_staff().id)
    if kind == "csv":
        taken = Response(label_table.as_csv(table), mimetype="text/csv")
    else:
        taken = Response(label_table.as_xlsx(table), mimetype=EXCEL)
    taken.headers.set("Content-Disposition", "attachment", filename=f"labels-{sample[:8]}.{kind}")
    return taken


def _frame(area: str) -> dict[str, object]:
    return staff_frame(area, TITLE, url_for("agreement.every", area=area))
