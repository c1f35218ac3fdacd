"""Labels as rows of a table: which text speaks to which standard, and where nobody said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

import numpy as np
from numpy.typing import NDArray

from analysis.standard_labels import StandardLabel

MOST: Final = 8000  # labelled texts that are learned from: their likeness to one another is held at once


@dataclass(frozen=True, slots=True)
class LabelledTexts:
    """Labelled texts in an order of their own. `truth` is 1, 0 or NaN, shape (texts, standards)."""

    words: tuple[str, ...]
    asked: tuple[str, ...]
    services: tuple[str, ...]
    truth: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.words)


def labelled_texts(labels: Sequence[StandardLabel], standards: Sequence[str]) -> LabelledTexts:
    """Gather labels by the segment that they are of; of very many, the same ones whatever their order."""
    column = {standard: place for place, standard in enumerate(standards)}
    by_text: dict[tuple[str, str, str, str], list[StandardLabel]] = {}
    for label in sorted(labels):
        by_text.setdefault((label.words, label.asked, label.service, label.comment), []).append(label)
    kept = sorted(by_text)
    if len(kept) > MOST:
        kept = sorted(sorted(kept, key=lambda one: sha256("\0".join(one).encode()).digest())[:MOST])
    truth = np.full((len(kept), len(column)), np.nan)
    for row, text in enumerate(kept):
        for label in by_text[text]:
            truth[row, column[label.standard]] = float(label.speaks)
    words, asked, services, _ = zip(*kept, strict=True) if kept else ((), (), (), ())
    return LabelledTexts(words, asked, services, truth)
