"""Words that identify somebody are replaced by what they are: "[name]", "[school]", "[phone]"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from analysis.capital_words import read_words
from analysis.identifiers import Found, numbers_and_addresses
from analysis.name_lists import load_name_lists
from analysis.names import people_in
from analysis.schools import places_in, schools_in

__all__ = ["Found", "Redaction", "redact"]

_SHOWN_AS = {
    "address": "[address]",
    "birth_date": "[date of birth]",
    "date": "[date]",
    "email": "[email]",
    "handle": "[handle]",
    "link": "[link]",
    "name": "[name]",
    "nhs_number": "[NHS number]",
    "number": "[number]",
    "phone": "[phone]",
    "place": "[place]",
    "postcode": "[postcode]",
    "school": "[school]",
}


@dataclass(frozen=True, slots=True)
class Redaction:
    """The words without what identifies, and where in the original each such part stood."""

    words: str
    found: tuple[Found, ...]


def redact(words: str, *, places: Sequence[str] = ()) -> Redaction:
    """Replace identifying words by their kind in square brackets.

    Parameters
    ----------
    words : str
        A comment or a segment as it came in.
    places : sequence of str, optional
        Names of towns, villages and streets of the area, redacted as "[place]".

    Returns
    -------
    Redaction
        `found` is in the order of the original and never overlaps. Text that already holds "[name]" stays as it is.

    Notes
    -----
    Rules and lists only: it finds what has a shape (numbers, addresses), known first names, and words that stand
    where a name stands ("my TA ...", "called ..."). It cannot see that a description fits one family only; a person
    reads every quote before it is released.
    """
    tokens = read_words(words)
    found = _without_overlap(
        [
            *numbers_and_addresses(words),
            *schools_in(words, tokens, _KNOWN),
            *places_in(words, places, _KNOWN),
            *people_in(words, tokens, _KNOWN),
        ]
    )
    parts, last = [], 0
    for part in found:
        parts += [words[last : part.start], _SHOWN_AS[part.kind]]
        last = part.end
    return Redaction("".join([*parts, words[last:]]), found)


def _without_overlap(found: Iterable[Found]) -> tuple[Found, ...]:
    """Keep the longer of two parts that overlap ("Jo" in "jo@example.com")."""
    kept: list[Found] = []
    for part in sorted(found, key=lambda part: (part.start - part.end, part.start, part.kind)):
        if all(part.end <= other.start or other.end <= part.start for other in kept):
            kept.append(part)
    return tuple(sorted(kept, key=lambda part: part.start))


_KNOWN = load_name_lists()
