"""A closed wave sorted by hand, in place of the computer: each comment is one part, and each theme is known by a word.

An analysis takes seconds; a test that only looks at what was found needs none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from analysis.codebook import Codebook
from analysis.codebook_file import codebook_to_json
from analysis.findings import Findings, QuoteCandidate, Segment, Theme, ThemeAssignment
from analysis.redaction import redact
from feedback_app import publishing
from feedback_app.storage import findings
from feedback_app.storage.db import reading, transaction
from feedback_app.voices import read_voices
from tests.closed_wave import Closed, collect
from tests.term import AREA, WAVE, Term

THEMES = {"t-waiting": "wait", "t-listening": "listen", "t-pool": "pool", "t-stairs": "stairs"}


def collect_and_sort(term: Term) -> Closed:
    """Fourteen people answer, the wave closes, and their words are sorted by hand."""
    closed = collect(term)
    sort_by_hand(term)
    return closed


def collect_sort_and_release(term: Term) -> Closed:
    """The same, and every quotation is released, so that a table has words on it."""
    closed = collect_and_sort(term)
    release_everything(term)
    return closed


def sort_by_hand(term: Term, parts: Mapping[str, tuple[str, str]] | None = None) -> str:
    """Keep a further analysis of the wave; return its id. `parts` are of a theme and known by a word, by their id."""
    found = _found(term, parts or {})
    with transaction() as session:
        codebook = codebook_to_json(Codebook())
        return findings.keep(session, term.area_id, term.wave_id, found, random_state=0, codebook=codebook)


def _found(term: Term, parts: Mapping[str, tuple[str, str]]) -> Findings:
    with reading() as session:
        voices = read_voices(session, term.area_id, term.wave_id)
    comments = [one for one in voices.comments if not one.held]
    segments = tuple(
        Segment(one.id, 0, 0, len(one.words), one.words, redact(one.words).words, "mixed") for one in comments
    )
    placed = [
        ThemeAssignment(one.key, theme, 1, clear)
        for clear, one in zip(_falling(len(segments)), sorted(segments, key=lambda one: one.words), strict=True)
        for theme in [next((id for id, word in THEMES.items() if word in one.words.lower()), None)]
        if theme
    ]
    there = [id for id in THEMES if any(one.theme == id for one in placed)]
    themes = tuple(
        Theme(id, 1, place, id.removeprefix("t-").title(), (THEMES[id],), steadiness=0.9)
        for place, id in enumerate(there, start=1)
    )
    firsts = {one.theme: one for one in reversed(placed)}
    below, in_parts = _parts(parts), _in_parts(parts, placed, segments)
    return Findings(
        voices=voices,
        strategies=(),
        segments=segments,
        themes=(*themes, *below),
        assignments=(*placed, *in_parts),
        links=(),
        quotes=tuple(QuoteCandidate(one.segment, theme, "outlier", "mixed") for theme, one in sorted(firsts.items())),
        scales=(),
        default_level=1,
        how={"input_sha256": "by hand"},
        offered_themes=(*themes, *below),
        offered_assignments=(*placed, *in_parts),
    )


def _parts(parts: Mapping[str, tuple[str, str]]) -> list[Theme]:
    named = [(id, theme, word) for id, (theme, word) in parts.items()]
    return [
        Theme(id, 2, place, word.title(), (word,), parent=theme, steadiness=0.9)
        for place, (id, theme, word) in enumerate(named, start=1)
    ]


def _in_parts(
    parts: Mapping[str, tuple[str, str]], placed: Sequence[ThemeAssignment], segments: Sequence[Segment]
) -> list[ThemeAssignment]:
    words = {one.key: one.words.lower() for one in segments}
    return [
        ThemeAssignment(one.segment, id, 2, one.margin)
        for one in placed
        for id, (theme, word) in parts.items()
        if one.theme == theme and word in words[one.segment]
    ]


def _falling(many: int) -> list[float]:
    return [round(1 - place / (many + 1), 4) for place in range(many)]


def release_everything(term: Term) -> None:
    """Omar releases every quotation that he is offered."""
    for one in publishing.candidates(AREA, WAVE):
        publishing.decide_quote(
            AREA, WAVE, one.answer_id, one.ordinal, release=True, words=one.redacted, staff_id=term.staff["Omar"]
        )
