"""Groups of segments that say the same kind of thing."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from sklearn.utils.estimator_checks import parametrize_with_checks

from analysis.cut import NO_THEME
from analysis.meaning import unit
from analysis.micro_clusters import MOST_POINTS, micro_clusters
from analysis.themes import ThemeFinder
from analysis.vectors import Vectors


def around(centres: int, each: int, *, spread: float = 0.1) -> Vectors:
    """Unit vectors near so many corners of a space."""
    chance = np.random.default_rng(0)
    points = np.repeat(np.eye(centres, 12), each, axis=0) + chance.normal(0, spread, (centres * each, 12))
    return np.asarray(points / np.linalg.norm(points, axis=1, keepdims=True))


def fitted(finder: ThemeFinder, vectors: Vectors) -> ThemeFinder:
    """Each segment said by somebody else, all with one word in common."""
    people = [frozenset({str(index)}) for index in range(len(vectors))]
    return finder.fit(vectors, people=people, words=[frozenset({"w"})] * len(vectors))


def test_each_group_is_one_theme() -> None:
    vectors = around(6, 20)

    found = fitted(ThemeFinder(themes=6), vectors)

    assert found.read_.size == 6
    assert all(len(set(found.labels_[start : start + 20])) == 1 for start in range(0, 120, 20))


def test_the_data_say_how_many_themes_there_are() -> None:
    vectors = around(12, 20)

    assert fitted(ThemeFinder(), vectors).read_.size == 12


def test_a_segment_that_is_near_no_theme_has_none() -> None:
    vectors = np.vstack([around(5, 20), np.eye(12)[[10]], np.zeros((1, 12))])

    labels = fitted(ThemeFinder(themes=5), vectors).labels_

    assert labels[-2:].tolist() == [NO_THEME, NO_THEME]
    assert (labels[:-2] != NO_THEME).all()


def test_a_theme_needs_the_words_of_more_than_one_person() -> None:
    vectors = around(5, 20)
    people = [frozenset({"one" if index < 20 else str(index)}) for index in range(100)]
    words = [frozenset({"w"})] * 100

    labels = ThemeFinder(themes=5).fit(vectors, people=people, words=words).labels_

    assert (labels[:20] == NO_THEME).all()
    assert (labels[20:] != NO_THEME).any()


def test_a_theme_needs_a_word_that_its_people_share() -> None:
    vectors = around(5, 20)
    words = [frozenset({f"own{index}" if index < 20 else "w"}) for index in range(100)]

    labels = (
        ThemeFinder(themes=5)
        .fit(vectors, people=[frozenset({str(index)}) for index in range(100)], words=words)
        .labels_
    )

    assert (labels[:20] == NO_THEME).all()


def test_a_segment_that_is_only_rather_near_needs_a_word_of_its_theme() -> None:
    between = 0.3 * np.eye(12)[0] + np.sqrt(1 - 0.3**2) * np.eye(12)[11]
    vectors = np.vstack([around(5, 20, spread=0.01), between])
    people = [frozenset({str(index)}) for index in range(101)]

    def last(word: str) -> int:
        words = [*[frozenset({"w"})] * 100, frozenset({word})]
        return int(ThemeFinder(themes=5).fit(vectors, people=people, words=words).labels_[-1])

    assert last("w") != NO_THEME
    assert last("own") == NO_THEME


def test_the_nearest_number_of_themes_is_found_when_more_are_asked_for_than_there_are() -> None:
    vectors = around(6, 2, spread=0.01)

    assert fitted(ThemeFinder(themes=40, least_people=2), vectors).read_.size == 6


def test_themes_that_are_alike_come_under_one_heading() -> None:
    vectors = around(9, 20)

    found = fitted(ThemeFinder(themes=9), vectors)

    assert found.broad_of_ is not None
    assert len(set(found.broad_of_.tolist())) == 3


def test_few_themes_need_no_headings() -> None:
    vectors = around(5, 20)

    assert fitted(ThemeFinder(themes=5), vectors).broad_of_ is None


def test_a_part_belongs_to_one_theme_only() -> None:
    vectors = around(4, 90, spread=0.3)

    found = fitted(ThemeFinder(themes=4), vectors)

    inside = found.fine_.labels != NO_THEME
    assert (found.fine_of_[found.fine_.labels[inside]] == found.labels_[inside]).all()


def test_other_segments_find_their_theme_by_the_nearest_middle() -> None:
    vectors = around(5, 20)
    found = fitted(ThemeFinder(themes=5), vectors)

    assert found.predict(vectors).tolist() == found.labels_.tolist()


def test_nothing_said_is_no_theme() -> None:
    vectors = np.zeros((4, 3))

    assert fitted(ThemeFinder(), vectors).labels_.tolist() == [NO_THEME] * 4


@parametrize_with_checks([ThemeFinder()])  # type: ignore[untyped-decorator]  # scikit-learn ships no types
def test_it_is_an_estimator_like_any_other(estimator: ThemeFinder, check: Callable[[ThemeFinder], None]) -> None:
    check(estimator)


def test_very_many_segments_stand_for_each_other_in_small_clusters() -> None:
    vectors = around(6, 700)

    found = fitted(ThemeFinder(themes=6), vectors)

    assert found.read_.size == 6
    assert len(set(micro_clusters(vectors, np.ones(len(vectors))).tolist())) <= MOST_POINTS < len(vectors)
    assert all(len(set(found.labels_[start : start + 700])) == 1 for start in range(0, 4200, 700))


def test_an_unclear_segment_keeps_its_likeliest_theme() -> None:
    between = (np.eye(12)[[0]] + np.eye(12)[[1]]) / 2**0.5

    found = fitted(ThemeFinder(themes=5), np.vstack([around(5, 60, spread=0.02), between]))

    assert found.labels_[-1] == NO_THEME
    assert found.read_.nearest[-1] in {found.labels_[0], found.labels_[60]}


def test_another_seed_chooses_about_as_many_themes() -> None:
    chance = np.random.default_rng(5)
    middles = unit(chance.normal(size=(9, 40)))
    vectors = unit(np.vstack([middle + chance.normal(scale=0.25, size=(30, 40)) for middle in middles]))

    sizes = {ThemeFinder(random_state=seed).fit(vectors).read_.size for seed in range(6)}

    assert max(sizes) - min(sizes) <= 1
