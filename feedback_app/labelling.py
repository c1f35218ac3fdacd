"""Labelling: people say whether a part of a comment speaks to a promise, and the next analysis learns from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.engine import Connection

from analysis import strategy as strategies
from analysis.standard_labels import StandardLabel
from analysis.strategy import Standard, Strategy
from feedback_app.errors import HeardError, NotFound
from feedback_app.storage import areas, concerns, findings, labels, staff, waves, work
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.rows import Record
from feedback_app.storage.sealing import unseal
from feedback_app.storage.tables import today
from surveys import survey_from_json

Key = tuple[str, int]


class NoSuchPart(NotFound):
    words = "There are no words there that you may look at."


class NotSorted(HeardError):
    words = "This wave has not been analysed yet. Close it first, and let the worker finish."


class NoSuchPromise(HeardError):
    words = "Choose a promise from the list."


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A promise that a part of a comment may speak to, why, and what this person said of it (None: nothing yet).

    `strength` is empty where the computer did not suggest it and this person chose it.
    """

    standard: Standard
    strength: str
    chance: float | None
    reason: tuple[str, ...]
    said: bool | None


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a comment to say something of: its redacted words, what was asked, the suggestions.

    `said` is what this person said of it, by standard; `is_disputed` where two people said different things.
    """

    key: Key
    words: str
    asks: str
    suggestions: tuple[Suggestion, ...]
    said: Mapping[str, bool]
    is_disputed: bool

    @property
    def is_done(self) -> bool:
        """Whether this person has said something of each promise that was suggested."""
        return bool(self.said) and all(one.said is not None for one in self.suggestions)


@dataclass(frozen=True, slots=True)
class Sitting:
    """What one person is asked about a wave, the promises to choose from, and what has been said so far."""

    parts: tuple[Part, ...]
    promises: tuple[Strategy, ...]
    yes: int
    no: int
    people: int
    since: int  # labels that the newest analysis has not seen
    is_asked_for: bool  # whether the worker will sort the words again
    used: str  # how many labels the newest analysis used, in words; empty for none

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


def sitting(area_slug: str, wave_slug: str, *, staff_id: str) -> Sitting:
    """What a person may be asked about: quotable words that nobody holds and no releaser refused. Raises NotSorted."""
    with reading() as session:
        area = areas.by_slug(session, area_slug)
        wave = waves.by_slug(session, area.id, wave_slug)
        analysis = findings.newest(session, area.id, wave.id)
        if analysis is None:
            raise NotSorted
        chosen = strategies_of(session, area.id, wave.id)
        said = labels.of_wave(session, area.id, wave.id)
        rows = _may_be_seen(session, area.id, wave.id, analysis)
        parts = _parts(session, area.id, wave.id, analysis, rows, said, chosen, staff_id)
        waiting = work.waits(session, area.id, "analyse_wave", wave.id)
    spoken = Counter(row.speaks for row in said)
    return Sitting(
        parts=parts,
        promises=chosen,
        yes=spoken[True],
        no=spoken[False],
        people=len({row.staff_id for row in said}),
        since=sum(row.kept_at > analysis.made_at for row in said),
        is_asked_for=waiting,
        used=str(analysis.how.get("labels_used", "")),
    )


def say(
    area_slug: str, wave_slug: str, key: Key, speaks: Mapping[str, bool | None], *, staff_id: str, role: str
) -> None:
    """Keep what a person said of a part of a comment: by standard, whether it speaks to it. One row for each.

    None takes back what they said before.

    Raises NoSuchPart, NoSuchPromise, NotSorted.
    """
    sitting(area_slug, wave_slug, staff_id=staff_id).part(key)
    with transaction() as session:
        area = areas.by_slug(session, area_slug)
        wave = waves.by_slug(session, area.id, wave_slug)
        known = {one.id for strategy in strategies_of(session, area.id, wave.id) for one in strategy.standards}
        if not speaks or not known.issuperset(speaks):
            raise NoSuchPromise
        analysis = findings.newest(session, area.id, wave.id)
        row = _may_be_seen(session, area.id, wave.id, analysis).get(key) if analysis else None
        if row is None:
            raise NoSuchPart  # it was held while somebody read it
        for standard, is_yes in speaks.items():
            labels.say(
                session,
                area.id,
                wave.id,
                answer_id=row.answer_id,
                ordinal=row.ordinal,
                words=unseal(row.words, f"segment:{row.id}"),
                standard=standard,
                speaks=is_yes,
                said_by=role,
                said_on=today(),
                staff_id=staff_id,
            )


def moved(part: Part, to: str) -> dict[str, bool | None]:
    """It speaks to another: what this person said before stays, the rest of what was suggested is a No."""
    return {**_not_said(part), to: True}


def none_of(part: Part, promises: Sequence[Strategy]) -> dict[str, bool | None]:
    """It speaks to none: a No for each promise that was suggested, or for each of the list where none was."""
    shown = [one.standard.id for one in part.suggestions]
    return dict.fromkeys(shown or (one.id for strategy in promises for one in strategy.standards), False)


def taken_back(part: Part) -> dict[str, bool | None]:
    return dict.fromkeys(part.said)


def sort_again(area_slug: str, wave_slug: str, *, staff_id: str | None) -> None:
    """Ask the worker to analyse the wave again, with what people said. Raises NotSorted."""
    with transaction() as session:
        area = areas.by_slug(session, area_slug)
        wave = waves.by_slug(session, area.id, wave_slug)
        if findings.newest(session, area.id, wave.id) is None:
            raise NotSorted
        staff.note(session, "sorted again", area_id=area.id, staff_id=staff_id, subject=wave.id)
        work.queue(session, area.id, "analyse_wave", wave.id, asked_by=staff_id)


def known_labels(session: Connection, area_id: str, wave_id: str) -> tuple[StandardLabel, ...]:
    """What an analysis of a wave learns from: said of it, of earlier waves of its area, and what files brought.

    Where two people differ about a segment and a standard, the newest word counts.
    """
    return tuple(sorted(label for _, label in one_label_each(labels.until(session, area_id, wave_id))))


def one_label_each(rows: Sequence[Record]) -> list[tuple[Record, StandardLabel]]:
    """The newest word on each segment and standard, whoever said it; `rows` are oldest first."""
    newest: dict[object, tuple[Record, StandardLabel]] = {}
    for row in rows:
        label = labels.as_label(row)
        newest[label.comment, label.words, label.standard] = (row, label)
    return list(newest.values())


def strategies_of(session: Connection, area_id: str, wave_id: str) -> tuple[Strategy, ...]:
    """The strategies that a wave is read against, narrowed to the sets chosen for it."""
    rows = waves.strategies(session, area_id, wave_id)
    return tuple(
        chosen
        for row in rows
        for strategy in (strategies.strategy_from_json(row.definition),)
        for chosen in strategies.choose_sets([strategy], [f"{strategy.area}/{one}" for one in row.sets])
    )


def _not_said(part: Part) -> dict[str, bool | None]:
    return {one.standard.id: False for one in part.suggestions if one.said is None}


def _may_be_seen(session: Connection, area_id: str, wave_id: str, analysis: Record) -> dict[Key, Record]:
    """What `publishing` offers too: their owner said Yes and nobody holds them; but nothing a releaser refused."""
    held = concerns.held_answers(session, area_id, wave_id)
    decided = findings.decisions(session, area_id, wave_id)
    refused = {key for key, row in decided.items() if row.state == "refused"}
    rows = {(row.answer_id, row.ordinal): row for row in findings.quotable(session, area_id, analysis.id)}
    return {key: row for key, row in rows.items() if row.is_answer and row.answer_id not in held and key not in refused}


def _parts(
    session: Connection,
    area_id: str,
    wave_id: str,
    analysis: Record,
    rows: Mapping[Key, Record],
    said: Sequence[Record],
    chosen: Sequence[Strategy],
    staff_id: str,
) -> tuple[Part, ...]:
    standards = {one.id: one for strategy in chosen for one in strategy.standards}
    surveys = {row.id: survey_from_json(row.definition) for row in waves.openings(session, area_id, wave_id)}
    suggested: dict[Key, list[Record]] = {}
    for link in labels.suggested(session, area_id, analysis.id):
        suggested.setdefault((link.answer_id, link.ordinal), []).append(link)
    mine: dict[Key, dict[str, bool]] = {}
    theirs: dict[Key, set[tuple[str, bool]]] = {}
    for row in said:
        key = (row.answer_id, row.ordinal)
        theirs.setdefault(key, set()).add((row.standard, row.speaks))
        if row.staff_id == staff_id:
            mine.setdefault(key, {})[row.standard] = row.speaks
    picks = ((str(answer_id), int(ordinal)) for answer_id, ordinal in analysis.how.get("picks", []))
    return tuple(
        Part(
            key=key,
            words=unseal(rows[key].words, f"segment:{rows[key].id}"),
            asks=surveys[rows[key].opening_id].question(rows[key].question).asks or "open",
            suggestions=_suggestions(suggested.get(key, []), standards, mine.get(key, {})),
            said=mine.get(key, {}),
            is_disputed=len({standard for standard, _ in theirs.get(key, ())}) < len(theirs.get(key, ())),
        )
        for key in picks
        if key in rows
    )


def _suggestions(
    links: Sequence[Record], standards: Mapping[str, Standard], mine: Mapping[str, bool]
) -> tuple[Suggestion, ...]:
    """What the computer suggested, strongest first; then the promises that this person chose instead."""
    by_machine = [
        Suggestion(standards[one.standard], one.strength, one.chance, tuple(one.reason), mine.get(one.standard))
        for one in links
        if one.standard in standards
    ]
    there = {one.standard.id for one in by_machine}
    added = [
        Suggestion(standards[id], "", None, (), speaks)
        for id, speaks in mine.items()
        if speaks and id in standards and id not in there
    ]
    return (*by_machine, *added)
