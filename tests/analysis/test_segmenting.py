"""Comments become segments: redacted, weighed, and not one word of a held one."""

from __future__ import annotations

import pytest

from analysis.segmenting import CommentTwice, read_comments
from analysis.voices import Comment


def read(words: str, **told: object) -> list[str]:
    comment = Comment("c1", "p1", words, **told)  # type: ignore[arg-type]  # whatever a test tells of it
    return [segment.words for segment in read_comments([comment]).segments]


def test_a_comment_is_split_and_each_part_is_redacted() -> None:
    assert read("Mrs Hargreaves was lovely. Ring me on 01632 960983.") == [
        "Mrs [name] was lovely.",
        "Ring me on [phone].",
    ]


def test_the_original_stays_beside_the_redaction_at_its_place_in_the_comment() -> None:
    words = "Mrs Hargreaves was lovely. She rang us back."

    segments = read_comments([Comment("c1", "p1", words)]).segments

    assert [segment.original for segment in segments] == ["Mrs Hargreaves was lovely.", "She rang us back."]
    assert all(words[segment.start : segment.end] == segment.original for segment in segments)


def test_towns_of_the_area_are_redacted() -> None:
    segments = read_comments([Comment("c1", "p1", "The clinic in Haverstow is too far")], places=["Haverstow"]).segments

    assert "Haverstow" not in segments[0].words


def test_a_held_comment_is_never_read() -> None:
    assert read("We waited a year", held=True) == []


def test_a_non_answer_is_kept_and_marked() -> None:
    segments = read_comments([Comment("c1", "p1", "n/a")]).segments

    assert [segment.is_answer for segment in segments] == [False]
    assert segments[0].sentiment == "neutral"


def test_what_the_question_asked_decides_how_plain_words_are_meant() -> None:
    comments = [Comment("c1", "p1", "The bus", asks="strengths"), Comment("c2", "p1", "The bus", asks="challenges")]

    assert [segment.sentiment for segment in read_comments(comments).segments] == ["positive", "negative"]


def test_two_comments_with_one_id_are_refused() -> None:
    with pytest.raises(CommentTwice, match="'c1'"):
        read_comments([Comment("c1", "p1", "One"), Comment("c1", "p2", "Two")])


def test_the_order_of_the_comments_does_not_matter() -> None:
    comments = [Comment(str(number), "p", f"We waited {number} weeks. Then it was good.") for number in range(12)]

    assert read_comments(comments) == read_comments(comments[::-1])
