"""Whether mapping to standards reaches what it must."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.bench.few_labels import COUNTS, UNTAUGHT
from analysis.bench.standard_figures import Mapped, Reliability
from analysis.bench.standard_goals import standard_goals
from tests.analysis.bench.mapped import mapped


def verdict(measured: Sequence[Mapped], words: str, reliabilities: Sequence[Reliability] = ()) -> str:
    return next(goal.verdict for goal in standard_goals(measured, reliabilities) if words in goal.words)


def curve(at_ten: float) -> list[Mapped]:
    return [
        mapped(over=f"{count} labels", way=way, macro_f1=at_ten if count == 10 and way.startswith("Heard, by") else 0.5)
        for count in COUNTS
        for way in ("Heard, by chance", f"{UNTAUGHT}, the rest of those by chance")
    ]


def test_heard_must_be_ahead_of_each_peer_that_was_run() -> None:
    rows = [mapped(macro_f1=0.46), mapped(way="keywords", macro_f1=0.3), mapped(way="TF-IDF cosine", macro_f1=0.46)]

    assert verdict(rows, "macro-F1 without labels: 0.460, goal 0.45") == "reached"
    assert verdict(rows, "against keywords") == "reached"
    assert verdict(rows, "against TF-IDF cosine") == "NOT reached"


def test_labels_that_make_it_worse_at_one_count_are_told() -> None:
    words = "never worse than without labels, by chance"

    assert verdict(curve(0.5), words) == "reached"
    assert verdict(curve(0.49), f"{words} (10: 0.490 against 0.500)") == "NOT reached"
    assert verdict([mapped()], words) == "not run"


def test_the_set_of_several_labels_is_held_against_the_svc_and_the_clock() -> None:
    ours = {"set": "nhs_fft_v6_multi", "over": "5-fold", "micro_f1": 0.79, "macro_f1": 0.6, "wall_seconds": 900.0}
    rows = [mapped(**ours), mapped(**{**ours, "way": "TF-IDF + linear SVC", "micro_f1": 0.7, "macro_f1": 0.61})]

    assert verdict(rows, "5-fold: micro-F1: 0.790") == "reached"
    assert verdict(rows, "5-fold: macro-F1, against") == "NOT reached"
    assert verdict(rows, "15.0 minutes") == "NOT reached"
    assert verdict(rows, "hold-out of 20 %: micro-F1: -") == "not run"


def test_a_chance_of_80_must_be_right_as_often() -> None:
    def of(near: int, right: float) -> str:
        return verdict([], "75 to 85", [Reliability("a set", "a fold", (), 0.1, near, right)])

    assert of(40, 0.76) == "reached"
    assert of(40, 0.9) == "NOT reached"
    assert of(0, 0.0) == "not run"
