"""The concern rules, read from `lexicons/concerns.toml` and compiled. Standard library only."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Literal

from analysis.concern_words import Spelling
from analysis.errors import AnalysisError

Level = Literal["red", "amber", "review"]
LEVELS: tuple[Level, ...] = ("red", "amber", "review")

_FIRST_LETTER = 0xE000  # each group of words is one private-use letter
_GAPS = {"..": 3, "...": 6, "//": 10}  # words that may stand between; "//" may cross the end of a sentence
_VOWELS = "aeiou"
_RULE_KEYS = frozenset({"category", "level", "says", "unless", "or_review", "even_if_not", "past", "note"})


class ConcernRulesWrong(AnalysisError):
    """The file of concern rules cannot be used."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What a group of patterns means. `past` is the level where the words say that it is over, "" for none."""

    category: str
    level: Level
    past: Level
    unless: str
    or_review: str
    even_if_not: bool


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to say it. `starts` are the letters of its first part; `needs` those of each other part that must be there."""

    rule: Rule
    starts: frozenset[str]
    needs: tuple[frozenset[str], ...]
    finds: re.Pattern[str]
    letters: frozenset[str]


@dataclass(frozen=True, slots=True)
class ConcernRules:
    """The compiled rules: the letters of each word; by their first two words the rest of each phrase and its letters;
    the patterns, the most urgent first, and their numbers by the letter that they start with."""

    words: Mapping[str, str]
    phrases: Mapping[tuple[str, str], tuple[tuple[tuple[str, ...], str], ...]]
    patterns: tuple[Pattern, ...]
    starting: Mapping[str, tuple[int, ...]]
    groups: Mapping[str, str]
    spelling: Spelling
    plain_pictures: frozenset[str]
    foreign: frozenset[str]
    english: frozenset[str]


def load_concern_rules(text: str | None = None) -> ConcernRules:
    """Read and compile the rules.

    Raises
    ------
    ConcernRulesWrong
        With the rule and what to change: an unknown group, level or key, or a pattern that starts with a gap.
    """
    if text is None:
        text = files("analysis").joinpath("lexicons", "concerns.toml").read_text(encoding="utf-8")
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConcernRulesWrong(f"concerns.toml is not TOML: {error}") from error
    groups = _groups(data.get("groups", {}))
    if missing := {"not", "not_really", "light", "past", "still", "plain_pictures"} - set(groups):
        raise ConcernRulesWrong(f"concerns.toml: add the groups {', '.join(sorted(missing))}")
    said = {f"<{name}>": words for name, words in groups.items()}
    said |= {word: (word.replace("_", " "),) for word in _literals(data)}
    letters = {name: chr(_FIRST_LETTER + at) for at, name in enumerate(said)}
    patterns: list[Pattern] = []
    for place, entry in enumerate(data.get("rule", []), start=1):
        rule = _rule(place, entry, letters)
        patterns += [_pattern(place, says, rule, letters) for says in entry["says"]]
    patterns.sort(key=lambda pattern: LEVELS.index(pattern.rule.level))
    starting: dict[str, list[int]] = {}
    for number, pattern in enumerate(patterns):
        for letter in sorted(pattern.starts):
            starting.setdefault(letter, []).append(number)
    return ConcernRules(
        words=MappingProxyType(_letters_of_words(said, letters)),
        phrases=MappingProxyType(_letters_of_phrases(said, letters)),
        patterns=tuple(patterns),
        starting=MappingProxyType({letter: tuple(numbers) for letter, numbers in starting.items()}),
        groups=MappingProxyType({name: letters[f"<{name}>"] for name in groups}),
        spelling=_spelling(data.get("spelling", {}), said),
        plain_pictures=frozenset(groups["plain_pictures"]),
        foreign=frozenset(data.get("languages", {}).get("foreign", "").split()),
        english=frozenset(data.get("languages", {}).get("english", "").split()),
    )


def _groups(written: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Read each group's words; `<name>` takes in another group, `hit~` all forms of a verb."""
    groups: dict[str, tuple[str, ...]] = {}
    for name, listed in written.items():
        words: list[str] = []
        for item in (" ".join(item.split()) for item in listed.split(",")):
            if item.startswith("<"):
                if item[1:-1] not in groups:
                    raise ConcernRulesWrong(f"concerns.toml, group {name}: write {item} above it, or correct its name")
                words += groups[item[1:-1]]
            elif item:
                words += _forms(item)
        groups[name] = tuple(dict.fromkeys(words))
    return groups


def _forms(item: str) -> list[str]:
    """Spell out `slap~`: slaps, slapped, slaped, slapping, slapin ..."""
    if "~" not in item:
        return [item]
    before, verb, after = re.fullmatch(r"(.*?)(\w+)~(.*)", item).groups()  # type: ignore[union-attr]  # it holds a "~"
    stems = [verb[:-1] if verb.endswith("e") else verb]
    if re.search(rf"[^{_VOWELS}][{_VOWELS}][^{_VOWELS}wxy]$", verb):
        stems.append(verb + verb[-1])
    forms = [verb, verb + "s", verb + "z"]
    if verb.endswith(("s", "x", "z", "ch", "sh")):
        forms.append(verb + "es")
    if re.search(rf"[^{_VOWELS}]y$", verb):
        forms += [verb[:-1] + "ies", verb[:-1] + "ied"]
    forms += [stem + ending for stem in stems for ending in ("ed", "d", "ing", "in", "t")]
    return [f"{before}{form}{after}" for form in forms]


def _literals(data: Mapping[str, Any]) -> list[str]:
    """Collect the words that patterns hold themselves; each becomes a group of one."""
    says = (says for entry in data.get("rule", []) for says in entry.get("says", ()))
    parts = (choice for one in says for part in one.split() for choice in part.strip("!?").split("|"))
    return sorted({part for part in parts if part not in _GAPS and not part.startswith("<")})


def _rule(place: int, entry: Mapping[str, Any], letters: Mapping[str, str]) -> Rule:
    unknown = set(entry) - _RULE_KEYS
    if unknown or not {"category", "level", "says"} <= set(entry):
        raise ConcernRulesWrong(f"concerns.toml, rule {place}: needs category, level and says; unknown: {sorted(unknown)}")
    past = entry.get("past", "review")
    for level in (entry["level"], past):
        if level not in LEVELS:
            raise ConcernRulesWrong(f"concerns.toml, rule {place}: level {level!r} is none of red, amber, review")
    return Rule(
        category=entry["category"],
        level=entry["level"],
        past=past,
        unless=_letters_of(place, entry.get("unless", ""), letters),
        or_review=_letters_of(place, entry.get("or_review", ""), letters),
        even_if_not=entry.get("even_if_not", False),
    )


def _letters_of(place: int, names: str, letters: Mapping[str, str]) -> str:
    return "".join(_letter(place, f"<{name.strip()}>", letters) for name in names.split(",") if name.strip())


def _letter(place: int, name: str, letters: Mapping[str, str]) -> str:
    if name not in letters:
        raise ConcernRulesWrong(f"concerns.toml, rule {place}: there is no group {name}")
    return letters[name]


def _pattern(place: int, says: str, rule: Rule, letters: Mapping[str, str]) -> Pattern:
    """Compile one pattern over a comment in which each word is the letters of its groups, then a space.

    Parts: `<group>`, `word` or `two_words`, `a|b`, `part?` (may be missing), `!part` (must not come next), `..` (up to 3 words
    between), `...` (up to 6), `//` (up to 10, across sentences).
    """
    parts = says.split()
    if not parts or not _stands(parts[0]) or parts[-1] in _GAPS or parts[-1][-1] == "?":
        raise ConcernRulesWrong(f"concerns.toml, rule {place}: {says!r} must start with a word and not end in a gap")
    chosen = [_choices(place, part, letters) for part in parts]
    return Pattern(
        rule=rule,
        starts=frozenset(chosen[0]),
        needs=tuple(frozenset(choice) for part, choice in zip(parts[1:], chosen[1:], strict=True) if _stands(part)),
        finds=re.compile(_regex(parts, chosen)),
        letters=frozenset("".join(chosen)),
    )


def _stands(part: str) -> bool:
    """Say whether a part of a pattern must be there."""
    return part not in _GAPS and part[0] != "!" and part[-1] != "?"


def _regex(parts: Sequence[str], chosen: Sequence[str]) -> str:
    """Write the pattern as a regular expression. A phrase has its letter on each of its words, so a part may be a run."""
    regex, inside = rf"[{chosen[0]}](?:[^ .]* [^ .]*[{chosen[0]}]){{0,3}}", True  # inside a word, or at a word's start
    for part, choice in zip(parts[1:], chosen[1:], strict=True):
        next_word = (r"[^ ]* " if part == "//" else r"[^ .]* ") if inside else ""
        word = rf"[^ .]*[{choice}]"
        if part in _GAPS:
            regex += next_word + rf"(?:[^ {'' if part == '//' else '.'}]* ){{0,{_GAPS[part]}}}?"
        elif part[0] == "!":
            regex += rf"(?!{next_word}[^ ]*[{choice}])"
            continue
        elif part[-1] == "?":
            regex += next_word + rf"(?:{word}[^ .]* ){{0,3}}"
        else:
            regex += next_word + rf"{word}(?:[^ .]* {word}){{0,3}}"
        inside = _stands(part)
    return regex


def _choices(place: int, part: str, letters: Mapping[str, str]) -> str:
    return "" if part in _GAPS else "".join(_letter(place, choice, letters) for choice in part.strip("!?").split("|"))


def _letters_of_words(said: Mapping[str, Sequence[str]], letters: Mapping[str, str]) -> dict[str, str]:
    words: dict[str, str] = {}
    for name, listed in said.items():
        for word in listed:
            if " " not in word:
                words[word] = words.get(word, "") + letters[name]
    return words


def _letters_of_phrases(
    said: Mapping[str, Sequence[str]], letters: Mapping[str, str]
) -> dict[tuple[str, str], tuple[tuple[tuple[str, ...], str], ...]]:
    phrases: dict[tuple[str, ...], str] = {}
    for name, listed in said.items():
        for phrase in (tuple(item.split()) for item in listed if " " in item):
            phrases[phrase] = phrases.get(phrase, "") + letters[name]
    starts: dict[tuple[str, str], tuple[tuple[tuple[str, ...], str], ...]] = {}
    for (first, second, *rest), phrase_letters in sorted(phrases.items()):
        starts[first, second] = (*starts.get((first, second), ()), (tuple(rest), phrase_letters))
    return starts


def _spelling(written: Mapping[str, Any], said: Mapping[str, Sequence[str]]) -> Spelling:
    known = frozenset(part for listed in said.values() for item in listed for part in item.split())
    variants = {wrong: right for right, wrongs in written.get("variants", {}).items() for wrong in wrongs.split()}
    correct = frozenset(written.get("correct", "").split())
    fixable = frozenset(written.get("fix", "").split())
    if unknown := fixable - known:
        raise ConcernRulesWrong(f"concerns.toml, spelling: no rule knows {', '.join(sorted(unknown))}")
    shapes: dict[str, str] = {}
    for word in sorted(fixable):
        for shape in _one_less(word):
            shapes.setdefault(shape, word)
    starred = sorted(word for word in known if len(word) > 3)

    def corrected(word: str) -> str | None:
        if "*" in word:
            return _unstarred(word, starred)
        if len(word) < 5 or word in correct:
            return None
        near = (shapes[shape] for shape in _one_less(word) if shape in shapes and shapes[shape][0] == word[0])
        return next((right for right in near if len(word) > 5 or len(right) > len(word)), None)

    return Spelling(known, MappingProxyType(variants), corrected)


def _one_less(word: str) -> Iterator[str]:
    """Give a word and all that one missing letter makes of it: two that share one are a slip of the finger apart."""
    yield word
    for at in range(1, len(word)):
        yield word[:at] + word[at + 1 :]


def _unstarred(word: str, known: Iterable[str]) -> str | None:
    if not word[0].isalpha() or word.count("*") > len(word) / 2:
        return None
    shape = re.compile("".join("[a-z]{1,2}" if mark == "*" else re.escape(mark) for mark in word))
    return next((one for one in known if shape.fullmatch(one)), None)
