"""How many people of each group spoke to a theme or a standard, and how they spoke of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from analysis.disclosure import NOT_SHOWN, SMALL_BASE, Share, Shown, fewer_than, share, show_partition
from analysis.evidence.groups import EVERYONE, Groups
from analysis.evidence.people import shown_bases
from analysis.findings import Sentiment

Row = dict[str, Any]
Spoke = Mapping[str, Sentiment]  # respondent -> how they spoke

SENTIMENTS: Final[tuple[Sentiment, ...]] = ("positive", "negative", "mixed", "neutral")
ALL = "all"
SPLIT_FROM = 3  # times the floor: fewer people are not split by how they spoke
CLEARLY_MORE = 1.5
_WORDS: Final = (("most", 51, 4), ("many", 30, 3), ("some", 10, 2), ("a few", 0, 1))
MEANINGS: Final[Mapping[str, str]] = {
    "most": "over 50%",
    "many": "30% to 50%",
    "some": "10% to 29%",
    "a few": "under 10%",
}


def combined(sentiments: Iterable[Sentiment]) -> Sentiment:
    """One person's way of speaking of one thing, from all that they said of it."""
    said = set(sentiments)
    if "mixed" in said or {"positive", "negative"} <= said:
        return "mixed"
    if "positive" in said:
        return "positive"
    return "negative" if "negative" in said else "neutral"


def count_rows(spoke: Spoke, groups: Groups, *, floor: int) -> list[Row]:
    """Rows for one theme or standard: each group as a whole, large ones by sentiment too, then everyone as a whole.

    Groups add up to everyone, sentiments to their group; each sum is protected against subtraction, and so is the
    rest of the base. Sentiments of everyone would cross with those of the groups, so they are not given.
    """
    by_group = {group.id: {one: spoke[one] for one in group.wrote if one in spoke} for group in groups.each}
    rows: list[Row] = []
    for group in groups.each:
        found = share(len(by_group[group.id]), len(group.wrote), floor=floor)
        rows.append(_row(group.id, group.name, ALL, found))
        if (found.count.count or 0) >= SPLIT_FROM * floor:
            rows += _by_sentiment(group.id, group.name, by_group[group.id], floor)
    if groups.everyone:
        total = everyone_share({group: len(found) for group, found in by_group.items()}, groups, floor=floor)
        rows.append(_row(groups.everyone.id, groups.everyone.name, ALL, total))
    return rows


def everyone_share(counts: Mapping[str, int], groups: Groups, *, floor: int) -> Share:
    """Everyone's share; hidden where, beside the groups' own, it would tell a hidden one."""
    everyone = groups.everyone or groups.each[0]
    base = shown_bases(groups, floor=floor)[everyone.id]
    total = share(sum(counts.values()), len(everyone.wrote), floor=floor)
    if not groups.everyone:
        return total
    if base.count is None:
        return Share(Shown(None, NOT_SHOWN), base, None, is_small_base=False)
    is_few = total.count.words == fewer_than(floor)
    if is_few or (total.count.count is not None and _is_safe(counts, groups, floor)):
        return total
    return Share(Shown(None, NOT_SHOWN), base, None, total.is_small_base)


def tone(spoke: Spoke, rows: Sequence[Row], *, floor: int) -> str:
    """In a word, whether more good or more bad was said; empty where it is not shown that enough people spoke.

    Where sentiments are shown it says what they say. Elsewhere it is good against bad, never against all: "most"
    would tell how many.
    """
    shown = [row for row in rows if row["sentiment"] != ALL]
    if shown:
        good, bad = (_shown_people(shown, sentiment) for sentiment in ("positive", "negative"))
    elif shown_size(rows) < floor:
        return ""
    else:
        said = list(spoke.values())
        good, bad = said.count("positive"), said.count("negative")
    if good >= CLEARLY_MORE * bad and good:
        return "going well"
    return "not going well" if bad >= CLEARLY_MORE * good and bad else "mixed"


def shown_size(rows: Sequence[Row]) -> int:
    """How many people a reader can see spoke to it."""
    shown = {row["group_id"]: row["people"] or 0 for row in rows if row["sentiment"] == ALL}
    return max(sum(people for group, people in shown.items() if group != EVERYONE), shown.get(EVERYONE, 0))


def in_words(percent: int | None) -> tuple[str, int]:
    """How many a share is, in words that always mean the same, and as a step of the heat map (0 is hidden)."""
    if percent is None:
        return "", 0
    return next((words, step) for words, least, step in _WORDS if percent >= least)


def _shown_people(rows: Sequence[Row], sentiment: str) -> int:
    return sum(row["people"] or 0 for row in rows if row["sentiment"] == sentiment)


def _by_sentiment(group_id: str, group_name: str, spoke: Spoke, floor: int) -> Iterable[Row]:
    said = list(spoke.values())
    for sentiment, shown in show_partition({one: said.count(one) for one in SENTIMENTS}, floor=floor).items():
        percent = None if shown.count is None else (200 * shown.count + len(said)) // (2 * len(said))
        base = Shown(len(said), str(len(said)))
        yield _row(group_id, group_name, sentiment, Share(shown, base, percent, len(said) < SMALL_BASE))


def _row(group_id: str, group_name: str, sentiment: str, found: Share) -> Row:
    how_many, step = in_words(found.percent)
    return {
        "group_id": group_id,
        "group_name": group_name,
        "sentiment": sentiment,
        "people": found.count.count,
        "base": found.base.count,
        "share": found.percent,
        "shown": found.count.words,
        "how_many": how_many,
        "step": step,
        "small_base": int(found.is_small_base),
    }


def _is_safe(counts: Mapping[str, int], groups: Groups, floor: int) -> bool:
    """Whether the total leaves every hidden group several values that it could have, half the floor or more.

    What the hidden groups add up to can be had by subtraction, and what is left of their bases: neither may be small.
    """
    hidden: list[tuple[int, int]] = []
    total = rest = 0
    for group in groups.each:
        base, count = len(group.wrote), counts[group.id]
        shown = share(count, base, floor=floor).count
        if shown.count is None:
            hidden.append(_could_be(shown.words, base, floor))
            total, rest = total + count, rest + base - count
    if not hidden:
        return True
    if total < floor or rest < floor:
        return False
    low, high = sum(least for least, _ in hidden), sum(most for _, most in hidden)
    widths = (min(most, total - (low - least)) - max(least, total - (high - most)) + 1 for least, most in hidden)
    return min(widths) >= max(3, floor / 2)


def _could_be(words: str, base: int, floor: int) -> tuple[int, int]:
    """What a reader of the words knows about the count."""
    if words == fewer_than(floor):
        return 0, min(floor - 1, base)
    if words == f"all but {fewer_than(floor)}":
        return base - floor + 1, base
    return 0, base
