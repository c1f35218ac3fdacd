"""Words that may mean that somebody is at risk are found by rules, so that a person looks. Standard library only."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from analysis.concern_marks import holds_a_mixed_word
from analysis.concern_patterns import LEVELS, Level, Pattern
from analysis.concern_rules import ConcernRules, load_concern_rules
from analysis.concern_words import Said, read_words


@dataclass(frozen=True, slots=True)
class Concern:
    """What the rules saw, at `words[start:end]` in characters. Never a verdict: a person decides."""

    level: Level
    category: str
    start: int
    end: int


def rules_found(words: str, *, language: str = "en") -> tuple[Concern, ...]:
    """Find what may be a concern.

    Parameters
    ----------
    words : str
        A comment as it came in.
    language : str, optional
        The language it was written in. The rules read English; words in another language, alphabet or in pictures
        alone are a `review` concern, whatever the rules see in them.

    Returns
    -------
    tuple of Concern
        The worst first, one for each category. Empty when the rules saw nothing, which never means that nobody is at
        risk.
    """
    if not words.strip():
        return ()
    found = list(_found(_read(words)).values())
    if language.casefold().partition("-")[0] != "en" or _is_unreadable(words):
        found.append(Concern("review", "cannot_read", 0, len(words)))
    return tuple(sorted(found, key=_urgency))


def worst(concerns: Sequence[Concern]) -> Level:
    """Give the most urgent level: red before amber before review. Raises ValueError when there is none."""
    return min((concern.level for concern in concerns), key=LEVELS.index)


@dataclass(frozen=True, slots=True)
class _Reading:
    """A comment as the patterns search it: the letters of each word's groups, its "." or ",", a space."""

    said: tuple[Said, ...]
    letters: tuple[str, ...]
    text: str
    starts: tuple[int, ...]

    def word_at(self, place: int) -> int:
        return bisect_right(self.starts, place) - 1

    def sentences(self, first: int, last: int) -> range:
        """Give the words of the sentences from the one `first` is in to the one `last` is in."""
        while first and self.said[first - 1].then != ".":
            first -= 1
        while last + 1 < len(self.said) and self.said[last].then != ".":
            last += 1
        return range(first, last + 1)


def _read(words: str) -> _Reading:
    said = read_words(words, _RULES.spelling)
    letters = [_RULES.words.get(one.plain, "") for one in said]
    for at, (one, after) in enumerate(pairwise(said)):
        for rest, phrase_letters in _RULES.phrases.get((one.plain, after.plain), ()):
            if _goes_on(said, at, rest):
                for here in range(at, at + 2 + len(rest)):
                    letters[here] += phrase_letters
    letters = [one.replace(_NOT, "") if _NOT_REALLY in one else one for one in letters]
    words_read = [f"{group_letters}{one.then} " for one, group_letters in zip(said, letters, strict=True)]
    starts = accumulate((len(one) for one in words_read[:-1]), initial=0)
    return _Reading(tuple(said), tuple(letters), "".join(words_read), tuple(starts))


def _goes_on(said: Sequence[Said], at: int, rest: Sequence[str]) -> bool:
    """Say whether a phrase whose first two words are here goes on, within its sentence."""
    here = said[at : at + 2 + len(rest)]
    if any(one.then == "." for one in here[:-1]):
        return False
    return len(here) == 2 + len(rest) and all(one.plain == word for one, word in zip(here[2:], rest, strict=True))


def _found(reading: _Reading) -> dict[str, Concern]:
    """Find the worst of each category. Patterns come in order of urgency; what could not be worse is not looked for."""
    present = set(reading.text)
    numbers = {number for letter in present for number in _RULES.starting.get(letter, ())}
    found: dict[str, Concern] = {}
    for number in sorted(numbers):
        pattern = _RULES.patterns[number]
        known = found.get(pattern.rule.category)
        if known is not None and _rank(known.level) <= _rank(pattern.rule.level):
            continue
        for need in pattern.needs:  # a plain loop: this runs for every pattern of every answer
            if need.isdisjoint(present):
                break
        else:
            matches = [*_matches(reading, pattern), *([known] if known else [])]
            if matches:
                found[pattern.rule.category] = min(matches, key=_urgency)
    return found


def _matches(reading: _Reading, pattern: Pattern) -> Iterator[Concern]:
    for match in pattern.finds.finditer(reading.text):
        first, last = reading.word_at(match.start()), reading.word_at(match.end() - 1)
        level = _level(reading, pattern, first, last)
        if level:
            yield Concern(level, pattern.rule.category, reading.said[first].start, reading.said[last].end)
        if level == pattern.rule.level:
            return


def _level(reading: _Reading, pattern: Pattern, first: int, last: int) -> Level | None:
    """Give the level of a match here; None where it is denied, or said of something harmless."""
    rule = pattern.rule
    around = frozenset("".join(reading.letters[at] for at in reading.sentences(first, last)))
    if not around.isdisjoint(rule.unless):
        return None
    over = _PAST in around and _STILL not in around
    if _is_denied(reading, pattern, first, last) and not rule.even_if_not:
        return rule.past if over or _NO_MORE in around else None
    if not around.isdisjoint(rule.or_review):
        return "review"
    return rule.past if over else rule.level


def _is_denied(reading: _Reading, pattern: Pattern, first: int, last: int) -> bool:
    """Say whether "nobody" or "doesn't" turns the match round; not where it is itself part of what matched."""
    return any(
        _NOT in reading.letters[at]
        and pattern.letters.isdisjoint(reading.letters[at])
        and _denies(reading, pattern, at, first, last)
        for at in range(max(0, first - 4), last)
    )


def _denies(reading: _Reading, pattern: Pattern, denial: int, first: int, last: int) -> bool:
    for at in range(denial + 1, last + 1):
        if reading.said[at - 1].then:
            return False
        if at >= first and not pattern.letters.isdisjoint(reading.letters[at]):
            return True
        if _LIGHT not in reading.letters[at]:
            return False
    return False


def _rank(level: Level) -> int:
    return LEVELS.index(level)


def _urgency(concern: Concern) -> tuple[int, int, int, str]:
    return _rank(concern.level), concern.start, -concern.end, concern.category


def _is_unreadable(words: str) -> bool:
    """Say whether a person must look because the rules cannot: another alphabet or language, or only pictures."""
    letters = [mark for mark in words if mark.isalpha()]
    if not letters:
        return _holds_a_picture_that_may_mean_harm(words)
    beyond = sum(ord(mark) > _LAST_LATIN for mark in letters)
    if beyond > len(letters) / 2 or (beyond and holds_a_mixed_word(words)):
        return True
    said = {word.strip(".,!?;:").casefold() for word in words.split()}
    foreign = len(said & _RULES.foreign)
    return foreign >= _FOREIGN_WORDS and foreign > len(said & _RULES.english)


def _holds_a_picture_that_may_mean_harm(words: str) -> bool:
    return any(
        ord(mark) >= _FIRST_PICTURE and mark not in _RULES.plain_pictures and mark not in _JOINERS for mark in words
    )


_LAST_LATIN = 0x24F
_FIRST_PICTURE = 0x2600
_JOINERS = frozenset(
    "\ufe0f\u200d\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
)  # they join pictures, or tint them
_FOREIGN_WORDS = 3
_RULES: ConcernRules = load_concern_rules()
_NOT, _NOT_REALLY, _LIGHT = _RULES.groups["not"], _RULES.groups["not_really"], _RULES.groups["light"]
_PAST, _STILL, _NO_MORE = _RULES.groups["past"], _RULES.groups["still"], _RULES.groups["no_more"]
