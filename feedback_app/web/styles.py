"""Of the respondents' styles each page carries those that something on it can wear, and no others.

A page in poor signal is waited for byte by byte. A rule stays where each class and each `data-` attribute that it asks
for stands on the page, or is named by one of the page's scripts, which may put it there later.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

RULE = re.compile(r"(?P<selector>[^{}]+)\{(?P<body>[^{}]*)\}")
GROUP = re.compile(r"(?P<query>@(?:media|supports)[^{}]*)\{(?P<rules>(?:[^{}]+\{[^{}]*\})*)\}")
EITHER = re.compile(r":(?:not|is|where)\([^()]*\)")  # what stands inside is not asked for
ASKED = re.compile(r"""\.(-?[a-zA-Z_][\w-]*)|\[(data-[\w-]+)(?:=["']?([\w-]+)["']?)?\]""")
SCRIPT = re.compile(r"""<script[^>]*\ssrc="[^"]*?([\w-]+\.js)\"""")
CLASSES = re.compile(r"""["'`]([A-Za-z][\w-]*(?: [A-Za-z][\w-]*)*)["'`]""")  # as "card stack" stands in a script
DATA = re.compile(r"(data-[\w-]+)|dataset\.(\w+)")
IMPORTED = re.compile(r"""["']\./([\w-]+\.js)["']""")
WORN = re.compile(r"""\s(class|data-[\w-]+)(?:="([^"]*)")?""")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule and the media query round it; `needs` is what each of its selectors asks for."""

    query: str
    text: str
    needs: tuple[frozenset[str], ...]


def lean(css: str) -> str:
    """The same styles without what only their writers read: comments and white space. Strings stay as they are."""
    pieces = re.split(r"""("[^"]*"|'[^']*')""", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL))
    return "".join(piece if piece[:1] in ("'", '"') else _closer(piece) for piece in pieces).strip()


def rules_of(css: str) -> tuple[Rule, ...]:
    """The rules in their order. Styles are lean by now: without comments, and without braces in strings."""
    return tuple(_rules(css, ""))


def names_in(scripts: Mapping[str, str]) -> Mapping[str, frozenset[str]]:
    """What each script, with those that it imports, may put on a page: its strings of bare words, its `data-` names."""
    words = {name: frozenset(_said(script)) for name, script in scripts.items()}
    imports = {
        name: {found for found in IMPORTED.findall(script) if found in words} for name, script in scripts.items()
    }
    return {name: frozenset().union(*(words[one] for one in _with_imports(name, imports))) for name in scripts}


def styles_for(html: str, rules: Iterable[Rule], names: Mapping[str, frozenset[str]]) -> str:
    """The styles of one page; `names` are those of each script, by its file's name."""
    worn = frozenset(_worn(html))
    in_scripts = frozenset().union(*(names.get(script, ()) for script in SCRIPT.findall(html)))
    kept: list[str] = []
    query = ""
    for rule in rules:
        if not any(all(name in worn or in_scripts & _spellings(name) for name in needed) for needed in rule.needs):
            continue
        if rule.query != query:
            kept.append(("}" if query else "") + (f"{rule.query}{{" if rule.query else ""))
            query = rule.query
        kept.append(rule.text)
    return "".join(kept) + ("}" if query else "")


def _closer(css: str) -> str:
    css = re.sub(r"\s*([{};,])\s*", r"\1", re.sub(r"\s+", " ", css))
    return re.sub(r"([{;][a-z-]+):\s", r"\1:", css).replace(";}", "}")


def _rules(css: str, query: str) -> Iterator[Rule]:
    end = 0
    while end < len(css):
        group = None if query else GROUP.match(css, end)
        if group:
            yield from _rules(group["rules"], group["query"])
            end = group.end()
            continue
        rule = RULE.match(css, end)
        if rule is None:
            raise ValueError(f"this style is not a rule: {css[end : end + 60]}")
        yield Rule(query, rule[0], tuple(_needs(rule["selector"])))
        end = rule.end()


def _needs(selector: str) -> Iterator[frozenset[str]]:
    """Classes by their name, attributes as `data-size` or `data-size=bigger`."""
    for one in EITHER.sub("", selector).split(","):
        asked = (found.groups() for found in ASKED.finditer(one))
        yield frozenset(name or (f"{attribute}={value}" if value else attribute) for name, attribute, value in asked)


def _said(script: str) -> Iterator[str]:
    for words in CLASSES.findall(script):
        yield from words.split()
    for names in DATA.findall(script):
        yield from filter(None, names)


def _with_imports(script: str, imports: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = {script}
    while waiting:
        found |= waiting
        waiting = set().union(*(imports[one] for one in waiting)) - found
    return found


def _worn(html: str) -> Iterator[str]:
    for name, value in WORN.findall(html):
        if name == "class":
            yield from value.split()
        else:
            yield name
            yield f"{name}={value}"


def _spellings(name: str) -> set[str]:
    """How a script may write it: `data-still-here` as such, or as `dataset.stillHere`."""
    attribute = name.partition("=")[0]
    first, *others = attribute.removeprefix("data-").split("-")
    return {attribute, "".join([first, *(part.capitalize() for part in others)])}
