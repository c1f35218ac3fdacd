"""Names of people are taken out of what a group writes down together, before it is kept: nobody needs them there."""

from __future__ import annotations

from analysis.redaction import redact

STAYS = frozenset({"school", "place", "date"})  # whose work it is, where and by when: these name nobody


def without_names(words: str) -> str:
    """The words with each name, and each way to reach somebody, replaced by what it is: "[name]", "[phone]"."""
    parts, last = [], 0
    for part in redact(words).found:
        if part.kind not in STAYS:
            parts += [words[last : part.start], f"[{part.kind.replace('_', ' ')}]"]
            last = part.end
    return "".join([*parts, words[last:]])
