"""Segments in an order of their own."""

from __future__ import annotations

from analysis.distinct import DistinctSegments
from analysis.findings import Segment

SAID = ("We waited", "Kind staff", "we waited", "No bus")


def distinct(words: tuple[str, ...]) -> DistinctSegments:
    segments = [Segment(str(row), 0, 0, len(one), one, one, "neutral") for row, one in enumerate(words)]
    return DistinctSegments.of(segments, {str(row): f"p{row}" for row in range(len(words))})


def test_texts_come_in_the_order_of_their_words_however_the_rows_are_numbered() -> None:
    assert distinct(SAID).texts == distinct(SAID[::-1]).texts == ("kind staff", "no bus", "we waited")


def test_a_text_knows_everybody_who_said_it() -> None:
    found = distinct(SAID)

    assert [sorted(people) for people in found.people] == [["p1"], ["p3"], ["p0", "p2"]]
    assert found.count(range(len(found.segments))) == 4


def test_segments_that_are_one_text_when_they_are_read_share_it() -> None:
    found = distinct(("We recieve it!", "we receive it", "WE RECEIVE IT", "No bus 😂😂", "no bus 😂"))

    assert found.texts == ("no bus laughing", "we receive it")
    assert [len(people) for people in found.people] == [2, 3]
    assert found.slips == {"recieve": "receive"}


def test_the_words_that_people_see_stay() -> None:
    assert [one.words for one in distinct(("We recieve it", "we receive it")).segments] == [
        "we receive it",
        "We recieve it",
    ]


def test_sentences_have_short_forms_in_full_and_texts_have_not() -> None:
    found = distinct(("my EHCP", "my PA"))

    assert found.texts == ("my ehcp", "my pa")
    assert found.sentences == ("my education, health and care plan", "my personal assistant")


def test_a_copied_text_is_one_text_with_all_its_people_and_is_told_of() -> None:
    campaign = "Please keep the youth club in the old library open on Saturdays"
    found = distinct((campaign, f"{campaign}!", f"{campaign} too", "No bus", "No bus", "no bus"))

    assert [found.texts[text] for text in found.copied] == [campaign.casefold()]
    assert found.copiers == {"p0", "p1", "p2"}


def test_one_person_who_writes_a_text_again_and_again_is_one_person() -> None:
    words = "Please keep the youth club in the old library open on Saturdays"
    segments = [Segment(str(row), 0, 0, len(words), words, words, "neutral") for row in range(5)]

    found = DistinctSegments.of(segments, dict.fromkeys("01234", "p"))

    assert (found.people, found.copied, found.copiers) == ((frozenset({"p"}),), (), frozenset())
