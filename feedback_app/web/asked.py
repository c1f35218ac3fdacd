"""The questions of one page as a template needs them, and what was answered in words."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from typing import Any

from flask import g, render_template, request, url_for
from flask_babel import gettext
from werkzeug.datastructures import CombinedMultiDict
from wtforms import Form

from feedback_app import answering
from feedback_app.answering import Said, Visit
from feedback_app.asking import Opening
from feedback_app.forms.boxes import no_answers
from feedback_app.forms.files import PostedFiles, too_big
from feedback_app.forms.given import NOT_UNDERSTOOD
from feedback_app.forms.questions import field_names, given_to, page_form
from feedback_app.storage.responses import KeptAnswer
from feedback_app.web import area_files, layered, reader, silent
from feedback_app.web.about import about_words
from feedback_app.web.heads import allow_recording, allow_sound
from feedback_app.web.sizes import too_big_kind
from feedback_app.web.visits import address_of, served_to
from surveys import Asked, Option, Question, Step
from surveys.kinds import OPEN_KINDS, READ_KINDS, SPOKEN_KINDS, TYPED_KINDS
from surveys.paging import page_of, shown_together

Page = Sequence[Step]
NOT_CHOSEN = OPEN_KINDS | READ_KINDS


def page_shown(step: Step, visit: Visit) -> Page:
    """The steps that stand on the page of this one."""
    return page_of(g.opening.survey, answering.steps_of(g.opening, visit), step)


def page_posted(step: Step) -> Page:
    """The steps of a page as it was shown, whatever has been answered in another tab since."""
    return shown_together(g.opening.survey, step, request.form.get("asked", "").split())


def form_shown(page: Page, visit: Visit) -> Form:
    """The form of a page with what was chosen earlier, and a send key of its own."""
    answers = {step.question: answer for step in page if (answer := visit.answers.get(step.key))}
    kept = {id: answer.options for id, answer in answers.items() if visit.shows(answer)}
    form = page_form(_questions(page, visit), audience=g.opening.audience, kept=kept)
    form.send_key.data = secrets.token_hex(16)
    form.unclear.data = tuple(id for id, answer in answers.items() if visit.shows(answer) and was_unclear(answer))
    return form


def form_asked(page: Page) -> Form:
    """The form of a page before anybody has said anything: without a send key, the same for everybody."""
    return page_form(_questions(page), audience=g.opening.audience)


def form_posted(page: Page) -> Form:
    """The form as it was sent, with its files. Where one was too big to be read, its field says so."""
    posted: Any = CombinedMultiDict([request.form, request.files])
    form = page_form(_questions(page), audience=g.opening.audience, formdata=posted)
    if kind := too_big_kind():
        field = next(one for one in form if kind in getattr(one, "file_kinds", ()))
        field.files = PostedFiles((), kind, too_big(kind))
    return form


def said_on(page: Page, form: Form) -> Said:
    """What was given to each step of a form that is valid."""
    given = given_to(form, _questions(page))
    return {step: given[step.question] for step in page}


def words_on(page: Page, form: Form) -> str:
    """Every word that was typed into the boxes of a page."""
    texts = [question for question in _questions(page) if question.is_text]
    names = field_names(_questions(page))
    return "\n\n".join(words for question in texts if (words := form[names[question.id]].data))


def question_page(form: Form, page: Page, visit: Visit, template: str = "respondent/question.html") -> str:
    opening: Opening = g.opening
    if any(opening.survey.question(step.question).kind in SPOKEN_KINDS for step in page):
        allow_recording()
    order = answering.steps_of(opening, visit)
    first = order.index(page[0]) if page[0] in order else 0
    boxes = [one for one in order if opening.survey.question(one.question).is_text]
    before_box = layered.lines("before_first_box") if boxes and boxes[0] in page else ()
    return render_template(
        template,
        asked=_asked(form, page, visit),
        shown=_shown(page, visit),
        step_words=_step_words(first + 1, len(page), len(order)),
        service_name=about_words(page[0], order),
        form=form,
        visit=served_to() if visit.response_id else None,  # a blank page is the same for everybody
        before_box=before_box,
        back_url=address_of(order[first - 1]) if first else url_for("respond.welcome"),
        known=silent.known(visit),
        chosen_before=any(
            hides(visit, step) and opening.survey.question(step.question).kind not in NOT_CHOSEN for step in page
        ),
    )


def hides(visit: Visit, step: Step) -> bool:
    """Whether an answer is kept that this page does not show: words, or what an earlier visit chose."""
    return holds(visit, step) and not visit.shows(visit.answers.get(step.key))


def holds(visit: Visit, step: Step) -> bool:
    """Whether anything was given to a step."""
    kept = visit.answers.get(step.key)
    return kept is not None and (kept.is_told or bool(kept.options))


def was_unclear(kept: KeptAnswer | None) -> bool:
    """Whether they said that they do not understand the question, whatever else they gave to it."""
    return kept is not None and kept.missing == NOT_UNDERSTOOD.missing


def was_shown(step: Step) -> bool:
    """Whether the page that was sent showed what was chosen, so that nothing chosen now takes it back.

    A page that was open in another tab from before shows nothing, and takes nothing back.
    """
    return step.question in request.form.get("shown", "").split()


def _shown(page: Page, visit: Visit) -> str:
    if request.method == "POST":
        return request.form.get("shown", "")
    return " ".join(step.question for step in page if visit.shows(visit.answers.get(step.key)))


def in_words(question: Question, options: Sequence[str]) -> str:
    """What was answered, as the check page says it back; empty for an answer in words of the person's own."""
    offered = no_answers(question) if question.kind in TYPED_KINDS else question.options
    if question.kind == "rank":
        offered = tuple(option for id in options if (option := question.option(id)))
    labels = [_with_dots(question, option, options) for option in offered if option.id in options]
    if question.kind == "number" and options and not labels:
        return f"{options[0]} {question.unit}".strip()
    return "; ".join(labels)


def _with_dots(question: Question, option: Option, options: Sequence[str]) -> str:
    if question.kind != "dots" or option.missing:
        return option.label
    return f"{option.label}: {options.count(option.id)}"


def told_before(kept: KeptAnswer | None) -> list[str]:
    """What somebody gave earlier in their own words, lines or voice: that they did, and nothing of it."""
    if kept is None:
        return []
    files = {"drawing": gettext("You drew something here."), "recording": gettext("You said something here.")}
    return [*([gettext("You wrote something here.")] if kept.wrote else []), *(files[kind] for kind in kept.files)]


def _questions(page: Page, visit: Visit | None = None) -> list[Question]:
    return [layered.asked(step.question, step.repeat, visit).question for step in page]


def _asked(form: Form, page: Page, visit: Visit) -> Sequence[Mapping[str, object]]:
    names = field_names(_questions(page))
    language = reader.current().language
    found = []
    for step in page:
        asked = layered.asked(step.question, step.repeat, visit)
        question = asked.question
        kept = visit.answers.get(step.key)
        found.append(
            {
                "id": question.id,
                "field": form[names[question.id]],
                "kind": question.kind,
                "is_text": question.is_text,
                "picture": asked.picture,
                **_files(asked),
                "lang": reader.BRITISH if asked.language != language else None,
                "no_words": question.is_text and not layered.takes_words(),
                "hints": [question.meaning, question.hint],
                "has_words": kept is not None and kept.is_told,
                "told": told_before(kept),
                "delete_action": url_for("respond.delete", question=step.question, repeat=step.repeat or None),
                "delete_key": secrets.token_hex(16),
            }
        )
    return found


def _files(asked: Asked) -> Mapping[str, str | None]:
    """The addresses of the council's own recording of a question and of its BSL video, where there are any."""
    opening: Opening = g.opening
    sound = area_files.sound(opening, asked.audio, asked.language)
    video = area_files.video(opening, asked.bsl)
    captions = area_files.captions(opening, asked.bsl)
    if sound or video:
        allow_sound()
    return {
        "sound": url_for("area_files.sound_file", name=asked.audio, language=asked.language) if sound else None,
        "video": url_for("area_files.video_file", name=asked.bsl) if video else None,
        "captions": url_for("area_files.captions_file", name=asked.bsl) if captions else None,
    }


def _step_words(first: int, together: int, count: int) -> str:
    if together == 1:
        return str(gettext("Question %(number)s of %(count)s", number=first, count=count))
    last = first + together - 1
    return str(gettext("Questions %(first)s to %(last)s of %(count)s", first=first, last=last, count=count))
