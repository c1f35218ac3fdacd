"""The pages of a respondent, each in every state: its template, its status and the context that a view would give."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from werkzeug.datastructures import MultiDict
from wtforms import Form
from wtforms.fields import Field

from feedback_app.forms.answering import AgreeForm, CodeForm, ReachForm, SendForm, WithdrawForm
from feedback_app.forms.formats import FormatForm
from feedback_app.forms.questions import page_form, question_form
from surveys import Question, Survey, load_survey

YOUNG = load_survey("young-person-11-25")
FAMILIES = load_survey("parent-carer")
CHILD = load_survey("child-5-10-easy-read")

Context = Mapping[str, object]
States = Mapping[str, tuple[str, int, Callable[[], Context]]]


def wrongly(form: type[Form], **values: str) -> Form:
    """The form after it was posted and refused."""
    posted = form(MultiDict(values))
    assert not posted.validate()
    return posted


def welcome(form: Form, survey: Survey = YOUNG, audience: str = "young_person_11_25", **more: object) -> Context:
    return {
        "survey": survey,
        "area_name": "Wexcombe",
        "asked_by": "Wexcombe Council",
        "audience": audience,
        "start_lines": survey.wording("start", audience),
        "form": form,
        **more,
    }


def asked(name: str, *values: str, survey: Survey = YOUNG, **more: object) -> Context:
    """One question; with `values`, as it comes back after they were posted."""
    question, audience = survey.question(name), survey.audiences[0]
    formdata = MultiDict([("answer", value) for value in values]) if values else None
    form = question_form(question, audience=audience, formdata=formdata)
    form.send_key.data = "k"
    form.validate()
    place = {"step_words": "Question 3 of 12", "back_url": "/back", "asked": [shown(question, form.answer, **more)]}
    return {"audience": audience, "form": form, **place, **more}


def shown(question: Question, field: Field, **more: object) -> Context:
    """What a page needs to know of one of its questions."""
    hints = [more.get("meaning"), question.hint]
    kinds = {"id": question.id, "kind": question.kind, "is_text": question.is_text}
    return {"field": field, "hints": hints, "has_words": False, **kinds, **more}


def asked_together(*names: str, **values: str) -> Context:
    """Questions on one page; with `values` by field, as it comes back after they were posted."""
    questions, audience = [FAMILIES.question(name) for name in names], FAMILIES.audiences[0]
    form = page_form(questions, audience=audience, formdata=MultiDict(values) if values else None)
    form.send_key.data = "k"
    form.validate()
    fields = [shown(question, form[f"answer-{question.id}"]) for question in questions]
    return {"asked": fields, "audience": audience, "form": form, "step_words": "Questions 3 to 4 of 12"}


def check(**more: object) -> Context:
    kept = {"change_url": "/change", "delete_action": None}
    lines = [
        {"words": "How good is it?", "service": "Physiotherapy", "answer_words": "Good", **kept},
        {"words": "Is it safe?", **kept},
        {
            "words": "What is good?",
            "told": ["You wrote something here."],
            **kept,
            "delete_action": "/delete",
            "delete_key": "k",
        },
    ]
    return {"lines": lines, "form": SendForm(), "back_url": "/back", "can_send": True, **more}


def receipt(survey: Survey = YOUNG, **more: object) -> Context:
    audience = survey.audiences[0]
    return {
        "code": "K7RM-PX4D-WT9H",
        "audience": audience,
        "end_lines": survey.wording("end", audience),
        "next_dates": [("Today", "Your answers are in.", True), ("5 March", "We put our reply here.", False)],
        "withdraw_url": "/receipt",
        "reach_url": "/reach",
        "letters": (("K", "king"), ("7", "7")),
        "next_person_url": "/next",
        **more,
    }


def stop(**more: object) -> Context:
    return {
        "code": "K7RM-PX4D-WT9H",
        "letters": (("K", "king"), ("7", "7")),
        "closes": "5 March",
        "save_url": "/save",
        "carry_on_url": "/on",
        "come_back_url": "/receipt",
        "next_person_url": "/next",
        **more,
    }


def reach(form: Form, **more: object) -> Context:
    return {"form": form, "back_url": "/receipt", **more}


def withdraw(**more: object) -> Context:
    kept = {"action": "/delete", "back_url": "/", "delete_until": "31 January 2027"}
    return {"form": WithdrawForm(), **kept, **more}


def error(status: int, **more: object) -> Callable[[], Context]:
    return lambda: {"status": status, **more}


RESPONDENT_PAGES: States = {
    "home": ("home", 200, lambda: {"form": CodeForm()}),
    "home, no code": ("home", 400, lambda: {"form": wrongly(CodeForm)}),
    "welcome": ("welcome", 200, lambda: welcome(AgreeForm(), minutes=8, closes="11 December")),
    "welcome, child": ("welcome", 200, lambda: welcome(AgreeForm(), CHILD, "child_5_10")),
    "welcome, begun": ("welcome", 200, lambda: welcome(AgreeForm(), carry_on_url="/q", next_person_url="/next")),
    "welcome, sent": ("welcome", 200, lambda: welcome(AgreeForm(), already_sent_url="/receipt")),
    "welcome, no choice": ("welcome", 400, lambda: welcome(wrongly(AgreeForm))),
    "question": ("question", 200, lambda: asked("y4", service_name="Physiotherapy")),
    "question, meaning": ("question", 200, lambda: asked("y2", meaning="A plan is a paper.")),
    "question, wrong": ("question", 400, lambda: asked("y4", "nonsense")),
    "question, too long": ("question", 400, lambda: asked("y19", "x" * 1_040)),
    "question, wrote": ("question", 200, lambda: asked("y19", has_words=True, delete_action="/d", delete_key="k")),
    "question, child": ("question", 200, lambda: asked("c1", survey=CHILD)),
    "question, first box": ("question", 200, lambda: asked("c11", survey=CHILD, before_box=("Take it back.",))),
    "questions": ("question", 200, lambda: asked_together("p4", "p19")),
    "questions, too long": ("question", 400, lambda: asked_together("p4", "p19", **{"answer-p19": "x" * 1_040})),
    "changed": ("changed", 409, lambda: asked("y4", "good")),
    "changed, child": ("changed", 409, lambda: asked("c1", "a-bit", survey=CHILD)),
    "changed, words": ("changed", 409, lambda: asked("y19", "the taxi")),
    "check": ("check", 200, check),
    "check, child": ("check", 200, lambda: check(audience="child_5_10", delete_until="31 January 2027")),
    "question, chosen before": ("question", 200, lambda: asked("y4", chosen_before=True)),
    "check, an earlier visit": (
        "check",
        200,
        lambda: check(lines=[{"words": "Is it safe?", "is_hidden": True, "change_url": "/q"}]),
    ),
    "check, nothing": ("check", 200, lambda: check(lines=[])),
    "check, closed": ("check", 200, lambda: check(can_send=False)),
    "receipt": ("receipt", 200, receipt),
    "receipt, child": ("receipt", 200, lambda: receipt(CHILD, save_url="/save", happened_url="/did")),
    "receipt, came back": ("receipt", 200, lambda: receipt(code=None, letters=())),
    "receipt, shared tablet": ("receipt", 200, lambda: receipt(tablet=True, next_by_itself_url="/next")),
    "stop": ("stop", 200, stop),
    "stop, came back": ("stop", 200, lambda: stop(code=None, letters=(), save_url=None)),
    "tablet": ("tablet", 200, lambda: {"action": "/t", "stop_action": "/own", "start_url": "/"}),
    "tablet, shared": (
        "tablet",
        200,
        lambda: {"action": "/t", "stop_action": "/own", "start_url": "/", "tablet": True, "next_by_itself_url": "/n"},
    ),
    "reach": ("reach", 200, lambda: reach(ReachForm())),
    "reach, empty": ("reach", 400, lambda: reach(wrongly(ReachForm), audience="child_5_10")),
    "format": ("format", 200, lambda: {"form": FormatForm(), "back_url": "/"}),
    "format, nothing": ("format", 400, lambda: {"form": wrongly(FormatForm), "back_url": "/"}),
    "format, too long": ("format", 400, lambda: {"form": wrongly(FormatForm, note="x" * 501), "back_url": "/"}),
    "format, asked": ("format_asked", 200, lambda: {"back_url": "/"}),
    "format, no survey": ("format_where", 200, lambda: {"form": CodeForm()}),
    "format, no code": ("format_where", 400, lambda: {"form": wrongly(CodeForm)}),
    "reached": ("reached", 200, lambda: {"back_url": "/receipt"}),
    "receipt code": ("receipt_enter", 200, lambda: {"form": CodeForm()}),
    "receipt code, none": ("receipt_enter", 400, lambda: {"form": wrongly(CodeForm)}),
    "withdraw": ("withdraw", 200, withdraw),
    "withdraw, not finished": ("withdraw", 200, lambda: withdraw(go_on_action="/go-on")),
    "withdraw, late": ("withdraw", 200, lambda: withdraw(is_late=True)),
    "withdrawn": ("withdrawn", 200, dict),
    "lost": ("lost", 400, lambda: {"start_url": "/"}),
    "lost, words": ("lost", 400, lambda: {"start_url": "/", "words": "the taxi"}),
    "closed": ("closed", 410, lambda: {"closed": "11 December"}),
    "closed, no date": ("closed", 410, dict),
    "not open yet": ("closed", 410, lambda: {"opens": "1 December"}),
    "not now": ("not_now", 200, lambda: {"start_url": "/"}),
    "words": ("words", 200, dict),
    "help": ("help", 200, lambda: {"lead_contact": "Sam Ofori"}),
    **{f"error {status}": ("error", status, error(status)) for status in (400, 403, 404, 405, 409, 411, 413, 429)},
    "error, explained": ("error", 410, error(410, words="This survey is closed.", back_url="/back")),
}
