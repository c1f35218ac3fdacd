"""The steps of an analysis, in order, as a progress bar names them."""

from __future__ import annotations

from typing import Final

STEPS: Final = ("reading comments", "finding themes", "linking standards", "counting answers", "choosing quotes")
