"""Free text becomes findings: the public names, each loaded only when it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from analysis.codebook import Codebook, codebook_of, machine_codebook
    from analysis.errors import AnalysisError
    from analysis.evidence import ReleasedQuote, write_evidence
    from analysis.findings import Findings
    from analysis.pipeline import analyse
    from analysis.published import load_published_results
    from analysis.standard_labels import StandardLabel
    from analysis.strategy import choose_sets, load_strategies, load_strategy
    from analysis.voices import Comment, Person, Rating, Voices

__all__ = [
    "AnalysisError",
    "Codebook",
    "Comment",
    "Findings",
    "Person",
    "Rating",
    "ReleasedQuote",
    "StandardLabel",
    "Voices",
    "analyse",
    "choose_sets",
    "codebook_of",
    "load_published_results",
    "load_strategies",
    "load_strategy",
    "machine_codebook",
    "write_evidence",
]

_HOME = {
    "AnalysisError": "errors",
    "Codebook": "codebook",
    "Comment": "voices",
    "Findings": "findings",
    "Person": "voices",
    "Rating": "voices",
    "ReleasedQuote": "evidence",
    "StandardLabel": "standard_labels",
    "Voices": "voices",
    "analyse": "pipeline",
    "choose_sets": "strategy",
    "codebook_of": "codebook",
    "load_published_results": "published",
    "load_strategies": "strategy",
    "load_strategy": "strategy",
    "machine_codebook": "codebook",
    "write_evidence": "evidence",
}


def __getattr__(name: str) -> Any:
    """Load a public name when it is first used, so that a page never loads the learning libraries (PEP 562)."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
