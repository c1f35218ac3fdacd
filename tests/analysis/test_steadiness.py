"""Whether a theme is found again when a few people had said nothing."""

from __future__ import annotations

import numpy as np

from analysis.findings import Theme
from analysis.steadiness import steadiness
from analysis.themes import ThemeFinder
from analysis.vectors import Vectors


def steadiness_of(vectors: Vectors, themes: int) -> Vectors:
    people = [frozenset({str(number)}) for number in range(len(vectors))]
    words = [frozenset({"w"})] * len(vectors)
    finder = ThemeFinder(themes=themes).fit(vectors, people=people, words=words)
    return steadiness(finder, vectors, people, words)


def scattered(spread: float) -> Vectors:
    chance = np.random.default_rng(0)
    points = np.repeat(np.eye(4, 12), 30, axis=0) + chance.normal(0, spread, (120, 12))
    return np.asarray(points / np.linalg.norm(points, axis=1, keepdims=True))


def test_themes_that_stand_apart_are_found_again() -> None:
    assert (steadiness_of(scattered(0.05), 4) > 0.95).all()


def test_themes_made_of_chance_are_not() -> None:
    assert steadiness_of(scattered(5.0), 8).mean() < 0.6


def test_it_is_the_same_each_time() -> None:
    assert np.array_equal(steadiness_of(scattered(1.0), 4), steadiness_of(scattered(1.0), 4))


def test_under_a_half_a_theme_is_tentative() -> None:
    assert Theme("t-a", 1, 1, "A", (), steadiness=0.49).tentative
    assert not Theme("t-a", 1, 1, "A", (), steadiness=0.5).tentative
    assert not Theme("p-a", 2, 1, "A", ()).tentative
