"""How long many comments take."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from analysis.bench.speed import PACK, Timed, run_speed, speed_goals
from tests.analysis.bench.measured import invented_draw


def pack(comments: int, cpu: float, *, wall: float = 1.0, mib: float = 500) -> Timed:
    return Timed(PACK, comments, wall, cpu, mib)


def verdicts(*timed: Timed) -> list[tuple[str, str]]:
    return [(goal.verdict, goal.words) for goal in speed_goals(timed)]


def test_a_whole_analysis_is_run_as_anybody_runs_it(tmp_path: Path) -> None:
    drawn = invented_draw(each=30)
    with (tmp_path / "polis_civic.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerows([("text", "label"), *zip(drawn.texts, drawn.labels, strict=True)])
    heard: list[str] = []

    beside, finder, whole = run_speed(tmp_path, None, heard.append, beside=40, whole=(50,))

    assert (beside.what, beside.comments, whole.what, whole.comments) == ("Heard", 40, PACK, 50)
    assert (finder.what, finder.comments) == ("Heard's finder", 40)
    assert heard[1:] == ["Heard, 40 comments", "Heard's finder, 40 comments", "heard analyse, 50 comments"]
    assert min(beside.cpu_seconds, whole.cpu_seconds, beside.wall_seconds) > 0
    assert min(beside.peak_mib, whole.peak_mib) > 50


@pytest.mark.parametrize(("theirs", "said"), [(49, "NOT reached"), (51, "reached")])
def test_the_peer_must_need_five_times_as_long(theirs: float, said: str) -> None:
    times = verdicts(Timed("Heard's finder", 5000, 9, 10, 1), Timed("BERTopic", 5000, 9, theirs, 1))

    assert times == [(said, f"5 times faster than BERTopic on the same vectors: {theirs / 10:.1f} times")]


def test_time_memory_and_growth_each_have_a_goal() -> None:
    found = verdicts(pack(10_000, 10, wall=59), pack(100_000, 131, wall=481, mib=2_100))

    assert [verdict for verdict, _ in found] == ["reached", "reached", "NOT reached", "NOT reached", "NOT reached"]
    assert found[-1][1] == "10 times the comments, at most 13 times the CPU: 13.1 times"
