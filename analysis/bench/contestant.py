"""One contestant in a process of its own: reads a task, groups its rows, and writes what it found and what that took.

A script that needs no other file of Heard, because the peer's own Python runs it too.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

Found = dict[str, Any]  # `groups` and `unclear` of each row, and `number` of groups
Fit = Callable[[Sequence[str], "Vectors", int | None, int], Found]  # texts, their vectors, number wanted, seed

NONE = -1  # the group of rows that a contestant gives none


def heard() -> Fit:
    from analysis.bench.heard_themes import themes_of

    return lambda texts, _, wanted, seed: themes_of(texts, wanted)


def finder() -> Fit:
    from analysis.themes import ThemeFinder

    def fit(texts: Sequence[str], vectors: Vectors, wanted: int | None, seed: int) -> Found:
        """Heard's themes from the peer's vectors: each text is somebody else's, and all share a word."""
        people = [frozenset({str(row)}) for row in range(len(texts))]
        model = ThemeFinder(wanted, random_state=seed).fit(
            vectors.astype(float), people=people, words=[frozenset({""})] * len(texts)
        )
        return _found(model.labels_.tolist())

    return fit


def bertopic() -> Fit:
    import numpy as np
    from bertopic import BERTopic
    from umap import UMAP

    def fit(texts: Sequence[str], vectors: Vectors, wanted: int | None, seed: int) -> Found:
        """Its defaults but for a seed: without one it cannot be run again. Told the number, its outliers go to the
        topic that is nearest, by the strategy and the counting that suit it best on the tuning halves.
        """
        reduced = UMAP(
            n_neighbors=15, n_components=5, min_dist=0.0, metric="cosine", low_memory=False, random_state=seed
        )
        model = BERTopic(umap_model=reduced).fit(list(texts), vectors)
        groups = list(model.topics_)
        if wanted is not None and len(set(groups)) > 1:
            if len(set(groups) - {NONE}) > wanted:
                model.reduce_topics(list(texts), nr_topics=wanted + (NONE in groups))  # it counts the outliers as one
            groups = list(model.topics_)
            if NONE in groups and len(set(groups)) > 1:
                groups = model.reduce_outliers(list(texts), groups, strategy="embeddings", embeddings=vectors)
        return _found(groups)

    few = np.random.default_rng(0).normal(size=(60, 8)).astype(np.float32)
    fit([f"word{row % 6} again" for row in range(60)], few, None, 0)  # what it compiles at first is no work of its own
    return fit


def factors() -> Fit:
    from sklearn.decomposition import NMF

    def fit(texts: Sequence[str], vectors: Vectors, wanted: int | None, seed: int) -> Found:
        del vectors
        weighed = _weighed(texts)
        shares = NMF(wanted, init="nndsvd", max_iter=400, random_state=seed).fit_transform(weighed)
        none = shares.max(axis=1) <= 0
        return _found([NONE if empty else int(best) for best, empty in zip(shares.argmax(axis=1), none, strict=True)])

    return fit


def means() -> Fit:
    from sklearn.cluster import KMeans

    def fit(texts: Sequence[str], vectors: Vectors, wanted: int | None, seed: int) -> Found:
        del vectors
        return _found(KMeans(wanted, n_init=10, random_state=seed).fit_predict(_weighed(texts)).tolist())

    return fit


CONTESTANTS = {"heard": heard, "finder": finder, "bertopic": bertopic, "factors": factors, "means": means}


def main(folder: Path) -> None:
    """The first fit is measured, after everything is imported; the others are for comparing."""
    import numpy as np

    task = json.loads((folder / "task.json").read_text(encoding="utf-8"))
    stored = folder / "vectors.npy"
    vectors = np.load(stored) if stored.exists() else np.zeros((len(task["texts"]), 1), dtype=np.float32)
    fit = CONTESTANTS[task["contestant"]]()
    fits = []
    for rows in task["fits"]:
        began = time.perf_counter(), _processor()
        found = fit([task["texts"][row] for row in rows], vectors[rows], task["wanted"], task["seed"])
        wall = time.perf_counter() - began[0]
        fits.append({**found, "wall_seconds": wall, "cpu_seconds": _processor() - began[1]})
    (folder / "found.json").write_text(json.dumps(fits), encoding="utf-8")


def _weighed(texts: Sequence[str]) -> Any:
    from sklearn.feature_extraction.text import TfidfVectorizer

    return TfidfVectorizer(stop_words="english", sublinear_tf=True, min_df=2).fit_transform(texts)


def _found(groups: Sequence[int]) -> Found:
    groups = [int(group) for group in groups]
    return {
        "groups": groups,
        "unclear": [group == NONE for group in groups],
        "number": len(set(groups) - {NONE}),
    }


def _processor() -> float:
    """Seconds of processor time so far, with those of workers, which are ended so that they are counted."""
    if "joblib" in sys.modules:
        from joblib.externals.loky import get_reusable_executor

        get_reusable_executor().shutdown(wait=True)
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


if __name__ == "__main__":
    main(Path(sys.argv[1]))
