"""Some comments answer nothing ("n/a", "dunno", "no comment"): they are counted and set aside."""

from __future__ import annotations

import re
from importlib.resources import files

from analysis.saying_nothing import FILLER, SAYS_NOTHING

_NOT_A_LETTER = re.compile(r"[^\w\s/']|_")
_PART_END = re.compile(r"[.,;:!?\n()]+|\s[-–—]+\s")
_SPACES = re.compile(r"\s+")
_PICTURE = re.compile(r"[☀-➿⬀-⯿\U0001f000-\U0001faff]")
_LONGEST = 150  # characters: nobody needs more to say nothing


def is_answer(words: str) -> bool:
    """Say whether a comment or segment says anything about life or support.

    A lone picture is an answer ("👍"); a lone mark ("-", "..."), a held-down key and the ways of saying nothing (the
    phrases of `lexicons/nonanswers.txt`, "there is nothing else that I can think of") are not, nor are several of
    them in a row. "Nothing, they were lovely" and "all good thanks" are.
    """
    if _PICTURE.search(words):
        return True
    if not _says_something(_plain(words)):
        return False
    if len(words) > _LONGEST:
        return True
    return any(_says_something(_plain(part)) for part in _PART_END.split(words))


def _says_something(said: str) -> bool:
    if len(said) > _LONGEST:
        return len(set(said.replace(" ", ""))) > 1
    bare = _SPACES.sub(" ", FILLER.sub(" ", said)).strip()
    if not any(letter.isalpha() for letter in bare) and not _is_rating(said):
        return False
    if bare in _PHRASES or said in _PHRASES or len(set(bare)) == 1:
        return False
    return not (SAYS_NOTHING.fullmatch(bare) or SAYS_NOTHING.fullmatch(said))


def _plain(words: str) -> str:
    said = words.casefold().replace("’", "'")
    return _SPACES.sub(" ", _NOT_A_LETTER.sub(" ", said).replace("'", "")).strip()


def _is_rating(said: str) -> bool:
    return re.fullmatch(r"\d{1,3}(?: ?/ ?\d{1,3}| out of \d{1,3})", said) is not None


def _phrases() -> frozenset[str]:
    lines = files("analysis").joinpath("lexicons", "nonanswers.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(_plain(line) for line in lines if line and not line.startswith("#"))


_PHRASES = _phrases()
