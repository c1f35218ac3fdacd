"""The page checker: what must be true of every page that any test is shown."""

from __future__ import annotations

from bs4 import BeautifulSoup
from werkzeug.wrappers import Response

from tests.page_rules import RULES, Page

SANE = frozenset({200, 400, 403, 404, 405, 409, 410, 411, 413, 429})
REDIRECTS = frozenset({302, 303, 307, 308})


class PageIsWrong(AssertionError):
    """A page breaks one of our rules; the message names the page and every rule that it breaks."""


def check_page(response: Response, *, path: str, may_fail: bool = False) -> None:
    """Raise PageIsWrong unless the response keeps every rule. Only a test of the 500 page says `may_fail`."""
    if response.status_code in REDIRECTS:
        _report(path, [] if response.headers.get("Location") else ["is a redirect to nowhere"])
        return
    if response.mimetype != "text/html":
        return
    html = response.get_data(as_text=True)
    page = Page(
        status=response.status_code,
        csp=response.headers.get("Content-Security-Policy", ""),
        html=html,
        soup=BeautifulSoup(html, "html.parser"),
    )
    problems = [problem for rule in RULES for problem in rule(page)]
    if page.status not in SANE and not (may_fail and page.status >= 500):
        problems.append(f"answers with status {page.status}")
    _report(path, problems)


def _report(path: str, problems: list[str]) -> None:
    if problems:
        raise PageIsWrong("\n".join([f"{path}:", *(f"  {problem}" for problem in problems)]))
