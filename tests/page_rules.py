"""The rules for every page: each is a function that says what a page does against it, in words."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

import html5lib
from bs4 import BeautifulSoup, Tag

EXAMPLE_LINE = "Example: do not use with children"
CSP_MUST = (
    "default-src 'none'",
    "script-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
)


@dataclass(frozen=True, slots=True)
class Page:
    """One HTML page as it came: its status, its Content-Security-Policy and its elements."""

    status: int
    csp: str
    html: str
    soup: BeautifulSoup

    def select(self, selector: str) -> list[Tag]:
        return list(self.soup.select(selector))

    def has_id(self, id: str) -> bool:
        return self.soup.find(id=id) is not None

    @property
    def is_for_staff(self) -> bool:
        return bool(self.select("header .bar"))


def is_html5(page: Page) -> Iterator[str]:
    parser = html5lib.HTMLParser()
    parser.parse(page.html)
    for (line, _), error, _ in parser.errors:
        yield f"is not HTML5: {error} in line {line}"


def has_language_and_width(page: Page) -> Iterator[str]:
    root = page.soup.find("html")
    if not isinstance(root, Tag) or not root.get("lang"):
        yield "has no language: set lang on <html>"
    width = page.soup.find("meta", attrs={"name": "viewport"})
    if not isinstance(width, Tag) or re.search("user-scalable|maximum-scale", str(width.get("content"))):
        yield "has no viewport, or one that forbids zooming"


def has_one_heading_that_is_its_title(page: Page) -> Iterator[str]:
    headings = page.select("h1")
    if len(headings) != 1:
        yield f"has {len(headings)} h1, not one"
        return
    title = _words(page.soup.title) if page.soup.title else ""
    heading = _words(headings[0])
    wanted = f"{'Error: ' if page.select('.err') else ''}{heading} - Heard"
    if not _is_english(page):  # the mark of an error is in the page's own language there
        wanted = wanted.removeprefix("Error: ")
        is_marked = title.endswith(wanted) and (title != wanted) == bool(page.select(".err"))
        title = wanted if is_marked else title
    if title != wanted:
        yield f"has the title {title!r}, which should be {wanted!r}"


def skips_no_heading_level(page: Page) -> Iterator[str]:
    last = 0
    for heading in page.select("main h1, main h2, main h3, main h4"):
        level = int(heading.name[1])
        if last and level > last + 1:
            yield f"goes from h{last} to h{level} at {_words(heading)!r}"
        last = level


def has_one_main_and_a_way_to_it(page: Page) -> Iterator[str]:
    if len(page.select("main")) != 1:
        yield "has no <main>, or several"
    skips = page.select("body > a.skip")
    if not skips or page.select("body > *")[0] is not skips[0]:
        yield "does not start with a link that skips to the main part"
    elif not page.select(f"main{skips[0].get('href')}"):
        yield "has a skip link that does not go to <main>"


def has_errors_that_lead_somewhere(page: Page) -> Iterator[str]:
    summaries = page.select(".err")
    if summaries and page.status not in (400, 413):
        yield f"shows an error summary with status {page.status}, which should be 400 or 413"
    for summary in summaries:
        links = summary.select("a")
        if not links:
            yield "has an error summary without a link"
        for link in links:
            target = str(link.get("href", "")).removeprefix("#")
            if not page.has_id(target):
                yield f"has an error link to #{target}, which is not there"
    if page.select(".wrong") and not summaries:
        yield "has an error beside a box but no summary of errors"


def labels_every_control(page: Page) -> Iterator[str]:
    labelled = {label["for"] for label in page.select("label[for]") if _words(label)}
    for control in page.select("input, textarea, select"):
        if control.get("type") in ("hidden", "submit", "button") or control.get("aria-label"):
            continue
        if control.get("id") not in labelled and not control.get("aria-labelledby"):
            yield f"has a control without a label: {_start(control)}"
    for thing in page.select("a[href], button, summary"):
        if not _words(thing) and not thing.get("aria-label"):
            yield f"has a link or button without words: {_start(thing)}"
    for group in page.select("fieldset"):
        if not group.select("legend"):
            yield f"has a group without a legend: {_start(group)}"


def shows_nothing_to_the_eye_alone(page: Page) -> Iterator[str]:
    for picture in page.select("svg"):
        hidden = picture.get("aria-hidden") == "true"
        named = picture.get("aria-label") or picture.get("aria-labelledby")
        if not hidden and not (picture.get("role") == "img" and named):
            yield f"has a picture that is neither hidden nor named: {_start(picture)}"
    for picture in page.select("img:not([alt])"):
        yield f"has an image without alt: {_start(picture)}"
    for table in page.select("table"):
        if not table.select("caption") or not table.select("th[scope]"):
            yield "has a table without a caption or without scope on its headings"


def refers_to_ids_that_are_there(page: Page) -> Iterator[str]:
    ids = [str(element["id"]) for element in page.soup.find_all(id=True)]
    for id, times in Counter(ids).items():
        if times > 1:
            yield f"has the id {id!r} {times} times"
    for attribute in ("for", "aria-describedby", "aria-labelledby", "aria-controls", "list", "headers"):
        for element in page.select(f"[{attribute}]"):
            for id in _ids_in(element, attribute):
                if id not in ids:
                    yield f"has {attribute}={id!r}, an id that is not there"
    for link in page.select("a[href^='#']"):
        target = str(link["href"])[1:]
        if target not in ids:
            yield f"has a link to #{target}, which is not there"


def leads_somewhere(page: Page) -> Iterator[str]:
    for element, attribute in [(link, "href") for link in page.select("a")] + [
        (form, "action") for form in page.select("form[action]")
    ]:
        if str(element.get(attribute, "")).strip() in ("", "None"):
            yield f"has a link or form that leads nowhere: {_start(element)}"


def runs_nothing_of_its_own(page: Page) -> Iterator[str]:
    for script in page.select("script:not([src])"):
        yield f"has a script inside the page: {_start(script)}"
    for element in page.soup.find_all(True):
        for name in element.attrs:
            if name == "style" or name.startswith("on"):
                yield f"has the attribute {name} on {_start(element)}"
        for name in ("href", "action", "formaction"):
            if str(element.get(name, "")).lower().lstrip().startswith("javascript:"):
                yield f"runs script from {name} on {_start(element)}"


def has_a_strict_policy(page: Page) -> Iterator[str]:
    if not page.csp:
        yield "has no Content-Security-Policy"
        return
    if "unsafe-" in page.csp or "*" in page.csp:
        yield "has a Content-Security-Policy that lets anything in"
    for rule in CSP_MUST:
        if rule not in page.csp:
            yield f"has a Content-Security-Policy without {rule}"
    for style in page.select("style"):
        digest = base64.b64encode(hashlib.sha256(style.get_text().encode()).digest()).decode()
        if f"'sha256-{digest}'" not in page.csp:
            yield "has a <style> that its Content-Security-Policy does not name"


def asks_nobody_else_for_anything(page: Page) -> Iterator[str]:
    for element, attribute in _loaded(page):
        address = urlsplit(str(element.get(attribute)))
        if address.scheme == "data" and element.name in ("img", "link"):
            continue
        if address.scheme or address.netloc:
            yield f"asks another server: {_start(element)}"


def leaves_the_reader_in_charge(page: Page) -> Iterator[str]:
    for element in page.soup.find_all(autofocus=True):
        yield f"takes the focus: {_start(element)}"
    for element in page.soup.find_all(tabindex=True):
        if str(element["tabindex"]).lstrip("-").isdigit() and int(str(element["tabindex"])) > 0:
            yield f"changes the order of the Tab key: {_start(element)}"
    for box in page.select("textarea:not([spellcheck=false])"):
        yield f"has a box that may send words to a spelling checker: {_start(box)}"
    for form in page.select("form:not([novalidate])"):
        if form.select("textarea, input:not([type=hidden])"):
            yield "has a form that lets the browser put its own words: add novalidate"
    for button in page.select("button[name=unclear]"):
        if any(form.select("button")[:1] == [button] for form in page.select("form")):
            yield "has a form whose Enter key presses “I don’t understand this”"


def always_shows_help(page: Page) -> Iterator[str]:
    if page.is_for_staff:
        return
    if not page.select(".help a[href='tel:999']"):
        yield "has no help lines"
    if not page.select("a.leave[rel~=noreferrer]"):
        yield "has no link “Leave this site”, or one that says where the reader was"
    for box in page.select("main textarea"):
        if not page.select("main section.help"):
            yield f"has a box without open help lines beside it: {_start(box)}"


def says_it_is_an_example(page: Page) -> Iterator[str]:
    line = " ".join(_words(line) for line in page.select("header .example"))
    in_english = bool(page.select("html[lang^=en]"))
    if (EXAMPLE_LINE not in line) if in_english else not line:
        yield f"does not say “{EXAMPLE_LINE}” at its top"


RULES: tuple[Callable[[Page], Iterator[str]], ...] = (
    is_html5,
    has_language_and_width,
    has_one_heading_that_is_its_title,
    skips_no_heading_level,
    has_one_main_and_a_way_to_it,
    has_errors_that_lead_somewhere,
    labels_every_control,
    shows_nothing_to_the_eye_alone,
    refers_to_ids_that_are_there,
    leads_somewhere,
    runs_nothing_of_its_own,
    has_a_strict_policy,
    asks_nobody_else_for_anything,
    leaves_the_reader_in_charge,
    always_shows_help,
    says_it_is_an_example,
)


def _is_english(page: Page) -> bool:
    return not page.soup.html or str(page.soup.html.get("lang", "en")).startswith("en")


def _words(element: Tag) -> str:
    return " ".join(element.get_text().split())


def _start(element: Tag) -> str:
    return str(element)[:120]


def _ids_in(element: Tag, attribute: str) -> list[str]:
    return " ".join(element.get_attribute_list(attribute)).split()


def _loaded(page: Page) -> Iterator[tuple[Tag, str]]:
    """Whatever the browser fetches or sends to by itself; a link that a person follows is not among it."""
    for element in page.soup.find_all(True):
        for attribute in ("src", "srcset", "poster", "data", "action", "formaction"):
            if element.get(attribute):
                yield element, attribute
        if element.name in ("link", "use", "image") and element.get("href"):
            yield element, "href"
