"""The concern rules, read from `lexicons/concerns.toml` and compiled. Standard library only."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from analysis.concern_patterns import LEVELS, ConcernRulesWrong, Pattern, Rule, compile_pattern, is_gap, letters_of
from analysis.concern_spelling import Spelling, make_spelling

_FIRST_LETTER = 0xE000  # each group of words is one private-use letter
_VOWELS = "aeiou"
_RULE_KEYS = frozenset({"category", "level", "says", "unless", "or_review", "even_if_not", "past", "note"})


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
    if missing := {"not", "not_really", "no_more", "light", "past", "still", "plain_pictures"} - set(groups):
        raise ConcernRulesWrong(f"concerns.toml: add the groups {', '.join(sorted(missing))}")
    said = {f"<{name}>": words for name, words in groups.items()}
    said |= {word: (word.replace("_", " "),) for word in _literals(data)}
    letters = {name: chr(_FIRST_LETTER + at) for at, name in enumerate(said)}
    patterns: list[Pattern] = []
    categories = frozenset(data.get("categories", "").split())
    for place, entry in enumerate(data.get("rule", []), start=1):
        rule = _rule(place, entry, letters, categories)
        patterns += [compile_pattern(place, says, rule, letters) for says in entry["says"]]
    patterns.sort(key=lambda pattern: LEVELS.index(pattern.rule.level))
    starting: dict[str, list[int]] = {}
    for number, pattern in enumerate(patterns):
        for letter in sorted(pattern.starts):
            starting.setdefault(letter, []).append(number)
    known = frozenset(part for listed in said.values() for item in listed for part in item.split())
    return ConcernRules(
        words=MappingProxyType(_letters_of_words(said, letters)),
        phrases=MappingProxyType(_letters_of_phrases(said, letters)),
        patterns=tuple(patterns),
        starting=MappingProxyType({letter: tuple(numbers) for letter, numbers in starting.items()}),
        groups=MappingProxyType({name: letters[f"<{name}>"] for name in groups}),
        spelling=make_spelling(data.get("spelling", {}), known),
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
    return sorted({part for part in parts if not is_gap(part) and not part.startswith("<")})


def _rule(place: int, entry: Mapping[str, Any], letters: Mapping[str, str], categories: frozenset[str]) -> Rule:
    unknown = set(entry) - _RULE_KEYS
    if unknown or not {"category", "level", "says"} <= set(entry):
        raise ConcernRulesWrong(
            f"concerns.toml, rule {place}: needs category, level and says; unknown: {sorted(unknown)}"
        )
    if entry["category"] not in categories:
        raise ConcernRulesWrong(f"concerns.toml, rule {place}: {entry['category']!r} is not among the categories")
    past = entry.get("past", "review")
    for level in (entry["level"], past):
        if level not in LEVELS:
            raise ConcernRulesWrong(f"concerns.toml, rule {place}: level {level!r} is none of red, amber, review")
    return Rule(
        category=entry["category"],
        level=entry["level"],
        past=past,
        unless=letters_of(place, entry.get("unless", ""), letters),
        or_review=letters_of(place, entry.get("or_review", ""), letters),
        even_if_not=entry.get("even_if_not", False),
    )


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
