"""The words that two standards have in common: a reason that a person can check, beside likeness in meaning."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from stop_words import get_stop_words

from analysis.concepts import load_concepts
from analysis.cues import WordReader
from analysis.strategy import Standard

MOST_WORDS = 6
OFTEN = 0.5  # of all the standards that are compared: a word of more of them tells no two apart
SHORTEST = 3  # letters of a word that says something


def words_in_common(standards: Sequence[Standard]) -> Callable[[Standard, Standard], tuple[str, ...]]:
    """Return what tells the words that two of `standards` share, as the first of them writes each.

    The rarest among `standards` come first, and six at most. Compared by stems; words that only match are never told.
    """
    reader = WordReader(load_concepts().spellings)
    empty = frozenset(word.replace("'", "") for word in get_stop_words("en"))
    stems = {
        one.id: {
            word.stem: word.typed.casefold()
            for word in reversed(reader.words(_text(one)))
            if word.form not in empty and len(word.form) >= SHORTEST and not word.is_number
        }
        for one in standards
    }
    how_often = Counter(stem for found in stems.values() for stem in found)

    def shared(one: Standard, other: Standard) -> tuple[str, ...]:
        both = [stem for stem in stems[one.id] if stem in stems[other.id]]
        telling = [stem for stem in both if how_often[stem] <= max(2, OFTEN * len(stems))]
        rarest = sorted(telling, key=lambda stem: (how_often[stem], stems[one.id][stem]))
        return tuple(stems[one.id][stem] for stem in rarest[:MOST_WORDS])

    return shared


def _text(standard: Standard) -> str:
    return ". ".join((standard.name, standard.description, standard.easy_read, *standard.keywords))
