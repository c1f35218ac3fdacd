"""How long a whole analysis takes, and how much memory, from comments to pack."""

from __future__ import annotations

import json
import random
import resource
import sys
import time
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from analysis.reading import Columns, read_voices
from analysis.voices import Comment, Voices

_WHO = ("The staff", "Our physio", "My teacher", "The driver", "Reception", "The speech therapist", "The council")
_DID = (
    "listened to what I said",
    "never rang back",
    "cancelled the appointment again",
    "explained the plan clearly",
    "was kind and patient with my son",
    "kept us waiting for months",
    "helped me make friends at the club",
    "lost the letter about the review",
)
_AND = ("and it made a difference", "and nobody told us why", "every single week", "which was hard", "so thank you", "")


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds and MiB of one analysis; `cpu_seconds` is what the processor did, whoever else was busy."""

    comments: int
    segments: int
    themes: int
    wall_seconds: float
    cpu_seconds: float
    peak_mib: float

    def in_words(self) -> str:
        return (
            f"{self.comments:,} comments, {self.segments:,} segments, {self.themes} themes: "
            f"{self.wall_seconds:.1f} s, {self.cpu_seconds:.1f} s of processor time, {self.peak_mib:.0f} MiB at most"
        )

    def write(self, path: Path) -> None:
        path.write_text(json.dumps(asdict(self), indent=2) + "\n", encoding="utf-8")


def measure(rows: int, data: Path | None, text_column: str) -> Measured:
    """Analyse so many comments, invented or from a file (again and again if need be), and write a pack of them."""
    from analysis.evidence import write_evidence
    from analysis.pipeline import analyse

    voices = _repeated(data, text_column, rows) if data else invented_voices(rows)
    wall, cpu = time.perf_counter(), time.process_time()
    findings = analyse(voices)
    with TemporaryDirectory() as folder:
        write_evidence(findings, Path(folder) / "bench.pack.db")
    return Measured(
        comments=len(voices.comments),
        segments=len(findings.segments),
        themes=sum(theme.level == findings.default_level for theme in findings.themes),
        wall_seconds=round(time.perf_counter() - wall, 2),
        cpu_seconds=round(time.process_time() - cpu, 2),
        peak_mib=round(_peak_mib(), 1),
    )


def invented_voices(rows: int, random_state: int = 0) -> Voices:
    """Comments made of set phrases. Same number and seed, same comments."""
    chance = random.Random(random_state)
    comments = []
    for number in range(1, rows + 1):
        said = [_sentence(chance) for _ in range(chance.randint(1, 3))]
        comments.append(Comment(str(number), f"row {number}", " ".join(said), quotable=True))
    return Voices(tuple(comments))


def _sentence(chance: random.Random) -> str:
    return f"{chance.choice(_WHO)} {chance.choice(_DID)} {chance.choice(_AND)}".strip() + "."


def _repeated(data: Path, text_column: str, rows: int) -> Voices:
    found = read_voices(data, Columns(text_column)).comments
    comments = (
        replace(found[number % len(found)], id=str(number + 1), respondent=f"row {number + 1}")
        for number in range(rows)
    )
    return Voices(tuple(comments))


def _peak_mib() -> float:
    """Linux counts in KiB, macOS in bytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (2**20 if sys.platform == "darwin" else 2**10)
