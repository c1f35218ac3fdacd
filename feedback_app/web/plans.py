"""A facilitator builds the area's own plan of a workshop: a copy or a new one, step by step, without dragging."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm

from feedback_app.forms.plans import PressForm, head_form, step_form, step_values
from feedback_app.web.access import current_staff, staff_who_are
from feedback_app.web.frame import staff_frame
from feedback_app.workshops import building, own_plans
from feedback_app.workshops.own_plans import OwnPlan, PlanChanged
from feedback_app.workshops.plan_checks import found_in
from feedback_app.workshops.plans import SAFETY, PlannedStep, load_plans

pages = Blueprint("plans", __name__, url_prefix="/areas/<area>/plans")


@pages.get("/")
@staff_who_are("facilitator")
def every(area: str) -> ResponseReturnValue:
    return render_template(
        "plans/every.html",
        own=[(one, url_for("plans.show", area=area, plan=one.id)) for one in own_plans.every(area)],
        library=load_plans(),
        workshops_url=url_for("workshop.every", area=area),
        **_frame(area),
    )


@pages.post("/")
@staff_who_are("facilitator")
def begin(area: str) -> ResponseReturnValue:
    plan_id = own_plans.begin(area, request.form.get("copied", ""), staff_id=current_staff().id)
    return redirect(url_for("plans.show", area=area, plan=plan_id), 303)


@pages.get("/<plan>")
@staff_who_are("facilitator")
def show(area: str, plan: str) -> ResponseReturnValue:
    return _page(area, own_plans.one(area, plan))


@pages.post("/<plan>")
@staff_who_are("facilitator")
def keep(area: str, plan: str) -> ResponseReturnValue:
    """What the plan is called, what it asks and who is needed."""
    own = own_plans.one(area, plan)
    form = _head_form()
    if not form.validate():
        return _page(area, own, form), 400
    does = {role: form[f"does-{role}"].data for role in building.ROLES}
    made = building.with_head(
        own.plan, title=form.title.data, summary=form.summary.data, survey=form.survey.data, does=does
    )
    own_plans.keep(area, plan, _version(form), made, staff_id=current_staff().id)
    return redirect(url_for("plans.show", area=area, plan=plan), 303)


@pages.post("/<plan>/steps")
@staff_who_are("facilitator")
def change(area: str, plan: str) -> ResponseReturnValue:
    """One button: a step is added, goes up or down, or is taken out; or the last change is undone."""
    form, staff_id = PressForm(), current_staff().id
    what, _, step_id = request.form.get("press", "").partition(":")
    if what == "undo":
        own_plans.undo(area, plan, _version(form), staff_id=staff_id)
        return redirect(url_for("plans.show", area=area, plan=plan), 303)
    own = own_plans.one(area, plan)
    if what == "add":
        made, new = building.with_new(own.plan, request.form.get("kind", ""))
        own_plans.keep(area, plan, _version(form), made, staff_id=staff_id)
        return redirect(url_for("plans.step", area=area, plan=plan, step=new.id), 303)
    if what == "remove":
        made = building.without(own.plan, step_id)
    elif what in ("up", "down"):
        made = building.with_moved(own.plan, step_id, -1 if what == "up" else 1)
    else:
        raise building.NoSuchStep
    own_plans.keep(area, plan, _version(form), made, staff_id=staff_id)
    return redirect(url_for("plans.show", area=area, plan=plan, _anchor="steps"), 303)


@pages.post("/<plan>/off")
@staff_who_are("facilitator")
def take_off(area: str, plan: str) -> ResponseReturnValue:
    own_plans.take_off(area, plan, staff_id=current_staff().id)
    return redirect(url_for("plans.every", area=area), 303)


@pages.get("/<plan>/steps/<step>")
@staff_who_are("facilitator")
def step(area: str, plan: str, step: str) -> ResponseReturnValue:
    own = own_plans.one(area, plan)
    found = own.plan.steps[building.place_of(own.plan, step)]
    written = {name: value if name == "together" else str(value or "") for name, value in found.model_dump().items()}
    written |= {name: "\n".join(getattr(found, name)) for name in ("script", "options")}
    written |= {"version": own.version, "slack": str(found.slack)}
    return _step_page(area, own, found, _step_form(own, found, formdata=None, data=written))


@pages.post("/<plan>/steps/<step>")
@staff_who_are("facilitator")
def keep_step(area: str, plan: str, step: str) -> ResponseReturnValue:
    """What the checks find in this step stands beside its box; what they find in the whole plan, on the plan's page."""
    own = own_plans.one(area, plan)
    found = own.plan.steps[building.place_of(own.plan, step)]
    form = _step_form(own, found)
    if not form.validate():
        return _step_page(area, own, found, form), 400
    made = building.with_changed(own.plan, step, step_values(form))
    wrong = [one for one in found_in(made) if one.step == step and one.field in form]
    if wrong:
        for one in reversed(wrong):
            form[one.field].errors = [one.sentence]
        return _step_page(area, own, found, form), 400
    own_plans.keep(area, plan, _version(form), made, staff_id=current_staff().id)
    return redirect(url_for("plans.show", area=area, plan=plan, _anchor=f"step-{step}"), 303)


def _page(area: str, own: OwnPlan, wrong: FlaskForm | None = None) -> str:
    does = {f"does-{role.id}": role.does for role in own.plan.roles}
    head = {"title": own.plan.title, "summary": own.plan.summary, "survey": own.plan.survey, "version": own.version}
    return render_template(
        "plans/plan.html",
        own=own,
        form=wrong or _head_form(formdata=None, data=head | does),
        has_errors=wrong is not None,
        roles=building.ROLES,
        kinds=building.KINDS,
        step_urls={one.id: url_for("plans.step", area=area, plan=own.id, step=one.id) for one in own.plan.steps},
        urls={
            name: url_for(f"plans.{view}", area=area, plan=own.id)
            for name, view in (("head", "keep"), ("steps", "change"), ("off", "take_off"))
        },
        every_url=url_for("plans.every", area=area),
        **_frame(area),
    )


def _step_page(area: str, own: OwnPlan, found: PlannedStep, form: FlaskForm) -> str:
    return render_template(
        "plans/step.html",
        own=own,
        step=found,
        form=form,
        has_errors=bool(form.errors),
        kind=building.KINDS[found.kind],
        back_url=url_for("plans.show", area=area, plan=own.id, _anchor=f"step-{found.id}"),
        **_frame(area),
    )


def _head_form(**given: object) -> FlaskForm:
    return head_form(building.surveys_to_ask(), list(building.ROLES), **given)


def _step_form(own: OwnPlan, found: PlannedStep, **given: object) -> FlaskForm:
    leaders: dict[str, str] = {role.id: role.name for role in own.plan.roles if role.id != SAFETY}
    return step_form(found.kind, building.questions(own.plan.survey), leaders, **given)


def _version(form: FlaskForm) -> int:
    """The version that the page showed. Raises PlanChanged where it says none."""
    written = form.version.data or ""
    if not (written.isdecimal() and len(written) < 8):
        raise PlanChanged
    return int(written)


def _frame(area: str) -> dict[str, object]:
    here, workshops = url_for("plans.every", area=area), url_for("workshop.every", area=area)
    nav = [("Start", url_for("people.home"), False), ("Workshops", workshops, False), ("Plans", here, True)]
    return {**staff_frame(area, "Plans", here), "nav": nav}
