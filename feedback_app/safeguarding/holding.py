"""Holding: what the rules find in an answer, or a person holds by hand, is held at once with the answer."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy.engine import Connection

from analysis.concerns import Concern, rules_found, worst
from feedback_app.asking import Opening
from feedback_app.safeguarding.opened import NoSuchConcern
from feedback_app.storage import concerns, copies, responses, waves, work
from feedback_app.storage.db import reading, transaction
from feedback_app.uploads import Upload


def check_words(
    session: Connection, opening: Opening, answer_id: str | None, question: str, words: str, *, language: str
) -> bool:
    """Run the rules over one answer inside its own transaction; keep what they find and say whether it is held.

    Without an id they are words that were sent beside an answer: nothing is held, and a concern keeps its copy.
    """
    found = seen_by_rules(words, language)
    if not found:
        return False
    _hold(session, opening, answer_id, question, words, worst(found), found, source="rules")
    return True


def check_copied(session: Connection, opening: Opening, answers: Collection[str], question: str, words: str) -> bool:
    """Whether a concern holds one of the answers that these words were taken from: then another one keeps them too.

    A group that says again what somebody wrote is for the lead to know, and what must not be shown is not kept twice.
    """
    if not copies.any_held(session, opening.area_id, answers):
        return False
    found = (Concern("review", "words_of_what_is_held", 0, len(words)),)
    _hold(session, opening, None, question, words, "review", found, source="rules")
    return True


def check_given(
    session: Connection,
    opening: Opening,
    answer_id: str | None,
    question: str,
    words: str | None,
    files: Sequence[Upload] = (),
    *,
    language: str,
) -> bool:
    """Check everything that came with one answer, inside its own transaction, and say whether it is held.

    No rule reads a drawing or a recording, so it goes to a person: one amber concern with its own copy of the file,
    and of the words beside it, whatever the rules saw in those.
    """
    if not files:
        return bool(words) and check_words(session, opening, answer_id, question, words or "", language=language)
    seen = seen_by_rules(words or "", language)
    found = (*seen, *(Concern("amber", file.kind, 0, 0) for file in files))
    concern_id = _hold(session, opening, answer_id, question, words or "", worst(found), found, source="rules")
    for file in files:
        concerns.add_file(session, opening.area_id, concern_id, file)
    return True


def hold_by_hand(opening: Opening, answer_id: str, level: str, why: str, *, staff_id: str | None = None) -> str:
    """A person holds an answer that the rules let through; the reason is kept with the concern's trail.

    Where its words are quoted in a pack already, the worker writes the next edition without them.
    """
    with transaction() as session:
        row = responses.answer_by_id(session, opening.area_id, answer_id)
        if row is None or row.words is None:
            raise NoSuchConcern("There are no words in that answer to hold.")
        words = responses.open_words(row)
        found = (Concern(level, "by_a_person", 0, len(words)),)  # type: ignore[arg-type]  # level comes from outside
        concern_id = _hold(session, opening, answer_id, row.question, words, level, found, source="person")
        concerns.add_step(session, opening.area_id, concern_id, what="held", staff_id=staff_id, why=why)
        if waves.by_id(session, opening.area_id, opening.wave_id).closed_on is not None:
            work.queue(session, opening.area_id, "next_edition", opening.wave_id)
        return concern_id


def held_answers(area_id: str, wave_id: str) -> frozenset[str]:
    """The ids of the answers of a wave that a concern holds back."""
    with reading() as session:
        return concerns.held_answers(session, area_id, wave_id)


def seen_by_rules(words: str, language: str) -> tuple[Concern, ...]:
    """What the rules find in words; where they themselves fail, that a person must look."""
    try:
        return rules_found(words, language=language)
    except Exception:  # the rules themselves failed: the answer is kept, and a person looks
        return (Concern("review", "rules_failed", 0, len(words)),)


def _hold(
    session: Connection,
    opening: Opening,
    answer_id: str | None,
    question: str,
    words: str,
    level: str,
    found: Sequence[Concern],
    *,
    source: str,
) -> str:
    if answer_id is not None:
        copies.turn_rooms(session, opening.area_id, answer_id)  # what its words stand in leaves every screen
    return concerns.add(
        session,
        opening.area_id,
        wave_id=opening.wave_id,
        opening_id=opening.id,
        answer_id=answer_id,
        question=question,
        audience=opening.audience,
        level=level,
        source=source,
        found=[{"category": one.category, "start": one.start, "end": one.end} for one in found],
        words=words,
    )
