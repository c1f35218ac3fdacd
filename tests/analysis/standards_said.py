"""People who spoke to standards, made up person by person, for tests of what a pack tells of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from analysis import choose_sets, load_strategies
from analysis.evidence.groups import Group, Groups
from analysis.findings import Findings, Segment, StandardLink, ThemeAssignment
from analysis.voices import Comment, Voices

STRATEGIES = choose_sets(load_strategies(), ["barnsley/quality_standards", "durham/therapy_feedback_themes"])
KIND = "barnsley/quality_standards/kindness"
FAIR = "barnsley/quality_standards/fairness"
WAITS = "durham/therapy_feedback_themes/waiting-times-timescales"

Spoken = Sequence[Iterable[str]]  # for each person of a group: the standards that their one segment speaks to


def said(*groups: Spoken, themes: Mapping[int, str] | None = None) -> tuple[Findings, Groups]:
    """The findings of people who each wrote one segment, group after group; `themes` by the place of the person."""
    comments, links, each = [], [], []
    for place, people in enumerate(groups):
        ids = [f"{place}-{number:03}" for number in range(len(people))]
        comments += [Comment(id, id, "We waited", group=str(place)) for id in ids]
        links += [
            StandardLink((id, 0), standard, "likely", 1.0)
            for id, standards in zip(ids, people, strict=True)
            for standard in standards
        ]
        each.append(Group(str(place), f"Group {place}", frozenset(ids), frozenset(ids), frozenset(ids)))
    everyone = frozenset().union(*(one.wrote for one in each))
    total = Group("everyone", "Everyone", everyone, everyone, everyone) if len(each) > 1 else None
    segments = tuple(Segment(one.id, 0, 0, 9, "We waited", "We waited", "negative") for one in comments)
    placed = tuple(
        ThemeAssignment((comments[place].id, 0), theme, 1, 1.0) for place, theme in sorted((themes or {}).items())
    )
    found = Findings(Voices(tuple(comments)), STRATEGIES, segments, (), placed, tuple(links), (), (), 1)
    return found, Groups(tuple(each), total, {})
