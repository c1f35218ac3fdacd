"""What somebody types from a paper sheet or a telephone call: a few keys for each question, read as an answer."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from feedback_app.forms.entry_unclear import EntryUnclear
from feedback_app.forms.fields import plain_words
from feedback_app.forms.questions import Given
from feedback_app.forms.shares import read_shares
from surveys.kinds import MOST_LETTERS, MOST_TYPED_FIGURES, NUMBER_LINES, READ_KINDS, SEVERAL_KINDS, SHARING_KINDS
from surveys.options import Option, plain
from surveys.questions import Question
from surveys.sheet import printed_options

LEFT_BLANK = "-"
NOT_UNDERSTOOD = "?"
NUMBER = re.compile(r"[0-9]{1,9}([.,][0-9]{1,9})?")


def read_entry(question: Question, typed: str) -> Given:
    """The answer that an entry stands for.

    Options are named by their place on the sheet or by the letters that they begin with; a number on a line by itself.
    `-` and nothing are a question left blank, `?` is one that was not understood.

    Raises
    ------
    EntryUnclear
        It stands for no option, or for more than the sheet allows.
    """
    words = plain_words(typed)
    if words in ("", LEFT_BLANK) or question.kind in READ_KINDS:
        return Given((), None, "skipped")
    if words == NOT_UNDERSTOOD:
        return Given((), None, "not_understood")
    if question.kind == "number":
        return _number(question, words)
    if question.is_text:
        return _words(question, words)
    if question.kind in SHARING_KINDS:
        return read_shares(question, words) or _chosen(question, (_option(question, words),))
    return _chosen(question, _named(question, words))


def understood(question: Question, given: Given) -> str:
    """What an answer is, said back; words are not repeated."""
    if given.words:
        return "words"
    if given.missing == "not_understood":
        return "not understood"
    if not given.options:
        return "left blank"
    counted = Counter(given.options)
    labels = [f"{_label(question, id)}{f' ({times} dots)' if times > 1 else ''}" for id, times in counted.items()]
    return "; ".join(labels)


def _words(question: Question, words: str) -> Given:
    """Words are kept as they are; only what stands beside a box is an option."""
    option = next((one for one in question.offered if plain(one.label) == plain(words)), None)
    if option is not None:
        return Given((option.id,), None, option.missing)
    if (too_many := len(words) - MOST_LETTERS) > 0:
        raise EntryUnclear(f"These words are {too_many:,} letters longer than can be kept")
    return Given((), words, None)


def _number(question: Question, words: str) -> Given:
    if not NUMBER.fullmatch(words):
        return _chosen(question, (_option(question, words),))
    number = words.replace(",", ".")
    least, most = question.min or 0, question.max
    if float(number) < least or (most is not None and float(number) > most):
        raise EntryUnclear(f"{number} is not between {least} and {most}" if most else f"{number} is less than {least}")
    return Given((number,), None, None)


def _named(question: Question, words: str) -> tuple[Option, ...]:
    """The options in the order typed, each once."""
    parts = re.split(r"[\s,;]+", words)
    fits = _fits(question, words)
    if fits:  # a label of several words is one entry
        return (_one(question, words, fits),)
    digits = len(printed_options(question)) < 10 and question.kind not in NUMBER_LINES
    if digits and len(parts) == 1 and words.isdecimal() and len(words) > 1:
        parts = list(words)
    return tuple(dict.fromkeys(_option(question, part) for part in parts))


def _option(question: Question, part: str) -> Option:
    return _one(question, part, _fits(question, part))


def _one(question: Question, part: str, fits: Sequence[Option]) -> Option:
    if len(fits) == 1:
        return fits[0]
    if fits:
        labels = " or ".join(f"“{option.label}”" for option in fits)
        raise EntryUnclear(f"“{part}” could be {labels}: type its number, or more letters")
    raise EntryUnclear(f"“{part}” is no answer here: type {_choices(question)}, ? or -")


def _fits(question: Question, part: str) -> tuple[Option, ...]:
    options = printed_options(question)
    if exact := tuple(option for option in options if plain(option.label) == plain(part)):
        return exact
    if part.isdecimal() and len(part) <= MOST_TYPED_FIGURES:
        place = int(part) - 1
        is_place = question.kind not in NUMBER_LINES and 0 <= place < len(options)
        return (options[place],) if is_place else ()
    return tuple(option for option in options if plain(option.label).startswith(plain(part)))


def _chosen(question: Question, options: tuple[Option, ...]) -> Given:
    if len(options) > 1 and question.kind not in SEVERAL_KINDS:
        raise EntryUnclear("This question takes one answer. If two were ticked, type - and note it on the sheet")
    alone = next((option for option in options if option.alone), None)
    if alone and len(options) > 1:
        raise EntryUnclear(f"“{alone.label}” does not go with another answer. If both were ticked, type -")
    missing = next((option.missing for option in options if option.missing), None)
    order = [option.id for option in question.options]
    ids = tuple(sorted((option.id for option in options), key=order.index))
    return Given(ids, None, missing)


def _choices(question: Question) -> str:
    if question.ends is not None:
        return f"{question.ends.min} to {question.ends.max}"
    return f"1 to {len(printed_options(question))}"


def _label(question: Question, id: str) -> str:
    option = question.option(id)
    if option is None:
        return f"{id} {question.unit}".strip()
    return f"{option.label} ({option.says})" if option.says else option.label
