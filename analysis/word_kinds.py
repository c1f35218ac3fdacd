"""What kind of word a word is, as far as a heading needs to know it: a thing, a doing, a describing."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from importlib.resources import files

_DESCRIBING = re.compile(r"...(?:ful|less|ous|able|ible|ish|cular|(?:ion|ent|ur|or|nti|ic|ici|oti)al)$")
_DOUBLED = re.compile(r"(?:^[^aeiou]*[aeiou][^aeiouwxy]|[^aeiou][aeiou]l|(?:re|pre)fer|begin|forget|[bdmr]mit|cur)$")
_SILENT_E = re.compile(r".[^eoy]e$")


class Kind(Enum):
    """`THING` is the rest of what can head a phrase, "listening" too; `REST` says when, where or how much."""

    THING = "thing"
    DOING = "doing"
    DESCRIBING = "describing"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class WordKinds:
    """Kinds of words from `lexicons/word_kinds.toml` and, for the others, from their endings."""

    kinds: Mapping[str, Kind]
    plain: Mapping[str, str]  # "rang" is a form of "ring": no rule would say so
    gerunds: Mapping[str, str]

    def of(self, word: str) -> Kind:
        found = self.kinds.get(word)
        if found is not None:
            return found
        if word.endswith("ly") and len(word) > 4:
            return Kind.REST
        if _DESCRIBING.match(word) or _DESCRIBING.search(word):
            return Kind.DESCRIBING
        return Kind.DOING if word.endswith("ed") and len(word) > 4 else Kind.THING

    def gerund(self, word: str) -> str:
        """The form of a doing that can stand in a heading: "listening" for "listened"."""
        return self.gerunds.get(word) or (f"{word[:-2]}ing" if word.endswith("ed") else word)


def load_word_kinds() -> WordKinds:
    """Read the kinds of words that come with the package."""
    words = tomllib.loads(files("analysis").joinpath("lexicons", "word_kinds.toml").read_text(encoding="utf-8"))
    kinds: dict[str, Kind] = {}
    plain: dict[str, str] = {}
    gerunds: dict[str, str] = {}
    for base, *irregular in _entries(words["doing"]["words"]):
        plain |= dict.fromkeys(irregular, base)
        forms = (base, *irregular, *_inflected(base))
        kinds |= dict.fromkeys(forms, Kind.DOING)
        gerunds |= dict.fromkeys(forms, _gerund(base))
    for base, *_ in _entries(words["either"]["words"]):
        past = _past(base)
        kinds |= {base: Kind.THING, past: Kind.DOING}
        gerunds[past] = _gerund(base)
    kinds |= dict.fromkeys((word for word, *_ in _entries(words["describing"]["words"])), Kind.DESCRIBING)
    kinds |= dict.fromkeys((word for word, *_ in _entries(words["rest"]["words"])), Kind.REST)
    return WordKinds(kinds, plain, gerunds)


def _entries(words: str) -> Iterable[list[str]]:
    return (entry.split() for entry in words.split(",") if entry.strip())


def _inflected(base: str) -> tuple[str, ...]:
    plural = f"{base[:-1]}ies" if re.search(r"[^aeiou]y$", base) else f"{base}s"
    return (f"{base}es" if re.search(r"(?:s|x|z|ch|sh)$", base) else plural, _past(base))


def _past(base: str) -> str:
    if re.search(r"[^aeiou]y$", base):
        return f"{base[:-1]}ied"
    return f"{base}d" if base.endswith("e") else f"{_doubled(base)}ed"


def _gerund(base: str) -> str:
    return f"{base[:-1] if _SILENT_E.search(base) else _doubled(base)}ing"


def _doubled(base: str) -> str:
    return base + base[-1] if _DOUBLED.search(base) else base
