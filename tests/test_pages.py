from __future__ import annotations

import pytest
from werkzeug.wrappers import Response

from tests.drawing import drawing_app, drawn_page
from tests.pages import PageIsWrong, check_page

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
GOOD = """<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>What is not working? - Heard</title>
<link rel="icon" href="data:,"><script src="/static/leave.js" defer></script></head>
<body><a class="skip" href="#main">Skip to the question</a>
<header><p class="example">Example: do not use with children</p>
<a class="leave" href="https://weather.example/" rel="noreferrer">Leave this site</a></header>
<main id="main"><form method="post" novalidate>
<input type="hidden" name="send_key" value="k">
<h1><label for="answer">What is not working?</label></h1>
<p id="hint">One word is fine.</p>
<textarea id="answer" name="answer" aria-describedby="hint" spellcheck="false"></textarea>
<fieldset><legend>Who filled this in?</legend>
<input type="radio" id="me" name="who" value="me"><label for="me">Me</label></fieldset>
<button>Next</button><button name="unclear" value="1">I don’t understand this</button></form>
<h2>Pictures</h2><svg aria-hidden="true"></svg>
<section class="help"><h2 id="help">Help</h2><a href="tel:999">Call 999</a></section></main>
</body></html>"""
WITH_ERROR = (
    GOOD.replace("<title>", "<title>Error: ")
    .replace("<form", '<div class="err"><a href="#answer">Make your words shorter</a></div><form')
    .replace("<p id", '<p class="wrong">Make your words shorter</p><p id')
)


def page(html: str = GOOD, *, status: int = 200, policy: str = POLICY) -> Response:
    return Response(html, status, {"Content-Security-Policy": policy}, mimetype="text/html")


def test_a_good_page_is_let_through() -> None:
    check_page(page(), path="/q")


def test_a_good_page_with_an_error_is_let_through() -> None:
    check_page(page(WITH_ERROR, status=400), path="/q")


@pytest.mark.parametrize(
    ("part", "instead", "problem"),
    [
        ("<!doctype html>\n", "", "is not HTML5"),
        ("</section>", "", "is not HTML5"),
        (' lang="en-GB"', "", "has no language"),
        ("initial-scale=1", "maximum-scale=1", "forbids zooming"),
        ("<h2>Pictures</h2>", "<h1>Pictures</h1>", "has 2 h1"),
        ("<title>What", "<title>Who", "has the title"),
        ("<title>", "<title>Error: ", "has the title"),
        ("<h2>Pictures</h2>", "<h4>Pictures</h4>", "goes from h1 to h4"),
        ("<main", "<div", "has no <main>"),
        ('class="skip" href="#main"', 'class="skip" href="#help"', "does not go to <main>"),
        ('<a class="skip"', '<a class="leap"', "does not start with a link that skips"),
        ('<label for="me">Me</label>', "Me", "has a control without a label"),
        ('<label for="me">Me</label>', '<label for="me"></label>', "has a control without a label"),
        ("<button>Next</button>", "<button></button>", "without words"),
        ("<legend>Who filled this in?</legend>", "", "has a group without a legend"),
        ('<svg aria-hidden="true">', "<svg>", "neither hidden nor named"),
        ('<svg aria-hidden="true">', '<img src="/x.png"><svg aria-hidden="true">', "image without alt"),
        ('<svg aria-hidden="true">', '<table></table><svg aria-hidden="true">', "table without a caption"),
        ('id="hint"', 'id="me"', "has the id 'me' 2 times"),
        ('aria-describedby="hint"', 'aria-describedby="nothing"', "an id that is not there"),
        ('href="tel:999"', 'href="tel:999" id="x"></a><a href="#nowhere"', "has a link to #nowhere"),
        ('href="tel:999"', 'href=""', "leads nowhere"),
        ('method="post"', 'method="post" action=""', "leads nowhere"),
        (' src="/static/leave.js" defer', "", "has a script inside the page"),
        ("<h2>Pictures", '<h2 style="color:red">Pictures', "has the attribute style"),
        ("<button>Next", '<button onclick="go()">Next', "has the attribute onclick"),
        ('href="tel:999"', 'href="javascript:go()"', "runs script from href"),
        ("</head>", "<style>p{color:red}</style></head>", "does not name"),
        ("/static/leave.js", "https://cdn.example/leave.js", "asks another server"),
        ("/static/leave.js", "//cdn.example/leave.js", "asks another server"),
        ('method="post"', 'method="post" action="https://x.example/"', "asks another server"),
        ('rel="icon" href="data:,"', 'rel="icon" href="https://x.example/i.png"', "asks another server"),
        ("<textarea", "<textarea autofocus", "takes the focus"),
        ("<textarea", '<textarea tabindex="2"', "changes the order of the Tab key"),
        (' spellcheck="false"', "", "spelling checker"),
        (" novalidate", "", "add novalidate"),
        ("<button>Next</button>", "", "Enter key"),
        ("tel:999", "tel:111", "has no help lines"),
        (' rel="noreferrer"', "", "Leave this site"),
        ('class="help"', 'class="card"', "without open help lines"),
        ("Example: do not use with children", "", "does not say"),
        ('<p id="hint">', '<p id="hint" class="wrong">', "no summary of errors"),
    ],
)
def test_a_page_that_breaks_a_rule_is_refused(part: str, instead: str, problem: str) -> None:
    assert part in GOOD

    with pytest.raises(PageIsWrong, match="/q") as wrong:
        check_page(page(GOOD.replace(part, instead)), path="/q")

    assert problem in str(wrong.value)


@pytest.mark.parametrize(
    ("part", "instead", "problem"),
    [
        ("<title>Error: ", "<title>", "has the title"),
        ('<a href="#answer">Make your words shorter</a>', "", "error summary without a link"),
        ('href="#answer"', 'href="#gone"', "has an error link to #gone"),
    ],
)
def test_an_error_that_leads_nowhere_is_refused(part: str, instead: str, problem: str) -> None:
    with pytest.raises(PageIsWrong) as wrong:
        check_page(page(WITH_ERROR.replace(part, instead), status=400), path="/q")

    assert problem in str(wrong.value)


def test_an_error_summary_on_a_page_that_says_all_is_well_is_refused() -> None:
    with pytest.raises(PageIsWrong, match="should be 400"):
        check_page(page(WITH_ERROR), path="/q")


@pytest.mark.parametrize(
    ("policy", "problem"),
    [
        ("", "has no Content-Security-Policy"),
        (POLICY.replace("'none'", "*", 1), "lets anything in"),
        (POLICY.replace("style-src 'self'", "style-src 'unsafe-inline'"), "lets anything in"),
        (POLICY.replace("frame-ancestors 'none'", ""), "without frame-ancestors"),
    ],
)
def test_a_page_that_lets_too_much_in_is_refused(policy: str, problem: str) -> None:
    with pytest.raises(PageIsWrong, match=problem):
        check_page(page(policy=policy), path="/q")


def test_a_page_that_failed_is_refused_unless_the_test_says_so() -> None:
    with pytest.raises(PageIsWrong, match="answers with status 500"):
        check_page(page(status=500), path="/q")

    check_page(page(status=500), path="/q", may_fail=True)


def test_a_redirect_to_nowhere_is_refused() -> None:
    check_page(Response("", 303, {"Location": "/next"}), path="/q")

    with pytest.raises(PageIsWrong, match="redirect to nowhere"):
        check_page(Response("", 303), path="/q")


def test_what_is_no_page_is_let_through() -> None:
    check_page(Response("body{}", mimetype="text/css"), path="/static/tokens.css")


def test_a_staff_page_needs_no_help_lines() -> None:
    check_page(drawn_page(drawing_app(), "staff/link_used.html", 410), path="/come-in/x")
