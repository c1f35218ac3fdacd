"""TOML text to plain values, with the file and the line in every refusal."""

from __future__ import annotations

import tomllib
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from surveys.errors import MalformedSurvey, UnreadableSurvey


def library_folder() -> Traversable:
    """Where the surveys that come with Heard lie, installed or not."""
    return resources.files("surveys") / "library"


def read_toml(file: Traversable | Path, source: str) -> dict[str, Any]:
    """The values of a TOML file; `source` is what messages call it."""
    return parse_toml(read_words(file, source), source)


def read_words(file: Traversable | Path, source: str) -> str:
    """The text of a file."""
    try:
        return file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise UnreadableSurvey(f"{source}: {error.strerror}: check the file's name and place") from None
    except UnicodeDecodeError as error:
        raise UnreadableSurvey(f"{source}: byte {error.start + 1} is not UTF-8: save the file as UTF-8") from None


def parse_toml(text: str, source: str) -> dict[str, Any]:
    """The values of TOML text.

    Raises
    ------
    MalformedSurvey
        With tomllib's own words, which name the line.
    """
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise MalformedSurvey(source, ("has lists within lists within lists: write it flat",)) from None
    except ValueError as error:  # TOMLDecodeError is one; a number of thousands of digits raises a plain one
        raise MalformedSurvey(source, (f"is not TOML: {error}. Correct it there",)) from None
