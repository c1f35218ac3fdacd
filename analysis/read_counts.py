"""How much was read, set aside, copied and put right: for the page that says how a report was made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analysis.distinct import DistinctSegments
    from analysis.segmenting import Reading
    from analysis.voices import Comment


@dataclass(frozen=True, slots=True)
class ReadCounts:
    """Counts for the owner alone: beside a pack's counts an exact one could tell a hidden one.

    `comments` = `held` + `blank` + `unreadable` + those that say something + `set_aside` (nothing but "n/a", "dunno").
    `segments` are answers; `texts` the different ones among them. `copied_texts` are long ones that three people or
    more sent nearly word by word, and `copying_people` those people. `respelled` are different words read as another.
    """

    comments: int = 0
    held: int = 0
    blank: int = 0
    unreadable: int = 0
    set_aside: int = 0
    segments: int = 0
    texts: int = 0
    copied_texts: int = 0
    copying_people: int = 0
    respelled: int = 0


def count_read(comments: Iterable[Comment], reading: Reading, said: DistinctSegments) -> ReadCounts:
    """Count what became of the comments; `said` are the distinct texts among the reading's answers."""
    everything = list(comments)
    answering = {segment.comment for segment in reading.segments if segment.is_answer}
    return ReadCounts(
        comments=len(everything),
        held=sum(comment.held for comment in everything),
        blank=sum(not comment.held and not comment.words.strip() for comment in everything),
        unreadable=len(reading.unreadable),
        set_aside=len({segment.comment for segment in reading.segments} - answering),
        segments=len(said.segments),
        texts=len(said.texts),
        copied_texts=len(said.copied),
        copying_people=len(said.copiers),
        respelled=len(said.slips),
    )
