"""The words that two standards have in common are told as the first writes them, the rarest first."""

from __future__ import annotations

from analysis.shared_words import words_in_common
from analysis.strategy import Standard

KIND = Standard("a/six/kind", "Kindness", "Staff listen and are kind to children.", "standard", keywords=("listened",))
WARM = Standard("b/ways/warm", "Warmth", "People who listen to children kindly.", "standard")
ROOM = Standard("b/ways/room", "Rooms", "Rooms for children.", "standard", match_only_words=("kind",))


def test_words_are_compared_by_their_stems_and_what_most_of_them_say_tells_nothing() -> None:
    shared = words_in_common([KIND, WARM, ROOM])

    assert shared(KIND, WARM) == ("kindness", "listen")  # "children" is in all three
    assert shared(WARM, KIND) == ("kindly", "listen")


def test_words_that_only_match_and_small_words_are_never_told() -> None:
    assert words_in_common([KIND, ROOM])(KIND, ROOM) == ("children",)
