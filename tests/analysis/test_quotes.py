"""Which words would show a theme well."""

from __future__ import annotations

from analysis.findings import Segment, Sentiment
from analysis.quotes import TYPICAL, Quotable, choose_quotes


def quotable(
    number: int,
    words: str,
    *,
    who: str = "",
    nearness: float = 0.5,
    sentiment: Sentiment = "neutral",
    group: str = "",
    margin: float = 0.0,
) -> Quotable:
    segment = Segment(f"c{number}", 0, 0, len(words), words, words, sentiment)
    return Quotable(segment, who or f"p{number}", nearness, shared=1, group=group, margin=margin)


def chosen(quotables: list[Quotable]) -> list[str]:
    words = {one.segment.key: one.segment.words for one in quotables}
    return [words[one.segment] for one in choose_quotes([("t", quotables)]) if one.kind == "typical"]


def test_quotes_are_neither_scraps_nor_speeches() -> None:
    said = ["So bad", "We waited a whole year for it", "and then " * 21]

    assert chosen([quotable(number, words) for number, words in enumerate(said)]) == ["We waited a whole year for it"]


def test_the_words_nearest_to_the_middle_come_first() -> None:
    far, near = quotable(1, "We waited a week or so", nearness=0.2), quotable(2, "We waited far too long", nearness=0.9)

    assert chosen([far, near])[0] == "We waited far too long"


def test_a_whole_thought_comes_before_half_of_one() -> None:
    half, whole = quotable(1, "but it took far too long"), quotable(2, "The wait took far too long")

    assert chosen([half, whole])[0] == "The wait took far too long"


def test_one_person_is_quoted_twice_at_most() -> None:
    said = [quotable(number, f"We waited {number} weeks for this", who="the same") for number in range(10, 20)]

    assert len(choose_quotes([("t", said[:5]), ("u", said[5:])])) == 2


def test_the_same_words_are_quoted_once() -> None:
    assert chosen([quotable(number, "We waited too long.") for number in range(4)]) == ["We waited too long."]


def test_good_and_bad_are_both_among_the_typical_words() -> None:
    bad = [
        quotable(number, f"We waited {number} weeks for that", nearness=0.9, sentiment="negative")
        for number in range(20, 32)
    ]
    good = [
        quotable(number, f"Only {number} days and we were seen", nearness=0.3, sentiment="positive")
        for number in range(1, 6)
    ]

    words = chosen([*bad, *good])

    assert len(words) == TYPICAL
    assert sum(one.startswith("Only") for one in words) == 2


def test_a_sentiment_that_hardly_anybody_has_is_not_among_the_typical_words() -> None:
    bad = [
        quotable(number, f"We waited {number} weeks for that", nearness=0.9, sentiment="negative")
        for number in range(20, 60)
    ]
    good = [
        quotable(number, f"Only {number} days and we were seen", nearness=0.3, sentiment="positive")
        for number in (1, 2)
    ]

    assert not any(one.startswith("Only") for one in chosen([*bad, *good]))


def test_typical_words_come_from_several_groups() -> None:
    parents = [
        quotable(number, f"We waited {number} weeks for that", nearness=0.6, group="parent carers")
        for number in range(20, 30)
    ]
    young = quotable(31, "We waited 31 weeks for that", nearness=0.5, group="young people")

    assert "We waited 31 weeks for that" in chosen([*parents, young])


def test_typical_words_do_not_say_the_same_thing_over_and_over() -> None:
    alike = [quotable(number, f"We waited {number} weeks for that", nearness=0.6) for number in range(20, 30)]
    other = quotable(1, "Nobody rang back about the letter", nearness=0.5)

    assert "Nobody rang back about the letter" in chosen([*alike, other])


def test_one_quote_is_unlike_the_rest() -> None:
    said = [quotable(number, f"We waited {number} weeks for that", nearness=number / 100) for number in range(20, 40)]

    outliers = [one for one in choose_quotes([("t", said)]) if one.kind == "outlier"]

    assert [one.segment for one in outliers] == [("c20", 0)]


def test_the_one_that_is_unlike_the_rest_is_clearly_of_the_theme() -> None:
    said = [
        quotable(number, f"We waited {number} weeks for that", nearness=number / 100, margin=0.1 if number > 24 else 0)
        for number in range(20, 40)
    ]

    outliers = [one for one in choose_quotes([("t", said)]) if one.kind == "outlier"]

    assert [one.segment for one in outliers] == [("c25", 0)]


def test_good_and_bad_each_have_one_that_is_unlike_the_rest() -> None:
    good = [quotable(number, f"Only {number} days in all", sentiment="positive") for number in range(20, 35)]
    bad = [quotable(number, f"We waited {number} weeks for that", sentiment="negative") for number in range(40, 55)]

    quotes = choose_quotes([("t", [*good, *bad])])

    assert sorted(one.sentiment for one in quotes if one.kind == "outlier") == ["negative", "positive"]
    assert all((one.sentiment == "positive") == (one.segment[0] < "c40") for one in quotes)


def test_the_order_in_which_they_come_does_not_matter() -> None:
    said = [quotable(number, f"We waited {number} weeks for that", who=f"p{number // 3}") for number in range(20, 40)]

    assert choose_quotes([("t", said)]) == choose_quotes([("t", said[::-1])])
