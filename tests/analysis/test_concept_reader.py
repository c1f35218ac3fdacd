"""Which concepts a text speaks of."""

from __future__ import annotations

from analysis.concept_reader import ConceptReader
from analysis.concepts import load_concepts


def test_a_text_tells_of_the_concepts_it_speaks_of_and_of_no_other() -> None:
    reader = ConceptReader(load_concepts())

    assert "waiting" in reader.read("We have been on the waiting list for two years")
    assert "kindness" in reader.read("She was so kind to me")
    assert reader.read("The sky is blue") == ()


def test_a_single_hint_does_not_tell() -> None:
    reader = ConceptReader(load_concepts())
    hints = {hint for concept in load_concepts().concepts for hint in concept.hints if " " not in hint}

    assert all(reader.read(hint) == () for hint in sorted(hints) if not _tells_elsewhere(hint))


def _tells_elsewhere(hint: str) -> bool:
    """A hint of one concept may be a telling phrase of another."""
    told = {says.removeprefix("=") for concept in load_concepts().concepts for says in concept.says}
    return hint.removeprefix("=") in told
