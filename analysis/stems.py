"""Words as people typed them, and their stems: "waited", "waiting" and "waits" are one stem."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from nltk.stem.snowball import SnowballStemmer
from stop_words import get_stop_words

from analysis.thesaurus import Thesaurus

# what redaction put in the place of a name, "[name]", is no word of anybody
_TOKEN = re.compile(r"\[[^\]]*\]|[^\W\d_]+(?:['’-][^\W\d_]+)*")
_EMPTY_WORDS = frozenset(
    "also although always anything anyone bit came come comes did didnt done dont either else etc ever everybody even far "
    "get gets getting go goes going gone got had ive im its just keep kept know like lot lots made many may maybe might "
    "much must near not now often one ones only per please put quite rather really said say says see seem seemed seems "
    "shall since something someone somebody sometimes somewhat still sure take taken takes taking thank thanks thats "
    "theres they've thing things though thought took towards two upon us use used using usually via want wanted wants "
    "way went whatever whenever whether whilst will within without won would wouldnt yes yet okay".split()
)
_TELLING_WORDS = frozenset("same more again".split())


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
    """Reads words into tokens, remembering the stems it has met for as long as it lives."""

    def __init__(self, thesaurus: Thesaurus) -> None:
        self._short_forms = thesaurus.short_forms
        self._snowball = SnowballStemmer("english")
        self._empty = (frozenset(map(_bare, get_stop_words("en"))) | _EMPTY_WORDS) - _TELLING_WORDS
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
        bare = _bare(word)
        stem = self._stems.get(bare)
        if stem is None:
            stem = self._stems[bare] = str(self._snowball.stem(self._short_forms.get(bare, bare)))
        return stem

    def _token(self, typed: str, *, starts_phrase: bool) -> Token:
        if typed.startswith("["):
            return Token(typed, "", starts_phrase, is_redacted=True)
        bare = _bare(typed)
        is_empty = len(bare) < 2 or bare in self._empty
        capital = not starts_phrase and typed[:1].isupper() and not typed.isupper()
        return Token(typed, "" if is_empty else self.stem(bare), starts_phrase, is_capitalised=capital)


def _bare(word: str) -> str:
    return word.casefold().replace("’", "").replace("'", "")
