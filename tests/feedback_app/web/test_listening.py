"""Hearing a question and seeing it signed: a council's own files where it has them, and nothing that is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from feedback_app.config import Settings
from tests.phone import Phone, fields, soup
from tests.term import AREA


@pytest.fixture
def begun(phone: Phone) -> Phone:
    phone.agree()
    return phone


def dropped(settings: Settings, kind: str, name: str) -> None:
    folder = Path(settings.instance) / kind / AREA / "therapy-satisfaction"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(b"0123456789")


def in_bsl(phone: Phone) -> Phone:
    page = phone.get("q/t1")
    phone.client.post(phone.at("q/t1"), data={**fields(page), "read-layer": "bsl"})
    return phone


def test_the_phones_own_voice_is_offered_by_script_alone(begun: Phone) -> None:
    page = soup(begun.get("q/t1"))

    (button,) = page.select("button[data-listen]")
    assert button.has_attr("hidden")
    assert page.select("script[src$='listen.js'][type=module]")
    assert not page.select("audio")


def test_a_recording_takes_the_place_of_the_phones_voice(settings: Settings, begun: Phone) -> None:
    dropped(settings, "sounds", "t1.en.mp3")

    page = begun.get("q/t1")
    (player,) = soup(page).select("audio[controls]")

    assert not soup(page).select("button[data-listen]")
    assert "media-src 'self'" in page.headers["Content-Security-Policy"]
    part = begun.client.get(str(player["src"]), headers={"Range": "bytes=2-4"})
    assert (part.status_code, part.data, part.mimetype) == (206, b"234", "audio/mpeg")


def test_where_there_is_no_bsl_video_the_page_says_so_and_where_to_ask(begun: Phone) -> None:
    page = soup(in_bsl(begun).get("q/t1"))

    assert not page.select("video")
    assert "There is no BSL video of this question yet" in page.get_text()
    assert page.select(f"main a[href='{begun.at('format')}']")


def test_a_bsl_video_has_controls_and_its_captions(settings: Settings, begun: Phone) -> None:
    dropped(settings, "bsl", "t1.mp4")
    dropped(settings, "bsl", "t1.vtt")

    page = soup(in_bsl(begun).get("q/t1"))

    (video,) = page.select("video[controls]")
    (track,) = video.select("track[kind=captions]")
    assert begun.client.get(str(video["src"])).mimetype == "video/mp4"
    assert begun.client.get(str(track["src"])).mimetype == "text/vtt"
    assert "no BSL video" not in page.get_text()


@pytest.mark.parametrize("path", ["sounds/t1/en", "bsl/t1", "bsl/t1/captions", "sounds/..%2ft1/en"])
def test_a_file_that_is_not_there_is_a_page_that_is_not_there(begun: Phone, path: str) -> None:
    assert begun.get(path).status_code == 404
