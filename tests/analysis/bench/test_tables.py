"""What was measured, as tables."""

from __future__ import annotations

from analysis.bench.tables import tables
from tests.analysis.bench.measured import measured


def test_a_line_has_the_mean_over_seeds_and_their_spread() -> None:
    lines = list(tables([measured(nmi=0.5, seed=0, number=10), measured(nmi=0.7, seed=1, number=20)]))

    line = next(line for line in lines if line.startswith("Heard"))
    assert "banking77, n = 1,200: 1,200 comments, 10 labels" in lines
    shares = ["0.600", "±.100", "0.400", "±.000", "0.600", "±.000"]
    assert line.split() == ["Heard", *shares, "15", "1.50", "25.0%", "0.800", "2.0", "200"]


def test_every_figure_stands_under_its_heading() -> None:
    lines = list(tables([measured(ari=-0.4)]))

    heading = next(line for line in lines if line.strip().startswith("NMI"))
    assert " -0.400 " in lines[3]
    assert {len(line) for line in lines if line.startswith("Heard")} == {len(heading)}


def test_each_set_and_size_has_a_table_and_then_their_means() -> None:
    rows = [measured(set=name, size=size) for name in ("nhsx_strategy", "banking77") for size in (100, None)]

    titles = [line.partition(":")[0] for line in tables(rows) if line and not line.startswith((" ", "Heard"))]

    assert titles == [
        "nhsx_strategy, n = 100",
        "nhsx_strategy, all",
        "banking77, n = 100",
        "banking77, all",
        "Mean of 2 sets, n = 100",
        "Mean of 2 sets, all",
        "Mean of all",
    ]
