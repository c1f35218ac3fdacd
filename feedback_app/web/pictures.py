"""The picture beside a question or an option: the council's own symbol where it has one, else our drawing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

from flask import Flask, current_app, g, url_for
from markupsafe import Markup

from feedback_app.web import area_files
from surveys.pictures import load_pictures


@dataclass(frozen=True, slots=True)
class Drawn:
    """One of our own drawings: the shapes inside its <svg>, and what it shows in words."""

    shapes: str
    alt: str


def add_pictures(app: Flask) -> None:
    """Read our drawings once; templates get them by `picture(name)`."""
    app.extensions["heard_drawings"] = _drawings()
    app.add_template_global(picture)


def picture(name: str, *, beside_words: bool = False) -> Markup:
    """A picture by its name in pictures.toml; nothing where there is none. Beside words of the same it is silent."""
    drawings: Mapping[str, Drawn] = current_app.extensions["heard_drawings"]
    drawn = drawings.get(name)
    opening = g.get("opening")
    if opening and name and area_files.symbol(opening.area_slug, name):
        address = url_for("area_files.symbol_file", code=opening.code, name=name)
        alt = "" if beside_words or drawn is None else drawn.alt
        return Markup('<img class="pic" src="{}" alt="{}" width="96" height="96">').format(address, alt)
    if drawn is None:
        return Markup("")
    said = (
        Markup('aria-hidden="true"')
        if beside_words
        else Markup('role="img" lang="en-GB" aria-label="{}"').format(drawn.alt)
    )
    # our own file
    return Markup('<svg class="pic" viewBox="0 0 96 96" {}>{}</svg>').format(said, Markup(drawn.shapes))  # noqa: S704


def _drawings() -> dict[str, Drawn]:
    folder = resources.files("feedback_app") / "templates" / "pictures"
    found = {}
    for name, known in load_pictures().pictures.items():
        svg = (folder / f"{name}.svg").read_text("utf-8")
        found[name] = Drawn(svg[svg.index(">") + 1 : svg.rindex("</svg>")], known.alt)
    return found
