"""A new version of a strategy: what was kept, renamed, is new or gone, and whose words moved, telling on nobody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import replace

import pytest

from analysis.evidence.groups import groups_of
from analysis.findings import Findings, Segment, StandardLink
from analysis.moved import ABOUT_THE_SAME, Moved, what_moved
from analysis.strategy import Standard, StandardSet, Strategy
from analysis.strategy_versions import compare_versions
from analysis.voices import Comment, Voices

PREFIX = "here/promises"
Way = tuple[tuple[str, str], int]  # what a segment spoke to before and after ("" is nothing), and how many people did


def strategy(**names: str) -> Strategy:
    standards = tuple(Standard(f"{PREFIX}/{id}", name, "", "standard") for id, name in names.items())
    return Strategy("here", "Here", 1, "A strategy", (StandardSet("promises", "Promises", "standard", standards),))


OLD, NEW = strategy(a="Kindness", b="Fairness"), strategy(a="Kindness", c="Safety")


def moved(ways: Sequence[Way], *, old: Strategy = OLD, new: Strategy = NEW, floor: int = 10) -> Moved:
    before, after = _findings(ways, 0, old), _findings(ways, 1, new)
    return what_moved(compare_versions(old, new), before, after, floor=floor)


def people(found: Moved) -> Mapping[str, tuple[str, str, str]]:
    """Of each standard: its change, people before, people after."""
    return {
        (one.changed.new or one.changed.old).id.rpartition("/")[2]: (one.changed.change, one.before, one.after)  # type: ignore[union-attr]  # one of them is there
        for one in found.standards
    }


def moves(found: Moved) -> list[tuple[str, str, int]]:
    return [(one.old.rpartition("/")[2], one.new.rpartition("/")[2], one.at_least) for one in found.moves]


def test_a_standard_is_kept_renamed_new_or_gone() -> None:
    new = strategy(a="Being kind", c="Safety", f="Fairness")

    changes = [(one.change, one.old and one.old.name, one.new and one.new.name) for one in compare_versions(OLD, new)]

    assert changes == [("renamed", "Kindness", "Being kind"), ("new", None, "Safety"), ("kept", "Fairness", "Fairness")]


def test_a_name_that_several_have_says_nothing() -> None:
    old = strategy(a="Kindness", b="Kindness")

    assert [one.change for one in compare_versions(old, strategy(c="Kindness"))] == ["new", "gone", "gone"]


def test_people_whose_words_left_one_standard_for_another_are_told_without_a_number() -> None:
    found = moved([(("b", "c"), 34), (("b", ""), 20), (("a", "a"), 30), (("", "c"), 20), (("", ""), 30)])

    assert people(found) == {
        "a": ("kept", "30", ABOUT_THE_SAME),
        "c": ("new", "", "54"),
        "b": ("gone", "54", ""),
    }
    assert moves(found) == [("b", "", 10), ("b", "c", 10)]


@pytest.mark.parametrize(
    "ways",
    [(9, 30, 30, 40), (30, 19, 30, 40), (30, 30, 19, 40), (30, 30, 30, 19)],
    ids=["those who moved", "those who did not go there", "those who came otherwise", "everybody else"],
)
def test_a_move_that_would_tell_on_few_is_not_there(ways: tuple[int, int, int, int]) -> None:
    kinds = (("b", "c"), ("b", ""), ("", "c"), ("", ""))

    assert ("b", "c", 10) not in moves(moved(list(zip(kinds, ways, strict=True))))
    assert ("b", "c", 10) in moves(moved(list(zip(kinds, (max(20, count) for count in ways), strict=True))))


def test_words_that_stay_do_not_move_when_a_standard_is_renamed() -> None:
    found = moved([(("a", "a"), 30), (("", ""), 30)], new=strategy(a="Being kind"))

    assert people(found)["a"] == ("renamed", "30", ABOUT_THE_SAME)
    assert moves(found) == []


@pytest.mark.parametrize(
    ("after", "word"), [(30, ABOUT_THE_SAME), (39, ABOUT_THE_SAME), (40, "more"), (21, ABOUT_THE_SAME), (20, "fewer")]
)
def test_of_a_standard_that_goes_on_the_second_number_is_a_word(after: int, word: str) -> None:
    stay, come = min(after, 30), max(after - 30, 0)
    ways: list[Way] = [(("a", "a"), stay), (("a", ""), 30 - stay), (("", "a"), come), (("", ""), 40)]

    assert people(moved(ways))["a"] == ("kept", "30", word)


def test_where_one_number_is_hidden_nothing_is_said_of_the_other() -> None:
    ways: list[Way] = [(("a", "a"), 9), (("", "a"), 20), (("", ""), 40)]

    assert people(moved(ways))["a"] == ("kept", "fewer than 10", "not shown")


def test_a_person_who_said_it_twice_moved_once() -> None:
    ways: list[Way] = [(("b", "c"), 11), (("b", ""), 30), (("", "c"), 30), (("", ""), 40)]
    before, after = _findings(ways, 0, OLD), _findings(ways, 1, NEW)
    one_of_three = [
        replace(one, voices=replace(one.voices, comments=tuple(_as_one(each) for each in one.voices.comments)))
        for one in (before, after)
    ]
    changes = compare_versions(OLD, NEW)

    assert moves(what_moved(changes, before, after)) == [("b", "c", 10)]
    assert moves(what_moved(changes, *one_of_three)) == []


def test_nobody_can_work_out_few_people_from_totals_before_after_and_moves() -> None:
    """Whoever spoke to the old standard or to none may speak to it, to a new one, to both or to none afterwards."""
    floor, base = 2, 10
    kinds = [(old, new) for old in ("", "a") for new in ("", "a", "c", "ac")]
    alike: dict[Hashable, list[tuple[int, ...]]] = defaultdict(list)
    for counts in _splits(base, len(kinds)):
        ways = list(zip(kinds, counts, strict=True))
        found = moved(ways, old=strategy(a="Kindness"), floor=floor)
        alike[tuple(sorted(people(found).items())), tuple(moves(found))].append(_who_did(kinds, counts))

    told = [
        (printed, what)
        for printed, ways in alike.items()
        for what, count in enumerate(ways[0])
        if count < floor and len({way[what] for way in ways}) == 1
    ]

    assert told == []
    assert any(printed[1] for printed in alike)  # type: ignore[index]  # a pair: people, moves


def _who_did(kinds: Sequence[tuple[str, str]], counts: Sequence[int]) -> tuple[int, ...]:
    """How many stayed, left for the new standard, left for nothing, came to the old one, and came to the new one."""
    found = [0, 0, 0, 0, 0]
    for (old, new), count in zip(kinds, counts, strict=True):
        did = (
            old == "a" and "a" in new,
            old == "a" and new == "c",
            old == "a" and not new,
            not old and "a" in new,
            not old and "c" in new,
        )
        found = [people + count * one for people, one in zip(found, did, strict=True)]
    return tuple(found)


def _as_one(comment: Comment) -> Comment:
    return replace(comment, respondent="000") if comment.id in ("001", "002") else comment


def _findings(ways: Sequence[Way], version: int, strategy: Strategy) -> Findings:
    comments: list[Comment] = []
    links: list[StandardLink] = []
    for said, count in ways:
        for _ in range(count):
            id = f"{len(comments):03}"
            comments.append(Comment(id, id, "We waited"))
            links += [StandardLink((id, 0), f"{PREFIX}/{standard}", "likely", 1.0) for standard in said[version]]
    segments = tuple(Segment(one.id, 0, 0, 9, "We waited", "We waited", "negative") for one in comments)
    found = Findings(Voices(tuple(comments)), (strategy,), segments, (), (), tuple(links), (), (), 1)
    assert groups_of(found.voices).everyone is None
    return found


def _splits(people: int, parts: int) -> Iterator[tuple[int, ...]]:
    if parts == 1:
        yield (people,)
        return
    for first in range(people + 1):
        for rest in _splits(people - first, parts - 1):
            yield (first, *rest)
