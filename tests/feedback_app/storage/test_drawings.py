"""Charts from a pack: ours are printed as they are, and nothing else is."""

from __future__ import annotations

import pytest

from analysis.figures import BarPart, bar_in_words, scale_bar
from feedback_app.storage.drawings import DrawingRefused, checked_drawing

PARTS = [
    BarPart(("Very good",), 23, 5),
    BarPart(('Good <b>&</b> "fair" (a bit)',), 33, 4),
    BarPart(("OK", "Bad"), 12, 0),
]
REFUSED = {
    "a script": "<svg><script>alert(1)</script></svg>",
    "what happens on a click": '<svg><rect onclick="alert(1)"/></svg>',
    "a style": '<svg><rect style="fill:red"/></svg>',
    "a style sheet": "<svg><style>rect{fill:red}</style></svg>",
    "a link": '<svg><a href="https://elsewhere.example"><text>here</text></a></svg>',
    "a picture": '<svg><image href="https://elsewhere.example/a.png"/></svg>',
    "another's drawing": '<svg><use href="https://elsewhere.example/a.svg#b"/></svg>',
    "an address to fetch": '<svg><rect fill="url(https://elsewhere.example/a.svg#b)"/></svg>',
    "an address after ours": '<svg><rect fill="url(#p1) url(https://elsewhere.example)"/></svg>',
    "a page in it": "<svg><foreignObject><p>hello</p></foreignObject></svg>",
    "another language's element": '<svg><h:p xmlns:h="http://www.w3.org/1999/xhtml">hello</h:p></svg>',
    "an attribute of another language": '<svg xmlns:x="http://www.w3.org/1999/xlink"><rect x:href="a"/></svg>',
    "a document type": '<!DOCTYPE svg [<!ENTITY a "b">]><svg><text>&a;</text></svg>',
    "a comment": "<svg><!-- --><rect/></svg>",
    "an instruction": "<?xml-stylesheet href='a.css'?><svg/>",
    "another root": "<g><rect/></g>",
    "more than one root": "<svg/><svg/>",
    "half a chart": "<svg><rect>",
    "no chart": "hello",
    "nothing": "",
}


def test_our_own_charts_are_printed_as_they_are() -> None:
    svg = scale_bar(PARTS, bar_in_words("Young people", PARTS))

    assert checked_drawing(svg) == svg


def test_what_a_label_says_stays_words() -> None:
    svg = scale_bar(PARTS, "</svg><script>alert(1)</script>")

    assert "<script" not in checked_drawing(svg)


@pytest.mark.parametrize("svg", REFUSED.values(), ids=REFUSED.keys())
def test_a_chart_that_holds_more_than_shapes_and_words_is_refused(svg: str) -> None:
    with pytest.raises(DrawingRefused):
        checked_drawing(svg)
