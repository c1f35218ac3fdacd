"""Two sets of standards side by side: which of one share voices with which of the other, and which are related."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from feedback_app.reporting.standards import StandardsRead
from feedback_app.storage.pack_rows import Pack
from feedback_app.storage.pack_standard_rows import RelatedStandards, SharedVoices


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """Two sets of a pack. `shared` has the people who spoke to both in one breath, by the two ids, group by group."""

    one: StandardsRead
    other: StandardsRead
    shared: Mapping[tuple[str, str], tuple[SharedVoices, ...]]
    related: tuple[RelatedStandards, ...]

    def __bool__(self) -> bool:
        """Whether there is anything to say of the two."""
        return bool(self.shared or self.related)

    @property
    def suggested(self) -> tuple[RelatedStandards, ...]:
        return tuple(one for one in self.related if one.state == "suggested")

    @property
    def decided(self) -> tuple[RelatedStandards, ...]:
        return tuple(one for one in self.related if one.state != "suggested")


def crosswalks_of(pack: Pack, sets: Sequence[StandardsRead]) -> tuple[Crosswalk, ...]:
    """One for each pair of sets, in the pack's order; none where there is one set."""
    shared: dict[tuple[str, str], tuple[SharedVoices, ...]] = {}
    for voices in pack.shared_voices:
        pair = (voices.one_id, voices.other_id)
        shared[pair] = (*shared.get(pair, ()), voices)
    found = []
    for one, other in combinations(sets, 2):
        ids = {read.standard.id for read in one.standards}, {read.standard.id for read in other.standards}
        found.append(
            Crosswalk(
                one,
                other,
                {pair: told for pair, told in shared.items() if pair[0] in ids[0] and pair[1] in ids[1]},
                tuple(each for each in pack.related_standards if each.one_id in ids[0] and each.other_id in ids[1]),
            )
        )
    return tuple(found)


def related_to(pack: Pack, standard: str) -> tuple[RelatedStandards, ...]:
    """Pairs that one standard stands in, seen from it; what a person refused is left out."""
    found = []
    for each in pack.related_standards:
        if each.state == "refused" or standard not in (each.one_id, each.other_id):
            continue
        turned = RelatedStandards(
            each.other_id, each.one_id, each.other_name, each.one_name, each.by_words, each.by_voices,
            each.state, each.who, each.why, each.decided_on,
        )  # fmt: skip
        found.append(each if each.one_id == standard else turned)
    return tuple(found)
