"""Blank pages: a survey's pages with nothing that anybody said, for a phone that loses its signal."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator, Mapping

from flask import g, json, render_template, url_for
from flask_babel import gettext

from feedback_app import arriving, asking
from feedback_app.answering import Visit
from feedback_app.forms.answering import AgreeForm
from feedback_app.web import layered, reader
from feedback_app.web.about import about_words
from feedback_app.web.asked import form_asked, question_page
from feedback_app.web.files import FOLDER
from feedback_app.web.respond import welcome_page
from surveys import Step
from surveys.compiled import Ask, Each, compile_routing

NOBODY = Visit("", False, {}, b"", None)
OTHER_PAGES = {
    "check": "silent/kept",
    "receipt": "silent/receipt",
    "not-now": "not_now",
    "help": "help",
    "words": "words",
}
SCRIPTS_OF_OTHERS = frozenset({"sw.js", "tablet.js"})  # the worker itself, and a shared tablet's
PIECES = re.compile(r"^(.*<title>)(.*)(</title>.*)<body>(.*?)(<main.*</footer>)(.*)$", re.DOTALL)
SCRIPT = re.compile(r'<script type="module" src="([^"]+)"')
HEADING = re.compile(r"^(.*) - Heard$")


def survey_to_keep() -> Mapping[str, object]:
    """Everything that a phone needs to answer this survey without a signal. On one day it is the same for everybody."""
    opening = g.opening
    pages = {name: PIECES.fullmatch(html) for name, html in _pages()}
    shell = next(iter(pages.values()))
    assert shell, "a page has the pieces of respondent/base.html"  # noqa: S101 - a slip of ours
    return {
        "code": opening.code,
        "stamp": arriving.stamp(opening),
        "key": base64.b64encode(asking.public_key(opening)).decode(),
        "routing": json.loads(compile_routing(opening.survey).to_json()),
        "questions": {_page(step): about_words(step, every_step()) for step in every_step()},
        "shell": [shell[1], f"{shell[3]}<body data-blank>{shell[4]}", shell[6]],
        "pages": {name: _piece(page) for name, page in pages.items() if page},
        "notice": render_template(
            "respondent/silent/notice.html",
            lines=layered.lines("offline_box"),
            days=arriving.KEPT_ON_PHONE_DAYS,
        ),
        "wording": layered.lines("start"),
        "layer": reader.current().kept_layer,
        "language": reader.current().language,
        "words": _words(),
    }


def every_step() -> list[Step]:
    """Every step that anybody may be asked, in order."""
    return list(dict.fromkeys(_steps()))


def kept_files() -> list[str]:
    """The scripts that a page needs without a signal."""
    names = sorted(file.name for file in FOLDER.glob("*.js") if file.name not in SCRIPTS_OF_OTHERS)
    return [url_for("static", filename=name) for name in names]


def version() -> str:
    """Another one whenever any blank page would be another: our files, the survey, or how this reader wants it."""
    opening = g.opening
    what = [url_for("static", filename=""), opening.survey.id, opening.survey.version, opening.audience]
    what += [repr(reader.current()), sorted(opening.values.items())]
    return hashlib.sha256(json.dumps(what).encode()).hexdigest()[:12]


def _pages() -> Iterator[tuple[str, str]]:
    yield "", welcome_page(AgreeForm(), None)
    for step in every_step():
        yield _page(step), question_page(form_asked([step]), [step], NOBODY)
    start = url_for("respond.welcome")
    for name, template in OTHER_PAGES.items():
        yield name, render_template(f"respondent/{template}.html", start_url=start, reading_back=start)


def _piece(page: re.Match[str]) -> Mapping[str, object]:
    heading = HEADING.match(page[2])
    return {
        "title": page[2],
        "heading": heading[1] if heading else page[2],
        "scripts": SCRIPT.findall(page[3]),
        "body": page[5],
    }


def _steps() -> Iterator[Step]:
    for part in compile_routing(g.opening.survey).parts:
        if isinstance(part, Ask):
            yield Step(part.question)
        elif isinstance(part, Each):
            yield from _every_turn(part)


def _every_turn(part: Each) -> Iterator[Step]:
    for turn in part.turns:
        yield from (Step(ask.question, turn.id) for ask in part.asks)
        if part.again:
            yield Step(part.again.question, turn.id)
    for asks in (*(way.asks for way in part.without), part.otherwise):
        yield from (Step(ask.question) for ask in asks)


def _page(step: Step) -> str:
    return f"{step.question}/{step.repeat}" if step.repeat else step.question


def _words() -> Mapping[str, str]:
    return {
        "keep": gettext("Keep on this phone"),
        "place": gettext("Question {n} of {all}"),
        "choose": gettext("Choose yes or not now"),
        "shorter": gettext("Make your words shorter by this many letters: {n}"),
        "files": gettext("A drawing or a recording needs a signal. You can write instead."),
        "needs": gettext("This needs a signal. Keep this page open and try again."),
        "sentOne": gettext("1 answer is now with us."),
        "sentMany": gettext("{n} answers are now with us."),
        "refused": gettext("We could not keep your answer to “{title}”."),
    }
