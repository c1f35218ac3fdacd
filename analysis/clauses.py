"""Two things said in one sentence are two clauses: "the staff were lovely and the food was cold"."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from importlib.resources import files

ENOUGH_WORDS = 3  # on each side of where a sentence is split, so that "slow but kind" stays one segment
ENOUGH_IN_LIST = 2  # "long waits, rude receptionist": an adjective and a noun

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_GAP = re.compile(
    r"""
    \s{0,9} [,;] \s{0,9} (?: (?:and|plus|also|&) \s{1,9} )?
    | \s{1,9} (?:and|plus|&|[-–—]{1,3}) \s{1,9}
    """,
    re.VERBOSE | re.IGNORECASE,
)


def word_count(words: str) -> int:
    """Count the words of a text; marks and emoji are not words."""
    return len(_WORD.findall(words))


def clause_starts(sentence: str) -> Iterator[int]:
    """Say where in a sentence a further clause begins, in characters.

    A comma, "and" or a dash parts two clauses where both have a verb and the second names a subject of its own; in a
    sentence without any verb, where every part is a thing ("long waits, rude receptionist and no parking"). A first
    part that leans on the second ("when we came, ...") is not parted from it.
    """
    gaps = list(_GAP.finditer(sentence))
    if not gaps:
        return
    if not _VERB.search(sentence):
        yield from _starts_in_list(sentence, gaps)
        return
    start = 0
    for gap in gaps:
        left, right = sentence[start : gap.start()], sentence[gap.end() :]
        if _are_clauses(left, right):
            start = _kept_from(gap)
            yield start


def _are_clauses(left: str, right: str) -> bool:
    if not _SUBJECT.match(right) or not _VERB.search(left) or _LEANING.match(left):
        return False
    return word_count(left) >= ENOUGH_WORDS and word_count(right) >= ENOUGH_WORDS


def _starts_in_list(sentence: str, gaps: Sequence[re.Match[str]]) -> Iterator[int]:
    starts = [0, *(gap.end() for gap in gaps)]
    ends = [*(gap.start() for gap in gaps), len(sentence)]
    if all(_is_thing(sentence[start:end]) for start, end in zip(starts, ends, strict=True)):
        yield from map(_kept_from, gaps)


def _is_thing(item: str) -> bool:
    if _JOINED_ON.match(item):
        return False
    return word_count(item) >= ENOUGH_IN_LIST + bool(_DEGREE.match(item))


def _kept_from(gap: re.Match[str]) -> int:
    """The mark stays with what it ends, the "and" with what it begins."""
    said = gap.group()
    return gap.start() + len(said) - len(said.lstrip(" \t,;"))


def _patterns() -> dict[str, re.Pattern[str]]:
    text = files("analysis").joinpath("lexicons", "clauses.toml").read_text(encoding="utf-8")
    words = {name: "|".join(map(re.escape, listed.split())) for name, listed in tomllib.loads(text).items()}
    short = r"['’](?:re|m|ve|d|ll)\b"
    verb = rf"(?:(?:{words['auxiliaries']})(?:n['’]t)?|can['’]t|won['’]t|{words['verbs']}|[a-z]{{2,}}ed)\b"
    after_subject = rf"(?:{verb}|(?:{words['verbs_or_things']})\b)"
    subject = rf"(?:{words['subjects']}|no\ one)"
    between = rf"(?:\s+(?:{words['between']}))*"
    named = rf"(?:{words['determiners']})\s+(?:[\w'’-]+\s+){{1,4}}?"
    opening = r"[\s\"'“‘(]*(?:(?:and|but|so)\s+)?"
    patterns = {
        "verb": rf"\b{verb}|{short}",
        "subject": rf"{subject}(?:['’]s\b|{short}|{between}\s+{after_subject})|{named}{after_subject}",
        "leaning": rf"{opening}(?:{words['leaning']})\b",
        "joined_on": rf"{opening}(?:{words['joined_on']})\b",
        "degree": rf"{opening}(?:{words['degrees']})\b",
    }
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in patterns.items()}


_VERB, _SUBJECT, _LEANING, _JOINED_ON, _DEGREE = _patterns().values()
