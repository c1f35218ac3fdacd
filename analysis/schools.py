"""Names of schools and places, by the words around "School" and by the names an area gives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from analysis.capital_words import Word
from analysis.identifiers import Found
from analysis.name_lists import NameLists

_IN_A_NAME = re.compile(r"\.?[ \t]+(?:(?:of|the|and|&|st\.?|c of e|c/e|on|in|upon|under|for)[ \t]+)*", re.IGNORECASE)
_SAINT = re.compile(
    r"""
    (?: \bS[Tt]\.?[ ][A-Z][\w'’]+ | \bSaint[ ][A-Z][\w'’]+
      | \bst\.?[ ](?:mary|john|peter|paul|james|joseph|george|thomas|michael|anne?|luke|mark|matthew|andrew|david|
        patrick|cuthbert|bede|oswald|aidan|hilda|wilfrid|catherine|margaret|francis)['’]?s?\b )
    (?P<school> (?:[ ](?i:rc|c[ ]?of[ ]?e|ce|catholic|church[ ]of[ ]england|junior|infant|high|secondary|special))*
      [ ](?i:school|academy|college|nursery|primary(?:[ ]school)?|juniors?|infants?)\b )?
    """,
    re.VERBOSE,
)
_GOES_TO = re.compile(r"\b(?:at|to|from|in|attends?|attended|called|named|joined|joins)[ \t]+$", re.IGNORECASE)
_AFTER_A_SCHOOL = re.compile(
    r"\s*(?:$|[^\w\s]|(?:school|academy|and|in|is|was|has|for|since|when|who|they|he|she|i)\b)", re.IGNORECASE
)
_NO_NAME = re.compile(r"(?:ing|ed|an|al|ly|ic|ive|ous|ful|er|or|most|many|several)$")
_MISSPELT = 0.8  # share of letters in common above which "secondry" is "secondary"


def schools_in(words: str, tokens: Sequence[Word], known: NameLists) -> Iterator[Found]:
    """Find the names of schools: "Hobbin Lane School", "st cuthberts primary"."""
    for at, token in enumerate(tokens):
        if token.plain not in known.school_nouns or _is_primary_care(words, token):
            continue
        first = _first_word(words, tokens, at, known)
        if first < at:
            yield Found("school", tokens[first].start, _last_word(words, tokens, at, known).end)


def places_in(words: str, places: Sequence[str], known: NameLists) -> Iterator[Found]:
    """Find saints' names of buildings, and the places an area names. One that is a word too needs its capital."""
    for match in _SAINT.finditer(words):
        yield Found("school" if match["school"] else "place", *match.span())
    for place in places:
        any_case = place.casefold() not in known.places_also_words
        spelt = r"[\s-]+".join(re.escape(part) for part in re.split(r"[\s-]+", place.strip()))
        if spelt:
            for match in re.finditer(rf"\b{spelt}\b", words, re.IGNORECASE if any_case else 0):
                yield Found("place", *match.span())


def _first_word(words: str, tokens: Sequence[Word], noun: int, known: NameLists) -> int:
    """Walk back from "School" over its name; give `noun` itself where it has none."""
    first = noun
    while first and _joined(words, tokens, first) and _is_capital(tokens[first - 1]):
        first -= 1
    if first < noun and not tokens[noun].capital and _only_opens(tokens[first], noun - first):
        first += 1
    if first == noun and not tokens[noun].plain.endswith("schools"):
        first = _first_small_word(words, tokens, noun, known)
    while first < noun and _is_a_kind(tokens[first], known):
        first += 1
    return first


def _is_primary_care(words: str, noun: Word) -> bool:
    """Say whether "primary" is a word like another here, and no school."""
    return noun.said == "primary" and _AFTER_A_SCHOOL.match(words, noun.end) is None


def _only_opens(first: Word, length: int) -> bool:
    """Say whether the one capital before "school" is that of a sentence ("Urban schools are ...")."""
    return length == 1 and first.opens and _NO_NAME.search(first.plain) is not None


def _first_small_word(words: str, tokens: Sequence[Word], noun: int, known: NameLists) -> int:
    """Walk back over a name without capitals: up to three words that are no ordinary words, after "go to"."""
    first = noun
    while first and noun - first < 3 and _joined(words, tokens, first) and _is_unknown(tokens[first - 1], known):
        first -= 1
    start = tokens[first].start
    return first if _GOES_TO.search(words[max(0, start - 20) : start]) else noun


def _joined(words: str, tokens: Sequence[Word], at: int) -> bool:
    gap = words[tokens[at - 1].end : tokens[at].start]
    return _IN_A_NAME.fullmatch(gap.removeprefix("'s").removeprefix("’s")) is not None


def _is_capital(token: Word) -> bool:
    return token.capital or (token.said.isupper() and len(token.said) < 4)


def _is_unknown(token: Word, known: NameLists) -> bool:
    if _is_a_kind(token, known) or len(token.plain) < 4 or token.plain in known.roles or not token.plain.isalpha():
        return False
    return all(SequenceMatcher(None, token.plain, kind).ratio() < _MISSPELT for kind in known.school_kinds)


def _is_a_kind(token: Word, known: NameLists) -> bool:
    return token.plain in known.school_kinds or token.plain in known.school_nouns or known.is_ordinary(token.plain)


def _last_word(words: str, tokens: Sequence[Word], noun: int, known: NameLists) -> Word:
    """Take in what follows ("Hobbin Lane Primary School", "Oak Academy Trust")."""
    last = noun
    while last + 1 < len(tokens) and words[tokens[last].end : tokens[last + 1].start] == " ":
        after = tokens[last + 1]
        if after.plain not in known.school_nouns and not (after.capital and after.plain in {"trust", "sixth", "form"}):
            break
        last += 1
    return tokens[last]
