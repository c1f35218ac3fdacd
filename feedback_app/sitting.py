"""A sitting: what one person is asked about words and promises, and what has been said so far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.engine import Connection

from analysis.strategy import Standard, Strategy
from feedback_app.errors import HeardError, NotFound
from feedback_app.storage import areas, concerns, findings, labels, waves, work
from feedback_app.storage.db import reading
from feedback_app.storage.rows import Record
from feedback_app.storage.sealing import unseal
from feedback_app.taught import strategies_of
from surveys import survey_from_json

Key = tuple[str, int]


class NoSuchPart(NotFound):
    words = "There are no words there that you may look at."


class NotSorted(HeardError):
    words = "This wave has not been analysed yet. Close it first, and let the worker finish."


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A promise that a part of a comment may speak to, why, and what this person said of it (None: nothing yet).

    `reason` holds the telling words, `examples` sentences of ours that the part is like. `strength` is empty where the
    computer did not suggest it and this person chose it.
    """

    standard: Standard
    strength: str
    chance: float | None
    reason: tuple[str, ...]
    examples: tuple[str, ...]
    said: bool | None


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a comment to say something of: its redacted words, what was asked, the suggestions.

    `before` and `after` are the rest of the comment, as far as it may be seen too. `said` is what this person said of
    it, by standard; `is_disputed` where two people said different things.
    """

    key: Key
    words: str
    before: str
    after: str
    asks: str
    suggestions: tuple[Suggestion, ...]
    said: Mapping[str, bool]
    is_disputed: bool

    @property
    def is_done(self) -> bool:
        """Whether this person has said something of each promise that was suggested."""
        return bool(self.said) and all(one.said is not None for one in self.suggestions)


@dataclass(frozen=True, slots=True)
class Spoken:
    """How often people said yes and no of one promise in a wave."""

    standard: Standard
    yes: int
    no: int


@dataclass(frozen=True, slots=True)
class Sitting:
    """The parts to look at, the promises to choose from, and what people said so far.

    `since` counts what the newest analysis has not seen; `used` and `learned` are its own words of what it used and
    learned, empty for nothing.
    """

    parts: tuple[Part, ...]
    promises: tuple[Strategy, ...]
    spoken: tuple[Spoken, ...]
    people: int
    since: int
    is_asked_for: bool
    used: str
    learned: str

    @property
    def yes(self) -> int:
        return sum(one.yes for one in self.spoken)

    @property
    def no(self) -> int:
        return sum(one.no for one in self.spoken)

    def part(self, key: Key) -> Part:
        """Raises NoSuchPart."""
        found = next((one for one in self.parts if one.key == key), None)
        if found is None:
            raise NoSuchPart
        return found

    def after(self, key: Key) -> Part | None:
        """The next part after this one about which this person has not said everything; then from the start."""
        place = [one.key for one in self.parts].index(key)
        round_again = (*self.parts[place + 1 :], *self.parts[:place])
        return next((one for one in round_again if not one.is_done), None)


def sitting_of(area_slug: str, wave_slug: str, *, staff_id: str) -> Sitting:
    """What a person may be asked about: quotable words that nobody holds and no releaser refused. Raises NotSorted."""
    with reading() as session:
        area = areas.by_slug(session, area_slug)
        wave = waves.by_slug(session, area.id, wave_slug)
        analysis = findings.newest(session, area.id, wave.id)
        if analysis is None:
            raise NotSorted
        promises = strategies_of(session, area.id, wave.id)
        standards = {one.id: one for strategy in promises for one in strategy.standards}
        said = labels.of_wave(session, area.id, wave.id)
        parts = _parts(session, area.id, wave.id, analysis, said, standards, staff_id)
        is_asked_for = work.waits(session, area.id, "analyse_wave", wave.id)
    return Sitting(
        parts=parts,
        promises=promises,
        spoken=_spoken(said, standards),
        people=len({row.staff_id for row in said}),
        since=sum(row.kept_at > analysis.made_at for row in said),
        is_asked_for=is_asked_for,
        used=str(analysis.how.get("labels_used", "")),
        learned=str(analysis.how.get("labels_taught", "")),
    )


def may_be_seen(session: Connection, area_id: str, wave_id: str) -> dict[Key, Record]:
    """The segments that may be shown: what `publishing` offers too, as their owner said Yes and nobody holds them; but
    nothing that a releaser refused. Raises NotSorted.
    """
    analysis = findings.newest(session, area_id, wave_id)
    if analysis is None:
        raise NotSorted
    held = concerns.held_answers(session, area_id, wave_id)
    decided = findings.decisions(session, area_id, wave_id)
    refused = {key for key, row in decided.items() if row.state == "refused"}
    return {
        (row.answer_id, row.ordinal): row
        for row in findings.quotable(session, area_id, analysis.id)
        if row.is_answer and row.answer_id not in held and (row.answer_id, row.ordinal) not in refused
    }


def _spoken(said: Sequence[Record], standards: Mapping[str, Standard]) -> tuple[Spoken, ...]:
    """In the order of the strategies; those of which nobody said anything are left out."""
    counts = Counter((row.standard, row.speaks) for row in said)
    every = (Spoken(standard, counts[id, True], counts[id, False]) for id, standard in standards.items())
    return tuple(one for one in every if one.yes or one.no)


def _parts(
    session: Connection,
    area_id: str,
    wave_id: str,
    analysis: Record,
    said: Sequence[Record],
    standards: Mapping[str, Standard],
    staff_id: str,
) -> tuple[Part, ...]:
    rows = may_be_seen(session, area_id, wave_id)
    picks = [(str(answer_id), int(ordinal)) for answer_id, ordinal in analysis.how.get("picks", [])]
    comments = _comments(rows, {answer_id for answer_id, _ in picks})
    surveys = {row.id: survey_from_json(row.definition) for row in waves.openings(session, area_id, wave_id)}
    links = _by_part(labels.suggested(session, area_id, analysis.id))
    words = _by_part(said)
    parts = []
    for answer_id, ordinal in picks:
        row = rows.get((answer_id, ordinal))
        if row is None:
            continue
        of_all = words.get((answer_id, ordinal), [])
        mine = {one.standard: one.speaks for one in of_all if one.staff_id == staff_id}
        before, after = _around(comments[answer_id], ordinal)
        told = {(one.standard, one.speaks) for one in of_all}
        parts.append(
            Part(
                key=(answer_id, ordinal),
                words=comments[answer_id][ordinal],
                before=before,
                after=after,
                asks=surveys[row.opening_id].question(row.question).asks or "open",
                suggestions=_suggestions(links.get((answer_id, ordinal), []), standards, mine),
                said=mine,
                is_disputed=len({standard for standard, _ in told}) < len(told),
            )
        )
    return tuple(parts)


def _comments(rows: Mapping[Key, Record], wanted: Collection[str]) -> dict[str, dict[int, str]]:
    """By answer, the words of each of its parts that may be seen: of those wanted, as every opening takes time."""
    found: dict[str, dict[int, str]] = {}
    for (answer_id, ordinal), row in sorted(rows.items()):
        if answer_id in wanted:
            found.setdefault(answer_id, {})[ordinal] = unseal(row.words, f"segment:{row.id}")
    return found


def _around(comment: Mapping[int, str], ordinal: int) -> tuple[str, str]:
    """What the same comment says before a part and after it: "and nobody rang us" means little alone."""
    before = " ".join(words for place, words in comment.items() if place < ordinal)
    return before, " ".join(words for place, words in comment.items() if place > ordinal)


def _by_part(rows: Sequence[Record]) -> dict[Key, list[Record]]:
    found: dict[Key, list[Record]] = {}
    for row in rows:
        found.setdefault((row.answer_id, row.ordinal), []).append(row)
    return found


def _suggestions(
    links: Sequence[Record], standards: Mapping[str, Standard], mine: Mapping[str, bool]
) -> tuple[Suggestion, ...]:
    """What the computer suggested, strongest first; then the promises that this person chose instead."""
    by_machine = [
        Suggestion(
            standard=standards[one.standard],
            strength=one.strength,
            chance=one.chance,
            reason=tuple(one.reason),
            examples=tuple(one.examples or ()),
            said=mine.get(one.standard),
        )
        for one in links
        if one.standard in standards
    ]
    there = {one.standard.id for one in by_machine}
    chosen = [id for id, speaks in mine.items() if speaks and id in standards and id not in there]
    return (*by_machine, *(Suggestion(standards[id], "", None, (), (), True) for id in chosen))
