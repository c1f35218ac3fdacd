"""Comments as the vectors read them: plain marks, pictures as words, short forms spelt out, clear slips put right."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any, Self

from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.utils.validation import check_is_fitted

from analysis.name_lists import load_name_lists
from analysis.wording.glossary import load_glossary
from analysis.wording.marks import mended, plain_marks
from analysis.wording.pictures import load_pictures
from analysis.wording.spelling import Speller

# what redaction put in the place of a name, "[name]"; "A & E"; "1:1"; a word, perhaps with digits ("w8") or "n't"
_TOKEN = re.compile(
    r"\[[^\]]*\]|\b[aA] ?[&+/] ?[eE]\b|\b[sS]&[lL][tT]\b|\b1:1\b|\b1-2-1\b|(?P<word>[^\W_]+(?:'[^\W_]+)*)"
)
_UNIT = re.compile(r"(\d)(?=(?:mins?|minutes?|hrs?|hours?|days?|wks?|weeks?|months?|yrs?|years?)\b)", re.IGNORECASE)
_RUN = re.compile(r"[^\W_]+")
_SPECIAL = re.compile(r"[&/+:]|1-2-1")
_STARTS = re.compile(r"(?:^|[.!?:])\W*\Z")  # where a capital is no sign of a name


class TextReader(TransformerMixin, BaseEstimator):  # type: ignore[misc]  # scikit-learn ships no types
    """Reads comments or segments before they become vectors; one text out for each text in, and none is lost.

    Which words are slips depends on the words that all the texts use, and never on the order of the texts. What a
    redaction put in ("[name]") stays. Reading what was read changes nothing.

    Parameters
    ----------
    spell_out : bool
        Put the field's short forms ("EHCP") in full, for vectors of meaning; without it they stay for vectors of
        words, where a long form would outweigh the rest of a comment.
    respell : bool
        Read clear slips as the word that was meant.

    Attributes
    ----------
    uses_ : mapping of str to int
        How often the texts that were fitted use a word in small letters.
    slips_ : mapping of str to str
        Which of their words are read as another: `{"recieve": "receive"}`.
    """

    def __init__(self, *, spell_out: bool = True, respell: bool = True) -> None:
        self.spell_out = spell_out
        self.respell = respell

    def fit(self, texts: Sequence[str], y: object = None) -> Self:
        """Learn which words the texts use."""
        self.fit_transform(texts)
        return self

    def fit_transform(self, texts: Sequence[str], y: object = None, **_: Any) -> list[str]:
        """Learn from the texts and read them."""
        self._load()
        plain = [self._plain(text) for text in texts]
        self.uses_, self._as_names = _counted(plain)
        self.slips_ = self._slips_among({*self.uses_, *self._as_names})
        return self._read_all(plain, self.slips_)

    def transform(self, texts: Sequence[str]) -> list[str]:
        """Read texts by what was learnt from those that were fitted."""
        check_is_fitted(self, "uses_")
        plain = [self._plain(text) for text in texts]
        return self._read_all(plain, self._slips_among({use.word for text in plain for use in _uses(text)}))

    def _load(self) -> None:
        self._pictures = load_pictures()
        self._glossary = load_glossary()
        lists = load_name_lists()
        self._speller = Speller(self._glossary.known | lists.first_names | lists.surnames)

    def _plain(self, text: str) -> str:
        return _UNIT.sub(r"\1 ", plain_marks(self._pictures.to_words(mended(text))))

    def _slips_among(self, words: Set[str]) -> Mapping[str, str]:
        if not self.respell:
            return {}
        return self._speller.slips((word for word in words if not self._is_name(word)), self.uses_)

    def _is_name(self, word: str) -> bool:
        return self._as_names[word] > 0 and self._as_names[word] >= self.uses_[word]

    def _read_all(self, plain: Sequence[str], slips: Mapping[str, str]) -> list[str]:
        changing = self._glossary.known | slips.keys()
        return [self._read(text, slips) if _may_change(text, changing) else text for text in plain]

    def _read(self, text: str, slips: Mapping[str, str]) -> str:
        tokens = list(_TOKEN.finditer(text))
        shouted = _is_shouted(text)
        parts: list[str] = []
        last = 0
        for place, token in enumerate(tokens):
            typed = token.group()
            before = tokens[place - 1].group() if place else ""
            after = tokens[place + 1].group() if place + 1 < len(tokens) else ""
            read = self._word(typed, before, after, slips, shouted=shouted)
            if read != typed:
                parts += [text[last : token.start()], read]
                last = token.end()
        return "".join([*parts, text[last:]]) if parts else text

    def _word(self, typed: str, before: str, after: str, slips: Mapping[str, str], *, shouted: bool) -> str:
        small = typed.casefold()
        if small in self._glossary.plain:
            return _as_typed(self._glossary.plain[small], typed)
        if self.spell_out:
            form = typed.replace(" ", "").removesuffix("'s")
            long = self._glossary.long_form(form, before=before, after=after, shouted=shouted)
            if long:
                return long
        if small not in slips or (typed.isupper() and not shouted):
            return typed
        return _as_typed(slips[small], typed)


@dataclass(frozen=True, slots=True)
class _Use:
    """A word of a text in small letters, and whether it was written as a name is: a capital inside a sentence."""

    word: str
    as_name: bool


def _uses(text: str) -> Iterator[_Use]:
    shouted = _is_shouted(text)
    for token in _TOKEN.finditer(text):
        typed = token["word"]
        if typed is None:
            continue
        if typed.islower() or shouted:
            yield _Use(typed.casefold(), as_name=False)
        else:
            yield _Use(typed.casefold(), as_name=not _STARTS.search(text, 0, token.start()))


def _counted(plain: Sequence[str]) -> tuple[Counter[str], Counter[str]]:
    """How often each word is used, and how often as a name."""
    words: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for text in plain:
        for use in _uses(text):
            (names if use.as_name else words)[use.word] += 1
    return words, names


def _may_change(text: str, changing: Set[str]) -> bool:
    """A quick look, for most texts hold nothing that is read otherwise."""
    return not changing.isdisjoint(_RUN.findall(text.casefold())) or _SPECIAL.search(text) is not None


def _is_shouted(text: str) -> bool:
    return text.isupper() and " " in text.strip()


def _as_typed(right: str, typed: str) -> str:
    """With the capitals of what was typed."""
    if typed.isupper() and len(typed) > 1:
        return right.upper()
    return right[:1].upper() + right[1:] if typed[:1].isupper() else right
