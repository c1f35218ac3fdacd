"""However somebody reads: each layer of each kind of question, and every pair of a reader's settings."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests import tour
from tests.furnished import Furnished, approve_everything
from tests.looking import SETTINGS, TOO_WIDE, TURNED, found_by_axe, problems_at, read_as
from tests.pairs import all_pairs
from tests.serving import Server

COMBINATIONS = all_pairs(SETTINGS)
LANGUAGE = {"en": "en-GB", "pl": "pl", "ur": "ur"}


@pytest.mark.parametrize("layer", ["words", "pictures"])  # `make screens` looks at every way to read
def test_axe_finds_nothing_on_any_kind_of_question_in_any_layer(
    context: BrowserContext, page: Page, server: Server, furnished: Furnished, layer: str
) -> None:
    read_as(context, server, layer=layer)
    problems, met = [], []

    for name in tour.of_kinds(
        page, server, furnished.kinds_child if layer in ("easy", "pictures") else furnished.kinds
    ):
        met.append(name)
        problems += [f"{name}: {problem}" for problem in found_by_axe(page, 360)]
        page.set_viewport_size({"width": 320, "height": 740})
        problems += [f"{name}: {wide} is too wide" for wide in page.evaluate(TOO_WIDE)]

    assert not problems, "\n".join(problems)
    assert len(met) > 15


@pytest.fixture(scope="session")
def approved(home: tuple[Server, Furnished]) -> None:
    """Named speakers have approved every word of the survey that is open here, in this installation alone."""
    approve_everything(home[1])


@pytest.mark.usefixtures("approved")
@pytest.mark.parametrize("chosen", COMBINATIONS, ids=[" ".join(one.values()) for one in COMBINATIONS])
def test_axe_finds_nothing_in_any_pair_of_settings(
    browser: Browser, server: Server, furnished: Furnished, chosen: dict[str, str]
) -> None:
    context = browser.new_context(viewport={"width": int(chosen["width"]), "height": 740})
    read_as(context, server, **chosen)
    page = context.new_page()
    problems = []

    for name in tour.of_some(page, server, furnished.young):
        assert page.locator("html").get_attribute("lang") == LANGUAGE[chosen["language"]]
        if chosen["direction"] == "turned round":
            page.evaluate(TURNED)
        problems += [f"{name}: {problem}" for problem in problems_at(page, int(chosen["width"]))]
    context.close()

    assert not problems, "\n".join(problems)
