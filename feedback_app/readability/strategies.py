"""How easy the words of a strategy are to read: its descriptions, and the easy read of its promises."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.strategy import Standard, Strategy
from analysis.strategy_review import place_of
from feedback_app.readability.words import Reader, hard_words, longest_sentence, school_year

# Age less five is the school year. One line alone says little, so a set is measured together, and a line alone is only
# refused when it is far harder than its set may be.
PLAIN_AGE, PLAIN_LINE_AGE = 9, 14
EASY_AGE, EASY_LINE_AGE = 7, 9
AGE_OF_GRADE_0 = 5
LONGEST, LONGEST_EASY = 20, 10
YOUNG_PEOPLE = "young people"


def hard_to_read(strategy: Strategy) -> Iterator[str]:
    """Yield one sentence for each thing to reword, with its place. Young people's own words are left as they are."""
    for one_set in strategy.sets:
        plain = [one for one in one_set.standards if one.description_by != YOUNG_PEOPLE]
        easy = [one for one in one_set.standards if one.easy_read and one.easy_read_by != YOUNG_PEOPLE]
        yield from _too_old([one.description for one in plain], f"set {one_set.id}: `description`", PLAIN_AGE)
        yield from _too_old([one.easy_read for one in easy], f"set {one_set.id}: `easy_read`", EASY_AGE)
        for standard in plain:
            yield from _hard(standard, "description", "anybody", LONGEST)
            yield from _too_old([standard.description], f"{place_of(standard)}: `description`", PLAIN_LINE_AGE)
        for standard in easy:
            yield from _hard(standard, "easy_read", "child", LONGEST_EASY)
            yield from _too_old([standard.easy_read], f"{place_of(standard)}: `easy_read`", EASY_LINE_AGE)


def _hard(standard: Standard, field: str, reader: Reader, longest: int) -> Iterator[str]:
    words: str = getattr(standard, field)
    place = f"{place_of(standard)}: `{field}`"
    yield from (f"{place}: “{one.word}” is hard: write {one.instead}" for one in hard_words([words], reader))
    if (length := longest_sentence([words])) > longest:
        yield f"{place}: a sentence has {length} words where {longest} are allowed: make two of it"


def _too_old(words: Sequence[str], place: str, age: int) -> Iterator[str]:
    read_at = round(school_year(words) + AGE_OF_GRADE_0)  # whole years, as it is told
    if read_at > age:
        yield f"{place} is read at {read_at} years where {age} is allowed: use shorter words"
