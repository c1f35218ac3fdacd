from __future__ import annotations

from analysis.segmenting import read_comments
from analysis.taken_as import Taken, how_taken
from analysis.voices import Comment

IMPROVE = "How could we improve?"


def _comments(question: str, *said: tuple[int, str], held: bool = False) -> list[Comment]:
    words = [text for times, text in said for _ in range(times)]
    return [Comment(f"c{row:03}", f"p{row}", text, question=question, held=held) for row, text in enumerate(words)]


def test_a_question_asks_what_it_says() -> None:
    comments = _comments(IMPROVE, (50, "more buses"), (10, "the staff are lovely"))

    assert how_taken(comments) == {(IMPROVE, "change"): Taken("change", "positive")}


def test_a_question_for_change_that_is_mostly_answered_by_praise_is_open() -> None:
    comments = _comments(IMPROVE, (30, "the staff are lovely"), (30, "more buses"))

    assert how_taken(comments) == {(IMPROVE, "change"): Taken("open", "positive")}


def test_few_answers_say_nothing_about_their_question() -> None:
    comments = _comments(IMPROVE, (30, "the staff are lovely"))

    assert how_taken(comments) == {(IMPROVE, "change"): Taken("change", "positive")}


def test_where_many_answer_nothing_there_was_nothing_to_change() -> None:
    comments = _comments("Why did you say that?", (50, "the bus"), (10, "nothing"))

    assert how_taken(comments) == {("Why did you say that?", "open"): Taken("open", "positive")}


def test_nothing_else_to_say_is_no_praise() -> None:
    comments = _comments("Is there anything else?", (50, "the bus"), (10, "nothing"))

    assert how_taken(comments) == {("Is there anything else?", "open"): Taken("open", "neutral")}


def test_what_is_held_says_nothing_about_its_question() -> None:
    comments = _comments(IMPROVE, (60, "the staff are lovely"), held=True)

    assert how_taken(comments) == {}


def test_a_comment_feels_by_how_all_of_them_took_the_question() -> None:
    few = _comments(IMPROVE, (1, "the clinic by the bridge"))
    many = _comments(IMPROVE, (1, "the clinic by the bridge"), (60, "they are lovely"))

    assert read_comments(few).segments[0].sentiment == "negative"
    assert read_comments(many).segments[0].sentiment == "neutral"
    assert read_comments(many[::-1]) == read_comments(many)
