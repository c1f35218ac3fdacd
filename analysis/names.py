"""Names of people, by lists of known names and by the company that a name keeps."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.capital_words import Word
from analysis.identifiers import Found
from analysis.name_lists import NameLists

_SAYS_NAME = re.compile(
    r"\b(?:called|named|names?\s+(?:is|was|are|:)|name['’]s|names|name:|known as|nicknamed|aka|calls? me)\s*[\"“'‘]?$",
    re.IGNORECASE,
)
# "a group called Flying High", "he got called lazy": no name of a person follows
_CALLS_A_THING = re.compile(
    r"\b(?:group|course|programme|program|book|app|scheme|team|thing|form|building|website|site|charity|place|club|system|method|service|"
    r"game|show|drug|medicine|tablets?|test|condition|illness|syndrome|course's|they|we|i|you|he|she|was|were|been|got|get|getting|being|be)\s+"
    r"(?:(?:is|was|are|were|its|it['’]s)\s+)?(?:called|named|known as|nicknamed)\s*[\"“'‘]?$",
    re.IGNORECASE,
)
_DOES = (
    r"said|says|told|tells|asked|listened|listens|helped|helps|explained|explains|showed|shows|taught|teaches|gave|gives|"
    r"came|comes|rang|rings|phoned|visited|visits|understood|understands|talked|talks|spoke|speaks|made me|makes me|"
    r"made sure|makes sure|who|went|took|takes|knew|knows|got|sorted"
)
# a capital on the next line begins something else: "By when: January\nWho must hear it"
_ON = r"(?:[ \t]+|\s+(?-i:(?=[a-z])))"
_PERSON_DOES = re.compile(rf"{_ON}(?:(?:has|had|always|never|really|also|just|kindly)\s+)?(?:{_DOES})\b", re.IGNORECASE)
_PERSON_IS = re.compile(rf"{_ON}(?:is|was|has|had|isn['’]t|wasn['’]t|and\s+(?:i|me|my|the))\b|['’]s\s", re.IGNORECASE)
_BEFORE_PERSON = re.compile(
    r"\b(?:and|with|by|to|from|like|likes|love|loves|thank|thanks|see|saw|met|meet|miss|called|,)\s*$", re.IGNORECASE
)
_DIGIT = re.compile(r"\d")
_ROLE_GAP = re.compile(r"[ \t]+|[ \t]*[,(–-][ \t]*")
_NAME_GAP = re.compile(r"[ \t]+(?:[A-Z]\.?[ \t]+){0,2}(?:(?:van|de|der|von|al|el|bin|ap|mc|mac)[ \t]+)?", re.IGNORECASE)
_AND = re.compile(r"[ \t]+(?:and|&|n)[ \t]+", re.IGNORECASE)
_HEADING_END = re.compile(r"(?:ing|ed|tion|ment|ness|ly|able|ful|ive|ous|ity|ance|ence|ery|ies|ics)$")
_AT_A_PLACE = re.compile(r"\b(?:on|to|at|in|from|near|via|the)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Reading:
    words: str
    tokens: tuple[Word, ...]
    known: NameLists

    def gap(self, at: int) -> str:
        """What stands between the word before and this one."""
        return self.words[self.tokens[at - 1].end : self.tokens[at].start] if at else ""

    def before(self, at: int) -> str:
        start = self.tokens[at].start
        return self.words[max(0, start - 60) : start]


def people_in(words: str, tokens: Sequence[Word], known: NameLists) -> Iterator[Found]:
    """Find the names of people, each with the family name that follows it."""
    reading = _Reading(words, tuple(tokens), known)
    names = [_is_name(reading, at) for at in range(len(tokens))]
    for at in range(1, len(tokens)):
        names[at] = names[at] or (names[at - 1] and _follows_a_name(reading, at))
    for at in range(len(tokens) - 1, 0, -1):
        names[at - 1] = names[at - 1] or (names[at] and _goes_before_a_name(reading, at - 1))
    return _runs(reading, names)


def _is_name(reading: _Reading, at: int) -> bool:
    token, known = reading.tokens[at], reading.known
    if _is_famous(reading, at) or _names_a_building(reading, at):
        return False
    if _after_title(reading, at) or _after_role(reading, at) or _after_called(reading, at):
        return True
    if _is_first_name(reading, at):
        return True
    return _is_also_word(token, known) and _stands_as_name(reading, at)


def _is_first_name(reading: _Reading, at: int) -> bool:
    token, known = reading.tokens[at], reading.known
    parts = re.split(r"[-']", token.plain)
    if token.plain not in known.first_names and not (
        parts[0] in known.first_names and not _any_ordinary(parts[1:], known)
    ):
        return not token.opens and _is_foreign(token, known)
    if token.said.isupper() and len(token.said) < 4:  # "TIA" is an illness
        return False
    return token.said[:1].isupper() or len(token.plain) > 3 or _stands_as_short_name(reading, at)


def _is_foreign(token: Word, known: NameLists) -> bool:
    """Say whether a capital stands on letters that English has not ("Łukasz"): a name more often than not."""
    said = token.said.replace("’", "'")
    foreign = len(said) > 2 and said[1:].islower() and not said.isascii()
    return token.capital and foreign and not known.is_ordinary(token.plain)


def _any_ordinary(parts: Sequence[str], known: NameLists) -> bool:
    return any(known.is_ordinary(part) or part in known.names_that_tell_time for part in parts)


def _stands_as_short_name(reading: _Reading, at: int) -> bool:
    """Say whether "ben" without a capital is a boy and not "been"."""
    token = reading.tokens[at]
    if token.plain not in reading.known.short_names:
        return False
    beside = _BEFORE_PERSON.search(reading.before(at)) or _PERSON_DOES.match(reading.words, token.end)
    return bool(beside or _PERSON_IS.match(reading.words, token.end))


def _is_also_word(token: Word, known: NameLists) -> bool:
    return token.plain in known.names_also_words or token.plain in known.names_that_tell_time


def _stands_as_name(reading: _Reading, at: int) -> bool:
    """Say whether a word that is a name too ("Will", "Hope", "May") has a name's capital and a name's place."""
    token, known = reading.tokens[at], reading.known
    if not token.capital:
        return False
    does = bool(_PERSON_DOES.match(reading.words, token.end))
    if token.plain in known.names_that_tell_time:
        return does
    if not token.opens:
        beside_capital = at > 0 and reading.tokens[at - 1].capital and not reading.tokens[at - 1].opens
        return does or not beside_capital
    if does or token.plain in known.names_that_open_sentences:
        return does or (token.plain == "will" and bool(_PERSON_IS.match(reading.words, token.end)))
    return bool(_PERSON_IS.match(reading.words, token.end))


def _after_title(reading: _Reading, at: int) -> bool:
    if not at:
        return False
    title, token, known = reading.tokens[at - 1], reading.tokens[at], reading.known
    gap = reading.gap(at).removeprefix("." if len(title.said) < 5 else "")
    if gap.strip(" \t") or (token.opens and gap == reading.gap(at)):
        return False
    initial = (
        len(token.said) == 1
        and token.said.isupper()
        and token.said != "I"
        and not _DIGIT.match(reading.words, token.end)
    )
    letter = len(token.said) == 1
    if (known.is_ordinary(token.plain) or letter) and not initial:
        return False
    if title.plain in known.titles:
        return True
    if title.plain not in known.titles_also_words:
        return False
    capital = token.capital or initial
    return (capital and (title.said[:1].isupper() or title.plain != "miss")) or _is_known(token, known)


def _after_role(reading: _Reading, at: int) -> bool:
    if not at or reading.tokens[at - 1].plain not in reading.known.roles:
        return False
    token, known, gap = reading.tokens[at], reading.known, reading.gap(at)
    if (
        known.is_ordinary(token.plain)
        or token.plain in known.roles
        or len(token.said) == 1
        or not _ROLE_GAP.fullmatch(gap)
    ):
        return False
    if token.capital and _looks_like_a_name(reading, at):
        return gap.isspace() or _is_known(token, known)
    somebodys = at > 1 and reading.tokens[at - 2].plain in {"my", "our", "his", "her", "your"}
    return token.plain in known.first_names or (somebodys and _is_small_name(token, known))


def _is_small_name(token: Word, known: NameLists) -> bool:
    """Say whether a word without a capital is a name in "my friend ..." ("grace", and not "will")."""
    also_word = token.plain in known.names_also_words
    return also_word and token.plain not in known.names_that_open_sentences | known.names_that_tell_time


def _after_called(reading: _Reading, at: int) -> bool:
    before = reading.before(at)
    if not _SAYS_NAME.search(before) or _CALLS_A_THING.search(before):
        return False
    token, known = reading.tokens[at], reading.known
    if known.is_ordinary(token.plain) or (token.said.isupper() and len(token.said) > 1):
        return False
    return token.said[:1].isupper() or _is_known(token, known)


def _looks_like_a_name(reading: _Reading, at: int) -> bool:
    """Say whether a capital is one of a name and not of a heading ("Support Worker Visits")."""
    token = reading.tokens[at]
    return not token.opens and (_is_known(token, reading.known) or not _HEADING_END.search(token.plain))


def _is_known(token: Word, known: NameLists) -> bool:
    return token.plain in known.first_names or token.plain in known.names_also_words or token.plain in known.surnames


def _follows_a_name(reading: _Reading, at: int) -> bool:
    """Say whether a word is the family name after a name, or the second of "Lucy and Bo"."""
    token, known, gap = reading.tokens[at], reading.known, reading.gap(at)
    ordinary = known.is_ordinary(token.plain) and not (token.capital and token.plain in known.surnames)
    if ordinary or token.plain in known.roles:
        return False
    if _AND.fullmatch(gap):
        return token.capital and not token.opens
    if _in_one_name(reading, at):
        return token.capital or (token.plain in known.surnames and token.plain not in known.surnames_also_words)
    return False


def _goes_before_a_name(reading: _Reading, at: int) -> bool:
    """Say whether a capital inside a sentence is the unknown first name of a known family ("Bohdana Smith")."""
    token, after, known = reading.tokens[at], reading.tokens[at + 1], reading.known
    if (
        not token.capital
        or token.opens
        or known.is_ordinary(token.plain)
        or token.plain in known.titles_also_words | known.titles | known.roles
    ):
        return False
    gap = reading.gap(at + 1)
    return after.capital and (_in_one_name(reading, at + 1) or bool(_AND.fullmatch(gap)))


def _in_one_name(reading: _Reading, at: int) -> bool:
    """Say whether only a space, or the point of an initial, parts this word from the one before."""
    gap = reading.gap(at)
    initial = len(reading.tokens[at - 1].said) == 1
    return _NAME_GAP.fullmatch(gap.removeprefix(".") if initial else gap) is not None


def _is_famous(reading: _Reading, at: int) -> bool:
    word = reading.tokens[at].plain
    before = reading.tokens[at - 1].plain if at else ""
    after = reading.tokens[at + 1].plain if at + 1 < len(reading.tokens) else ""
    return f"{word}-{after}" in reading.known.famous or f"{before}-{word}" in reading.known.famous


def _names_a_building(reading: _Reading, at: int) -> bool:
    """Say whether a name is that of a ward or a street ("Victoria Hospital", "on Charlotte ward")."""
    token, known = reading.tokens[at], reading.known
    last = at
    while last + 1 < len(reading.tokens) and last < at + 2 and reading.gap(last + 1).isspace():
        last += 1
        after = reading.tokens[last]
        if after.plain in known.names_of_buildings:
            certain = after.capital or token.plain in known.names_also_words or _AT_A_PLACE.search(reading.before(at))
            return token.capital and bool(certain)
        if not after.capital:
            return False
    return False


def _runs(reading: _Reading, names: Sequence[bool]) -> Iterator[Found]:
    """Join a first name and a family name into one part."""
    start: Word | None = None
    for at, token in enumerate(reading.tokens):
        if not names[at]:
            continue
        start = start or token
        more = at + 1 < len(names) and names[at + 1]
        if not (more and _in_one_name(reading, at + 1)):
            yield Found("name", start.start, token.end)
            start = None
