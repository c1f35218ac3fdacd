"""Words that no name may hold, and words that keep their capitals in one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files

from analysis.stems import Token


def proper_stems(tokens: Iterable[Sequence[Token]]) -> frozenset[str]:
    """Stems that are mostly written with a capital where no sentence starts: names of people and places."""
    inside: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for found in tokens:
        for token in found:
            if token.stem and not token.starts_phrase:
                inside[token.stem] += 1
                capital[token.stem] += token.is_capitalised
    return frozenset(stem for stem, uses in inside.items() if 2 * capital[stem] > uses)


def kept_capitals(tokens: Iterable[Sequence[Token]]) -> Mapping[str, str]:
    """Short forms that people write in capitals ("EHCP") keep them."""
    typed: dict[str, Counter[bool]] = defaultdict(Counter)
    for found in tokens:
        shouting = sum(token.surface.isupper() and len(token.surface) > 1 for token in found) > 2
        for token in found:
            if 2 <= len(token.surface) <= 5 and not shouting:
                typed[token.surface.lower()][token.surface.isupper()] += 1
    return {word: word.upper() for word, counts in typed.items() if counts[True] > counts[False]}


def unfit_words(part: str) -> tuple[str, ...]:
    """The words of one part of `lexicons/unfit_for_names.txt`, "never" or "not alone"."""
    lines = files("analysis").joinpath("lexicons", "unfit_for_names.txt").read_text(encoding="utf-8").splitlines()
    here = ""
    words = []
    for line in lines:
        if line.startswith("["):
            here = line.strip("[]")
        elif line and not line.startswith("#") and here == part:
            words.append(line)
    return tuple(words)


def telling_words() -> frozenset[str]:
    """Words of the usual list of stop words that can stand in a name."""
    lines = files("analysis").joinpath("lexicons", "telling_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
