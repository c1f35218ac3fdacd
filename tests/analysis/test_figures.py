"""Charts that a page can show as they are."""

from __future__ import annotations

from xml.etree import ElementTree

from analysis.figures import BarPart, bar_in_words, scale_bar

PARTS = (
    BarPart(("Very good",), 22, 5),
    BarPart(("Good",), 31, 4),
    BarPart(("OK", "Not good", "Bad"), 41, 0),
)


def test_the_sentence_says_what_the_bar_shows() -> None:
    assert bar_in_words("Young people", PARTS) == (
        "Young people: Very good 23 percent, Good 33, OK, Not good and Bad, not split, 44."
    )


def test_a_bar_has_its_sentence_and_no_style_of_its_own() -> None:
    drawn = scale_bar(PARTS, bar_in_words("Parents & carers", PARTS))
    picture = ElementTree.fromstring(drawn)  # noqa: S314  # our own words

    assert picture.get("aria-label", "").startswith("Parents & carers")
    assert picture.get("role") == "img"
    assert "style" not in drawn


def test_parts_fill_the_bar_in_the_order_asked() -> None:
    picture = ElementTree.fromstring(scale_bar(PARTS, "words"))  # noqa: S314  # our own words
    bars = [one for one in picture.iter("rect") if one.get("class", "").startswith("v ")]

    assert [one.get("class") for one in bars] == ["v v5", "v v4", "v vx"]
    assert sum(float(one.get("width", "").rstrip("%")) for one in bars) == 100.0


def test_every_part_but_the_best_has_a_pattern_besides_its_colour() -> None:
    picture = ElementTree.fromstring(scale_bar(PARTS, "words"))  # noqa: S314  # our own words

    assert [one.get("fill") for one in picture.iter("rect") if one.get("fill")] == ["url(#p4)", "url(#px)"]


def test_a_number_that_does_not_fit_is_left_to_the_table() -> None:
    picture = ElementTree.fromstring(scale_bar((BarPart(("Yes",), 98, 5), BarPart(("No",), 2, 1)), "words"))  # noqa: S314

    assert [one.text for one in picture.iter("text")] == ["98"]
