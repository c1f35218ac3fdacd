"""The one setting of an analysis that stands by itself: where to keep what can be made again."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

FOLDER = "HEARD_CACHE"


def cache_folder() -> Path:
    """The folder told in `HEARD_CACHE`, or else this person's own folder for such files."""
    told = os.environ.get(FOLDER)
    if told:
        return Path(told)
    home = os.environ.get("XDG_CACHE_HOME")
    return (Path(home) if home else Path("~/.cache").expanduser()) / "heard"


def surroundings() -> Mapping[str, str]:
    """The environment, for a process of its own that must have the same and something more."""
    return dict(os.environ)
