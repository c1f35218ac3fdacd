"""What is worded as bad news: complaints speak to it, and praise does not, unless people say otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from analysis.findings import Sentiment
from analysis.sentiment import sentiment_of
from analysis.strategy import Standard
from analysis.strategy_model import NEGATIVE

COMPLAINTS: Final = frozenset({"negative", "mixed"})
FEWEST: Final = 10  # yeses that show whether our ear for complaints is to be trusted about a standard
HEARD: Final = 0.75  # of them: the least that must sound like complaints


def heeds_praise(
    standards: Sequence[Standard], words: Sequence[str] = (), truth: NDArray[np.float64] | None = None
) -> NDArray[np.bool_]:
    """Whether praise may speak to each standard, shape (standards,): to what is worded as bad news it may not.

    Where people said yes to such a standard of many texts that do not sound like complaints to us, we mishear them, and
    what they taught decides alone.

    Parameters
    ----------
    standards : sequence of Standard
    words : sequence of str
        n labelled texts.
    truth : ndarray of shape (n, standards), optional
        1, 0, or NaN where nobody said.
    """
    return np.array(
        [
            standard.polarity != NEGATIVE or (truth is not None and _are_misheard(words, truth[:, column]))
            for column, standard in enumerate(standards)
        ],
        dtype=bool,
    )


def may_speak_to(felt: Sequence[Sentiment], heeding: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """By how each text feels, whether it may speak to each standard, shape (texts, standards)."""
    complains = np.array([one in COMPLAINTS for one in felt], dtype=bool)
    return np.asarray(heeding[None, :] | complains[:, None])


def _are_misheard(words: Sequence[str], said: NDArray[np.float64]) -> bool:
    yes = [words[row] for row in np.flatnonzero(said >= 0.5).tolist()]
    heard = sum(sentiment_of(one) in COMPLAINTS for one in yes)
    return len(yes) >= FEWEST and heard < HEARD * len(yes)
