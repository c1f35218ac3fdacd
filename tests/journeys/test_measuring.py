"""`heard bench web` on a network that is not slow: what it counts is what the pages are."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser

from feedback_app.bench.browser import visit
from feedback_app.bench.networks import Network
from feedback_app.bench.peers import NoPeers, peer_pages
from feedback_app.bench.served import heard_pages
from feedback_app.cli import heard

FAST = Network("fast", 1, 100_000, 100_000)


def test_a_bare_page_is_one_request_of_a_few_bytes_and_is_painted(browser: Browser) -> None:
    with peer_pages(surveyjs=False) as (bare,):
        seen = visit(browser.new_context(), bare.address, FAST)

    assert seen.requests == 1
    assert 300 < seen.bytes < 1_500
    assert 0 < seen.first_paint_ms <= seen.largest_content_ms


def test_a_later_page_of_heard_is_one_request_because_its_scripts_are_there_already(browser: Browser) -> None:
    with heard_pages(browser) as (welcome, first, later):
        afresh = visit(browser.new_context(storage_state=first.kept, service_workers="block"), first.address, FAST)
        gone_on = visit(
            browser.new_context(storage_state=later.kept, service_workers="block"),
            later.address,
            FAST,
            come_from=later.come_from,
        )

    assert len({welcome.address, first.address, later.address}) == 3
    assert afresh.requests > 1
    assert gone_on.requests == 1
    assert gone_on.bytes < 9_000


def test_without_a_browser_it_says_so_in_one_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    said = CliRunner().invoke(heard, ["bench", "web"])

    assert said.exit_code == 1
    assert "There is no Chromium here" in said.output


def test_without_what_npm_gives_it_says_so_in_one_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(NoPeers), peer_pages(surveyjs=True):
        pass
