"""Every setting: its name, its default and a sentence. Nothing else reads the environment."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from urllib.parse import urlsplit

from feedback_app.errors import SettingIsWrong

SETTINGS: Mapping[str, tuple[str, str]] = {
    "HEARD_INSTANCE": ("instance", "The folder for the database, the keys and the evidence packs."),
    "HEARD_DATABASE_URL": ("", "A PostgreSQL address; empty means SQLite at heard.db in the instance folder."),
    "HEARD_HOST": ("127.0.0.1", "The address to listen on; only loopback addresses are accepted."),
    "HEARD_PORT": ("8080", "The port to listen on."),
    "HEARD_ADDRESS": ("", "Where people reach Heard, as https://heard.example.org; empty means the host and port."),
    "HEARD_WEB_WORKERS": ("2", "How many processes answer pages."),
    "HEARD_HTTPS": ("no", "`yes` where people reach Heard by HTTPS: cookies are then marked Secure."),
    "HEARD_CODE_TRIES": ("20", "How many wrong codes one address may try at once; one more every 12 seconds."),
    "HEARD_LEAVE_TO": ("https://www.bbc.co.uk/weather", "Where the link `Leave this site` goes."),
}

MOST_FIGURES = 10  # int() refuses figures without end


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings as read once at the start. `port` is a TCP port, `code_tries` a count."""

    instance: Path
    database_url: str
    host: str
    port: int
    base_address: str
    web_workers: int
    https: bool
    code_tries: int
    leave_to: str

    @property
    def keys(self) -> Path:
        return self.instance / "keys"

    @property
    def strategies(self) -> Path | None:
        """The folder of the installation's own strategies, where there is one."""
        return folder_of_strategies(self.instance)

    @property
    def packs(self) -> Path:
        return self.instance / "packs"

    def address(self, path: str) -> str:
        """The whole address of a page, as printed for people."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.base_address or f'http://{host}:{self.port}'}{path}"


def folder_of_strategies(instance: Path) -> Path | None:
    """The folder of an installation's own strategies, which are known beside those that come with Heard; or None."""
    folder = instance / "strategies"
    return folder if folder.is_dir() else None


def read_settings(environ: Mapping[str, str] | None = None) -> Settings:
    """Read the environment once; raise SettingIsWrong with the setting's name and what it takes."""
    given = os.environ if environ is None else environ
    known = {name: given.get(name, default) for name, (default, _) in SETTINGS.items()}
    for name in given:
        if name.startswith("HEARD_") and name not in SETTINGS:
            raise SettingIsWrong(f"{name} is not a setting. The settings are {', '.join(SETTINGS)}.")
    instance = Path(known["HEARD_INSTANCE"]).resolve()
    read = Settings(
        instance=instance,
        database_url=known["HEARD_DATABASE_URL"] or f"sqlite+pysqlite:///{instance / 'heard.db'}",
        host=known["HEARD_HOST"],
        port=_whole("HEARD_PORT", known["HEARD_PORT"], 0, 65535),
        base_address=_address("HEARD_ADDRESS", known["HEARD_ADDRESS"]),
        web_workers=_whole("HEARD_WEB_WORKERS", known["HEARD_WEB_WORKERS"], 1, 64),
        https=_yes("HEARD_HTTPS", known["HEARD_HTTPS"]),
        code_tries=_whole("HEARD_CODE_TRIES", known["HEARD_CODE_TRIES"], 1, 100_000),
        leave_to=known["HEARD_LEAVE_TO"],
    )
    assert len(fields(read)) == len(SETTINGS), "a setting is missing from Settings"  # noqa: S101 - a slip of ours
    return read


def _whole(name: str, value: str, low: int, high: int) -> int:
    if value.isdecimal() and len(value) < MOST_FIGURES and low <= int(value) <= high:
        return int(value)
    raise SettingIsWrong(f"{name} takes a whole number from {low} to {high}, not {value!r}.")


def _yes(name: str, value: str) -> bool:
    if value in ("yes", "no"):
        return value == "yes"
    raise SettingIsWrong(f"{name} takes yes or no, not {value!r}.")


def _address(name: str, value: str) -> str:
    """As given, without a slash at its end: a scheme and a name, perhaps a port, and nothing more."""
    try:
        parts = urlsplit(value)
        is_bare = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0 and parts.path in ("", "/")
    except ValueError:  # a port that is no number
        is_bare = None
    if not value or (is_bare and value.isprintable() and not any(mark in value for mark in "?#@ \\")):
        return value.rstrip("/")
    raise SettingIsWrong(f"{name} takes an address as https://heard.example.org, not {value!r}.")
