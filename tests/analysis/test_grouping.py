"""What the field speaks of counts where a wave speaks of it, and nowhere else."""

from __future__ import annotations

import pytest

from analysis.concepts import load_concepts
from analysis.grouping import OF_THE_FIELD, concepts_a_word

OF_SUPPORT = (
    "we waited a year for an assessment",
    "nobody listened to me at the review",
    "my plan was never read to us",
)
OF_GARDENS = ("tomatoes want more light", "the hedge by the pond is dry", "slugs ate all of the lettuce again")


@pytest.mark.parametrize(("texts", "is_of_the_field"), [(OF_SUPPORT, True), (OF_GARDENS, False), ((), False)])
def test_a_wave_is_of_the_field_where_it_tells_of_its_concepts(texts: tuple[str, ...], is_of_the_field: bool) -> None:
    assert (concepts_a_word(texts, load_concepts()) >= OF_THE_FIELD) is is_of_the_field
