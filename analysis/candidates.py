"""What could stand in the name of a theme, and how telling each of it is."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from analysis.denials import NOT
from analysis.phrases import Phrase, PhraseBook
from analysis.pieces import Outlook, Piece
from analysis.sentiment_lexicon import load_sentiment_lexicon
from analysis.stems import Stemmer
from analysis.thesaurus import Thesaurus
from analysis.usage import Everybody, Usage
from analysis.word_kinds import Kind, WordKinds

MOST_CANDIDATES = 40
MOST_MANNERS = 2
A_VERDICT = 1.5  # of 4: "friendly" is one, "help" is none
LONG_WORD = 11  # letters: a reader of twelve stumbles over a longer one
_LENGTH_BONUS = (0.0, 1.0, 1.3, 1.4, 1.4, 1.4)  # by words: "waiting list" says more than "list"
_LONG_WORD = 0.7
_PRAISE_ALONE, _PRAISE, _PARTLY_PRAISE = 0.4, 0.8, 0.5

Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What segments mean: unit vectors of distinct texts, the text of each segment, and vectors of further words."""

    vectors: Vectors
    text_of: Sequence[int]
    encode: Callable[[Sequence[str]], Vectors]


class Candidates:
    """Phrases and short sentences of a theme's comments, as pieces of a name.

    Class-based TF-IDF (Grootendorst 2022) counted in people: how many in the group use a phrase, against how many do
    at all; and, with a `meaning`, how well the phrase's own sentence vector fits the theme and no other.
    """

    def __init__(
        self,
        book: PhraseBook,
        stemmer: Stemmer,
        kinds: WordKinds,
        thesaurus: Thesaurus,
        *,
        least_people: int,
        encode: Callable[[Sequence[str]], Vectors] | None,
    ) -> None:
        self._book = book
        self._stemmer = stemmer
        self._kinds = kinds
        self._least_people = least_people
        self._encode = encode
        self._evaluation = stemmer.stem_all(thesaurus.evaluation)
        self._verdicts = load_sentiment_lexicon().words

    def stems(self, words: str) -> Phrase:
        """What two names have in common that are the same but for their forms and their order."""
        return frozenset(self._stemmer.stems(words)) or frozenset(words.casefold().split())

    def phrases(
        self, usage: Usage, all_of_them: Everybody, outlook: Outlook | None, unfree: Collection[Phrase]
    ) -> list[Piece]:
        """The phrases that tell most of the group by their numbers, each with what its meaning adds."""
        fit = [
            phrase
            for phrase in usage.people
            if phrase in all_of_them.headings
            and phrase not in unfree
            and self._is_common(phrase, usage, all_of_them)
            and self._agrees(usage, phrase)
        ]
        shared = [phrase for phrase in fit if len(usage.people[phrase]) > 1]
        scores = {phrase: self._score(phrase, usage, all_of_them) for phrase in shared or fit}
        best = sorted(scores, key=lambda phrase: (-scores[phrase], sorted(phrase)))[:MOST_CANDIDATES]
        pieces = []
        for phrase in best:
            typed = self._book.as_typed(usage.typed[phrase])
            weight = math.log(scores[phrase] / scores[best[0]])
            praises = len(phrase) == 1 and phrase <= self._evaluation | self._book.vague
            describes = self._kinds.of(typed.split()[0]) is Kind.DESCRIBING
            pieces.append(Piece(phrase, typed, usage.people[phrase], weight, praises, describes))
        return self._with_meaning(pieces, outlook)

    def sentences(self, usage: Usage, outlook: Outlook | None, unfree: Collection[Phrase]) -> list[Piece]:
        """Short sentences that enough people wrote alike, as pieces."""
        shared = [sentence for sentence, people in usage.sentences.items() if len(people) >= self._least_people]
        best = sorted(shared, key=lambda sentence: (-len(usage.sentences[sentence]), sentence))[:MOST_CANDIDATES]
        most = len(usage.sentences[best[0]]) if best else 1
        pieces = [
            Piece(self.stems(one), self._book.shown(one), found, math.log(len(found) / most))
            for one, found in ((one, usage.sentences[one]) for one in best)
        ]
        return self._with_meaning([one for one in pieces if one.stems not in unfree], outlook)

    def manners(self, usage: Usage, all_of_them: Everybody, unfree: Collection[Phrase]) -> list[Piece]:
        """How people are, as a topic and no verdict, most said first: "being fair" of who was and of who was not."""
        said = {
            stem: min(counts, key=lambda word: (-counts[word], len(word), word))
            for stem, counts in usage.describing.items()
            if len(usage.words[stem]) > 1 and all_of_them.words[stem] >= self._least_people
        }
        fit = [
            stem
            for stem, typed in sorted(said.items())
            if stem not in self._evaluation and frozenset({stem}) not in unfree and typed in self._verdicts
        ]
        best = sorted(fit, key=lambda stem: (-len(usage.words[stem]), stem))[:MOST_MANNERS]
        return [Piece(frozenset({stem}), said[stem], usage.words[stem], 0.0, describes=True) for stem in best]

    def _with_meaning(self, pieces: list[Piece], outlook: Outlook | None) -> list[Piece]:
        if self._encode is None or outlook is None or not pieces:
            return pieces
        vectors = self._encode([one.typed for one in pieces])
        fits = outlook.fit(vectors)
        return [
            replace(one, fit=round(float(fit), 6), vector=vector)
            for one, fit, vector in zip(pieces, fits, vectors, strict=True)
        ]

    def _is_common(self, phrase: Phrase, usage: Usage, all_of_them: Everybody) -> bool:
        """Enough people used the phrase; or two of the theme did, and enough people each of its words."""
        if all_of_them.people[phrase] >= self._least_people:
            return True
        words = (all_of_them.words.get(stem, 0) for stem in phrase - {NOT})
        return len(usage.people[phrase]) >= 2 and all(number >= self._least_people for number in words)

    def _agrees(self, usage: Usage, phrase: Phrase) -> bool:
        """A word of praise or blame stands in a name only where nearly all who judge agree with it."""
        words = next(iter(usage.typed[phrase])).split()
        weights = [self._verdicts.get(word, 0.0) for word in words if self._kinds.of(word) is Kind.DESCRIBING]
        verdicts = [weight for weight in weights if abs(weight) >= A_VERDICT]
        voice = {"positive": 1, "negative": -1}.get(usage.voice, 0)
        return usage.voice == "neutral" or all(weight * voice > 0 for weight in verdicts)

    def _score(self, phrase: Phrase, usage: Usage, all_of_them: Everybody) -> float:
        share = usage.share(phrase)
        weight = _LENGTH_BONUS[len(phrase)]
        weight *= _LONG_WORD ** sum(len(word) > LONG_WORD for word in next(iter(usage.typed[phrase])).split())
        if phrase <= self._evaluation:
            weight *= _PRAISE_ALONE if len(phrase) == 1 else _PRAISE
        elif phrase & self._evaluation:
            weight *= _PARTLY_PRAISE
        return round(weight * math.sqrt(share) * math.log1p(share / all_of_them.shares[phrase]), 9)
