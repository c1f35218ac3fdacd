"""Agreement as plain values, for a JSON file or a row: what cannot be told is null."""

from __future__ import annotations

import json
from math import isnan
from pathlib import Path
from typing import Any

from analysis.agreement import Agreement, Figure, LabelAgreement, PairAgreement
from analysis.agreement_words import alpha_in_words, kappa_in_words, warning
from analysis.reading import FileWrong


def as_values(agreement: Agreement) -> dict[str, Any]:
    """Everything that was compared, with the words for each figure beside it; same agreement, same values."""
    return {
        "coders": list(agreement.coders),
        "units": agreement.units,
        "alone": agreement.alone,
        "alike": agreement.alike,
        "overall": _alpha(agreement.overall),
        "labels": [_label(label) for label in agreement.labels],
    }


def write_agreement(agreement: Agreement, path: Path) -> None:
    """Write `as_values`. Raises FileWrong where it cannot be written."""
    written = json.dumps(as_values(agreement), indent=1, ensure_ascii=False, allow_nan=False) + "\n"
    try:
        path.write_text(written, encoding="utf-8")
    except OSError as error:
        raise FileWrong(f"{path}: cannot be written ({error.strerror}); choose another place with --json") from error


def _label(label: LabelAgreement) -> dict[str, Any]:
    return {
        "label": label.label,
        "said": label.said,
        "share": round(label.share, 4),
        "alike": label.alike,
        "alpha": _alpha(label.alpha),
        "pairs": [_pair(pair) for pair in label.pairs],
        "warning": warning(label),
    }


def _pair(pair: PairAgreement) -> dict[str, Any]:
    kappa = {**_figure(pair.kappa), "words": kappa_in_words(pair.kappa.value)}
    return {"one": pair.one, "other": pair.other, "units": pair.units, "alike": pair.alike, "kappa": kappa}


def _alpha(figure: Figure) -> dict[str, Any]:
    return {**_figure(figure), "words": alpha_in_words(figure.value)}


def _figure(figure: Figure) -> dict[str, float | None]:
    each = {"value": figure.value, "low": figure.low, "high": figure.high}
    return {name: None if isnan(value) else round(value, 4) for name, value in each.items()}
