"""Rows about who took part: `people`, one for each group, and `people_facts`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from analysis.disclosure import NOT_SHOWN, Shown, show, show_partition
from analysis.evidence.groups import Group, Groups
from analysis.voices import Voices

Row = dict[str, Any]

NO_ANSWER = "No answer"
_COUNTED: Final[Mapping[str, Callable[[Group], int]]] = {
    "took_part": lambda group: len(group.took_part),
    "finished": lambda group: len(group.finished),
    "wrote": lambda group: len(group.wrote),
}


def people_rows(groups: Groups, *, floor: int) -> Iterable[Row]:
    """One row for each group, then everyone.

    Taking part, finishing and writing are shown from the floor on. Their differences are not protected: that somebody
    took part and wrote nothing is nothing that anybody said.
    """
    each = [*groups.each, *([groups.everyone] if groups.everyone else [])]
    for position, group in enumerate(each, start=1):
        row: Row = {"group_id": group.id, "position": position, "group_name": group.name}
        for column, counted in _COUNTED.items():
            shown = _shown(group, groups, counted, floor)
            row[column] = shown.count
            row[f"{column}_shown"] = shown.words
        yield row


def facts_rows(voices: Voices, groups: Groups, *, floor: int) -> Iterable[Row]:
    """Closed facts about people, within their group; who did not answer is a part of it too.

    A group of which nobody has the fact was not asked for it, and has no rows.
    """
    facts = sorted({fact for person in voices.people for fact in person.attributes})
    number = 0
    for group in groups.each:
        people = [person for person in voices.people if person.id in group.took_part]
        for fact in facts:
            if not any(fact in person.attributes for person in people):
                continue
            answers = Counter(person.attributes.get(fact) or NO_ANSWER for person in people)
            possible = {*answers, *_offered(fact, group.id, voices), NO_ANSWER}
            ordered = {answer: answers[answer] for answer in sorted(possible, key=_as_asked(fact, voices))}
            for answer, shown in show_partition(ordered, floor=floor).items():
                number += 1
                yield {
                    "id": number,
                    "group_id": group.id,
                    "group_name": group.name,
                    "fact": fact,
                    "answer": answer,
                    "people": shown.count,
                    "shown": shown.words,
                }


def _offered(fact: str, group: str, voices: Voices) -> Iterable[str]:
    """Every answer that the group could have given: one that stood there only where somebody gave it would tell."""
    asked = [question for question in voices.questions if question.id.rpartition("/")[2] == fact]
    return [choice.label for question in asked if question.group in ("", group) for choice in question.choices]


def _as_asked(fact: str, voices: Voices) -> Callable[[str], tuple[int, str]]:
    """In the order in which a question of that name offers its answers; what it does not offer comes last."""
    asked = [question for question in voices.questions if question.id.rpartition("/")[2] == fact]
    places = {choice.label: place for question in asked for place, choice in enumerate(question.choices)}
    return lambda answer: (places.get(answer, len(places)), answer)


def shown_bases(groups: Groups, *, floor: int) -> Mapping[str, Shown]:
    """The number of people who wrote, by group: what the share of a theme is a share of."""
    each = [*groups.each, *([groups.everyone] if groups.everyone else [])]
    return {group.id: _shown(group, groups, _COUNTED["wrote"], floor) for group in each}


def _shown(group: Group, groups: Groups, counted: Callable[[Group], int], floor: int) -> Shown:
    if group is groups.everyone:
        return show_total({one.id: counted(one) for one in groups.each}, floor=floor)
    return show(counted(group), floor=floor)


def show_total(counts: Mapping[str, int], *, floor: int) -> Shown:
    """The total of groups that stand beside it; hidden where it would give one of them away.

    The groups are what a report is read by, so the total goes rather than a second group.
    """
    total = show(sum(counts.values()), floor=floor)
    apart = show_partition(counts, floor=floor)
    alone = {group: show(count, floor=floor) for group, count in counts.items()}
    is_safe = all((apart[group].count is None) == (alone[group].count is None) for group in counts)
    return total if total.count is None or is_safe else Shown(None, NOT_SHOWN)
