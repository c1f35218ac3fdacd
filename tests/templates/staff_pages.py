"""The pages of staff, each in every state: its template, its status and the context that a view would give."""

from __future__ import annotations

from collections.abc import Sequence

from werkzeug.datastructures import MultiDict

from analysis.strategy import load_strategy
from feedback_app.forms.safeguarding import ReasonForm, ShowAgainForm
from feedback_app.forms.staff import (
    ApproveForm,
    BringLabelsForm,
    ComeInForm,
    DealtForm,
    MakePackForm,
    SayForm,
    SortAgainForm,
    TakeLabelsForm,
    release_form,
)
from feedback_app.forms.table import PressForm
from feedback_app.forms.typed import entry_fields, typed_form
from feedback_app.label_files import Brought
from feedback_app.publishing import ReportState
from feedback_app.sitting import Part, Sitting, Spoken, Suggestion
from feedback_app.unanswered import REASONS, Reasons, Unanswered
from surveys.sheet import sheet_of
from tests.templates.respondent_pages import YOUNG, Context, States


def frame(**more: object) -> Context:
    """What a staff page has round it."""
    return {
        "person": "Priya Shah",
        "sign_out_url": "/out",
        "nav": [("Start", "/staff", False), ("Concerns", "/c", True)],
        "area_name": "Wexcombe",
        "invented": True,
        **more,
    }


def sheet_row() -> Context:
    words = {"title": "My support", "audience": "parent carer", "code": "ABCD-EF", "closes": "11 December"}
    return {
        **words,
        "pdf_url": "/s.pdf",
        "easy_url": "/s.pdf?layer=easy",
        "large_url": "/s.pdf?size=large",
        "typing": [("Type in sheets", "/t")],
    }


def typed_sheet(way: str, **more: object) -> Context:
    """A page of typing in; what is posted comes back with what is wrong."""
    sheet = sheet_of(YOUNG.for_audience("young_person_11_25"))
    posted = {name: str(value) for name, value in more.items() if name in ("n1", "agree")}
    form = typed_form(sheet, has_number=way == "sheet", formdata=MultiDict(posted) if posted else None)
    assert not posted or not form.validate()
    rows = [(field, field.asked.question.words, "") for field in entry_fields(form)]
    context = {"read_out": (), "is_late": False, "done": None, "may_be_again": False, **more}
    return frame(survey_title=YOUNG.title, way=way, code="ABCD-EF", form=form, rows=rows, **context)


def concerns(*levels: str) -> Context:
    rows = [
        {
            "reference": f"WX-{number}",
            "level": level,
            "received": "Received 14:02",
            "survey": "My support",
            "href": "/c/1",
        }
        for number, level in enumerate(levels)
    ]
    contacts = [{"received": "at 14:10", "href": "/k"}] if rows else []
    calls = [{"words": "Somebody would like to talk", "received": "at 14:12", "seen_url": "/s"}] if rows else []
    shown = [("WX-9", "11 December at 14:02", "/c/9")] if rows else []
    opened = [{**row, "opened": "Nobody has opened it"} for row in rows]
    return frame(concerns=opened, contacts=contacts, calls=calls, press=PressForm(), shown=shown)


def concern(*, is_held: bool = True, is_kept: bool = True) -> Context:
    return frame(
        reference="WX-1",
        level="red",
        asked="Is it safe?",
        words="no it is not",
        marks=[("no", True), (" it is not", False)],
        why=["physical"],
        facts=[("Group", "Young people")],
        trail=[("14:02 received", ""), ("14:05 held by Priya", "A worry")],
        is_held=is_held,
        show_url="/c/shown" if is_kept else None,
        back_url="/c",
    )


def shown_again(*, is_held: bool = True, wrong: bool = False) -> Context:
    """Deciding about words that are held, or may be shown again already; `wrong` without a reason."""
    form = (ShowAgainForm if is_held else ReasonForm)(formdata=MultiDict() if wrong else None)
    assert not wrong or not form.validate()
    words = {"reference": "WX-1", "asked": "Is it safe?", "words": "no it is not", "has_files": wrong}
    return frame(**words, is_held=is_held, form=form, action="/c/1/shown/", back_url="/c/1")


def part(*said: bool | None, is_disputed: bool = False) -> Part:
    """Words that may speak to as many promises as were said something of."""
    standards = load_strategy("wexcombe").standards
    suggestions = tuple(
        Suggestion(standard, "likely", 0.8, ("listens to me",), ("They really listen",), one)
        for standard, one in zip(standards, said, strict=False)
    )
    answered = {one.standard.id: one.said for one in suggestions if one.said is not None}
    return Part(
        ("1" * 32, 0), "She listens to me", "I like her.", "It helps.", "strengths", suggestions, answered, is_disputed
    )


def sitting(*parts: Part, since: int = 0, is_asked_for: bool = False, used: str = "") -> Context:
    strategy = load_strategy("wexcombe")
    spoken = (Spoken(strategy.standards[0], 3, 1),) if used else ()
    found = Sitting(parts, (strategy,), spoken, 1, since, is_asked_for, used, "It goes by that for 25 parts in 100.")
    rows = [(one, "/p/1") for one in parts]
    start = "/p/1" if parts and not parts[0].is_done else None
    return frame(wave_title="Autumn", sitting=found, rows=rows, start=start, form=SortAgainForm(), action="/sort")


def label_waves(*titles: str, problems: Sequence[str] = (), brought: Brought | None = None) -> Context:
    form = BringLabelsForm(formdata=MultiDict() if problems else None)
    assert not problems or not form.validate()
    return frame(
        title="Words and promises",
        waves=[(title, "/w") for title in titles],
        may_leave=len(titles),
        take_form=TakeLabelsForm(formdata=None),
        take_action="/file",
        form=form,
        problems=problems,
        brought=brought,
    )


def label(shown: Part, **posted: str) -> Context:
    """One part of a comment; with `posted`, as it comes back after that was refused."""
    form = SayForm(formdata=MultiDict(posted) if posted else None)
    assert not posted or not form.validate()
    return frame(
        wave_title="Autumn",
        part=shown,
        number=1,
        of=2,
        asks="what is good",
        strengths={"likely": "Likely", "": "You chose it"},
        promises=[load_strategy("wexcombe")],
        skip_url="/p/2",
        back_url="/p",
        form=form,
    )


def candidate(name: str, state: str, **posted: str) -> Context:
    """One possible quotation; with `posted`, as it comes back after that was refused."""
    formdata = MultiDict({"candidate": name, **posted}) if posted else None
    form = release_form(name, words="as [name] said", formdata=formdata)
    assert formdata is None or not form.validate()
    said = {
        "original": "as Ann said",
        "question": "What is not working?",
        "group": "Young people",
        "themes": ["Waiting"],
    }
    return {"id": name, "state": state, "form": form, "decided": "by Priya Shah", "is_asked_again": False, **said}


def not_understood(*openings: str) -> Context:
    rows = [{"title": title, "audience": "parent carer", "code": "ABCDEF", "href": "/n"} for title in openings]
    return frame(title="Not understood", openings=[{**row, "opened": "1 December"} for row in rows])


def unanswered(*questions: Unanswered) -> Context:
    found = Reasons("My support", 1, "Young people", questions)
    about = {"title": "My support: not understood", "code": "ABCDEF", "reasons": REASONS, "floor": 5}
    return frame(found=found, **about)


def quotes(*candidates: Context) -> Context:
    return frame(candidates=candidates, wave_title="Autumn", pack_form=MakePackForm(), pack_action="/pack")


def every_state() -> Context:
    states = ("pending", "pending", "released", "refused")
    return quotes(*(candidate(f"{number}-0", state) for number, state in enumerate(states)))


def translation(speaker: str | None = None, **more: object) -> Context:
    form = ApproveForm(MultiDict({"speaker": speaker}) if speaker is not None else None)
    if speaker is not None:
        form.validate()
    words = {"language": "اردو", "tag": "ur", "direction": "rtl", "subject": "common", "said": "Draft"}
    return frame(
        **words, rows=[("start", "You can say no.", "آپ انکار کر سکتے ہیں۔")], form=form, back_url="/t", **more
    )


def report(state: ReportState) -> Context:
    return frame(wave_title="Autumn", report=state, back_url="/q")


STAFF_PAGES: States = {
    "come in": ("come_in", 200, lambda: {"name": "Priya Shah", "form": ComeInForm()}),
    "link used": ("link_used", 410, dict),
    "start": ("home", 200, lambda: frame(areas=[("Wexcombe", True, [("Concerns", "/c")]), ("Durham", False, [])])),
    "start, no role": ("home", 200, lambda: frame(areas=[])),
    "concerns": ("concerns", 200, lambda: concerns("red", "amber", "review")),
    "concerns, none": ("concerns", 200, concerns),
    "concern": ("concern", 200, concern),
    "concern, nothing kept": ("concern", 200, lambda: concern(is_kept=False)),
    "concern, shown again": ("concern", 200, lambda: concern(is_held=False)),
    "show again": ("show_again", 200, shown_again),
    "show again, no reason": ("show_again", 400, lambda: shown_again(wrong=True)),
    "hold again": ("show_again", 200, lambda: shown_again(is_held=False)),
    "not understood": ("not_understood", 200, lambda: not_understood("My support", "My therapy")),
    "not understood, nothing": ("not_understood", 200, not_understood),
    "unanswered": (
        "unanswered",
        200,
        lambda: unanswered(Unanswered("y4", "How good is it?", "easy", "pl", {"not_understood": 12, "skipped": 3})),
    ),
    "unanswered, nobody": ("unanswered", 200, unanswered),
    "contact": ("contact", 200, lambda: frame(received="at 14:02", reach="Sam, after school", back_url="/c")),
    "translations": (
        "translations",
        200,
        lambda: frame(
            rows=[
                {"language": "اردو", "tag": "ur", "subject": "common", "said": "Draft. Nobody reads it.", "href": "/t"}
            ]
        ),
    ),
    "translations, none": ("translations", 200, lambda: frame(rows=[])),
    "translation": ("translation", 200, translation),
    "translation, no name": ("translation", 400, lambda: translation(speaker="")),
    "translation, approved": ("translation", 200, lambda: translation(approved=True)),
    "formats": ("formats", 200, lambda: frame(rows=[{"formats": "Braille", "asked": "1 May", "href": "/f"}])),
    "formats, none": ("formats", 200, lambda: frame(rows=[])),
    "format": ("format", 200, lambda: frame(note="Big", reach="Sam", form=DealtForm(), back_url="/f")),
    "format, dealt with": ("format", 200, lambda: frame(note="", reach="", form=DealtForm(), back_url="/f")),
    "quotes": ("quotes", 200, every_state),
    "quotes, no words": ("quotes", 400, lambda: quotes(candidate("1-0", "pending", decision="released", words=""))),
    "quotes, no choice": ("quotes", 400, lambda: quotes(candidate("1-0", "released", words="x", why="x" * 400))),
    "quotes, done": ("quotes", 200, lambda: quotes(candidate("3-0", "released"))),
    "quotes, none": ("quotes", 200, quotes),
    "quotes, open": ("quotes_closed", 200, lambda: frame(state="open", closes="11 December", wave_title="Autumn")),
    "quotes, waiting": ("quotes_closed", 200, lambda: frame(state="waiting", wave_title="Autumn")),
    "quotes, out": ("quotes_closed", 200, lambda: frame(state="out", wave_title="Autumn", report_url="/report")),
    "sheets": ("sheets", 200, lambda: frame(openings=[sheet_row()])),
    "sheets, none": ("sheets", 200, lambda: frame(openings=[])),
    "sheet to type": ("type_sheet", 200, lambda: typed_sheet("sheet")),
    "sheet to type, wrong": ("type_sheet", 400, lambda: typed_sheet("sheet", n1="77", agree="1")),
    "call to type": (
        "type_sheet",
        200,
        lambda: typed_sheet("telephone", read_out=["It is OK to say no."], is_late=True),
    ),
    "waves": ("quotes_waves", 200, lambda: frame(waves=[("Autumn", "/w")])),
    "waves, none": ("quotes_waves", 200, lambda: frame(waves=[])),
    "promises, waves": ("labels_waves", 200, lambda: label_waves("Autumn")),
    "promises, no waves": ("labels_waves", 200, lambda: label_waves()),
    "promises, a file kept": ("labels_waves", 200, lambda: label_waves("Autumn", brought=Brought(2, 1))),
    "promises, a file refused": ("labels_waves", 400, lambda: label_waves("Autumn", problems=["Label 1: wrong."])),
    "promises, open": ("labels_not_yet", 200, lambda: frame(state="open", wave_title="Autumn")),
    "promises, waiting": ("labels_not_yet", 200, lambda: frame(state="waiting", wave_title="Autumn")),
    "promises": ("labels", 200, lambda: sitting(part(None), part(True, is_disputed=True), since=2, used="4 (3 yes)")),
    "promises, sorting": ("labels", 200, lambda: sitting(part(False), since=1, is_asked_for=True)),
    "promises, none": ("labels", 200, lambda: sitting()),
    "promise": ("label", 200, lambda: label(part(None, True, False))),
    "promise, disputed": ("label", 200, lambda: label(part(True, is_disputed=True))),
    "promise, none suggested": ("label", 200, lambda: label(part())),
    "promise, nothing chosen": ("label", 400, lambda: label(part(None), said="another")),
    "report asked for": ("pack_made", 200, lambda: report(ReportState("being made", None))),
    "report made": ("pack_made", 200, lambda: report(ReportState("made", 1))),
    "report that would tell": ("pack_made", 200, lambda: report(ReportState("would tell", 1))),
    "report not made": ("pack_made", 200, lambda: report(ReportState("failed", 1))),
    "report not asked for": ("pack_made", 200, lambda: report(ReportState("not asked for", None))),
}
