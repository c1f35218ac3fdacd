"""Safeguarding: what rules or a person find in words is held at once; the lead alone opens it, and releases it."""

from feedback_app.safeguarding.holding import check_given, check_words, held_answers, hold_by_hand, seen_by_rules
from feedback_app.safeguarding.opened import (
    ACTION,
    OTHER_FORMAT,
    PILE_NAME,
    PILE_REASON,
    STATEMENT,
    NoSuchConcern,
    Opened,
    OpenedFile,
    Step,
    open_concern,
    open_contact,
    open_file,
)
from feedback_app.safeguarding.queue import (
    AT_A_TABLE,
    LEVELS,
    Listed,
    area_of,
    contacts_waiting,
    shown_again,
    waiting,
)
from feedback_app.safeguarding.releasing import NothingToShow, NotOpened, hold_again, release

__all__ = [
    "ACTION",
    "AT_A_TABLE",
    "LEVELS",
    "OTHER_FORMAT",
    "PILE_NAME",
    "PILE_REASON",
    "STATEMENT",
    "Listed",
    "NoSuchConcern",
    "NotOpened",
    "NothingToShow",
    "Opened",
    "OpenedFile",
    "Step",
    "area_of",
    "check_given",
    "check_words",
    "contacts_waiting",
    "held_answers",
    "hold_again",
    "hold_by_hand",
    "open_concern",
    "open_contact",
    "open_file",
    "release",
    "seen_by_rules",
    "shown_again",
    "waiting",
]
