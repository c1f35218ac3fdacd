"""Codes that people read out: an alphabet without look-alikes, receipt codes and opening codes."""

from __future__ import annotations

import hashlib
import secrets

# no 0 O Q, 1 I L, 2 Z, 5 S, 8 B, U V: 23 letters and figures that look apart on a small screen
ALPHABET = "34679ACDEFGHJKMNPRTVWXY"
RECEIPT_LENGTH = 14
# words that a child knows and that nobody hears as another letter's
SPOKEN = {
    "A": "apple",
    "C": "cat",
    "D": "dog",
    "E": "egg",
    "F": "fish",
    "G": "goat",
    "H": "house",
    "J": "jam",
    "K": "king",
    "M": "moon",
    "N": "nose",
    "P": "pen",
    "R": "rain",
    "T": "tree",
    "V": "van",
    "W": "water",
    "X": "box",
    "Y": "yellow",
}
OPENING_LENGTH = 6


def receipt_code(response_key: str) -> str:
    """Derive the receipt code from a response key: more than 60 bits, the same every time, shown in three groups.

    A public function of the key alone (SHA-256 under a fixed label), so that a phone without a signal can show it.
    """
    number = int.from_bytes(hashlib.sha256(b"heard receipt 1:" + response_key.encode()).digest(), "big")
    letters = []
    for _ in range(RECEIPT_LENGTH):
        number, place = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[place])
    return grouped("".join(letters))


def read_out(code: str, language: str = "en") -> tuple[tuple[str, str], ...]:
    """Each letter or figure of a code with a word that says it, so that a child can read it out to somebody.

    The words are English ones: in another language the letters stand alone.
    """
    words = SPOKEN if language == "en" else {}
    return tuple((letter, words.get(letter, letter)) for letter in code if letter.isalnum())


def opening_code() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(OPENING_LENGTH))


def tidy_code(typed: str) -> str:
    """A code as somebody typed it, without spaces, dashes and small letters."""
    return "".join(letter for letter in typed.upper() if letter.isalnum())


def grouped(code: str) -> str:
    return "-".join((code[:4], code[4:9], code[9:]))


def digest(secret: str) -> bytes:
    """What the database keeps of a key, a token or a code."""
    return hashlib.sha256(b"heard:" + secret.encode()).digest()
