"""What people said of a segment and a standard."""

from __future__ import annotations

import pytest

from analysis.standard_labels import MalformedLabel, StandardLabel, labels_of, settled

KIND, FAIR = "thornmoor/promises/kind", "thornmoor/promises/fair"


def test_the_last_word_on_a_segment_stands() -> None:
    before = StandardLabel("c1", "she smiled", KIND, speaks=True, by="young commissioners", at="2026-11-01")
    after = StandardLabel("c1", "she smiled", KIND, speaks=False, by="a commissioner", at="2026-11-02")

    assert settled([after, before]) == settled([before, after]) == (after,)


def test_labels_of_other_standards_are_left_out() -> None:
    kind, fair = (StandardLabel("c1", "she smiled", one, speaks=True) for one in (KIND, FAIR))

    assert labels_of([kind, fair], [FAIR]) == (fair,)


@pytest.mark.parametrize("standard", ["", "kind", "thornmoor/kind", "thornmoor//kind"])
def test_a_label_names_its_standard_in_full(standard: str) -> None:
    with pytest.raises(MalformedLabel, match="area/set/standard"):
        StandardLabel("c1", "she smiled", standard, speaks=True)


def test_a_label_has_words() -> None:
    with pytest.raises(MalformedLabel, match="no words"):
        StandardLabel("c1", " ", KIND, speaks=True)
