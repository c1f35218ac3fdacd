"""Words as people typed them, and their stems: "waited", "waiting" and "waits" are one stem."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files

from nltk.stem.snowball import SnowballStemmer
from stop_words import get_stop_words

from analysis.thesaurus import Thesaurus

# what redaction put in the place of a name, "[name]", is no word of anybody
_TOKEN = re.compile(r"\[[^\]]*\]|[^\W\d_]+(?:['’-][^\W\d_]+)*")
# in the usual list, and yet they say something ("a different person again")
_TELLING_WORDS = frozenset({"same", "more", "again"})


@dataclass(frozen=True, slots=True)
class Token:
    """One word. `stem` is empty for a word that says nothing by itself ("the", "really") and for a redacted one.

    `starts_phrase`: a comma, a full stop or the like stands before it. `is_capitalised`: a capital inside a sentence.
    """

    surface: str
    stem: str
    starts_phrase: bool = False
    is_redacted: bool = False
    is_capitalised: bool = False


class Stemmer:
    """Reads words into tokens, remembering the stems it has met for as long as it lives.

    `telling` are words of the usual list of stop words that say something to whoever asks.
    """

    def __init__(self, thesaurus: Thesaurus, telling: Iterable[str] = ()) -> None:
        self._short_forms = thesaurus.short_forms
        self._snowball = SnowballStemmer("english")
        self._empty = (frozenset(map(bare, get_stop_words("en"))) | _empty_words()) - _TELLING_WORDS
        self._empty -= frozenset(telling)
        self._stems: dict[str, str] = {}

    def tokens(self, words: str) -> tuple[Token, ...]:
        end = 0
        tokens = []
        for match in _TOKEN.finditer(words):
            between = words[end : match.start()]
            tokens.append(self._token(match.group(), starts_phrase=not end or not between.isspace()))
            end = match.end()
        return tuple(tokens)

    def stems(self, words: str) -> tuple[str, ...]:
        """The stems of the words that say something, in order."""
        return tuple(token.stem for token in self.tokens(words) if token.stem)

    def stem_all(self, words: Iterable[str]) -> frozenset[str]:
        return frozenset(self.stem(word) for word in words)

    def stem(self, word: str) -> str:
        plain = bare(word)
        stem = self._stems.get(plain)
        if stem is None:
            stem = self._stems[plain] = str(self._snowball.stem(self._short_forms.get(plain, plain)))
        return stem

    def _token(self, typed: str, *, starts_phrase: bool) -> Token:
        if typed.startswith("["):
            return Token(typed, "", starts_phrase, is_redacted=True)
        plain = bare(typed)
        is_empty = len(plain) < 2 or plain in self._empty
        capital = not starts_phrase and typed[:1].isupper() and not typed.isupper()
        return Token(typed, "" if is_empty else self.stem(plain), starts_phrase, is_capitalised=capital)


def ideas_by_stem(thesaurus: Thesaurus, stemmer: Stemmer) -> Mapping[str, tuple[str, ...]]:
    """Which ideas a stem belongs to."""
    found: dict[str, set[str]] = {}
    for idea, words in thesaurus.ideas.items():
        for stem in stemmer.stem_all(words):
            found.setdefault(stem, set()).add(idea)
    return {stem: tuple(sorted(ideas)) for stem, ideas in found.items()}


def bare(word: str) -> str:
    """A word without its capitals and apostrophes."""
    return word.casefold().replace("’", "").replace("'", "")


def _empty_words() -> frozenset[str]:
    lines = files("analysis").joinpath("lexicons", "empty_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
