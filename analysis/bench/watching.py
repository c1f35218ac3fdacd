"""A process of its own, watched while it runs."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from analysis.config import surroundings
from analysis.errors import AnalysisError

_EVERY = 0.05  # seconds between two looks
_PAGE = os.sysconf("SC_PAGE_SIZE")
_PROCESSES = Path("/proc")


class ProcessFailed(AnalysisError):
    """What was measured ended with a mistake."""


@dataclass(frozen=True, slots=True)
class Watched:
    """Seconds and MiB of a process and the processes that it started. Memory that two of them share counts twice."""

    wall_seconds: float
    cpu_seconds: float
    peak_mib: float


def watch(command: Sequence[str | Path], *, settings: Mapping[str, str] | None = None) -> Watched:
    """Run a command to its end.

    Linux says every 50 ms how much memory the whole session has; elsewhere it is the largest single process.

    Raises
    ------
    ProcessFailed
        With the last line that it wrote.
    """
    began = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603 - the caller's own command
        [str(word) for word in command],
        env={**surroundings(), **(settings or {})},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    written: list[str] = []
    reader = threading.Thread(target=lambda: written.extend(process.stderr or ()))
    reader.start()
    peak = 0.0
    while True:
        ended, status, used = os.wait4(process.pid, os.WNOHANG)
        if ended:
            break
        peak = max(peak, _session_mib(process.pid))
        time.sleep(_EVERY)
    process.returncode = os.waitstatus_to_exitcode(status)
    reader.join()
    if process.stderr:
        process.stderr.close()
    if process.returncode:
        raise ProcessFailed(f"{command[0]}: {written[-1].strip() if written else process.returncode}")
    wall = time.perf_counter() - began
    return Watched(wall, used.ru_utime + used.ru_stime, peak or used.ru_maxrss / 2**20)


def _session_mib(session: int) -> float:
    pages = 0
    for entry in _PROCESSES.glob("[0-9]*"):
        try:
            if int((entry / "stat").read_text().rpartition(")")[2].split()[3]) == session:
                pages += int((entry / "statm").read_text().split()[1])
        except (OSError, ValueError, IndexError):  # it has just ended
            continue
    return pages * _PAGE / 2**20
