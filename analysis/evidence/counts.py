"""How many people of each group spoke to a theme or a standard, and how they spoke of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from analysis.disclosure import NOT_SHOWN, SMALL_BASE, Share, Shown, fewer_than, share, show_partition
from analysis.evidence.groups import Groups
from analysis.evidence.people import shown_bases
from analysis.findings import Sentiment

Row = dict[str, Any]
Spoke = Mapping[str, Sentiment]  # respondent -> how they spoke

SENTIMENTS: Final[tuple[Sentiment, ...]] = ("positive", "negative", "mixed", "neutral")
ALL = "all"
# GUIDE: most = over 50%, many 30-50, some 10-29, a few under 10
_WORDS: Final = (("most", 51, 4), ("many", 30, 3), ("some", 10, 2), ("a few", 0, 1))


def combined(sentiments: Iterable[Sentiment]) -> Sentiment:
    """One person's way of speaking of one thing, from all that they said of it."""
    said = set(sentiments)
    if "mixed" in said or {"positive", "negative"} <= said:
        return "mixed"
    if "positive" in said:
        return "positive"
    return "negative" if "negative" in said else "neutral"


def count_rows(spoke: Spoke, groups: Groups, *, floor: int) -> Iterable[Row]:
    """Rows for one theme or standard: each group as a whole and by sentiment, then everyone as a whole.

    Groups add up to everyone, sentiments to their group; each sum is protected against subtraction, and so is the
    rest of the base. Sentiments of everyone would cross with those of the groups, so they are not given.
    """
    by_group = {group.id: {one: spoke[one] for one in group.wrote if one in spoke} for group in groups.each}
    for group in groups.each:
        found = share(len(by_group[group.id]), len(group.wrote), floor=floor)
        yield _row(group.id, group.name, ALL, found)
        if found.count.count is not None:
            yield from _by_sentiment(group.id, group.name, by_group[group.id], floor)
    if groups.everyone:
        total = everyone_share({group: len(found) for group, found in by_group.items()}, groups, floor=floor)
        yield _row(groups.everyone.id, groups.everyone.name, ALL, total)


def everyone_share(counts: Mapping[str, int], groups: Groups, *, floor: int) -> Share:
    """Everyone's share; hidden where, beside the groups' own, it would tell a hidden one."""
    everyone = groups.everyone or groups.each[0]
    base = shown_bases(groups, floor=floor)[everyone.id]
    total = share(sum(counts.values()), len(everyone.wrote), floor=floor)
    if base.count is None:
        return Share(Shown(None, NOT_SHOWN), base, None, is_small_base=False)
    if groups.everyone and total.count.count is not None and not _is_safe(counts, groups, floor):
        return Share(Shown(None, NOT_SHOWN), base, None, total.is_small_base)
    return total


def tone(spoke: Spoke, *, floor: int) -> str:
    """In a word, how most people spoke of it; empty where too few did to say, or where most were neutral."""
    said = list(spoke.values())
    if len(said) < floor:
        return ""
    for sentiment, word in (("positive", "going well"), ("negative", "not going well")):
        if said.count(sentiment) >= 0.6 * len(said):  # type: ignore[arg-type]  # the pairs hold sentiments
            return word
    return "mixed" if said.count("neutral") <= 0.5 * len(said) else ""


def _by_sentiment(group_id: str, group_name: str, spoke: Spoke, floor: int) -> Iterable[Row]:
    said = list(spoke.values())
    for sentiment, shown in show_partition({one: said.count(one) for one in SENTIMENTS}, floor=floor).items():
        percent = None if shown.count is None else (200 * shown.count + len(said)) // (2 * len(said))
        base = Shown(len(said), str(len(said)))
        yield _row(group_id, group_name, sentiment, Share(shown, base, percent, len(said) < SMALL_BASE))


def _row(group_id: str, group_name: str, sentiment: str, found: Share) -> Row:
    how_many, step = _in_words(found.percent)
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


def _in_words(percent: int | None) -> tuple[str, int]:
    if percent is None:
        return "", 0
    return next((words, step) for words, least, step in _WORDS if percent >= least)


def _is_safe(counts: Mapping[str, int], groups: Groups, floor: int) -> bool:
    """Whether the total leaves every hidden group at least half the floor of values that it could have.

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
    return min(widths) >= floor / 2


def _could_be(words: str, base: int, floor: int) -> tuple[int, int]:
    """What a reader of the words knows about the count."""
    if words == fewer_than(floor):
        return 0, min(floor - 1, base)
    if words == f"all but {fewer_than(floor)}":
        return base - floor + 1, base
    return 0, base
