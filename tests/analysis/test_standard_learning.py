"""How labels move what was believed, where the lines are, and what a score is worth."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from analysis.standard_calibration import Calibrated, calibrate, expected_calibration_error
from analysis.standard_learning import TOO_FEW, learn
from analysis.standard_lines import learned_lines
from analysis.text_kernel import TextKernel


def test_a_text_without_its_own_label_is_scored_as_if_the_others_alone_were_known() -> None:
    words = [f"red {row}" for row in range(20)] + [f"blue {row}" for row in range(20)]
    kernel = TextKernel(vectors=None).fit(words)
    truth = np.repeat([[1.0], [0.0]], 20, axis=0)
    prior = np.full((40, 1), 0.3)

    learned = learn(kernel.transform(words), truth, prior)
    without = learn(kernel.transform(words[1:]), truth[1:], prior[1:])

    assert learned.share == pytest.approx(30 / 90)
    believed = replace(without, share=learned.share).scores(kernel.transform(words[:1]), prior[:1])
    assert learned.unseen[0] == pytest.approx(believed[0], abs=0.02)


def test_what_nobody_said_of_a_standard_teaches_nothing_of_it() -> None:
    words = [f"red {row}" for row in range(20)]
    kernel = TextKernel(vectors=None).fit(words)
    truth = np.column_stack([np.ones(20), np.full(20, np.nan)])

    learned = learn(kernel.transform(words), truth, np.full((20, 2), 0.3))

    assert learned.weights[:, 0].any()
    assert not learned.weights[:, 1].any()


def test_ten_labelled_texts_change_nothing_yet_and_each_more_is_believed_more() -> None:
    words = [f"{colour} {row}" for row in range(30) for colour in ("red", "blue")]
    kernel = TextKernel(vectors=None).fit(words)
    truth = np.array([[float(word.startswith("red"))] for word in words])

    shares = [learn(kernel.transform(words[:n]), truth[:n], np.full((n, 1), 0.3)).share for n in (TOO_FEW, 20, 60)]

    assert shares[0] == 0
    assert 0 < shares[1] < shares[2] < 1


def test_a_line_is_where_yeses_begin_and_few_yeses_move_it_little() -> None:
    scores = np.linspace(0, 1, 200)[:, None]
    truth = (scores > 0.6).astype(float)
    few = np.where(np.arange(200)[:, None] >= 199, 1.0, 0.0)

    assert learned_lines(scores, truth, 0.3)[0] == pytest.approx(0.6, abs=0.08)
    both = learned_lines(np.hstack([scores, scores]), np.hstack([truth, few]), 0.3)
    assert both[1] < 0.75


def test_without_any_yes_the_lines_stay_where_they_were() -> None:
    assert learned_lines(np.zeros((9, 2)), np.zeros((9, 2)), 0.3).tolist() == [0.3, 0.3]


def test_a_text_is_scored_afresh_as_if_no_copy_of_it_had_a_label() -> None:
    words = ["red and green"] * 3 + [f"red {row}" for row in range(20)] + [f"blue {row}" for row in range(20)]
    kernel = TextKernel(vectors=None).fit(words)
    truth = np.repeat([[1.0], [0.0]], [23, 20], axis=0)
    prior = np.full((43, 1), 0.3)

    learned = learn(kernel.transform(words), truth, prior, np.array([0, 0, 0, *range(1, 41)]))
    without = learn(kernel.transform(words[3:]), truth[3:], prior[3:])

    believed = replace(without, share=learned.share).scores(kernel.transform(words[:3]), prior[:3])
    assert learned.afresh[:3] == pytest.approx(believed, abs=0.03)
    assert (learned.unseen[:3] > learned.afresh[:3]).all()
    assert learned.afresh[3:] == pytest.approx(learned.unseen[3:])


def chances_of(scores: np.ndarray, truth: np.ndarray) -> Calibrated | None:
    return calibrate(scores, scores, truth, [f"words {row}" for row in range(len(scores))])


def test_scores_become_chances_that_come_true() -> None:
    chance = np.random.default_rng(1)
    scores = chance.random((2000, 1))
    truth = (chance.random((2000, 1)) < scores**2).astype(float)

    calibrated = chances_of(scores, truth)

    assert calibrated is not None
    assert calibrated.chances(np.array([[0.9]]), ["new"])[0, 0] == pytest.approx(0.81, abs=0.08)
    assert calibrated.error < 0.04


def test_no_chance_is_said_that_fewer_than_thirty_labels_support() -> None:
    scores = np.linspace(0, 1, 200)[:, None]

    calibrated = chances_of(scores, (scores > 0.95).astype(float))

    assert calibrated is not None
    assert calibrated.chances(np.array([[0.99]]), ["new"])[0, 0] == pytest.approx(10 / 30, abs=0.02)


def test_words_that_somebody_labelled_before_are_surer_than_new_ones() -> None:
    words = [f"words {row // 4}" for row in range(400)]
    truth = (np.arange(400)[:, None] % 8 < 4).astype(float)
    doubtful = np.random.default_rng(1).random((400, 1))

    calibrated = calibrate(doubtful, truth, truth, words)

    assert calibrated is not None
    known, new = calibrated.chances(np.array([[1.0], [1.0]]), ["Words 0!", "others"])[:, 0]
    assert known > 0.98
    assert new < 0.8


def test_one_word_said_by_hundreds_does_not_move_what_new_words_are_worth() -> None:
    words = [*(f"words {row}" for row in range(300)), *["staff"] * 600]
    truth = np.array([1.0, 1.0, 1.0, 1.0, 0.0] * 60 + [0.0] * 600)[:, None]
    afresh = np.full((900, 1), 0.9)
    unseen = np.where(np.arange(900) < 300, 0.9, 0.1)[:, None]

    calibrated = calibrate(afresh, unseen, truth, words)

    assert calibrated is not None
    assert calibrated.chances(np.array([[0.9]]), ["others"])[0, 0] == pytest.approx(0.8, abs=0.01)


@pytest.mark.parametrize(("yes", "no"), [(9, 191), (191, 9), (40, 59)])
def test_too_few_labels_of_either_kind_are_no_calibration(yes: int, no: int) -> None:
    truth = np.array([1.0] * yes + [0.0] * no)[:, None]

    assert chances_of(np.linspace(0, 1, yes + no)[:, None], truth) is None


def test_the_expected_calibration_error_is_how_far_chances_are_from_what_happened() -> None:
    assert expected_calibration_error(np.full(10, 0.8), np.array([1] * 8 + [0] * 2)) == pytest.approx(0)
    assert expected_calibration_error(np.full(10, 0.8), np.array([1] * 3 + [0] * 7)) == pytest.approx(0.5)
