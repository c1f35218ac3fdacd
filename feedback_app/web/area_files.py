"""A council's own files, dropped into the instance folder: symbols, recorded questions, BSL videos.

``symbols/AREA/PICTURE.svg`` or ``.png``, with a ``LICENCE.txt`` beside them, or none is shown;
``sounds/AREA/SURVEY/QUESTION.LANGUAGE.mp3``, ``.ogg`` or ``.webm``; ``bsl/AREA/SURVEY/QUESTION.mp4`` with captions in
``QUESTION.vtt``. Nothing in them is ever put into a page: a page only refers to them.
"""

from __future__ import annotations

import re
from pathlib import Path

from flask import Response, current_app, g, send_file
from werkzeug.exceptions import NotFound

from feedback_app.asking import Opening
from feedback_app.web.access import anyone
from feedback_app.web.visits import pages_of_an_opening

SYMBOLS = {"svg": "image/svg+xml", "png": "image/png"}
SOUNDS = {"mp3": "audio/mpeg", "ogg": "audio/ogg", "webm": "audio/webm"}
VIDEOS = {"mp4": "video/mp4"}
CAPTIONS = {"vtt": "text/vtt"}
# an SVG of somebody else's may hold script: opened by itself it can run and reach nothing
BARE = "default-src 'none'; style-src 'unsafe-inline'; sandbox"

pages = pages_of_an_opening("area_files")


def symbol(area: str, name: str) -> Path | None:
    """The council's own symbol for a picture; none counts without the licence beside it."""
    folder = _instance() / "symbols" / area
    return _found(folder, name, SYMBOLS) if (folder / "LICENCE.txt").is_file() else None


def sound(opening: Opening, name: str, language: str) -> Path | None:
    """A question as somebody recorded it in a language."""
    return _found(_folder("sounds", opening), f"{name}.{language}", SOUNDS)


def video(opening: Opening, name: str) -> Path | None:
    """A question in British Sign Language."""
    return _found(_folder("bsl", opening), name, VIDEOS)


def captions(opening: Opening, name: str) -> Path | None:
    """What is signed in a video, in words."""
    return _found(_folder("bsl", opening), name, CAPTIONS)


@pages.get("/symbols/<name>")
@anyone
def symbol_file(name: str) -> Response:
    sent = _sent(symbol(g.opening.area_slug, name), SYMBOLS)
    g.own_policy = BARE
    return sent


@pages.get("/sounds/<name>/<language>")
@anyone
def sound_file(name: str, language: str) -> Response:
    return _sent(sound(g.opening, name, language), SOUNDS)


@pages.get("/bsl/<name>")
@anyone
def video_file(name: str) -> Response:
    return _sent(video(g.opening, name), VIDEOS)


@pages.get("/bsl/<name>/captions")
@anyone
def captions_file(name: str) -> Response:
    return _sent(captions(g.opening, name), CAPTIONS)


def _instance() -> Path:
    return Path(current_app.extensions["heard_settings"].instance)


def _folder(kind: str, opening: Opening) -> Path:
    return _instance() / kind / opening.area_slug / opening.survey.id


def _found(folder: Path, name: str, endings: dict[str, str]) -> Path | None:
    """A file by a name that can lead nowhere else."""
    if not all(re.fullmatch(r"[a-z][a-zA-Z0-9_-]*", part) for part in name.split(".")):
        return None
    return next((file for ending in endings if (file := folder / f"{name}.{ending}").is_file()), None)


def _sent(file: Path | None, endings: dict[str, str]) -> Response:
    if file is None:
        raise NotFound
    return send_file(file.resolve(), mimetype=endings[file.suffix[1:]], conditional=True)
