"""Whether the themes reach what they must."""

from __future__ import annotations

from analysis.bench.goals import Goal, goals
from tests.analysis.bench.measured import measured


def verdict(found: list[Goal], words: str) -> str:
    return next(goal.verdict for goal in found if words in goal.words)


def test_a_goal_is_held_against_the_mean_over_seeds_at_its_own_size() -> None:
    told = "Heard, nearest number"
    rows = [measured(contestant=told, ari=0.5), measured(contestant=told, ari=0.7, seed=1)]  # the goal is .58
    low = [*rows, measured(contestant=told, ari=0.4, seed=2)]
    elsewhere = [*rows, measured(contestant=told, ari=0.1, size=None)]

    assert verdict(list(goals(rows)), "ARI at the level") == "reached"
    assert verdict(list(goals(low)), "ARI at the level") == "NOT reached"
    assert verdict(list(goals(elsewhere)), "ARI at the level") == "reached"


def test_the_default_level_must_be_ahead_of_the_peers_in_each_figure() -> None:
    rows = [measured(ari=0.5, nmi=0.5), measured(contestant="BERTopic", ari=0.4, nmi=0.6)]

    found = list(goals(rows))

    assert verdict(found, "ARI of the default level") == "reached"
    assert verdict(found, "NMI of the default level") == "NOT reached"


def test_what_was_not_run_is_not_called_reached() -> None:
    found = list(goals([measured()]))

    assert verdict(found, "against BERTopic's defaults") == "not run"
    assert verdict(found, "steadiness of the default level") == "not run"
    assert verdict(found, "two row orders") == "not run"


def test_one_draw_that_changes_with_its_order_is_told() -> None:
    rows = [measured(size=300, same_in_two_orders=same, seed=seed) for seed, same in enumerate([True, True, False])]
    of_a_peer = measured(contestant="BERTopic", size=300, same_in_two_orders=False)

    assert verdict(list(goals(rows)), "2 of 3") == "NOT reached"
    assert verdict(list(goals([*rows[:2], of_a_peer])), "2 of 2") == "reached"


def test_steadiness_is_held_against_what_was_drawn_small() -> None:
    rows = [measured(steadiness=0.5), measured(steadiness=0.71, size=300)]

    assert verdict(list(goals(rows)), "steadiness of the default level") == "reached"
