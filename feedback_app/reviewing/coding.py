"""Coding alone: a seat says what each drawn comment is about, before anybody talks, and sees no other's choice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.engine import Connection

from feedback_app.errors import HeardError, NotFound
from feedback_app.reviewing.released import Key, key_of, readable
from feedback_app.reviewing.samples import NoSample, Sample, seen
from feedback_app.reviewing.seats import Seat
from feedback_app.storage import sample_labels, samples
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.rows import Record


class NotAlone(HeardError):
    """Somebody wants to code alone after the table began to talk."""

    status = 409
    words = "You have begun to talk about it. What each of you chose on your own stays as it was."


class NoSuchComment(NotFound):
    words = "There are no words there that you may read. They may have been taken away while you looked."


class NoSuchChoice(HeardError):
    words = "Choose from the list."


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawn comment as a seat sees it while it codes alone.

    `chosen` are ids: empty for none of these; None where this seat said nothing yet, or skipped it.
    """

    place: int
    words: str
    chosen: frozenset[str] | None
    is_skipped: bool

    @property
    def is_done(self) -> bool:
        return self.chosen is not None or self.is_skipped


@dataclass(frozen=True, slots=True)
class Alone:
    """The whole of what a seat codes alone."""

    sample: Sample
    comments: tuple[Drawn, ...]
    is_begun: bool
    is_done: bool

    @property
    def left(self) -> int:
        """How many comments this seat has said nothing of."""
        return sum(not one.is_done for one in self.comments)

    def comment(self, place: int) -> Drawn:
        """Raises NoSuchComment."""
        found = next((one for one in self.comments if one.place == place), None)
        if found is None:
            raise NoSuchComment
        return found

    def after(self, place: int = 0) -> Drawn | None:
        """The next comment after this place that this seat has said nothing of; then from the start."""
        later = [one for one in self.comments if one.place > place]
        earlier = [one for one in self.comments if one.place < place]
        return next((one for one in (*later, *earlier) if not one.is_done), None)


def coding_of(seat: Seat) -> Alone:
    """What a seat codes, and what it said so far; nothing of any other. Raises NoSample."""
    with reading() as session:
        sample = _sample(session, seat)
        said = sample_labels.alone(session, sample.area_id, sample.id)
        comments = tuple(
            _drawn(row.place, words, said.get((row.id, seat.id)))
            for row, words in drawn_for(session, sample, seat).values()
        )
    mine = [one for one in sample.coders if one.seat_id == seat.id]
    return Alone(sample, comments, bool(mine), any(one.is_done for one in mine))


def choose(seat: Seat, place: int, chosen: Sequence[str], *, is_skipped: bool = False) -> None:
    """Keep what a seat says of a comment: one more row. Nothing chosen: none of these.

    Raises NoSample, NotAlone, NoSuchComment, NoSuchChoice.
    """
    with transaction() as session:
        sample = _sample(session, seat, lock=True)
        if not sample.is_alone:
            raise NotAlone
        found = drawn_for(session, sample, seat).get(place)
        if found is None:
            raise NoSuchComment
        if not set(chosen) <= set(sample.names):
            raise NoSuchChoice
        if seat.id not in {one.seat_id for one in sample.coders}:
            samples.begin_coding(session, sample.area_id, sample.id, seat.id)
        kept = [] if is_skipped else [id for id in sample.names if id in chosen]
        sample_labels.say(session, sample.area_id, found[0].id, seat.id, kept, is_skipped=is_skipped)


def finish(seat: Seat) -> None:
    """A seat is done; what it said nothing of stays open. Raises NoSample, NotAlone."""
    with transaction() as session:
        sample = _sample(session, seat, lock=True)
        if not sample.is_alone:
            raise NotAlone
        if seat.id not in {one.seat_id for one in sample.coders}:
            samples.begin_coding(session, sample.area_id, sample.id, seat.id)
        samples.finish_coding(session, sample.area_id, sample.id, seat.id)


def key_at(seat: Seat, place: int) -> Key:
    """The answer and part of a drawn comment, for a seat that wants it gone. Raises NoSample, NoSuchComment."""
    with reading() as session:
        found = drawn_for(session, _sample(session, seat), seat).get(place)
    if found is None:
        raise NoSuchComment
    return key_of(found[0])


def drawn_for(session: Connection, sample: Sample, seat: Seat) -> Mapping[int, tuple[Record, str]]:
    """The drawn comments that a seat may read now, by place: a row of `sample_quote`, and the words."""
    words = readable(session, sample.area_id, sample.wave_id, seat.hidden)
    rows = samples.quotes(session, sample.area_id, sample.id)
    return {
        row.place: (row, words[row.answer_id, row.ordinal]) for row in rows if (row.answer_id, row.ordinal) in words
    }


def _sample(session: Connection, seat: Seat, *, lock: bool = False) -> Sample:
    """Raises NoSample."""
    row = samples.newest_of(session, seat.sitting.area_id, seat.sitting.id)
    if row is None:
        raise NoSample
    if lock:
        row = samples.by_id(session, seat.sitting.area_id, row.id, lock=True)
    return seen(session, row)


def _drawn(place: int, words: str, said: Record | None) -> Drawn:
    is_skipped = said is not None and said.is_skipped
    return Drawn(place, words, None if said is None or is_skipped else frozenset(said.chosen), is_skipped)
