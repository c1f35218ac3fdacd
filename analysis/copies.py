"""Texts that are one but for a tiny edit: a campaign's words that many people sent are one text with many people."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from math import ceil

LONG_ENOUGH = 8  # different words: two people may well write the same short text by themselves
ALIKE = 0.85  # Jaccard, of their words: one word in, or one of thirteen replaced
MANY = 3  # people who sent one text, for it to be told of as copied

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_TURNS = frozenset({"no", "not", "never", "nothing", "nobody", "none", "without", "hardly", "cannot", "unless"})


def same_words(text: str) -> str:
    """What two texts share that differ in capitals and marks alone; a text without words is itself."""
    return " ".join(_WORD.findall(text.casefold())) or text.casefold()


def copy_numbers(texts: Sequence[str]) -> list[int]:
    """A number for each text, from 0, the same for texts that differ in capitals and marks alone."""
    words = [same_words(text) for text in texts]
    number = {one: place for place, one in enumerate(dict.fromkeys(words))}
    return [number[one] for one in words]


def near_copies(texts: Sequence[str], people: Sequence[int]) -> list[int]:
    """Say of which text each is a copy.

    Parameters
    ----------
    texts : sequence of str
        Distinct, in an order that does not hang on the order of the rows.
    people : sequence of int
        How many people sent each. What most sent is the original, and the first of equals.

    Returns
    -------
    list of int
        For each text the place of its original, which is its own original; most are their own.

    Notes
    -----
    Exact, not estimated: all pairs of texts of `LONG_ENOUGH` words whose sets of words have a Jaccard index of `ALIKE`
    or more are found through their rarest words alone (Bayardo, Ma and Srikant 2007, prefix filtering). A copy is
    compared with originals only, so that a chain of edits does not wander. A text that turns the other ("not"), or
    holds other numbers of it, is no copy.
    """
    sets = [frozenset(_WORD.findall(text.casefold())) for text in texts]
    uses = Counter(word for words in sets for word in words)
    original = list(range(len(texts)))
    by_word: dict[str, list[int]] = defaultdict(list)
    for one in sorted(range(len(texts)), key=lambda one: (-people[one], one)):
        words = sets[one]
        if len(words) < LONG_ENOUGH:
            continue
        rarest = sorted(words, key=lambda word: (uses[word], word))[: len(words) - ceil(ALIKE * len(words)) + 1]
        near = sorted({other for word in rarest for other in by_word[word]})
        found = next((other for other in near if _is_copy(words, sets[other])), None)
        if found is not None:
            original[one] = found
            continue
        for word in rarest:
            by_word[word].append(one)
    return original


def _is_copy(words: frozenset[str], other: frozenset[str]) -> bool:
    if min(len(words), len(other)) < ALIKE * max(len(words), len(other)):
        return False
    shared = len(words & other)
    if shared < ALIKE * (len(words) + len(other) - shared):
        return False
    return not any(word in _TURNS or word.endswith("n't") or word.isdigit() for word in words ^ other)
