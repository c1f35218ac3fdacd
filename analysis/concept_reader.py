"""Which of the field's concepts a text speaks of: kindness, waiting, plans, transport, ..."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from analysis.concepts import Concept, Concepts
from analysis.cues import CueBook, Match, WordReader
from analysis.standard_evidence import Cue, Kind, concept_cues, meant

HINTS_THAT_TELL = 2


class ConceptReader:
    """Reads texts for the phrases that tell of a concept, whatever any strategy promises about it."""

    def __init__(self, concepts: Concepts) -> None:
        self._concepts = concepts.concepts
        self._reader = WordReader(concepts.spellings)
        self._book = CueBook([(cue, cue.phrase) for cue in concept_cues(concepts)], self._reader)

    def read(self, text: str) -> tuple[str, ...]:
        """The ids of the concepts that one telling phrase, or two hints, speak of."""
        found: dict[tuple[Kind, str], list[Match[Cue]]] = defaultdict(list)
        for match in self._book.find(self._reader.words(text)):
            found[match.name.kind, match.name.owner].append(match)
        return tuple(concept.id for concept in self._concepts if _is_told(concept, found))


def _is_told(concept: Concept, found: dict[tuple[Kind, str], list[Match[Cue]]]) -> bool:
    if concept.needs and ("needs", concept.id) not in found:
        return False
    hints: Sequence[Match[Cue]] = meant(found, "hints", concept.id, concept)
    return bool(meant(found, "says", concept.id, concept)) or len(hints) >= HINTS_THAT_TELL
