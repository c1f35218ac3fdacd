"""Marks of all kinds become the plain ones that a keyboard has; nothing that can be read is lost."""

from __future__ import annotations

import html
import re
import unicodedata

from analysis.concern_marks import bare_words

# "donâ€™t": UTF-8 that somebody's spreadsheet read as Windows-1252
_MISREAD = re.compile(r"[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0178\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]+")
_FRACTION = re.compile(r"(?<=\d)(?=[\u00bc-\u00be\u2150-\u215e])")
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-f]{1,5}|amp|lt|gt|quot|apos|nbsp);", re.IGNORECASE)
_EXCEL_RETURN = "_x000D_"
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′`´ʼ", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "⁄": "/",
        "•": "-",
    }
)
_WHITE = re.compile(r"\s+")


def mended(words: str) -> str:
    """Read HTML entities, Excel's "_x000D_" and UTF-8 misread as Windows-1252 as what was typed."""
    if "&" in words:
        words = _ENTITY.sub(lambda entity: html.unescape(entity.group()), words)
    if not words.isascii():
        words = _MISREAD.sub(_read_again, words)
    return words.replace(_EXCEL_RETURN, " ")


def plain_marks(words: str) -> str:
    """Read a text in Unicode's compatibility form (NFKC), with plain quotes, dashes and spaces.

    Full-width and mathematical letters, ligatures and "½" are what they look like. Soft hyphens, zero-width marks and
    accents that belong to no letter go; a letter of another alphabet inside a Latin word is the Latin one it looks
    like.

    Notes
    -----
    NFKC and not NFC, because this is for comparing: Unicode Standard Annex 15 warns that NFKC loses the difference
    between "²" and "2", which no theme hangs on. What people see is never changed.
    """
    if not words.isascii():
        words = unicodedata.normalize("NFKC", _FRACTION.sub(" ", words))
        words = bare_words(words.translate(_PLAIN))[0]
    return _WHITE.sub(" ", words).strip()


def _read_again(misread: re.Match[str]) -> str:
    try:
        return misread.group().encode("cp1252").decode("utf-8")
    except UnicodeError:
        return misread.group()
