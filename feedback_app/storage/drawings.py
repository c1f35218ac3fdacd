"""Drawings that came in an evidence pack: only the elements and attributes that our charts are made of go on a page."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from markupsafe import Markup

from feedback_app.errors import HeardError

ELEMENTS = frozenset({"svg", "g", "rect", "line", "path", "circle", "text", "tspan", "title", "desc"})
ATTRIBUTES = frozenset(
    {
        *("aria-hidden", "aria-labelledby", "class", "cx", "cy", "d", "fill", "height", "id", "overflow", "r", "role"),
        *("rx", "stroke", "stroke-width", "text-anchor", "viewBox", "width", "x", "x1", "x2", "y", "y1", "y2"),
    }
)
WORDS = frozenset({"aria-label"})  # what a reader hears: any words at all
PATTERNS = re.compile(r"url\(#p[1-4x]\)")


class DrawingRefused(HeardError):
    status = 500
    words = "A chart in this report holds something that no chart of ours holds. Have the report made again."


def checked_drawing(svg: str) -> Markup:
    """Mark a chart as safe to print. Raises DrawingRefused for anything but plain shapes and words."""
    if "<!" in svg or "<?" in svg:  # a document type, a comment or an instruction: pages would read those otherwise
        raise DrawingRefused
    try:
        root = ElementTree.fromstring(svg)  # noqa: S314 - no document type, so no entities to expand
    except ElementTree.ParseError as wrong:
        raise DrawingRefused from wrong
    if root.tag != "svg" or not all(_is_plain(element) for element in root.iter()):
        raise DrawingRefused
    return Markup(svg)  # noqa: S704 - every element and attribute of it was looked at


def _is_plain(element: ElementTree.Element) -> bool:
    return element.tag in ELEMENTS and all(
        name in WORDS or (name in ATTRIBUTES and "(" not in PATTERNS.sub("", value)) for name, value in element.items()
    )
