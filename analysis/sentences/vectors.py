"""The transformer: texts in, unit vectors out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Self

import joblib
import numpy as np
from joblib.externals.loky import get_reusable_executor
from numpy.typing import NDArray
from sklearn.base import BaseEstimator, TransformerMixin

from analysis.sentences.model import graph_bytes, is_installed, model_version, tokenizer_file

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

WIDTH = 384
LONGEST = 256  # pieces of words that the model reads; the rest of a longer text is cut off
_A_BATCH = 500  # texts that a process takes at a time
_WORTH_TWO = 3_000  # texts from which a second process pays for its start


class SentenceVectors(TransformerMixin, BaseEstimator):  # type: ignore[misc]  # scikit-learn ships no types
    """all-MiniLM-L6-v2 (Reimers and Gurevych 2019) in eight bits: texts about one thing point the same way.

    Parameters
    ----------
    n_jobs : int, optional
        Processes that share many texts, as joblib counts them; the number does not change a vector. Without it, as
        many as this computer has processors.

    Notes
    -----
    Each distinct text is encoded by itself, so neither order nor company changes its vector. The bits of a vector are
    those of one kind of processor; another kind may differ in the last of them.
    """

    def __init__(self, n_jobs: int | None = None) -> None:
        self.n_jobs = n_jobs

    @staticmethod
    def available() -> bool:
        """Whether the model and what runs it are installed."""
        return is_installed()

    @staticmethod
    def version() -> str:
        """The model and the runtime, as an evidence pack names them."""
        return model_version()

    def fit(self, texts: Sequence[str], y: object = None) -> Self:
        """Nothing is learnt from the texts."""
        return self

    def transform(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors of shape (n, 384), each of length one; of a text without any words, zeros.

        Raises
        ------
        ModelMissing
        """
        distinct = sorted(set(texts))
        place = {text: number for number, text in enumerate(distinct)}
        vectors = self._encoded([text for text in distinct if text.strip()])
        blank = [text for text in distinct if not text.strip()]
        if blank:
            vectors = np.vstack([np.zeros((len(blank), WIDTH), np.float32), vectors])
            place = {text: number for number, text in enumerate([*blank, *(one for one in distinct if one.strip())])}
        return vectors[[place[text] for text in texts]]

    def __sklearn_is_fitted__(self) -> bool:
        return True

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.two_d_array = False
        tags.input_tags.string = True
        tags.requires_fit = False
        return tags

    def _encoded(self, texts: Sequence[str]) -> NDArray[np.float32]:
        graph_bytes()  # build it here and not once in each process
        batches = [texts[start : start + _A_BATCH] for start in range(0, len(texts), _A_BATCH)]
        jobs = (self.n_jobs or joblib.cpu_count()) if len(texts) >= _WORTH_TWO else 1
        encoded = joblib.Parallel(jobs)(joblib.delayed(_encode)(batch) for batch in batches)
        if jobs > 1:
            get_reusable_executor().shutdown(wait=True)  # each worker holds a model, and would wait for minutes
        return np.vstack(encoded) if encoded else np.zeros((0, WIDTH), np.float32)


def _encode(texts: Iterable[str]) -> NDArray[np.float32]:
    session, tokenizer = _session(), _tokenizer()
    read = (np.array(pieces.ids, np.int64) for pieces in tokenizer.encode_batch(list(texts)))
    return np.array([session.run(None, {"ids": ids})[0] for ids in read], np.float32)


@cache
def _session() -> InferenceSession:
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # the texts are shared out, not the sums
    options.log_severity_level = 3
    return InferenceSession(graph_bytes(), options, providers=["CPUExecutionProvider"])


@cache
def _tokenizer() -> Tokenizer:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(tokenizer_file()))
    tokenizer.enable_truncation(LONGEST)  # it comes with 128, and fills every text up to them
    tokenizer.no_padding()
    return tokenizer
