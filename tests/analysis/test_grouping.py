"""What the field speaks of counts where a wave speaks of it, and nowhere else."""

from __future__ import annotations

import pytest

from analysis.concepts import load_concepts
from analysis.grouping import OF_THE_FIELD, concepts_a_word
from analysis.pipeline import analyse
from analysis.sentences import SentenceVectors
from analysis.voices import Comment, Voices

OF_SUPPORT = (
    "we waited a year for an assessment",
    "nobody listened to me at the review",
    "my plan was never read to us",
)
OF_GARDENS = ("tomatoes want more light", "the hedge by the pond is dry", "slugs ate all of the lettuce again")


@pytest.mark.parametrize(("texts", "is_of_the_field"), [(OF_SUPPORT, True), (OF_GARDENS, False), ((), False)])
def test_a_wave_is_of_the_field_where_it_tells_of_its_concepts(texts: tuple[str, ...], is_of_the_field: bool) -> None:
    assert (concepts_a_word(texts, load_concepts()) >= OF_THE_FIELD) is is_of_the_field


WAITED = (
    "I had to wait a long time",
    "The wait was far too long",
    "Waiting lists are too long",
    "It took ages to be seen",
    "I waited over a year",
    "The waiting time was awful",
    "We have been waiting nearly two years",
    "Shorter waiting lists please",
    "The wait is too long",
    "I am still on the waiting list",
    "They made us wait for months",
    "It was a really long wait",
)


@pytest.mark.skipif(not SentenceVectors.available(), reason="words alone do not tell that all say one thing")
def test_where_all_say_one_thing_there_is_one_theme() -> None:
    voices = Voices(tuple(Comment(str(row), f"person {row}", words) for row, words in enumerate(WAITED)))
    findings = analyse(voices)
    (theme,) = (one for one in findings.themes if one.level == findings.default_level)
    in_it = {one.segment[0] for one in findings.assignments if one.theme == theme.id}
    assert len(in_it) > len(WAITED) / 2
