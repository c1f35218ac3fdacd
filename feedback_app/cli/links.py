"""Whole addresses of pages, as printed for people."""

from __future__ import annotations

from flask import current_app

from feedback_app.config import Settings


def address(path: str) -> str:
    settings: Settings = current_app.extensions["heard_settings"]
    return settings.address(path)
