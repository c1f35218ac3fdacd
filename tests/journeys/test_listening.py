"""The phone's own voice: only one that speaks on the phone itself, and it stops when it is told to."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.furnished import Furnished
from tests.serving import Server

VOICES = """
(voices) => {
  const spoken = [];
  window.spoken = spoken;
  window.SpeechSynthesisUtterance = class extends EventTarget {
    constructor(text) { super(); this.text = text; }
  };
  const synthesis = new EventTarget();
  synthesis.getVoices = () => voices;
  synthesis.speak = (one) => { spoken.push(one); };
  synthesis.cancel = () => { spoken.push({ text: "(stopped)" }); };
  Object.defineProperty(window, "speechSynthesis", { value: synthesis });
}
"""
HERE = {"name": "Here", "lang": "en-GB", "localService": True}
ELSEWHERE = {"name": "Elsewhere", "lang": "en-GB", "localService": False}
POLISH = {"name": "Polish", "lang": "pl-PL", "localService": True}


def open_a_question(page: Page, server: Server, furnished: Furnished, voices: list[dict[str, object]]) -> None:
    page.add_init_script(f"({VOICES})({voices!r})".replace("True", "true").replace("False", "false"))
    page.goto(server.at(f"/a/{furnished.young}/"))
    page.check("#agree-0")
    page.click("main form button.btn:not(.sm)")
    page.wait_for_url("**/q/**")


@pytest.mark.parametrize("voices", [[], [ELSEWHERE], [POLISH]])
def test_nothing_is_offered_without_a_voice_on_the_phone(
    page: Page, server: Server, furnished: Furnished, voices: list[dict[str, object]]
) -> None:
    open_a_question(page, server, furnished, voices)

    assert not page.is_visible("button[data-listen]")


def test_the_question_its_hint_and_its_answers_are_read_by_the_voice_here(
    page: Page, server: Server, furnished: Furnished
) -> None:
    open_a_question(page, server, furnished, [ELSEWHERE, HERE])

    page.click("button[data-listen]")

    read = page.evaluate("spoken.map((one) => [one.text.trim(), one.voice?.name])")
    assert read[0] == [page.inner_text("h1"), "Here"]
    assert [page.inner_text(".choice label >> nth=0"), "Here"] in read
    assert page.inner_text("button[data-listen]") == "Stop reading"


def test_the_word_being_read_is_marked_and_calm_readers_see_no_mark(
    page: Page, server: Server, furnished: Furnished
) -> None:
    open_a_question(page, server, furnished, [HERE])
    page.click("button[data-listen]")

    marked = page.evaluate(
        """() => {
          spoken[0].dispatchEvent(Object.assign(new Event("boundary"), { charIndex: 6 }));
          return [...CSS.highlights.get("reading")].map((range) => range.toString());
        }"""
    )

    assert marked == [page.inner_text("h1").split()[1]]
    page.click("button[data-listen]")
    assert page.evaluate("spoken.at(-1).text") == "(stopped)"
    assert page.evaluate("CSS.highlights.has('reading')") is False


def test_changing_the_layer_with_half_written_words_loses_none(
    page: Page, server: Server, furnished: Furnished
) -> None:
    open_a_question(page, server, furnished, [])
    page.check("input[value=physiotherapy]")
    page.click(".read summary")
    page.click("button[name=read-layer][value=pictures]")

    assert page.is_checked("input[value=physiotherapy]")
    assert page.get_attribute("button[value=pictures]", "aria-pressed") == "true"
    assert page.locator(".choice .pic").count() > 0
