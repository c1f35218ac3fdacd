"""What is worded as bad news, and whose ear for complaints is believed."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.standard_polarity import heeds_praise, may_speak_to
from analysis.strategy import Standard

WAITS = Standard("here/asks/waits", "Long waits", "People wait too long.", "finding", polarity="negative")
PARKING = Standard("here/asks/parking", "Parking", "Where to park.", "topic")
STANDARDS = (WAITS, PARKING)


def test_praise_may_not_speak_to_what_is_worded_as_bad_news() -> None:
    may = may_speak_to(["positive", "neutral", "negative", "mixed"], heeds_praise(STANDARDS))

    assert may[:, 0].tolist() == [False, False, True, True]
    assert may[:, 1].all()


@pytest.mark.parametrize(
    ("words", "yeses", "is_heeded"),
    [
        ("Still on the list", 10, True),
        ("Still on the list", 9, False),
        ("The waiting list is terrible and awful.", 10, False),
    ],
)
def test_it_may_where_people_said_yes_of_many_texts_that_do_not_sound_like_complaints(
    words: str, yeses: int, is_heeded: bool
) -> None:
    truth = np.full((20, 2), np.nan)
    truth[:yeses, 0] = 1.0
    truth[yeses:15, 0] = 0.0

    assert heeds_praise(STANDARDS, [words] * 20, truth).tolist() == [is_heeded, True]
