"""Where a sheet leads: whom a question is for, and where to go after an answer."""

from __future__ import annotations

from collections.abc import Sequence

from feedback_app.printing.wording import Say, listed
from surveys.sheet import SheetQuestion, When, goes_to


def only_if(sheet: Sequence[SheetQuestion], place: int, _: Say) -> str:
    """Whom the questions from here on are for, where that is not said already; empty where it is, and for everybody."""
    one = sheet[place]
    before = sheet[place - 1].whens if place else ()
    told = [when for when in one.whens if when not in before]
    if not told:
        return ""
    last = place
    while last + 1 < len(sheet) and all(when in sheet[last + 1].whens for when in told):
        last += 1
    if_words = _(" and ").join(_when_words(when, sheet, _) for when in told)
    after = _number_or_end(sheet, sheet[last].number + 1, _)
    if last == place:
        return _("Question {first} is only for you if {if_words}. If not, go to {after}.").format(
            first=one.number, if_words=if_words, after=after
        )
    return _("Questions {first} to {last} are only for you if {if_words}. If not, go to {after}.").format(
        first=one.number, last=sheet[last].number, if_words=if_words, after=after
    )


def leads_to(sheet: Sequence[SheetQuestion], place: int, option: str, _: Say) -> str:
    """Where to go after one choice; empty where the next question comes next."""
    number = goes_to(sheet, place, option)
    return "" if number is None else _("Go to {after}.").format(after=_number_or_end(sheet, number, _))


def _when_words(when: When, sheet: Sequence[SheetQuestion], _: Say) -> str:
    decides = next(one for one in sheet if one.step == when.step)
    if when.is_number:
        return _number_words(when, _).format(number=decides.number)
    labels = [option.label for option in decides.question.options if option.id in when.options]
    said = (
        _("you ticked {these} at question {number}")
        if when.is_meant
        else _("you did not tick {these} at question {number}")
    )
    return said.format(these=listed(labels, _), number=decides.number)


def _number_words(when: When, _: Say) -> str:
    outside = when.outside is when.is_meant
    if when.most is None:
        below, above = (
            _("the number at question {number} is under {least}"),
            _("the number at question {number} is {least} or more"),
        )
        return (below if outside else above).replace("{least}", f"{when.least:g}")
    if when.least is None:
        above, below = (
            _("the number at question {number} is over {most}"),
            _("the number at question {number} is {most} or less"),
        )
        return (above if outside else below).replace("{most}", f"{when.most:g}")
    beyond, within = (
        _("the number at question {number} is under {least} or over {most}"),
        _("the number at question {number} is from {least} to {most}"),
    )
    return (beyond if outside else within).replace("{least}", f"{when.least:g}").replace("{most}", f"{when.most:g}")


def _number_or_end(sheet: Sequence[SheetQuestion], number: int, _: Say) -> str:
    return (
        _("the end, after question {last}").format(last=sheet[-1].number)
        if number > sheet[-1].number
        else _("question {number}").format(number=number)
    )
