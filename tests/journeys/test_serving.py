"""The real server: what it refuses at its socket, and how it ends."""

from __future__ import annotations

import os
import signal
import socket
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.furnished import Furnished
from tests.respondents import told
from tests.serving import Server, an_installation, serving

CHUNK = b"answer=" + b"x" * 65_536
PATIENCE_SECONDS = 20


@pytest.fixture
def short_lived(tmp_path: Path) -> Iterator[Server]:
    """A server of this test alone, since it is going to be killed."""
    with serving(an_installation(tmp_path)) as server:
        yield server


def say(server: Server, *pieces: bytes) -> bytes:
    """Send bytes over a raw socket and give back the first line of the reply."""
    with socket.create_connection((server.settings.host, server.settings.port), timeout=10) as connection:
        for piece in pieces:
            try:
                connection.sendall(piece)
            except (BrokenPipeError, ConnectionResetError):
                break  # it was refused before all of it was sent
        return connection.recv(4096).split(b"\r\n", 1)[0]


def head(method: str, path: str, *lines: str) -> bytes:
    return "\r\n".join([f"{method} {path} HTTP/1.1", "Host: 127.0.0.1", *lines, "", ""]).encode()


def children_of(parent: int) -> list[int]:
    return [pid for pid, (_, started_by) in processes().items() if started_by == parent]


def is_alive(pid: int) -> bool:
    return processes().get(pid, ("Z", 0))[0] != "Z"  # a zombie runs no more


def processes() -> dict[int, tuple[str, int]]:
    """The state and the parent of every process, as Linux tells them."""
    found = {}
    for file in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # it ended while we looked
            state, parent = file.read_text().rpartition(")")[2].split()[:2]
            found[int(file.parent.name)] = (state, int(parent))
    return found


def gone_in_time(pids: list[int]) -> bool:
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        if not any(is_alive(pid) for pid in pids):
            return True
        time.sleep(0.1)
    return False


def test_a_chunked_body_over_the_limit_is_refused_and_nothing_of_it_is_kept(
    server: Server, furnished: Furnished
) -> None:
    chunk = f"{len(CHUNK):x}\r\n".encode() + CHUNK + b"\r\n"
    request = head(
        "POST",
        f"/a/{furnished.young}/q/t10",
        "Content-Type: application/x-www-form-urlencoded",
        "Transfer-Encoding: chunked",
    )

    status = say(server, request, *[chunk] * 8, b"0\r\n\r\n")

    assert status == b"HTTP/1.1 411 Length Required"
    with furnished.app.app_context():
        assert "xxxx" not in repr(told(furnished.term.area_id))


def test_a_small_chunked_body_is_refused_too(server: Server, furnished: Furnished) -> None:
    request = head("POST", f"/a/{furnished.young}/q/t10", "Transfer-Encoding: chunked")

    assert say(server, request, b"5\r\nabcde\r\n0\r\n\r\n") == b"HTTP/1.1 411 Length Required"


def test_a_body_that_says_it_is_too_large_is_refused(server: Server, furnished: Furnished) -> None:
    request = head("POST", f"/a/{furnished.young}/q/t10", "Content-Length: 99999999")

    assert say(server, request, CHUNK).startswith(b"HTTP/1.1 4")


def test_killing_the_main_process_ends_the_web_workers(short_lived: Server) -> None:
    workers = children_of(short_lived.process.pid)
    assert workers, "no web worker was started"
    everything = [*workers, *(pid for worker in workers for pid in children_of(worker))]

    os.kill(short_lived.process.pid, signal.SIGKILL)
    short_lived.process.wait()

    assert gone_in_time(everything)
    with pytest.raises(OSError, match="refused"):
        say(short_lived, head("GET", "/health"))


def test_ending_the_server_in_peace_leaves_nothing_running(short_lived: Server) -> None:
    workers = children_of(short_lived.process.pid)

    short_lived.process.terminate()

    assert short_lived.process.wait(PATIENCE_SECONDS) is not None
    assert gone_in_time(workers)


def test_it_listens_on_this_machine_alone(server: Server) -> None:
    listening = Path("/proc/net/tcp").read_text().splitlines()[1:]
    port = f":{server.settings.port:04X}"

    addresses = {line.split()[1] for line in listening if line.split()[1].endswith(port) and line.split()[3] == "0A"}

    assert addresses == {f"0100007F{port}"}
