"""What became of every comment is told to the person who ran the analysis."""

from __future__ import annotations

from analysis import Comment, Voices, analyse
from analysis.summary import summary

COPIED = "Please keep the youth club in the old library open on Saturdays"


def told(*said: str) -> list[str]:
    comments = (Comment(str(row), str(row), words) for row, words in enumerate(said))
    return [line for line in summary(analyse(Voices(tuple(comments)))) if line.startswith(("set", "sent", "read"))]


def test_the_summary_tells_what_was_set_aside_copied_and_put_right() -> None:
    assert told("n/a", "dunno", "", COPIED, COPIED, f"{COPIED}!", "We recieve it", "they receive it") == [
        "set aside: 2 say nothing, 1 blank",
        "sent nearly word by word by several people: 1 long text(s), 3 people",
        "read as another word: 1 slip(s); the words that people see stay",
    ]


def test_the_summary_is_silent_where_there_is_nothing_to_tell() -> None:
    assert told("We waited for the bus", "The food was cold") == []
