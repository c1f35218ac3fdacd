"""What people decided in one wave is done again in the next, where the computer groups as it did."""

from __future__ import annotations

import pytest

from analysis.codebook import Codebook, KnownTheme
from analysis.decisions import Confirm, Merge, Move, NotATheme, Part, Rename, Split
from tests.analysis.waves import SAID, Wave, theme_of, themes_of

BUS_RATHER_LIKE_WAITING = {"waiting": (1, 0, 0), "bus": (0, 1, 0), "lunch": (0, 0, 1)}


def known(codebook: Codebook, id: str) -> KnownTheme:
    return next(theme for theme in codebook.themes if theme.id == id)


def test_a_merged_theme_stays_merged() -> None:
    codebook = Wave(["waiting", "kindness", "bus"]).codebook(Merge(themes=("t-waiting",), into="t-bus"))
    autumn = Wave(["waiting", "kindness", "bus"], name="autumn")

    placed = autumn.placed(codebook=codebook)

    assert themes_of(placed).keys() == {"t-kindness", "t-bus"}
    assert theme_of(placed)[autumn.key("waiting", 0)] == "t-bus"
    assert [(one.what, one.theme, one.segments) for one in placed.carried.learnt] == [("merged", "t-bus", 12)]
    assert placed.carried.new == ()
    assert placed.carried.vanished == ()


def test_a_merged_theme_stays_merged_where_only_one_of_its_subjects_is_heard_and_then_both() -> None:
    spring = Wave(["waiting", "kindness", "bus"]).codebook(Merge(themes=("t-waiting",), into="t-bus"))
    autumn = Wave(["waiting", "kindness"], name="autumn").codebook(after=spring)

    placed = Wave(["waiting", "kindness", "bus"], name="winter").placed(codebook=autumn)

    assert themes_of(placed).keys() == {"t-kindness", "t-bus"}


def test_a_known_theme_merged_into_a_new_one_is_not_known_by_itself_any_more() -> None:
    spring = Wave(["waiting", "bus"]).codebook()
    autumn = Wave(["bus", "lunch"], name="autumn").codebook(Merge(themes=("t-bus",), into="t-lunch"), after=spring)

    placed = Wave(["bus", "waiting"], name="winter").placed(codebook=autumn)

    assert {theme.id for theme in autumn.themes} == {"t-lunch", "t-waiting"}
    assert known(autumn, "t-lunch").first_seen == "spring"
    assert themes_of(placed).keys() == {"t-lunch", "t-waiting"}


def test_a_theme_merged_of_two_known_ones_is_known_since_the_earlier() -> None:
    spring = Wave(["waiting"]).codebook()
    autumn = Wave(["waiting", "bus"], name="autumn").codebook(after=spring)

    winter = Wave(["waiting", "bus"], name="winter").codebook(Merge(themes=("t-waiting",), into="t-bus"), after=autumn)

    assert known(winter, "t-bus").first_seen == "spring"


def test_a_theme_that_people_made_wholly_another_has_one_centre_yet() -> None:
    spring = Wave(["waiting", "bus"]).codebook()
    autumn = Wave(["waiting", "bus"], name="autumn")
    out = [Move(segment=autumn.key("bus", number), to="") for number in range(12)]
    into = [Move(segment=autumn.key("waiting", number), to="t-bus") for number in range(12)]

    after = autumn.codebook(*out, *into, after=spring)

    assert len(known(after, "t-bus").centres) == 1


def test_what_is_not_a_theme_is_set_aside_again() -> None:
    codebook = Wave(["waiting", "bus"]).codebook(NotATheme(theme="t-bus"))
    autumn = Wave(["waiting", "bus"], name="autumn")

    placed = autumn.placed(codebook=codebook)
    after = autumn.codebook(after=codebook)

    assert themes_of(placed).keys() == {"t-waiting"}
    assert [(one.what, one.theme) for one in placed.carried.learnt] == [("not a theme", "t-bus")]
    assert [one.theme for one in placed.carried.recognised] == ["t-waiting"]
    assert themes_of(Wave(["bus", "waiting"], name="winter").placed(codebook=after)).keys() == {"t-waiting"}


def test_what_is_not_a_theme_is_not_missed_when_nobody_speaks_of_it() -> None:
    codebook = Wave(["waiting", "bus"]).codebook(NotATheme(theme="t-bus"))

    assert not Wave(["waiting"], name="autumn").placed(codebook=codebook).carried.vanished


def test_people_can_change_their_minds_in_the_next_wave() -> None:
    codebook = Wave(["waiting", "kindness", "bus"]).codebook(
        NotATheme(theme="t-bus"), Merge(themes=("t-kindness",), into="t-waiting")
    )
    autumn = Wave(["waiting", "kindness", "bus"], name="autumn")
    decisions = Confirm(theme="t-bus"), Confirm(theme="t-kindness")

    placed = autumn.placed(*decisions, codebook=codebook)
    after = autumn.codebook(*decisions, after=codebook)

    assert themes_of(placed).keys() == {"t-waiting", "t-kindness", "t-bus"}
    assert not placed.carried.learnt
    assert not known(after, "t-bus").set_aside
    assert [len(theme.centres) for theme in after.themes] == [1, 1, 1]


def test_a_split_theme_is_split_again_where_the_computer_sees_one() -> None:
    both = (*SAID["bus"], *SAID["lunch"])
    spring = Wave({"day": both, "waiting": SAID["waiting"]}, people=20)
    meals = frozenset(key for key, words in ((one.key, one.words) for one in spring.segments) if words in SAID["lunch"])
    codebook = spring.codebook(Split(theme="t-day", parts=(Part("Dinners", meals),)))
    autumn = Wave({"day": both, "waiting": SAID["waiting"]}, people=20, name="autumn")

    placed = autumn.placed(codebook=codebook)

    words = {one.key: one.words for one in autumn.segments}
    assert {words[key] for key, theme in theme_of(placed).items() if theme == "t-dinners"} == set(SAID["lunch"])
    assert themes_of(placed)["t-dinners"].young_peoples_name == "Dinners"
    assert {one.theme for one in placed.carried.recognised} == {"t-day", "t-dinners", "t-waiting"}
    assert not placed.carried.vanished


def test_a_moved_segment_pulls_the_centre_of_its_new_theme_and_leaves_that_of_its_old() -> None:
    wave = Wave(["waiting", "bus", "lunch"], directions=BUS_RATHER_LIKE_WAITING)
    key = wave.key("waiting", 0)

    left = known(wave.codebook(), "t-bus").centres[0]
    pulled = known(wave.codebook(Move(segment=key, to="t-bus")), "t-bus").centres[0]
    thrice = known(wave.codebook(*(Move(segment=wave.key("waiting", n), to="t-bus") for n in range(3))), "t-bus")

    waiting = _away(BUS_RATHER_LIKE_WAITING["waiting"])
    likeness = [_dot(one.point, waiting) for one in (left, pulled, *thrice.centres)]
    assert likeness == sorted(likeness)
    assert likeness[0] < likeness[1] < likeness[2]


def test_segments_like_those_that_people_moved_are_placed_as_they_did() -> None:
    directions: dict[str, tuple[float, ...]] = {"waiting": (1, 0, 0), "bus": (0, 1, 0), "lunch": (0, 0, 1)}
    between: dict[str, tuple[float, ...]] = {
        f"{name}-waiting-{number:02}": (1, 0.9, 0) for name in ("spring", "autumn") for number in range(4)
    }
    spring = Wave(["waiting", "bus", "lunch"], directions=directions | between)
    moves = [Move(segment=spring.key("waiting", number), to="t-bus") for number in range(4)]
    autumn = Wave(["waiting", "bus", "lunch"], name="autumn", directions=directions | between)

    taught, untaught = autumn.placed(codebook=spring.codebook(*moves)), autumn.placed(codebook=spring.codebook())

    like_those = [autumn.key("waiting", number) for number in range(4)]
    assert {theme_of(taught)[key] for key in like_those} == {"t-bus"}
    assert {theme_of(untaught)[key] for key in like_those} == {"t-waiting"}
    assert theme_of(taught)[autumn.key("waiting", 5)] == "t-waiting"
    assert [(one.what, one.theme, one.segments) for one in taught.carried.learnt] == [("moved", "t-bus", 4)]


def test_this_waves_decision_wins_over_what_was_learnt() -> None:
    codebook = Wave(["waiting", "bus"]).codebook(Rename(theme="t-bus", name="Buses"))

    placed = Wave(["waiting", "bus"], name="autumn").placed(Rename(theme="t-bus", name="Coaches"), codebook=codebook)

    assert themes_of(placed)["t-bus"].young_peoples_name == "Coaches"


@pytest.mark.parametrize("waves", [1, 3])
def test_what_was_learnt_lasts(waves: int) -> None:
    codebook = Wave(["waiting", "kindness", "bus", "lunch"]).codebook(
        Merge(themes=("t-waiting",), into="t-bus"), NotATheme(theme="t-lunch")
    )
    for number in range(waves):
        codebook = Wave(["waiting", "kindness", "bus", "lunch"], name=f"wave {number}").codebook(after=codebook)

    placed = Wave(["waiting", "kindness", "bus", "lunch"], name="last").placed(codebook=codebook)

    assert themes_of(placed).keys() == {"t-kindness", "t-bus"}
    assert len(known(codebook, "t-bus").centres) == 2


def _away(direction: tuple[float, ...]) -> list[float]:
    """A direction as it is seen from the middle of three."""
    return [number - 1 / 3 for number in direction]


def _dot(one: tuple[float, ...], other: list[float]) -> float:
    return sum(x * y for x, y in zip(one, other, strict=True))


def test_what_people_merged_takes_in_every_group_that_is_like_a_part_of_it() -> None:
    codebook = Wave(["waiting", "kindness", "bus"]).codebook(Merge(themes=("t-waiting",), into="t-bus"))
    autumn = Wave(
        {**{one: SAID[one] for one in ("waiting", "kindness", "bus")}, "queue": SAID["waiting"]}, name="autumn"
    )

    placed = autumn.placed(codebook=codebook)

    assert themes_of(placed).keys() == {"t-kindness", "t-bus"}
    assert theme_of(placed)[autumn.key("queue", 0)] == "t-bus"
