"""The ways in which a question is answered, by name, and what several of them have in common."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Kind = Literal[
    "single", "multi", "pictures", "pictures_multi", "yesno", "good5", "change5", "agree5", "standard4",
    "faces3", "faces5", "happy10", "goal10", "number", "short_text", "text", "text_or_draw_or_voice",
    "rank", "dots", "draw", "speak", "agreement", "information", "post_its", "vote",
]  # fmt: skip

OPEN_KINDS = frozenset({"text", "short_text", "text_or_draw_or_voice", "draw", "speak", "post_its"})
"""Answered in the person's own words."""
LISTED_KINDS = frozenset({"single", "multi", "pictures", "pictures_multi", "rank", "dots", "vote"})
"""Answered from a list of the question's own."""
SEVERAL_KINDS = frozenset({"multi", "pictures_multi"})
"""Several options may be chosen."""
SHARING_KINDS = frozenset({"rank", "dots"})
"""Options get a place, or some of a few dots: several may, one after the other or each more than once."""
DRAWN_KINDS = frozenset({"draw", "text_or_draw_or_voice"})
SPOKEN_KINDS = frozenset({"speak", "text_or_draw_or_voice"})
PICTURE_KINDS = frozenset({"pictures", "pictures_multi"})
NUMBER_LINES = frozenset({"happy10", "goal10"})
TYPED_KINDS = OPEN_KINDS | {"number"}
"""Typed into a box: their options, if any, say why there is no answer."""
READ_KINDS = frozenset({"information"})
"""Only read: nothing is answered."""

MOST_LETTERS = 5_000
LETTERS: Mapping[str, int] = {"short_text": 100}
USUAL_LETTERS = 1_000  # as many as one answer in words may have, line ends counted as one
MOST_FIGURES = 9
MOST_TYPED_FIGURES = 15  # noughts in front and all; Python itself reads no number of more than 4,300
MOST_PLACES = 10  # a longer list is ranked in part: its first places
MOST_DOTS = 10
USUAL_DOTS = 3
