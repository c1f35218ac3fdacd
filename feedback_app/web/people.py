"""Staff come in by a one-time link, see where they may go, and go out."""

from __future__ import annotations

from flask import Blueprint, current_app, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from feedback_app import people
from feedback_app.forms.staff import ComeInForm
from feedback_app.web import agreement, labelling, paper, score_results, tables, theme_decisions, unanswered
from feedback_app.web.access import STAFF_COOKIE, any_staff, anyone, current_staff

pages = Blueprint("people", __name__)


@pages.get("/come-in/<token>")
@anyone
def link(token: str) -> ResponseReturnValue:
    """Opening a link uses nothing up: programs that look at links before people do must not spend them."""
    return render_template("staff/come_in.html", name=people.owner_of_link(token), form=ComeInForm())


@pages.post("/come-in/<token>")
@anyone
def come_in(token: str) -> ResponseReturnValue:
    form = ComeInForm()
    if not form.validate():
        return render_template("staff/come_in.html", name=people.owner_of_link(token), form=form), 400
    session_token, lead_to = people.come_in(token)
    response = make_response(redirect(lead_to, 303))
    response.set_cookie(
        STAFF_COOKIE,
        session_token,
        max_age=people.SESSION_HOURS * 3600,
        httponly=True,
        samesite="Lax",
        secure=current_app.config["SESSION_COOKIE_SECURE"],
    )
    return response


@pages.get("/staff/come-in")
@anyone
def ask_for_link() -> ResponseReturnValue:
    return render_template("staff/link_used.html"), 403


@pages.get("/staff")
@any_staff
def home() -> ResponseReturnValue:
    person = current_staff()
    return render_template(
        "staff/home.html",
        person=person.name,
        sign_out_url=url_for("people.go_out"),
        areas=[_area(area) for area in person.areas.values()],
    )


@pages.post("/staff/go-out")
@any_staff
def go_out() -> ResponseReturnValue:
    people.go_out(request.cookies[STAFF_COOKIE])
    response = make_response(redirect(url_for("public.home"), 303))
    response.delete_cookie(STAFF_COOKIE)
    return response


def _area(area: people.AreaRoles) -> tuple[str, bool, list[tuple[str, str]]]:
    links = []
    if "facilitator" in area.roles:
        links.append(("Workshops", url_for("workshop.every", area=area.slug)))
    if not area.roles.isdisjoint(tables.WHO):
        links.append((tables.TITLE, url_for("tables.every", area=area.slug)))
    if not area.roles.isdisjoint(theme_decisions.WHO):
        links.append((theme_decisions.TITLE, url_for("theme_decisions.waves", area=area.slug)))
    if not area.roles.isdisjoint(paper.WHO):
        links.append(("Paper and telephone", url_for("paper.openings", area=area.slug)))
    if "participation_officer" in area.roles:
        links.append(("Other languages", url_for("translations.drafts", area=area.slug)))
        links.append(("Other formats", url_for("format_desk.waiting", area=area.slug)))
    if "safeguarding_lead" in area.roles:
        links.append(("Concerns", url_for("safeguarding.queue", area=area.slug)))
    if "quote_releaser" in area.roles:
        links.append(("Quotes to release", url_for("publish.waves", area=area.slug)))
    if "commissioner" in area.roles:
        links.append(("Reports", url_for("reports.all_reports", area=area.slug)))
    if not area.roles.isdisjoint(score_results.WHO):
        links.append((score_results.TITLE, url_for("score_results.every", area=area.slug)))
    if not area.roles.isdisjoint(labelling.WHO):
        links.append((labelling.TITLE, url_for("labelling.waves", area=area.slug)))
    if agreement.READS in area.roles:
        links.append((agreement.TITLE, url_for("agreement.every", area=area.slug)))
    if not area.roles.isdisjoint(unanswered.WHO):
        links.append((unanswered.TITLE, url_for("unanswered.openings", area=area.slug)))
    return area.name, area.example, links
