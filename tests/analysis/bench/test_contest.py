"""What a contestant makes of a draw, in a process of its own."""

from __future__ import annotations

import pytest

from analysis.bench.contest import ORDERED, compete
from analysis.bench.contestants import FACTORS, HEARD_TOLD, MEANS, Contestant, contestants
from tests.analysis.bench.measured import invented_draw


@pytest.mark.parametrize("contestant", [FACTORS, MEANS, HEARD_TOLD], ids=lambda one: one.fit)
def test_three_plain_subjects_are_found_by_everybody(contestant: Contestant) -> None:
    found = compete(contestant, invented_draw(), None)

    assert (found.set, found.rows, found.labels, found.contestant) == ("invented", 60, 3, contestant.name)
    assert found.number == 3
    assert found.accuracy > 0.6
    assert 0 <= found.unclear < 0.4
    assert found.steadiness > 0.7
    assert found.cpu_seconds >= 0
    assert found.peak_mib > 30


def test_a_second_order_of_the_rows_is_tried_at_one_size() -> None:
    assert compete(FACTORS, invented_draw(size=None), None).same_in_two_orders is None
    assert compete(FACTORS, invented_draw(size=ORDERED), None).same_in_two_orders


def test_the_peer_stands_in_the_table_where_it_can_be_run() -> None:
    without, beside = list(contestants(None)), list(contestants("/usr/bin/python3"))

    assert [one.name for one in beside if one not in without] == ["BERTopic", "BERTopic, true number"]
    assert all(one.needs_vectors for one in beside if one not in without)
