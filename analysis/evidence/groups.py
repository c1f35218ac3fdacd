"""Who belongs to which group, and how many of each took part: the bases that every count stands on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analysis.voices import Voices

EVERYONE = "everyone"
EVERYONE_NAME = "Everyone"
NOT_SAID = "not_said"


@dataclass(frozen=True, slots=True)
class Group:
    """One group of respondents. A run without groups has one, `everyone`."""

    id: str
    name: str
    took_part: frozenset[str]
    finished: frozenset[str]
    wrote: frozenset[str]


@dataclass(frozen=True, slots=True)
class Groups:
    """The groups in reading order; `everyone` stands beside them only where there are several."""

    each: tuple[Group, ...]
    everyone: Group | None
    of: Mapping[str, str]

    def name(self, group: str) -> str:
        return next(one.name for one in self.each if one.id == group)


def groups_of(voices: Voices) -> Groups:
    """Sort everybody into their group: the one they answered in, else the one of their comments."""
    said = _group_by_respondent(voices)
    ids = [group for group in voices.groups if group in said.values()]
    ids += sorted(set(said.values()) - set(ids))
    if len(ids) <= 1 and not any(said.values()):
        return Groups((_group(EVERYONE, EVERYONE_NAME, tuple(said), voices),), None, dict.fromkeys(said, EVERYONE))
    of = {respondent: group or NOT_SAID for respondent, group in said.items()}
    names = dict(voices.groups) | {"": "Group not said"}
    each = tuple(
        _group(group or NOT_SAID, names.get(group, group), [one for one in said if said[one] == group], voices)
        for group in ids
    )
    everyone = _group(EVERYONE, EVERYONE_NAME, tuple(said), voices) if len(each) > 1 else None
    return Groups(each, everyone, of)


def _group_by_respondent(voices: Voices) -> dict[str, str]:
    of_comments: dict[str, str] = {}
    for comment in sorted(voices.comments, key=lambda comment: (comment.respondent, comment.group)):
        if not of_comments.get(comment.respondent):
            of_comments[comment.respondent] = comment.group
    unknown = {rating.respondent: "" for rating in voices.ratings}
    people = {person.id: person.group or of_comments.get(person.id, "") for person in voices.people}
    return dict(sorted({**unknown, **of_comments, **people}.items()))


def _group(id: str, name: str, respondents: Sequence[str], voices: Voices) -> Group:
    members = frozenset(respondents)
    unsent = {person.id for person in voices.people if not person.completed}
    wrote = {comment.respondent for comment in voices.comments if comment.held or comment.words.strip()}
    return Group(id, name, members, members - unsent, members & wrote)
