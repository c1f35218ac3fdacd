"""The pictures beside questions, black on white, each with its words for somebody who does not see it."""

from __future__ import annotations

from pathlib import Path

from surveys.pictures import load_pictures

FOLDER = Path(__file__).parents[1] / "templates" / "pictures"
# the pages' colours as they are on paper: lines stay black, what is filled is pale enough to see a line on
ON_PAPER = {"currentColor": "#000", "var(--act)": "#000", "var(--marker)": "#cfcfcf", "var(--wash)": "#efefef"}
NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"'


def drawing(name: str) -> dict[str, str] | None:
    """The picture of that name in pictures.toml; None where it has no name, or no drawing yet."""
    file = FOLDER / f"{name}.svg"
    if not name or not file.is_file():
        return None
    svg = file.read_text("utf-8")
    for colour, grey in ON_PAPER.items():
        svg = svg.replace(colour, grey)
    # a page gives these their colours; paper is black on white
    for token, colour in (("marker", "#fff"), ("wash", "#fff"), ("act", "#000")):
        svg = svg.replace(f"var(--{token})", colour)
    if NAMESPACE not in svg:  # drawn for the inside of a page
        svg = svg.replace("<svg", f"<svg {NAMESPACE}", 1)
    return {"svg": svg, "alt": load_pictures().pictures[name].alt}
