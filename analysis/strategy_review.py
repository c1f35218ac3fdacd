"""What an officer would send back: thin or official words, repeats, what is left out without saying why."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import Final

from analysis.concepts import load_concepts
from analysis.strategy_model import ABOUT_NO_CONCEPT, Standard, StandardSet, Strategy

FEWEST_WORDS: Final = 12  # of a promise: a family has many ways to say a thing, and one word finds few of them
MOST_SHARING: Final = 2  # standards of one set that have a word in common; a word of three tells none from another
_ENDINGS: Final = "(e|s|es|d|ed|r|rs|ing|ion|al)?"


@dataclass(frozen=True, slots=True)
class OfficeWord:
    """A word that officials write, and what families say instead."""

    word: str
    instead: str

    def stands_in(self, text: str) -> bool:
        stem = r"[\s-]?".join(re.escape(part) for part in re.split(r"[\s-]", self.word.removesuffix("e")))
        return re.search(rf"\b{stem}{_ENDINGS}\b", text, re.IGNORECASE) is not None


def review(strategy: Strategy) -> Iterator[str]:
    """Yield one sentence for each thing to change, with its place; none for a strategy that an officer would accept."""
    yield from _strategy_problems(strategy)
    office = load_office_words()
    concepts = {ABOUT_NO_CONCEPT, *(concept.id for concept in load_concepts().concepts)}
    for one_set in strategy.sets:
        yield from _set_problems(one_set)
        for standard in one_set.standards:
            place = place_of(standard)
            yield from (f"{place}: {problem}" for problem in _standard_problems(standard, one_set, office))
            for unknown in (one for one in standard.about if one not in concepts):
                yield f"{place}: there is no concept “{unknown}” for `about`; there are {', '.join(sorted(concepts))}"
    yield from _repeats(strategy)


def place_of(standard: Standard) -> str:
    """How messages name a standard, as "standard aims/be-kind"."""
    return f"standard {standard.id.partition('/')[2]}"


def load_office_words() -> tuple[OfficeWord, ...]:
    """Our own list, lexicons/office_words.txt."""
    lines = files("analysis").joinpath("lexicons", "office_words.txt").read_text("utf-8").splitlines()
    pairs = (line.split(": ", 1) for line in lines if line and not line.startswith("#"))
    return tuple(OfficeWord(word, instead) for word, instead in pairs)


def _strategy_problems(strategy: Strategy) -> Iterator[str]:
    if strategy.version > 1 and not strategy.changed:
        yield f"the strategy: say in `changed` what is different from version {strategy.version - 1}"
    yield from (f"the strategy: {problem}" for problem in _without_why(strategy.not_included))


def _set_problems(one_set: StandardSet) -> Iterator[str]:
    place = f"set {one_set.id}"
    yield from (f"{place}: {problem}" for problem in _without_why(one_set.not_included))
    words = Counter(_folded(word) for one in one_set.standards for word in one.keywords)
    for word in sorted(word for word, standards in words.items() if standards > MOST_SHARING):
        yield f"{place}: “{word}” stands in `keywords` of {words[word]} standards and tells none from another"
    names = Counter(_folded(one.name) for one in one_set.standards)
    for name in sorted(name for name, standards in names.items() if standards > 1):
        yield f"{place}: the name “{name}” stands {names[name]} times"


def _without_why(left_out: Iterable[str]) -> Iterator[str]:
    for what in left_out:
        if ": " not in what:
            yield f"say in `not_included` why “{what}” is left out, after a colon"


def _standard_problems(standard: Standard, one_set: StandardSet, office: Iterable[OfficeWord]) -> Iterator[str]:
    if one_set.is_promise:
        if not standard.easy_read:
            yield "`easy_read` is missing; say it in very short sentences"
        if len(standard.keywords) < FEWEST_WORDS:
            yield f"`keywords` has {len(standard.keywords)}; write at least {FEWEST_WORDS} that families say"
    if not re.search(r"[^\W\d_]", standard.section) or standard.section.endswith(".txt"):
        yield "`source` names no section; say under which heading it stands"
    folded = Counter(_folded(word) for word in standard.keywords)
    for word in sorted(word for word, times in folded.items() if times > 1):
        yield f"`keywords` holds “{word}” twice but for its hyphens or capitals; keep one"
    for word in standard.keywords:
        for official in office:
            if official.stands_in(word):
                yield f"`keywords` holds “{word}”, and only officials say “{official.word}”: {official.instead}"


def _repeats(strategy: Strategy) -> Iterator[str]:
    for field in ("description", "easy_read"):
        first: dict[str, Standard] = {}
        for standard in strategy.standards:
            words = _folded(getattr(standard, field))
            other = first.setdefault(words, standard)
            if words and other is not standard:
                yield f"{place_of(standard)}: `{field}` is the same as of {place_of(other)}; say what is different"


def _folded(words: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", words.casefold().replace("’", "").replace("'", "")))
