"""What was learnt from labels, blended with what was believed before them, as far as the labels bear it out."""

from __future__ import annotations

from typing import Any, Final, Self

import numpy as np
from numpy.typing import ArrayLike, NDArray
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from sklearn.utils.multiclass import check_classification_targets
from sklearn.utils.validation import check_is_fitted, validate_data

FEWEST: Final = 50  # labels; with fewer nothing is learnt over a prior
HALF: Final = 100  # labels with which what is learnt is at most half of the answer
SURE: Final = 2.0  # standard errors by which it must be better than the prior alone
_SHARES: Final = np.linspace(0.0, 1.0, 11)
_LEAST: Final = 1e-6


class PriorBlend(ClassifierMixin, BaseEstimator):  # type: ignore[misc]  # scikit-learn ships no types
    """Logistic regression that is believed only as far as it beats a prior on rows it has not seen.

    Parameters
    ----------
    C : float
        The inverse of the regression's penalty.
    folds : int
        How many parts the labels are cut into to see whether what is learnt helps.

    Attributes
    ----------
    classes_ : ndarray
    share_ : float
        How much of the answer is what was learnt; the rest is the prior. 1 where no prior was given.
    model_ : LogisticRegression

    Notes
    -----
    A linear opinion pool of two experts (Stone 1961). Its share is the one with the best log-likelihood on held-out
    folds, at most n / (n + `HALF`) of n labels, and 0 unless that is better than the prior alone by `SURE` standard
    errors. So a handful of labels changes nothing. Same rows in the same order, same answer.
    """

    def __init__(self, C: float = 1.0, folds: int = 4) -> None:  # noqa: N803  # scikit-learn's own name
        self.C = C
        self.folds = folds

    def fit(self, X: ArrayLike, y: ArrayLike, prior: NDArray[np.float64] | None = None) -> Self:  # noqa: N803
        """Learn from rows of numbers, shape (n, features), and their labels, shape (n,).

        `prior` holds what was believed of each row, shape (n, classes), in the order of the sorted labels.
        """
        rows, labels = validate_data(self, X, y, accept_sparse="csr", dtype=np.float64)
        check_classification_targets(labels)
        self.classes_, numbers = np.unique(labels, return_inverse=True)
        if len(self.classes_) < 2 and prior is None:
            raise ValueError("only one class: at least two are needed to tell them apart")
        self.share_ = 1.0 if prior is None else self._share(rows, numbers, np.asarray(prior))
        if self.share_:
            self.model_ = self._regression().fit(rows, numbers)
        return self

    def predict_proba(self, X: ArrayLike, prior: NDArray[np.float64] | None = None) -> NDArray[np.float64]:  # noqa: N803
        """How likely each class is, shape (n, classes). Give a prior here if one was given to `fit`."""
        check_is_fitted(self, "share_")
        rows = validate_data(self, X, accept_sparse="csr", dtype=np.float64, reset=False)
        learnt = self.model_.predict_proba(rows) if self.share_ else 0.0
        return np.asarray(learnt if prior is None else self.share_ * learnt + (1 - self.share_) * prior)

    def predict(self, X: ArrayLike, prior: NDArray[np.float64] | None = None) -> NDArray[Any]:  # noqa: N803
        """The likeliest class of each row, shape (n,)."""
        chances = self.predict_proba(X, prior)
        return np.asarray(self.classes_[np.argmax(chances, axis=1)])

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.sparse = True
        return tags

    def _regression(self) -> LogisticRegression:
        return LogisticRegression(C=self.C, max_iter=1000, tol=1e-3)

    def _share(self, rows: Any, numbers: NDArray[np.intp], prior: NDArray[np.float64]) -> float:
        folds = min(self.folds, np.bincount(numbers).min()) if len(self.classes_) > 1 else 0
        if len(numbers) < FEWEST or folds < 2:
            return 0.0
        # the rows come sorted by their words: a shuffle, always the same, keeps one way of opening out of one fold
        cut = StratifiedKFold(folds, shuffle=True, random_state=0)
        learnt = cross_val_predict(self._regression(), rows, numbers, cv=cut, method="predict_proba")
        this = np.arange(len(numbers)), numbers
        fits = [np.log(np.maximum(share * learnt[this] + (1 - share) * prior[this], _LEAST)) for share in _SHARES]
        best = int(np.argmax([fit.mean() for fit in fits]))
        gain = fits[best] - fits[0]
        if gain.mean() <= SURE * gain.std() / np.sqrt(len(gain)):
            return 0.0
        return float(min(_SHARES[best], len(numbers) / (len(numbers) + HALF)))
