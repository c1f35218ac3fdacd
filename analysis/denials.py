"""What people say is not so: "not listening" is another thing than "listening"."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.stems import Token, bare

NOT = "not"  # beside the stems of a phrase: no stem is like it, because it is in the list of stop words
_DENIALS = frozenset(
    {
        "no",
        "not",
        "never",
        "nobody",
        "nowt",
        "nothing",
        "none",
        "without",
        "hardly",
        "cannot",
        "divvent",
        "cant",
        "wont",
    }
)
_FAR = 3  # words before what is denied: "never really got to choose"
_TURNS_BACK = frozenset(
    {"but", "because", "cos", "so", "and", "until", "unless", "only", "just"}
)  # "not just listened to"
_BEING = frozenset({"is", "are", "was", "were", "be", "been", "being", "get", "gets", "got", "getting", "feel", "felt"})
_PARTICLES = frozenset({"to", "back", "out", "up"})


def denies(token: Token) -> bool:
    word = bare(token.surface)
    return word in _DENIALS or token.surface.lower().replace("’", "'").endswith("n't")


def is_denied(tokens: Sequence[Token], place: int) -> bool:
    """Say whether a word that denies stands shortly before this one, in the same part of the sentence."""
    for before in range(place - 1, max(-1, place - 1 - _FAR), -1):
        if tokens[before + 1].starts_phrase or bare(tokens[before].surface) in _TURNS_BACK:
            return False
        if denies(tokens[before]):
            return True
    return False


def denied_doing(tokens: Sequence[Token], place: int, gerund: str) -> str:
    """Something that is not done, as a heading: "not listening", and "not being listened to" of whom it is done to."""
    said = tokens[place].surface.lower()
    befalls = not said.endswith("ing") and any(bare(one.surface) in _BEING for one in tokens[max(0, place - 2) : place])
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    particle = after and not after.starts_phrase and bare(after.surface) in _PARTICLES
    words = f"being {said}" if befalls else gerund
    return f"not {words} {bare(after.surface)}" if after and particle else f"not {words}"
