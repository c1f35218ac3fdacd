"""Questions of different surveys that ask the same thing, item by item: side by side, never pooled."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping

from surveys.errors import BadLink
from surveys.kinds import OPEN_KINDS
from surveys.model import Survey
from surveys.questions import Question
from surveys.values import AUDIENCES

AS_SHARES = frozenset({"faces3", "faces5", "good5", "agree5", "standard4", "change5", "yesno"})
"""Scales that may stand side by side, as shares of people and never as means."""

Links = Mapping[str, Mapping[str, Question]]
"""By link, the question of each audience that is asked it."""


def linked(surveys: Iterable[Survey]) -> Links:
    """The questions that share a link, by link and audience, in order of the links' names.

    Raises
    ------
    BadLink
        One audience has two questions of a link, or its questions are answered in ways that cannot be compared.
    """
    found: dict[str, dict[str, Question]] = {}
    for survey in surveys:
        for audience in survey.audiences:
            for question in survey.for_audience(audience).questions:
                if question.link:
                    _join(found.setdefault(question.link, {}), question, audience)
    for link, versions in found.items():
        _refuse_what_cannot_be_compared(link, versions)
    return {link: _in_order(found[link]) for link in sorted(found)}


def lacking(links: Links) -> dict[str, tuple[str, ...]]:
    """By link, the audiences that are asked something but not this."""
    asked = {audience for versions in links.values() for audience in versions}
    return {link: tuple(one for one in AUDIENCES if one in asked - set(versions)) for link, versions in links.items()}


def side_by_side(links: Links, names: Mapping[str, str]) -> str:
    """Each link with the words of each version, its scale, and who is not asked it.

    Parameters
    ----------
    names
        What each link is about, in words, by link.
    """
    lines: list[str] = []
    gone = lacking(links)
    for link, versions in links.items():
        lines += [f"{names.get(link, link)}  [{link}]"]
        lines += [
            f"  {audience}: {question.words_for(audience)}  {_place(question)}"
            for audience, question in versions.items()
        ]
        lines += [f"  {audience}: not asked" for audience in gone[link]]
        if len({question.kind for question in versions.values()} - OPEN_KINDS) > 1:
            lines.append("  Different answers to choose from: compare shares, never means.")
        lines.append("")
    return "\n".join(lines).rstrip()


def as_csv(links: Links, names: Mapping[str, str]) -> str:
    """The same as rows: link, about, audience, question, kind, words; no question where an audience is not asked."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(["link", "about", "audience", "question", "kind", "words"])
    rows.writerows(_rows(links, names))
    return text.getvalue()


def _rows(links: Links, names: Mapping[str, str]) -> Iterator[list[str]]:
    gone = lacking(links)
    for link, versions in links.items():
        for audience, question in versions.items():
            yield [link, names.get(link, link), audience, question.id, question.kind, question.words_for(audience)]
        for audience in gone[link]:
            yield [link, names.get(link, link), audience, "", "", ""]


def _join(versions: dict[str, Question], question: Question, audience: str) -> None:
    if audience in versions:
        other = versions[audience].id
        raise BadLink(
            f"link `{question.link}`: {audience} is asked {other} and {question.id}: give one of them another link"
        )
    versions[audience] = question


def _refuse_what_cannot_be_compared(link: str, versions: Mapping[str, Question]) -> None:
    first, *others = versions.values()
    for other in others:
        if not _comparable(first, other):
            raise BadLink(
                f"link `{link}`: {first.id} is answered by {first.kind} and {other.id} by {other.kind}, which cannot "
                f"stand side by side: give one of them another link"
            )


def _comparable(one: Question, other: Question) -> bool:
    if one.is_text or other.is_text:
        return one.is_text and other.is_text
    if one.kind in AS_SHARES and other.kind in AS_SHARES:
        return True
    return one.kind == other.kind and [option.id for option in one.options] == [option.id for option in other.options]


def _in_order(versions: Mapping[str, Question]) -> dict[str, Question]:
    return {audience: versions[audience] for audience in AUDIENCES if audience in versions}


def _place(question: Question) -> str:
    return f"[{question.id}, {question.kind}]"
