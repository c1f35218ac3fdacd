"""A process that is watched while it runs."""

from __future__ import annotations

import sys

import pytest

from analysis.bench.watching import ProcessFailed, watch

HOLDS = "import time; held = bytearray(120 << 20); held[::4096] = b'x' * len(held[::4096]); time.sleep(.3)"
WORKS = "import time\nwhile time.process_time() < .4: pass"


def of_a_child(script: str) -> str:
    return f"import subprocess, sys; subprocess.run([sys.executable, '-c', {script!r}], check=True)"


@pytest.mark.parametrize("script", [HOLDS, of_a_child(HOLDS)])
def test_memory_is_counted_with_that_of_children(script: str) -> None:
    assert 120 < watch([sys.executable, "-c", script]).peak_mib < 250


@pytest.mark.parametrize("script", [WORKS, of_a_child(WORKS)])
def test_processor_time_is_counted_with_that_of_children(script: str) -> None:
    assert watch([sys.executable, "-c", script]).cpu_seconds >= 0.4


def test_a_process_that_fails_says_why() -> None:
    with pytest.raises(ProcessFailed, match="ValueError: no themes today"):
        watch([sys.executable, "-c", "raise ValueError('no themes today')"])


def test_settings_reach_the_process() -> None:
    watch([sys.executable, "-c", "import os; assert os.environ['KIND'] == 'early'"], settings={"KIND": "early"})
