"""Emoji and typed faces become words: by their names, or by what they mean where the name misleads."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import emoji

from analysis.errors import AnalysisError

_SKIN_TONES = re.compile("[\U0001f3fb-\U0001f3ff]")
_GENDER = re.compile("\u200d[\u2640\u2642]\ufe0f?")  # "a woman shrugging" shrugs
_VARIATION = re.compile("[\ufe0e\ufe0f]")
_MAY_BE_PICTURE = re.compile("[\u00a9\u00ae\u200d\u203c-\u3299\U0001f000-\U0001faff]")
_EMPTY = re.compile(r"\b(?:face|symbol|button|keycap|sign|mark)\b")


class PicturesBroken(AnalysisError):
    """The table of pictures does not have the parts that it must have."""


@dataclass(frozen=True, slots=True)
class Pictures:
    """What a picture means, and what a typed face (":)") means."""

    meanings: Mapping[str, str]
    typed: Mapping[str, str]
    typed_face: re.Pattern[str]

    def to_words(self, words: str) -> str:
        """The text with words in the place of pictures; the same one several times in a row is said once."""
        words = self.typed_face.sub(lambda face: self.typed[face.group()], words)
        if words.isascii() or not _MAY_BE_PICTURE.search(words):
            return words
        parts: list[str] = []
        last = ""
        for token in emoji.analyze(_SKIN_TONES.sub("", words), non_emoji=True, join_emoji=True):
            if isinstance(token.value, str):
                parts.append(token.chars)
                last = last if token.chars.isspace() or token.chars == "\ufe0f" else ""
                continue
            meaning = self._meaning(token.chars, token.value.data or {})
            if meaning != last:
                parts.append(f" {meaning} ")
            last = meaning
        return "".join(parts)

    def _meaning(self, picture: str, data: Mapping[str, Any]) -> str:
        for shape in (picture, _VARIATION.sub("", picture), _VARIATION.sub("", _GENDER.sub("", picture))):
            if shape in self.meanings:
                return self.meanings[shape]
        name = str(data.get("en", "")).strip(":").replace("_", " ").replace("-", " ")
        return " ".join(_EMPTY.sub(" ", name).split()) or name


def load_pictures() -> Pictures:
    """Read the table that comes with the package."""
    return parse_pictures(files("analysis").joinpath("lexicons", "pictures.toml").read_text(encoding="utf-8"))


def parse_pictures(text: str) -> Pictures:
    """Read a table from TOML; `PicturesBroken` names the part that is wrong."""
    try:
        parts = tomllib.loads(text)
        meanings, typed = dict(parts["words"]), dict(parts["typed"])
    except tomllib.TOMLDecodeError as error:
        raise PicturesBroken(f"pictures.toml is not TOML: {error}") from error
    except (KeyError, TypeError, ValueError) as error:
        raise PicturesBroken("pictures.toml must have the tables [words] and [typed], with words as text") from error
    faces = "|".join(re.escape(face) for face in sorted(typed, key=len, reverse=True))
    alone = re.compile(rf"(?:(?<=\s)|^)(?:{faces})(?=\s|$)")
    return Pictures(MappingProxyType(meanings), MappingProxyType(typed), alone)
