"""Where a table saw it differently: what each chose alone, side by side, and what they choose together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.engine import Connection

from analysis.redaction import redact
from feedback_app.errors import HeardError
from feedback_app.reviewing.coding import NoSuchChoice, NoSuchComment, drawn_for
from feedback_app.reviewing.held_words import hold
from feedback_app.reviewing.released import Key, key_of, readable
from feedback_app.reviewing.samples import NoSample, Sample, seen
from feedback_app.reviewing.seats import Seat
from feedback_app.storage import areas, sample_labels, samples
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.rows import Record

ASKED_WHY = "What made you choose it?"
NOT_BEFORE = "Nobody sees what others chose before everybody is done."


class NotTogether(HeardError):
    """What others chose is asked for while somebody still codes alone, or something is chosen after the end."""

    status = 409
    words = NOT_BEFORE


@dataclass(frozen=True, slots=True)
class Chosen:
    """What one seat chose alone; `chosen` are ids, empty for none of these."""

    number: int
    name: str
    chosen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """One comment and what each chose for it. Who skipped it or said nothing is not in `each`.

    `machine` is what the computer had chosen, empty for none. `together` is what they chose together, None before;
    `why` their reason, redacted.
    """

    place: int
    words: str
    each: tuple[Chosen, ...]
    machine: tuple[str, ...]
    together: tuple[str, ...] | None
    why: str

    @property
    def is_different(self) -> bool:
        return len({frozenset(one.chosen) for one in self.each}) > 1

    @property
    def agreed(self) -> tuple[str, ...] | None:
        """What stands: chosen together; or the same by two or more alone. None where it is open."""
        if self.together is not None:
            return self.together
        return self.each[0].chosen if len(self.each) > 1 and not self.is_different else None


@dataclass(frozen=True, slots=True)
class Table:
    """Everything that a table talks about, in the order in which it was drawn."""

    sample: Sample
    comments: tuple[Compared, ...]

    @property
    def different(self) -> tuple[Compared, ...]:
        return tuple(one for one in self.comments if one.is_different)

    def comment(self, place: int) -> Compared:
        """Raises NoSuchComment."""
        found = next((one for one in self.comments if one.place == place), None)
        if found is None:
            raise NoSuchComment
        return found


def differences_of(seat: Seat) -> Table:
    """What each chose, for a seat that may see it. Raises NoSample, NotTogether while somebody codes alone."""
    with reading() as session:
        sample = _sample(session, seat)
        return Table(sample, compared(session, sample, drawn_for(session, sample, seat)))


def agree(seat: Seat, place: int, chosen: Sequence[str], *, why: str = "") -> None:
    """Keep what the table chose together: one more row; what each chose alone stays.

    Raises NoSample, NotTogether, NoSuchComment, NoSuchChoice.
    """
    with transaction() as session:
        sample = _sample(session, seat, lock=True)
        if sample.is_closed:
            raise NotTogether("This is closed. What you chose together is kept.")
        found = drawn_for(session, sample, seat).get(place)
        if found is None:
            raise NoSuchComment
        if not set(chosen) <= set(sample.names):
            raise NoSuchChoice
        kept = [id for id in sample.names if id in chosen]
        reason = why.strip()
        concern_id = hold(session, seat, ASKED_WHY, reason) if reason else None
        sample_labels.say(
            session, sample.area_id, found[0].id, seat.id, kept, is_together=True, why=reason, concern_id=concern_id
        )


def standing(session: Connection, sample: Sample) -> Mapping[Key, Compared]:
    """Whatever of a sample may still be read by anybody, by its answer and part: what is held since is not there."""
    words = readable(session, sample.area_id, sample.wave_id)
    there = {row.place: row for row in samples.quotes(session, sample.area_id, sample.id) if key_of(row) in words}
    found = compared(session, sample, {place: (row, words[key_of(row)]) for place, row in there.items()})
    return {key_of(there[one.place]): one for one in found}


def compared(session: Connection, sample: Sample, quotes: Mapping[int, tuple[Record, str]]) -> tuple[Compared, ...]:
    """Put what was chosen for some of a sample's comments side by side."""
    places = areas.by_id(session, sample.area_id).details.get("places", ())
    alone = sample_labels.alone(session, sample.area_id, sample.id)
    together = sample_labels.together(session, sample.area_id, sample.id)
    return tuple(
        Compared(
            place=place,
            words=words,
            each=tuple(
                Chosen(coder.number, coder.name, tuple(said.chosen))
                for coder in sample.coders
                if (said := alone.get((row.id, coder.seat_id))) is not None and not said.is_skipped
            ),
            machine=tuple(row.machine),
            together=tuple(together[row.id].chosen) if row.id in together else None,
            why=redact(sample_labels.why_of(together[row.id]), places=places).words if row.id in together else "",
        )
        for place, (row, words) in quotes.items()
    )


def _sample(session: Connection, seat: Seat, *, lock: bool = False) -> Sample:
    """Raises NoSample, NotTogether."""
    row = samples.newest_of(session, seat.sitting.area_id, seat.sitting.id)
    if row is None:
        raise NoSample
    if lock:
        row = samples.by_id(session, row.area_id, row.id, lock=True)
    sample = seen(session, row)
    if sample.is_alone:
        raise NotTogether
    return sample
