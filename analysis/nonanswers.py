"""Some comments answer nothing ("n/a", "dunno", "no comment"): they are counted and set aside."""

from __future__ import annotations

import re
from importlib.resources import files

_NOT_A_LETTER = re.compile(r"[^\w\s/']|_")
_FILLER = re.compile(
    r"\b(?:um+|er+m*|uh+|hmm+|well|sorry|just|really|actually|at all|thanks?|thank you|cheers|lol|x+)\b"
)
_SPACES = re.compile(r"\s+")
_PICTURE = re.compile(r"[☀-➿⬀-⯿\U0001f000-\U0001faff]")


def is_answer(words: str) -> bool:
    """Say whether a comment or segment says anything about life or support.

    A lone picture is an answer ("👍"); a lone mark ("-", "..."), a held-down key and the phrases of
    `lexicons/nonanswers.txt` are not. "Nothing, they were lovely" is.
    """
    if _PICTURE.search(words):
        return True
    said = _plain(words)
    bare = _SPACES.sub(" ", _FILLER.sub(" ", said)).strip()
    if not any(letter.isalpha() for letter in bare) and not _is_rating(said):
        return False
    return bare not in _PHRASES and said not in _PHRASES and len(set(bare)) > 1


def _plain(words: str) -> str:
    said = words.casefold().replace("’", "'")
    return _SPACES.sub(" ", _NOT_A_LETTER.sub(" ", said).replace("'", "")).strip()


def _is_rating(said: str) -> bool:
    return re.fullmatch(r"\d{1,3}(?: ?/ ?\d{1,3}| out of \d{1,3})", said) is not None


def _phrases() -> frozenset[str]:
    lines = files("analysis").joinpath("lexicons", "nonanswers.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(_plain(line) for line in lines if line and not line.startswith("#"))


_PHRASES = _phrases()
