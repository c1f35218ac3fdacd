"""A real `heard serve` on a free port of this machine, ended by its id."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from feedback_app.cli.server import make_installation
from feedback_app.config import Settings, read_settings

SECONDS_TO_START = 60


@dataclass(frozen=True, slots=True)
class Server:
    """A server that answers; `process` is its main process, which started the web workers and the worker."""

    settings: Settings
    process: subprocess.Popen[bytes]

    def at(self, path: str = "/") -> str:
        return self.settings.address(path)


def an_installation(folder: Path) -> Settings:
    """Make an instance in a folder, to be served on a port that is free now."""
    settings = read_settings({"HEARD_INSTANCE": str(folder), "HEARD_PORT": str(_free_port())})
    make_installation(settings)
    return settings


@contextmanager
def serving(settings: Settings) -> Iterator[Server]:
    """Serve an installation until the end of the block; nothing of it is left running."""
    environ = {
        "PATH": os.environ["PATH"],
        "HEARD_INSTANCE": str(settings.instance),
        "HEARD_PORT": str(settings.port),
        "HEARD_WEB_WORKERS": "1",
    }
    log = (settings.instance / "server.log").open("wb")
    command = [str(Path(sys.executable).with_name("heard")), "serve"]
    # a session of its own, so that whatever it started can be ended with it
    process = subprocess.Popen(command, env=environ, stdout=log, stderr=log, start_new_session=True)
    try:
        server = Server(settings, process)
        _wait_until_up(server)
        yield server
    finally:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(20)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        log.close()


def _wait_until_up(server: Server) -> None:
    end = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < end and server.process.poll() is None:
        with suppress(OSError), urllib.request.urlopen(server.at("/health"), timeout=5):  # noqa: S310 - our own address
            return
        time.sleep(0.1)
    said = (server.settings.instance / "server.log").read_text(errors="replace")
    raise RuntimeError(f"the server did not start: {said}")


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])
