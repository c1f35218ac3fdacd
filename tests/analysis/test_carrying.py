"""Themes that are known from an earlier wave are recognised, new ones announced, vanished ones said."""

from __future__ import annotations

import pytest

from analysis.codebook import codebook_of
from analysis.decisions import Rename
from analysis.stems import Stemmer
from analysis.thesaurus import load_thesaurus
from analysis.wave_centres import WaveCentres
from tests.analysis.waves import SAID, Wave, theme_of, themes_of

OTHER_WORDS = {
    "queue": ("Ages until it is your turn", "Turn after turn went by", "It was never my turn"),
    "bus": SAID["bus"],
}


def test_a_theme_that_is_there_again_keeps_its_id_and_its_names() -> None:
    known = Wave(["waiting", "kindness"]).codebook(
        Rename(theme="t-waiting", name="The long wait"),
        Rename(theme="t-waiting", name="Access and waiting", by="commissioner"),
    )
    autumn = Wave({"delays": SAID["waiting"], "kindness": SAID["kindness"]}, name="autumn")

    placed = autumn.placed(codebook=known)

    waiting = themes_of(placed)["t-waiting"]
    assert (waiting.young_peoples_name, waiting.heading) == ("The long wait", "Access and waiting")
    assert waiting.name == "Delays"
    assert waiting.shown_name == "The long wait"
    assert theme_of(placed)[autumn.key("delays", 0)] == "t-waiting"
    assert placed.carried.known_since("t-waiting") == "spring"


def test_new_themes_are_announced_and_vanished_ones_said() -> None:
    known = Wave(["waiting", "bus"]).codebook(Rename(theme="t-bus", name="Getting there"))

    carried = Wave(["waiting", "lunch"], name="autumn").placed(codebook=known).carried

    assert [one.theme for one in carried.recognised] == ["t-waiting"]
    assert carried.new == ("t-lunch",)
    assert [(one.theme, one.name, one.last_seen, one.within) for one in carried.vanished] == [
        ("t-bus", "Getting there", "spring", "")
    ]
    assert carried.how()["codebook"] == "1 known themes recognised, 1 new, 1 not heard"


def test_nothing_is_called_new_where_nothing_was_known() -> None:
    carried = Wave(["waiting", "lunch"]).placed().carried

    assert not carried.compared
    assert not carried.new
    assert not carried.how()


def test_a_theme_that_vanished_is_recognised_when_it_is_heard_again() -> None:
    spring = Wave(["waiting", "bus"]).codebook(Rename(theme="t-bus", name="Getting there"))
    autumn = Wave(["waiting", "lunch"], name="autumn").codebook(after=spring)

    placed = Wave(["bus", "lunch"], name="winter").placed(codebook=autumn)

    assert themes_of(placed)["t-bus"].young_peoples_name == "Getting there"
    assert {one.theme: (one.known_since, one.last_seen) for one in placed.carried.recognised} == {
        "t-bus": ("spring", "spring"),
        "t-lunch": ("autumn", "autumn"),
    }


def test_a_new_theme_never_takes_the_id_of_another_that_is_known() -> None:
    known = Wave(["waiting", "bus"]).codebook()
    autumn = Wave({"bus": SAID["lunch"], "coach": SAID["bus"]}, name="autumn")

    placed = autumn.placed(codebook=known)

    assert theme_of(placed)[autumn.key("coach", 0)] == "t-bus"
    assert theme_of(placed)[autumn.key("bus", 0)] == "t-bus-2"
    assert placed.carried.new == ("t-bus-2",)


def test_a_theme_that_came_apart_is_said() -> None:
    known = Wave(["waiting", "bus"]).codebook()
    lists, months = SAID["waiting"][1::3], (*SAID["waiting"][0::2], "We waited, waiting is all we did, on a list")
    autumn = Wave({"months": months, "lists": lists, "bus": SAID["bus"]}, name="autumn")

    carried = autumn.placed(codebook=known).carried

    (apart,) = carried.came_apart
    assert apart.theme == "t-waiting"
    assert apart.others == carried.new


def test_themes_that_came_together_are_said() -> None:
    known = Wave(["waiting", "kindness", "bus"]).codebook()
    both = [words for pair in zip(SAID["waiting"], SAID["kindness"], strict=True) for words in pair]

    carried = Wave({"both": both, "bus": SAID["bus"]}, name="autumn", people=24).placed(codebook=known).carried

    (gone,) = carried.vanished
    assert {gone.theme, gone.within} == {"t-waiting", "t-kindness"}


def test_sentence_vectors_recognise_a_theme_in_other_words() -> None:
    directions = {"waiting": (1, 0, 0.1), "queue": (1, 0.1, 0), "bus": (0, 1, 0)}
    known = Wave(["waiting", "bus"], directions=directions).codebook()

    autumn = Wave(OTHER_WORDS, name="autumn", directions=directions)
    without = Wave(OTHER_WORDS, name="autumn")

    assert themes_of(autumn.placed(codebook=known)).keys() == {"t-waiting", "t-bus"}
    assert themes_of(without.placed(codebook=known)).keys() == {"t-queue", "t-bus"}


def test_points_of_another_encoder_are_not_compared() -> None:
    directions = {"waiting": (1, 0, 0.1), "queue": (1, 0.1, 0), "bus": (0, 1, 0)}
    known = Wave(["waiting", "bus"], directions=directions, encoder="an older one").codebook()

    placed = Wave(OTHER_WORDS, name="autumn", directions=directions).placed(codebook=known)

    assert themes_of(placed).keys() == {"t-queue", "t-bus"}


def test_the_order_of_the_rows_does_not_matter() -> None:
    known = Wave(["waiting", "kindness", "bus"]).codebook()
    autumn = Wave(["lunch", "kindness", "waiting"], name="autumn")
    backwards = Wave(["waiting", "kindness", "lunch"], name="autumn", backwards=True)

    assert backwards.placed(codebook=known).carried == autumn.placed(codebook=known).carried


def test_what_fewer_than_three_people_said_makes_no_centre() -> None:
    said = {(f"c{number}", 0): "The ramp is steep" for number in range(5)} | {("c9", 0): "The ramp squeaks"}
    writers = {key[0]: key[0] for key in said} | {"c9": "c0"}
    centres = WaveCentres(said, writers, Stemmer(load_thesaurus()))

    few = centres.of([("c0", 0), ("c9", 0), ("c1", 0)])
    enough = centres.of([("c0", 0), ("c9", 0), ("c1", 0), ("c2", 0)])

    assert few is None
    assert enough is not None
    assert enough.stems.keys() == {"ramp", "steep"}


def test_a_theme_that_is_nearly_everything_is_known_by_its_words() -> None:
    directions = {"waiting": (1, 0, 0)}

    known = Wave(["waiting"], directions=directions).codebook()
    placed = Wave(["waiting"], name="autumn", directions=directions).placed(codebook=known)

    assert known.themes[0].centres[0].point == ()
    assert [one.theme for one in placed.carried.recognised] == ["t-waiting"]


@pytest.mark.parametrize("waves", [2, 5])
def test_a_centre_stays_of_length_one_and_one_a_theme_over_waves(waves: int) -> None:
    directions = {"waiting": (1, 0, 0), "bus": (0, 1, 0)}
    known = Wave(["waiting", "bus"], directions=directions).codebook()
    for number in range(waves):
        turned = {**directions, "waiting": (1, 0, 0.1 * number)}
        known = Wave(["waiting", "bus"], name=f"wave {number}", directions=turned).codebook(after=known)

    waiting = next(theme for theme in known.themes if theme.id == "t-waiting")
    (centre,) = waiting.centres
    assert sum(number * number for number in centre.point) == pytest.approx(1, abs=1e-3)
    assert (waiting.first_seen, waiting.last_seen) == ("spring", f"wave {waves - 1}")


def test_words_that_must_not_stand_anywhere_do_not_stand_in_a_codebook() -> None:
    wave = Wave({"zebra": ("The zebra kicked me", "That zebra kicks")})

    (heard,) = wave.codebook().themes[0].centres
    (silent,) = (
        codebook_of(wave.findings(wave.placed(unnamed={one.comment for one in wave.segments}))).themes[0].centres
    )

    assert "zebra" in heard.stems
    assert not silent.stems
