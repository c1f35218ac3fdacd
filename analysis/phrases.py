"""Phrases of one to four words that a theme could be known by, and how people typed them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from analysis.denials import NOT, denied_doing, denies, is_denied
from analysis.stems import Stemmer, Token, bare
from analysis.unfit_words import kept_capitals, proper_stems, unfit_words
from analysis.word_kinds import Kind, WordKinds

LONGEST = 4  # words that say something
FEWEST_WORDS, MOST_WORDS = 2, 6  # of a whole sentence that can be a name
# A form that reads better as a heading stands for the commonest one when it is used this often beside it.
OFTEN_ENOUGH = 0.15
FEWEST_USES = 3
MOST_LEARNT = 20_000
# What may stand between the words of a phrase, and the letter that says so in its shape.
_BETWEEN = {
    **dict.fromkeys(("the", "a", "an", "my", "our", "your", "his", "her", "their"), "d"),
    **dict.fromkeys(("of", "in", "on", "at", "from", "by", "between"), "p"),
    **dict.fromkeys(("for", "with", "about"), "f"),
    "to": "t",
    "and": "&",
    "who": "w",
    **dict.fromkeys(("two", "three", "four", "five", "six", "too", "so", "such", "every", "all"), "q"),
}
_LETTERS = {Kind.THING: "N", Kind.DESCRIBING: "A", Kind.DOING: "V"}
# "waiting lists"; "clean and tidy", "kind and friendly staff"; "lack of communication", "food and drink"; "listening",
# "answering the phone", "waiting two years", "waiting too long"; "time to talk"; "staff who listen"; "easy to
# understand".
_THING = "A{0,2}N{1,3}"
_SHAPES = re.compile(
    rf"{_THING}|A&A(?:N{{1,2}})?|{_THING}[pft&]d?{_THING}|V(?:[ft]?[dq]{{0,2}}{_THING})?|VqA|{_THING}tV(?:d?{_THING})?|NwV|AtV"
)
_SENTENCE = re.compile(r"[^\W\d_]+(?:,? [^\W\d_]+(?:['’-][^\W\d_]+)*)*")
_I = re.compile(r"^i(?=$|')")
_IS = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_HOW = frozenset(
    {"so", "very", "really", "always", "all", "both", "quite", "too", "most", "extremely", "absolutely", "also", "and"}
)

Phrase = frozenset[str]


@dataclass(frozen=True, slots=True)
class Spoken:
    """What one text says, by stems: its telling words, and its phrases as they were typed.

    `headings` can stand as they are; `of_things` tells of a thing, "the staff are kind"; `describing` are its words
    that say how something is. A text that `denies` says that something is not so.
    """

    words: frozenset[str]
    headings: Mapping[Phrase, str]
    of_things: Mapping[Phrase, str]
    describing: Mapping[str, str]
    denies: bool


class PhraseBook:
    """The phrases of a text, by their stems in any order.

    None holds a redacted word, a name of a person or place (a word mostly written with a capital inside sentences), a
    negation or another word that says nothing, or a word of `lexicons/unfit_for_names.txt`. Each has a shape that can
    stand as a heading: none is a lone word of describing, and what people did is "listening", not "listened". How
    words are written is learnt from `MOST_LEARNT` texts at most; a text's phrases are read when they are asked for.
    """

    def __init__(self, texts: Sequence[str], stemmer: Stemmer, kinds: WordKinds) -> None:
        self._texts = texts
        self._stemmer = stemmer
        self._kinds = kinds
        learnt = [self._tokens(text) for text in texts[:: max(1, -(-len(texts) // MOST_LEARNT))]]
        self._unfit = stemmer.stem_all(unfit_words("never")) | proper_stems(learnt)
        self.vague = stemmer.stem_all(unfit_words("vague"))
        self._not_alone = stemmer.stem_all(unfit_words("not alone"))
        self._shown = kept_capitals(learnt)

    def spoken(self, index: int) -> Spoken:
        """The words and phrases of one text."""
        tokens = self._tokens(self._texts[index])
        letters = [self._letter(token) for token in tokens]
        typed: dict[Phrase, str] = {}
        said: dict[Phrase, str] = {}
        for start, letter in enumerate(letters):
            if letter in "NAV":
                for stems, words in self._from(tokens, letters, start):
                    typed.setdefault(stems, words)
            if letter == "N":
                for stems, words in self._described(tokens, letters, start):
                    said.setdefault(stems, words)
        said_at_all = frozenset(token.stem for token in tokens if token.stem)
        told = {stems: words for stems, words in said.items() if stems not in typed}
        describing = {token.stem: _typed(token) for token, letter in zip(tokens, letters, strict=True) if letter == "A"}
        return Spoken(said_at_all, typed, told, describing, any(map(denies, tokens)))

    def sentence(self, index: int) -> str:
        """The whole text as it can stand in a heading, without capitals, if it is short and holds nothing unfit."""
        text = self._texts[index]
        if text.count(" ") >= MOST_WORDS:
            return ""
        tokens = self._tokens(text)
        is_fit = all(not token.is_redacted and token.stem not in self._unfit for token in tokens)
        plain = " ".join(text.casefold().replace("’", "'").split()).strip(" .!,;:-")
        return plain if is_fit and FEWEST_WORDS <= len(tokens) <= MOST_WORDS and _SENTENCE.fullmatch(plain) else ""

    def stems(self, index: int) -> frozenset[str]:
        """The stems of the words of one text that say something and are fit."""
        stems = (token.stem for token in self._tokens(self._texts[index]))
        return frozenset(stem for stem in stems if stem) - self._unfit - self._not_alone

    def as_typed(self, counts: Counter[str]) -> str:
        """The commonest way of typing a phrase, or one that reads better: "appointments"."""
        most = min(counts, key=lambda words: (-counts[words], len(words), words))
        enough = max(OFTEN_ENOUGH * counts[most], FEWEST_USES)
        better = [form for form in (f"{most}s", f"{most}es") if counts[form] >= enough]
        doing = self._kinds.gerund(f"{most}ed") if " " not in most else most
        if counts[doing] == counts[most]:
            better.append(doing)  # "waiting", where as many say so as speak of "the wait"
        return self.shown(max(better, key=lambda form: (counts[form], form), default=most))

    def shown(self, words: str) -> str:
        """Words with the capitals that they keep inside a sentence."""
        return " ".join(self._shown.get(word, _I.sub("I", word)) for word in words.split())

    def _tokens(self, text: str) -> tuple[Token, ...]:
        """What was "rung" meets what was "ringing" in one stem."""
        return tuple(self._plain(token) for token in self._stemmer.tokens(text))

    def _plain(self, token: Token) -> Token:
        plain = self._kinds.plain.get(token.surface.lower())
        return replace(token, stem=self._stemmer.stem(plain)) if plain and token.stem else token

    def _letter(self, token: Token) -> str:
        if not token.stem:
            return _BETWEEN.get(bare(token.surface), "x") if not token.is_redacted else "x"
        kind = self._kinds.of(_typed(token))
        return "x" if token.stem in self._unfit or kind is Kind.REST else _LETTERS[kind]

    def _from(self, tokens: Sequence[Token], letters: Sequence[str], start: int) -> Iterator[tuple[Phrase, str]]:
        stems: set[str] = set()
        for end in range(start, len(tokens)):
            token = tokens[end]
            if letters[end] == "x" or token.stem in stems or (token.starts_phrase and end > start):
                return
            if not token.stem:
                continue
            stems.add(token.stem)
            if len(stems) > LONGEST:
                return
            shape = "".join(letters[start : end + 1])
            if not _SHAPES.fullmatch(shape) or stems <= self._not_alone:
                continue
            if letters[start] == "V" and is_denied(tokens, start):
                heading = self._heading(tokens[start : end + 1], letters[start])
                yield (
                    frozenset({*stems, NOT}),
                    denied_doing(tokens, start, heading) if shape == "V" else f"{NOT} {heading}",
                )
            else:
                yield frozenset(stems), self._heading(tokens[start : end + 1], letters[start])

    def _described(self, tokens: Sequence[Token], letters: Sequence[str], thing: int) -> Iterator[tuple[Phrase, str]]:
        """Who says that the staff were very kind speaks of kind staff."""
        says_is = False
        for place in range(thing + 1, len(tokens)):
            token, word = tokens[place], bare(tokens[place].surface)
            if token.starts_phrase:
                return
            if says_is and letters[place] == "A":
                stems = frozenset({token.stem, tokens[thing].stem})
                if len(stems) == 2 and not stems <= self._not_alone:
                    yield stems, f"{_typed(token)} {_typed(tokens[thing])}"
            elif word in _IS:
                says_is = True
            elif word not in _HOW:
                return

    def _heading(self, tokens: Sequence[Token], letter: str) -> str:
        words = [_typed(token) for token in tokens]
        if letter == "V":
            words[0] = self._kinds.gerund(words[0])
        return " ".join(words)


def _typed(token: Token) -> str:
    return token.surface.lower().replace("’", "'")
