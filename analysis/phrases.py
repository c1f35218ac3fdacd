"""Phrases of one to four words that a theme could be known by, and how people typed them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files

from analysis.stems import Stemmer, Token, bare

LONGEST = 4  # words
# A form that reads better as a heading stands for the commonest one when it is used this often beside it.
OFTEN_ENOUGH = 0.15
FEWEST_USES = 3
# Only these may stand between the words of a phrase: "lack of communication", not "book must be increased".
_JOINING = frozenset({"of", "for", "to", "the", "a", "an", "and", "with", "in", "on", "at", "my", "our", "your", "who"})
_WEAK_ENDS = frozenset({"more", "less"})  # "staff more" is no phrase; "more staff" is

Phrase = frozenset[str]


class PhraseBook:
    """The phrases of each text, by their stems in any order.

    None holds a redacted word, a name of a person or place (a word mostly written with a capital inside sentences), a
    negation or another word that says nothing, or a word of `lexicons/unfit_for_names.txt`.
    """

    def __init__(self, texts: Sequence[str], stemmer: Stemmer) -> None:
        tokens = [stemmer.tokens(text) for text in texts]
        self._unfit = stemmer.stem_all(_unfit_words()) | _proper(tokens)
        self._phrases = [self._phrases_in(found) for found in tokens]
        self._shown = _shown(tokens)

    def phrases(self, index: int) -> Mapping[Phrase, str]:
        """The phrases of one text, as they stand in it."""
        return self._phrases[index]

    def stems(self, index: int) -> frozenset[str]:
        """The stems of the single words of one text."""
        return frozenset().union(*(phrase for phrase in self._phrases[index] if len(phrase) == 1))

    def as_typed(self, counts: Counter[str]) -> str:
        """The commonest way of typing a phrase, or one that reads better: "listening", "appointments"."""
        most = min(counts, key=lambda words: (-counts[words], not words.endswith("ing"), len(words), words))
        enough = max(OFTEN_ENOUGH * counts[most], FEWEST_USES)
        better = (form for form in _headings(most, counts) if counts[form] >= enough)
        chosen = max(better, key=lambda form: (counts[form], form), default=most)
        return " ".join(self._shown.get(word, word) for word in chosen.split())

    def _phrases_in(self, tokens: Sequence[Token]) -> Mapping[Phrase, str]:
        found: dict[Phrase, str] = {}
        for start, first in enumerate(tokens):
            if not first.stem or first.stem in self._unfit:
                continue
            stems: set[str] = set()
            for end in range(start, min(start + LONGEST, len(tokens))):
                token = tokens[end]
                if _breaks(token, is_first=end == start) or token.stem in stems or token.stem in self._unfit:
                    break
                if token.stem:
                    stems.add(token.stem)
                    if token.stem in _WEAK_ENDS and end > start:
                        continue
                    found.setdefault(frozenset(stems), _plain(tokens[start : end + 1]))
        return found


def _headings(most: str, counts: Counter[str]) -> Iterable[str]:
    """Other forms of a single word that are better headings: "listening" for "listened", a thing in the plural."""
    if " " in most:
        return ()
    if most.endswith("ed"):
        return (form for form in counts if form.endswith("ing"))
    return (form for form in counts if form in {f"{most}s", f"{most}es"})


def _breaks(token: Token, *, is_first: bool) -> bool:
    """A comma ends a phrase, and so does what says nothing: a negation, a redacted word."""
    return (token.starts_phrase and not is_first) or (not token.stem and bare(token.surface) not in _JOINING)


def _proper(tokens: Iterable[Sequence[Token]]) -> frozenset[str]:
    """Stems that are mostly written with a capital where no sentence starts: names of people and places."""
    inside: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for found in tokens:
        for token in found:
            if token.stem and not token.starts_phrase:
                inside[token.stem] += 1
                capital[token.stem] += token.is_capitalised
    return frozenset(stem for stem, uses in inside.items() if 2 * capital[stem] > uses)


def _shown(tokens: Iterable[Sequence[Token]]) -> Mapping[str, str]:
    """Short forms that people write in capitals ("EHCP") keep them."""
    typed: dict[str, Counter[bool]] = defaultdict(Counter)
    for found in tokens:
        shouting = sum(token.surface.isupper() and len(token.surface) > 1 for token in found) > 2
        for token in found:
            if 2 <= len(token.surface) <= 5 and not shouting:
                typed[token.surface.lower()][token.surface.isupper()] += 1
    return {word: word.upper() for word, counts in typed.items() if counts[True] > counts[False]}


def _plain(tokens: Sequence[Token]) -> str:
    return " ".join(token.surface.lower().replace("’", "'") for token in tokens)


def _unfit_words() -> tuple[str, ...]:
    lines = files("analysis").joinpath("lexicons", "unfit_for_names.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))
