"""Identifying words that have a shape of their own: e-mail addresses, numbers, postcodes, handles, dates of birth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """One identifying part: `words[start:end]`, in characters, and what kind it is."""

    kind: str
    start: int
    end: int


_MONTH = r"""(?: jan(?:uary)? | feb(?:ruary)? | mar(?:ch)? | apr(?:il)? | may | june? | july? | aug(?:ust)?
    | sept?(?:ember)? | oct(?:ober)? | nov(?:ember)? | dec(?:ember)? )"""
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:(?:19|20)\d{2}|'?\d{2})"
_NUMBERED_DATE = rf"(?: \d{{1,2}}[/.-]\d{{1,2}}[/.-]{_YEAR}\b | \d{{4}}-\d{{2}}-\d{{2}} )"
_SPOKEN_DATE = rf"(?: {_DAY}\s+(?:of\s+)?{_MONTH}\b | {_MONTH}\s+{_DAY}\b )"
_STREET = r"""(?: street | st | road | rd | close | lane | avenue | ave | drive | crescent | cres | court | terrace
    | way | place | grove | gardens | gdns | park | row | walk | mews | square | hill | view | rise | green | parade
    | boulevard | estate | house | cottages? )"""
_NO_STREET = r"""(?: the | a | my | our | this | that | min | minutes? | mins? | miles? | hours? | years? | months?
    | weeks? | days? | more | other | different | busy | main )"""
_DOT, _AT = r"\s* (?: \. | \(dot\) | \[dot\] | \sdot\s ) \s*", r"\s* (?: \(at\) | \[at\] | \sat\s ) \s*"
_ACCOUNT = r"""(?: insta(?:gram)? | snap(?:chat)? | tik\s?tok | discord | xbox | psn | gamertag | roblox | twitter
    | facebook | fb | telegram | user\s?name )"""
_REFERENCE = r"(?: ref(?:erence)? | case | patient | hospital | unit | account | member | licen[cs]e | policy )"
_NUMBER = r"(?: number | no | num | id | \# )"

# In this order: a part that one pattern has taken is not looked at again. `part` is what is replaced, else the whole.
_SHAPES: tuple[tuple[str, str], ...] = (
    ("email", r"[\w.+'-]+ @ [\w-]+ (?:\.[\w-]+)+"),
    ("email", rf"\b [\w.+-]+ {_AT} [\w-]+ {_DOT} (?:com|co|org|net|uk)\b (?:{_DOT} uk\b)?"),
    ("link", r"\b (?:https?://|www\.) [^\s<>\"']* [^\s<>\"'.,;:!?)\]]"),
    ("link", r"\b [a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)* \.(?:com|co\.uk|org|net|io|uk)\b (?:/[^\s<>\"']*)?"),
    ("handle", r"(?<![\w@]) @[a-z_][\w.]{1,29}\b"),
    (
        "handle",
        rf"\b {_ACCOUNT} (?:\s+(?:name|user|account|handle|tag|id))? (?:\s*[:=]\s* | \s+(?:is|its|it's)\s+)"
        r"(?P<part> (?=[\w.]*[\d_.] | [a-z]+\b\s*(?:$|[,.])) [\w.]{3,30}\b)",
    ),
    (
        "nhs_number",
        rf"\b nhs \s* {_NUMBER}?\.? \s* (?:is|was)? \s* [:\#]? \s* (?P<part>\d{{3}}[\s-]?\d{{3}}[\s-]?\d{{4}})\b",
    ),
    ("number", r"\b [a-z]{2}\d{2}\s?(?:[a-z0-9]{4}\s?){2,7}[a-z0-9]{0,4}\b (?<=\d)"),  # bank account, international
    ("number", r"\b [a-ceghj-pr-tw-z][a-ceghj-npr-tw-z] \s?\d{2}\s?\d{2}\s?\d{2}\s?[a-d]\b"),  # National Insurance
    ("number", r"\b \d{1,3}(?:\.\d{1,3}){3}\b"),  # of a device
    ("number", r"\b (?:\d[ -]?){12,18}\d\b"),  # of a card
    ("phone", r"(?<![\w.£]) (?:\+|\b00)\s?(?:\(?\d{1,4}\)?[\s().-]{0,2}){2,6}\d{2,4}\b"),
    ("phone", r"(?<![\w.£/]) \(?0\d(?:[\s().-]{0,2}\d){8,9}(?!\d)"),
    ("nhs_or_number", r"(?<![\w.£]) \d{3}[ -]?\d{3}[ -]?\d{4}(?!\w)"),
    (
        "phone",
        r"\b (?:phone|tel|telephone|mobile|mob|call|ring|text|fax|whatsapp)"
        r"(?:\s+(?:me|us|her|him|number|no|on|at|is))* \s*[.:]?\s* (?P<part>\+?\(?\d(?:[\s().-]{0,2}\d){4,12})(?!\d)",
    ),
    ("phone", r"(?<![\w.£/-]) (?:\(\d{2,5}\)\s? | \d{2,4}[-.]\d{2,4}[-.]) (?:\d[\s.-]?){3,8}\d\b(?!/)"),
    ("phone", r"(?<![\w.£,/-]) (?!(?:19|20)\d\d\s) (?=(?:\d[ ]?){9,13}(?!\d)) \d{2,6}(?:[ ]\d{2,6}){1,4}(?![\w,/-])"),
    (
        "birth_date",
        r"\b (?:d\.?o\.?b\.?|date\s+of\s+birth|birthday|birth\s+date|born)\b (?:\s+(?:is|was|on|the|in))* \s*[:-]?\s*"
        rf"(?P<part> {_NUMBERED_DATE} | {_SPOKEN_DATE}(?:,?\s+{_YEAR}\b)? | (?:{_MONTH}\s+)?(?:19|20)\d{{2}}\b )",
    ),
    ("date", rf"\b {_NUMBERED_DATE}"),
    ("date", rf"\b {_SPOKEN_DATE},?\s+(?:19|20)\d{{2}}\b"),
    # "1st" to "9th" end like a postcode: "y7 2nd"
    (
        "postcode",
        r"\b (?:gir\s?0aa | [a-z]{1,2}\d[a-z\d]?[\s-]{0,2} (?!(?:1st|2nd|3rd|\dth)\b) \d[abd-hjlnp-uw-z]{2})\b",
    ),
    ("postcode", r"\b post\s?code \s* (?:is|:)? \s* (?P<part>[a-z]{1,2}\d{1,2}[a-z]?)\b"),
    ("number", r"\b (?-i:[A-Z]{2}\d{2}\s?[A-Z]{3})\b"),  # of a car
    (
        "address",
        r"\b (?:(?:flat|apt\.?|unit|no\.?|number)\s*\d+[a-z]?,?\s+)? (?!(?:19|20)\d\d,) \d{1,4}[a-z]?,?\s+"
        rf"(?-i:(?:[A-Z][\w'’-]*\s+){{1,3}}) {_STREET}\b\.?",
    ),
    (
        "address",
        rf"\b \d{{1,4}}[a-z]?\s+ (?!{_NO_STREET}\b) [a-z'’-]{{3,}}\s+"
        r"(?:street|road|avenue|crescent|terrace|grove|close|lane)\b (?!\s+(?:to|by|from|of)\b)",
    ),
    ("address", r"\b (?:flat|apartment|apt\.?|suite)\s+\d+[a-z]?\b"),
    ("number", r"(?<![\w£.,-]) \d{7,19}(?![\w,]|\.\d)"),
    (
        "number",
        rf"\b {_REFERENCE} \s* {_NUMBER}\.? \s* (?:is|was)? \s* [:\#]? \s* (?P<part>(?=[\w/-]*\d)[\w/-]{{4,20}})\b",
    ),
)
_PATTERNS = tuple((kind, re.compile(shape, re.VERBOSE | re.IGNORECASE)) for kind, shape in _SHAPES)


def numbers_and_addresses(words: str) -> Iterator[Found]:
    """Find the parts with a shape of their own, without overlap, in no order."""
    taken = bytearray(len(words))
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(words):
            start, end = match.span("part") if "part" in pattern.groupindex else match.span()
            if any(taken[start:end]):
                continue
            taken[start:end] = b"\1" * (end - start)
            yield Found(_kind(kind, words[start:end]), start, end)


def _kind(kind: str, part: str) -> str:
    if kind != "nhs_or_number":
        return kind
    if _is_nhs_number(part):
        return "nhs_number"
    return "phone" if part.startswith("0") or "-" in part else "number"


def _is_nhs_number(part: str) -> bool:
    """Check the last digit, by modulus 11 (NHS Data Dictionary, "NHS NUMBER")."""
    digits = [int(mark) for mark in part if mark.isdigit()]
    check = 11 - sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return digits[9] == check % 11
