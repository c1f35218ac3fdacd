"""Many visits as one line, and the goals that it is held against."""

from __future__ import annotations

import json
from pathlib import Path

from feedback_app.bench.browser import Visit
from feedback_app.bench.figures import Measured, table, write_json
from feedback_app.bench.networks import SLOW_3G, SLOW_4G


def visits(*paints: float, blocking: float = 0) -> tuple[Visit, ...]:
    return tuple(Visit(5_000, 2, paint, paint, paint, blocking) for paint in paints)


def test_a_network_is_slowed_down_by_lighthouses_constants() -> None:
    # 150 ms of round trip and 1.6 Mbit/s are 562.5 ms a request and 1.44 Mbit/s there
    assert SLOW_4G.conditions() == {
        "offline": False,
        "latency": 562.5,
        "downloadThroughput": 180_000,
        "uploadThroughput": 84_375,
    }
    assert SLOW_3G.conditions()["latency"] == 1_500


def test_the_middle_stands_before_the_least_and_the_most() -> None:
    measured = Measured("A page", "slow 4G", visits(900, 700, 800))

    assert table([measured]).splitlines()[1].split("  ")[-4:-1] == ["800 (700-900)"] * 3


def test_a_goal_is_missed_by_the_middle_visit_and_not_by_one_slow_one() -> None:
    assert not Measured("A page", "slow 4G", visits(700, 800, 2_000)).misses()
    assert Measured("A page", "slow 4G", visits(700, 860, 900)).misses() == [
        "A page on slow 4G: first paint 860 ms, the goal is 850"
    ]
    assert Measured("A page", "slow 3G", visits(1_600, blocking=51)).misses() == [
        "A page on slow 3G: blocking 51 ms, the goal is 50"
    ]


def test_what_was_measured_is_written_with_how_it_was_measured(tmp_path: Path) -> None:
    write_json(tmp_path / "web.json", [Measured("A page", "slow 4G", visits(700, 900))], chromium="156")

    written = json.loads((tmp_path / "web.json").read_text())
    assert written["slower_cpu"] == 4
    assert set(written["networks"]) == {"slow 4G", "slow 3G"}
    assert written["measured"][0]["median"]["first_paint_ms"] == 800
    assert len(written["measured"][0]["visits"]) == 2
