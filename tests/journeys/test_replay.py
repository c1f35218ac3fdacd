"""What waited is replayed from two tabs with replies lost: `make endurance` does the same with 1,000 answers."""

from __future__ import annotations

import pytest

from feedback_app import asking
from tests.endurance.replay import queued, replay
from tests.furnished import CLOSES, OPEN_WAVE, Furnished
from tests.serving import Server
from tests.term import AREA


@pytest.fixture
def code(furnished: Furnished) -> str:
    with furnished.app.app_context():
        return asking.open_survey(AREA, OPEN_WAVE, "therapy-satisfaction", "young_person_11_25", closes_on=CLOSES)


def test_a_hundred_answers_replayed_twice_from_two_tabs_are_a_hundred_rows(server: Server, code: str) -> None:
    queues = queued(server.settings, code, 100)

    tally = replay(server.settings, code, queues, lost=0.3)

    assert tally.lost > 20
    assert tally.is_right(100, len(queues)), tally
