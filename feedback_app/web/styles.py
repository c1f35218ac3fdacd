"""Of the respondents' styles each page carries those that something on it can wear, and no others.

A page in poor signal is waited for byte by byte. A rule stays where each element, class and `data-` attribute that it
asks for stands on the page, or is named by one of the page's scripts, which may put it there later.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

RULE = re.compile(r"(?P<selector>[^{}]+)\{(?P<body>[^{}]*)\}")
GROUP = re.compile(r"(?P<query>@(?:media|supports)[^{}]*)\{(?P<rules>(?:[^{}]+\{[^{}]*\})*)\}")
COMMA = re.compile(r",(?![^()]*\))")  # between two selectors
EITHER = re.compile(r":(?:not|is|where)\([^()]*\)")  # what stands inside is not asked for
ASKED = re.compile(
    r"""\.(?P<class>-?[a-zA-Z_][\w-]*)
    | \[(?P<attribute>data-[\w-]+|type)(?:=["']?(?P<value>[\w-]+)["']?)?\]
    | (?<![\w.\#:(=\[-])(?P<element>[a-z][a-z0-9]*)""",
    re.VERBOSE,
)
SCRIPT = re.compile(r"""<script[^>]*\ssrc="[^"]*?([\w-]+\.js)\"""")
CLASSES = re.compile(r"""["'`]([A-Za-z][\w-]*(?: [A-Za-z][\w-]*)*)["'`]""")  # as "card stack" stands in a script
DATA = re.compile(r"(data-[\w-]+)|dataset\.(\w+)")
IMPORTED = re.compile(r"""["']\./([\w-]+\.js)["']""")
WORN = re.compile(r"""\s(class|type|data-[\w-]+)(?:="([^"]*)")?""")
ELEMENT = re.compile(r"<([a-z][a-z0-9]*)")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule and the media query round it: what each of its selectors asks for, and `{what it says}`."""

    query: str
    selectors: tuple[tuple[str, frozenset[str]], ...]
    body: str


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
        selectors = [
            selector
            for selector, needed in rule.selectors
            if all(name in worn or in_scripts & _spellings(name) for name in needed)
        ]
        if not selectors:
            continue
        if rule.query != query:
            kept.append(("}" if query else "") + (f"{rule.query}{{" if rule.query else ""))
            query = rule.query
        kept.append(",".join(selectors) + rule.body)
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
        selectors = tuple((one, _needs(one)) for one in COMMA.split(rule["selector"]))
        yield Rule(query, selectors, f"{{{rule['body']}}}")
        end = rule.end()


def _needs(selector: str) -> frozenset[str]:
    """Classes by their name, elements as `<video`, attributes as `data-size` or `data-size=bigger`."""
    return frozenset(_need(found) for found in ASKED.finditer(EITHER.sub("", selector)))


def _need(found: re.Match[str]) -> str:
    if found["element"]:
        return f"<{found['element']}"
    if found["class"]:
        return found["class"]
    return f"{found['attribute']}={found['value']}" if found["value"] else found["attribute"]


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
    yield from (f"<{name}" for name in set(ELEMENT.findall(html)))
    for name, value in WORN.findall(html):
        if name == "class":
            yield from value.split()
        else:
            yield name
            yield f"{name}={value}"


def _spellings(name: str) -> set[str]:
    """How a script may write it: `data-still-here` as such, or as `dataset.stillHere`."""
    attribute = name.removeprefix("<").partition("=")[0]
    first, *others = attribute.removeprefix("data-").split("-")
    return {attribute, "".join([first, *(part.capitalize() for part in others)])}
