"""A Python of its own for BERTopic, which is no dependency of Heard: made once, in the person's cache folder."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import venv
from importlib.resources import files
from typing import Final

import click

from analysis.config import cache_folder
from analysis.errors import AnalysisError

_PINS: Final = "peers.txt"
_WARM: Final = "import bertopic, hdbscan, umap"
_LONGEST = 900  # seconds


class NoPeer(AnalysisError):
    """BERTopic could not be installed."""

    def __init__(self) -> None:
        super().__init__(
            "BERTopic comes from the Python Package Index, and it did not. Say --no-peers, or see that pip works."
        )


def peer_python() -> str:
    """Where the interpreter is that has BERTopic, without torch, at the versions in `peers.txt`.

    The first time it makes the environment and loads it once, so that what it compiles is not counted as its work.

    Raises
    ------
    NoPeer
    """
    pins = files("analysis.bench") / _PINS
    digest = hashlib.sha256(pins.read_bytes() + sys.version.encode()).hexdigest()
    folder = cache_folder() / f"peers-{digest[:16]}"
    python, done = folder / "bin" / "python", folder / "done"
    if done.is_file():
        return str(python)
    click.echo("Installing BERTopic beside Heard, this once", err=True)
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    try:
        venv.create(folder, clear=True, symlinks=True, with_pip=True)
        for command in ([*pip, "--only-binary", ":all:", "-r", str(pins)], [str(python), "-c", _WARM]):
            subprocess.run(command, check=True, capture_output=True, timeout=_LONGEST)  # noqa: S603 - our own words
        done.touch()
    except (OSError, subprocess.SubprocessError) as failed:
        raise NoPeer from failed
    return str(python)
