"""Whole addresses, as printed and saved for people: from the settings, never from what a request says we are called."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from flask import current_app

from feedback_app.config import Settings


def whole_address(path: str) -> str:
    return _settings().address(path)


def is_our_name(host: str) -> bool:
    """Whether a Host header names this machine or the address in the settings; its port may be a tunnel's."""
    try:
        name = urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return False
    return name == "localhost" or name == urlsplit(_settings().base_address).hostname or _is_loopback(name)


def _is_loopback(name: str) -> bool:
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def _settings() -> Settings:
    settings: Settings = current_app.extensions["heard_settings"]
    return settings
