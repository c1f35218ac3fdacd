"""Centres of two waves are held against one another: one theme where they are alike enough, by points and stems."""

from __future__ import annotations

import math

import pytest

from analysis.centres import Centre, between, likeness


def turned(share: float) -> dict[str, float]:
    """Stems whose cosine to `wait` alone is this share."""
    return {"wait": share, "bus": math.sqrt(1 - share**2)}


def pointing(share: float) -> tuple[float, ...]:
    return (share, math.sqrt(1 - share**2))


@pytest.mark.parametrize(("share", "is_known"), [(0.44, False), (0.46, True)])
def test_stems_alone_make_one_theme_from_a_measured_likeness_on(share: float, is_known: bool) -> None:
    assert likeness(Centre((), {"wait": 1.0}), Centre((), turned(share))) == (share, is_known)


@pytest.mark.parametrize(
    ("point", "stems", "is_known"), [(0.8, 0.0, True), (0.6, 0.35, False), (0.6, 0.5, True), (0.3, 1.0, False)]
)
def test_points_and_stems_tell_together_and_points_more(point: float, stems: float, is_known: bool) -> None:
    one, other = Centre((1.0, 0.0), {"wait": 1.0}), Centre(pointing(point), turned(stems))

    assert likeness(one, other)[1] is is_known


def test_the_centre_between_two_is_as_like_one_as_the_other() -> None:
    one, other = Centre((1.0, 0.0), {"wait": 1.0}), Centre((0.0, 1.0), {"bus": 1.0})

    middle = between(one, other)

    assert likeness(one, middle) == likeness(middle, other)
    assert middle.point == pytest.approx((0.7071, 0.7071))
    assert middle.stems == pytest.approx({"bus": 0.7071, "wait": 0.7071})


def test_a_point_is_kept_where_the_other_wave_has_none() -> None:
    assert between(Centre((1.0, 0.0)), Centre()).point == (1.0, 0.0)
    assert between(Centre(), Centre((1.0, 0.0))).point == (1.0, 0.0)
