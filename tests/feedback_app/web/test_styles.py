"""Each page carries the styles that something on it can wear, and no others."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from feedback_app.web.styles import lean, names_in, rules_of, styles_for
from tests.term import Term

PAGE = '<html data-size="bigger"><body class="in"><h1>A<b>b</b></h1><p class="hint small"><input type="radio">'


def worn(css: str, html: str = PAGE, **scripts: str) -> str:
    named = {f"{name}.js": script for name, script in scripts.items()}
    return styles_for(html, rules_of(css), names_in(named))


def test_styles_stand_in_the_page_without_what_only_their_writers_read() -> None:
    written = """
    /* the choices; all of them */
    .choice, .face { content: "; {  } "; --gap: 1rem;
      font-family: 'A  B', serif; }
    @media (min-width: 40em) { .a :focus > b { inset: 0 auto; } }
    """

    assert lean(written) == (
        """.choice,.face{content:"; {  } ";--gap:1rem;font-family:'A  B',serif}"""
        """@media (min-width: 40em){.a :focus > b{inset:0 auto}}"""
    )


@pytest.mark.parametrize(
    "rule",
    [
        "h1{margin:0}",
        "*,*::before{margin:0}",
        ".hint{margin:0}",
        "input[type=radio]:checked+.hint{margin:0}",
        "h1:lang(ur){margin:0}",
        ".in .hint.small>b:first-child{margin:0}",
        ".in:not(.faces){margin:0}",
        ":is(.faces,.hint) b{margin:0}",
        "[data-size=bigger]{margin:0}",
        "html[data-size] .hint{margin:0}",
        ":root{--ink:#000}",
    ],
)
def test_a_rule_that_something_wears_stays(rule: str) -> None:
    assert worn(rule) == rule


@pytest.mark.parametrize(
    "rule",
    [
        ".faces{margin:0}",
        ".in .faces{margin:0}",
        ".hint.big{margin:0}",
        "[data-size=biggest]{margin:0}",
        "[data-calm] p{margin:0}",
        "video{margin:0}",
        ".in>video{margin:0}",
        "input[type=file]{margin:0}",
    ],
)
def test_a_rule_that_nothing_wears_goes(rule: str) -> None:
    assert worn(rule) == ""


def test_of_several_selectors_those_that_something_wears_stay() -> None:
    assert worn("h1,h2,.faces,.hint:is(.small,.big),video{margin:0}") == "h1,.hint:is(.small,.big){margin:0}"


def test_what_a_script_of_the_page_may_put_there_stays() -> None:
    rules = ".over{a:b}.under{a:b}.later{a:b}[data-still-here]{a:b}[data-gone]{a:b}"
    page = f'{PAGE}<script type="module" src="/static/0123/one.js"></script>'
    scripts = {
        "one": "import { a } from './two.js'; box.classList.add('over'); box.dataset.stillHere = 1",
        "two": "import './one.js'; box.className = 'later'",
        "other": "box.className = 'under'; box.dataset.gone = 1",
    }

    assert worn(rules, page, **scripts) == ".over{a:b}.later{a:b}[data-still-here]{a:b}"
    assert worn(rules, PAGE, **scripts) == ""


def test_rules_keep_their_order_and_their_media_query() -> None:
    rules = ".a{x:1}@media print{.in{x:2}.a{x:3}.hint{x:4}}@media (min-width:40em){.a{x:5}}p{x:6}@media print{p{x:7}}"

    assert worn(rules) == "@media print{.in{x:2}.hint{x:4}}p{x:6}@media print{p{x:7}}"


def test_a_style_that_cannot_be_read_stops_the_app_and_not_a_child() -> None:
    with pytest.raises(ValueError, match="not a rule"):
        rules_of("h1{margin:0}@layer a{b{c:d}}}")


def test_every_rule_of_ours_is_read(app: Flask) -> None:
    rules = app.config["STYLE_RULES"]
    everything = frozenset(name for rule in rules for _, needed in rule.selectors for name in needed)

    page = '<script src="/all.js">'
    said = frozenset(one.removeprefix("<").partition("=")[0] for one in everything)
    read = styles_for(page, rules, {"all.js": said})

    assert f"<style>{read}</style>" == app.config["INLINE_CSS"]


def test_a_page_without_faces_carries_no_faces_and_allows_its_own_styles(app: Flask, client: FlaskClient) -> None:
    page = client.get("/")

    assert ".btn{" in page.text
    assert ".faces" not in page.text
    assert ".faces" in app.config["INLINE_CSS"]
    assert page.headers["Content-Security-Policy"].count("sha256-") == 2


def test_a_page_for_a_phone_without_a_signal_may_wear_every_style(app: Flask, client: FlaskClient, term: Term) -> None:
    blank = client.get(f"/a/{term.therapy}/blank")

    assert app.config["INLINE_CSS"] in "".join(blank.get_json()["shell"])
    assert app.config["ALL_STYLES"] in blank.headers["Content-Security-Policy"]
    assert app.config["ALL_STYLES"] in client.get(f"/a/{term.therapy}/").headers["Content-Security-Policy"]
