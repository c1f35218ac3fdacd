"""What a question asks for, read from its own words."""

from __future__ import annotations

import re

from analysis.voices import Asks, Comment

_BOTH = re.compile(r"\band ?/ ?or\b|\bgood (?:and|or) bad\b|\bsatisfied.*\bdissatisfied\b|\bbest and worst\b")
_CHANGE = re.compile(
    r"\b(?:improve[ds]?|improvements?|do better|done better|be better|made? better|better if|change[ds]?|differently|"
    r"wish|suggest\w*|need to happen|should (?:we|they|it|be)|could (?:we|they|it) (?:do|have))\b"
)
_CHALLENGES = re.compile(
    r"\b(?:hard|hardest|difficult\w*|challeng\w+|problems?|worst|worr(?:y|ies|ied)|not (?:so )?(?:good|well|working)|"
    r"barriers?|missing|gets? in the way|dissatisfied|dont like|didnt like|bad|unhappy)\b"
)
_STRENGTHS = re.compile(
    r"\b(?:good|best|well|great|strengths?|helps|helped|helpful|enjoy\w*|like(?:d)? (?:most|best|about)|proud|"
    r"satisfied|works|positive|happy with|going right)\b"
)


def what_is_asked(comment: Comment) -> Asks:
    """What its survey says the question asks for; a file of comments says it only by the question's words."""
    return asks_of(comment.question) if comment.asks == "open" and " " in comment.question else comment.asks


def asks_of(question: str) -> Asks:
    """Say what a question asks for.

    Parameters
    ----------
    question : str
        The question as it was put ("What could we do better?"), or "".

    Returns
    -------
    {"strengths", "challenges", "change", "open"}
        "open" where it asks for good and bad alike ("How is school?"), or for nothing that its words show.
    """
    said = " ".join(question.casefold().replace("’", "'").replace("'", "").split())
    if _BOTH.search(said):
        return "open"
    if _CHANGE.search(said):
        return "change"
    hard, good = _CHALLENGES.search(said), _STRENGTHS.search(said)
    if hard and good:  # "what is good, and what is hard?"; but "what was not so good?" asks for one
        return "challenges" if hard.start() <= good.start() < hard.end() else "open"
    if hard:
        return "challenges"
    return "strengths" if good and not said.startswith(("how good", "how well", "how happy", "how helpful")) else "open"
