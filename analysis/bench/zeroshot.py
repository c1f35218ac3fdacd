"""BERTopic's zero-shot topics in a process of its own: reads texts, topics and vectors, and writes the topic of each.

A script that needs no other file of Heard, because the peer's own Python runs it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

NONE = -1


def main(folder: Path) -> None:
    """Its defaults, but for the vectors and a seed. If it crashes, the process ends with its own words."""
    import numpy as np

    task = json.loads((folder / "task.json").read_text(encoding="utf-8"))
    vectors = np.load(folder / "vectors.npy")
    found = _topics(task["texts"], task["topics"], vectors, np.load(folder / "of.npy"))
    (folder / "found.json").write_text(json.dumps(found), encoding="utf-8")


def _topics(texts: Sequence[str], topics: Sequence[str], vectors: Any, of_topics: Any) -> list[int]:
    """The place of each text's topic among `topics`; what it left unassigned, or made a topic of its own, is none."""
    import numpy as np
    from bertopic import BERTopic
    from bertopic.backend import BaseEmbedder
    from umap import UMAP

    known = dict(zip(topics, of_topics, strict=True))

    class Known(BaseEmbedder):  # type: ignore[misc]  # it is not installed where types are checked
        def embed(self, documents: Sequence[str], verbose: bool = False) -> Any:
            del verbose
            return np.array([known[document] for document in documents])

    reduced = UMAP(n_neighbors=15, n_components=5, min_dist=0.0, metric="cosine", low_memory=False, random_state=0)
    model = BERTopic(zeroshot_topic_list=list(topics), embedding_model=Known(), umap_model=reduced)
    given = model.fit(list(texts), vectors).topics_
    place = {topic: number for number, topic in enumerate(topics)}
    return [place.get(str(model.topic_labels_.get(topic, "")), NONE) for topic in given]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
