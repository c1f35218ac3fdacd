"""How labels move what was believed, where the lines are, and what a score is worth."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from analysis.standard_calibration import calibrate, expected_calibration_error
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


def test_scores_become_chances_that_come_true() -> None:
    chance = np.random.default_rng(1)
    scores = chance.random((2000, 1))
    truth = (chance.random((2000, 1)) < scores**2).astype(float)

    calibrated = calibrate(scores, truth)

    assert calibrated is not None
    assert calibrated.chances(np.array([[0.9]]))[0, 0] == pytest.approx(0.81, abs=0.08)
    assert calibrated.error < 0.04


@pytest.mark.parametrize(("yes", "no"), [(9, 191), (191, 9), (40, 59)])
def test_too_few_labels_of_either_kind_are_no_calibration(yes: int, no: int) -> None:
    truth = np.array([1.0] * yes + [0.0] * no)[:, None]

    assert calibrate(np.linspace(0, 1, yes + no)[:, None], truth) is None


def test_the_expected_calibration_error_is_how_far_chances_are_from_what_happened() -> None:
    assert expected_calibration_error(np.full(10, 0.8), np.array([1] * 8 + [0] * 2)) == pytest.approx(0)
    assert expected_calibration_error(np.full(10, 0.8), np.array([1] * 3 + [0] * 7)) == pytest.approx(0.5)
