"""Faces as drawings of our own, black on white, each with its name for somebody who does not see it."""

from __future__ import annotations

_DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" fill="none" stroke="#000" stroke-width="3" '
    'stroke-linecap="round"><circle cx="32" cy="32" r="27"/><path d="M23 24v3M41 24v3{mouth}"/></svg>'
)
# by how good the face is, from 0
_MOUTHS = {
    0: "M20 47c3-7 7-10 12-10s9 3 12 10",
    1: "M21 45c3-4 7-5 11-5s8 1 11 5",
    2: "M21 42h22",
    3: "M21 39c3 4 7 6 11 6s8-2 11-6",
    4: "M19 37c3 8 8 11 13 11s10-3 13-11",
}
_OF_THREE = {0: 0, 1: 2, 2: 4}


def face(score: float, of: int) -> str:
    """The drawing of a face: of three, `score` 0 to 2; of five, 1 to 5."""
    place = _OF_THREE[int(score)] if of == 3 else int(score) - 1
    return _DRAWING.format(mouth=_MOUTHS[place])
