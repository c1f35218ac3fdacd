"""The picture beside a question or an option: the council's own symbol where it has one, else our drawing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

from flask import Flask, current_app, g, url_for
from markupsafe import Markup

from feedback_app.web import area_files, layered
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
        alt, language = ("", Markup("")) if beside_words or drawn is None else _said(name, drawn.alt)
        return Markup('<img class="pic" src="{}" alt="{}"{} width="96" height="96">').format(address, alt, language)
    if drawn is None:
        return Markup("")
    alt, language = _said(name, drawn.alt)
    said = (
        Markup('aria-hidden="true"') if beside_words else Markup('role="img"{} aria-label="{}"').format(language, alt)
    )
    # our own file
    return Markup('<svg class="pic" viewBox="0 0 96 96" {}>{}</svg>').format(said, Markup(drawn.shapes))  # noqa: S704


def _said(name: str, english: str) -> tuple[str, Markup]:
    """What a picture shows, in the language of the page where it is translated, and the `lang` that it needs."""
    translation = layered.translation() if "opening" in g else None
    if translation is None:
        return english, Markup(' lang="en-GB"')
    in_language = translation.words_of.common.pictures.get(name)
    return (in_language, Markup("")) if in_language else (english, Markup(' lang="en-GB"'))


def _drawings() -> dict[str, Drawn]:
    folder = resources.files("feedback_app") / "templates" / "pictures"
    found = {}
    for name, known in load_pictures().pictures.items():
        svg = (folder / f"{name}.svg").read_text("utf-8")
        found[name] = Drawn(svg[svg.index(">") + 1 : svg.rindex("</svg>")], known.alt)
    return found
