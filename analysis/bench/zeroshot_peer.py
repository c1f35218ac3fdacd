"""BERTopic's zero-shot topics as scores of standards, with what it said when it crashed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import numpy as np

from analysis.bench.encoding import Encoded
from analysis.bench.standard_peers import Scores, described
from analysis.bench.watching import ProcessFailed, watch
from analysis.strategy import Standard

BERTOPIC: Final = "BERTopic zero-shot"


def zeroshot_scores(
    python: str, texts: Sequence[str], standards: Sequence[Standard], encoded: Encoded
) -> tuple[Scores, str]:
    """1 where it assigned a text to a standard, shape (texts, standards); and what its crash said, or nothing.

    It crashes where what no standard was assigned is too little for groups of its own (its issue 1958).
    """
    topics = [described(one) for one in standards]
    with TemporaryDirectory(prefix="heard-bench-") as name:
        folder = Path(name)
        (folder / "task.json").write_text(json.dumps({"texts": list(texts), "topics": topics}), encoding="utf-8")
        np.save(folder / "vectors.npy", encoded.of(texts))
        np.save(folder / "of.npy", encoded.of(topics))
        try:
            watch([python, "-P", str(files("analysis.bench") / "zeroshot.py"), folder])
        except ProcessFailed as failed:
            return np.zeros((len(texts), len(standards))), str(failed).partition(": ")[2]
        found = json.loads((folder / "found.json").read_text(encoding="utf-8"))
    scores = np.zeros((len(texts), len(standards)))
    for row, topic in enumerate(found):
        if topic >= 0:
            scores[row, topic] = 1.0
    return scores, ""
