"""The same wave analysed again: its themes keep their ids, so that nothing that people decided loses its subject."""

from __future__ import annotations

from analysis.codebook import Codebook, machine_codebook
from analysis.codebook_file import codebook_from_json, codebook_to_json
from analysis.decisions import Merge, Rename
from tests.analysis.waves import SAID, Wave, theme_of, themes_of


def found_in(wave: Wave, before: Codebook | None = None, known: Codebook | None = None) -> Codebook:
    return machine_codebook(wave.findings(wave.placed(codebook=known, again=before)), before)


def test_a_theme_keeps_its_id_when_the_computer_would_name_it_otherwise() -> None:
    first = found_in(Wave(["waiting", "kindness"]))
    fewer = Wave({"delays": SAID["waiting"], "staff": SAID["kindness"]}, people=9)

    placed = fewer.placed(Rename(theme="t-waiting", name="The long wait"), again=first)

    assert themes_of(placed).keys() == {"t-waiting", "t-kindness"}
    assert theme_of(placed)[fewer.key("delays", 0)] == "t-waiting"
    assert themes_of(placed)["t-waiting"].young_peoples_name == "The long wait"
    assert placed.carried.count("followed") == 1


def test_what_the_computer_found_has_nothing_of_what_people_decided() -> None:
    wave = Wave(["waiting", "kindness"])
    decided = wave.placed(
        Rename(theme="t-waiting", name="The long wait"), Merge(themes=("t-kindness",), into="t-waiting")
    )

    kept = machine_codebook(wave.findings(decided))

    assert kept == found_in(wave)
    assert codebook_from_json(codebook_to_json(kept)) == kept


def test_an_id_of_the_wave_is_never_given_to_another_theme() -> None:
    first = found_in(Wave(["waiting", "bus"]))
    second = found_in(Wave(["waiting", "lunch"]), first)
    third = Wave({"waiting": SAID["waiting"], "bus": SAID["letters"]})

    placed = third.placed(again=second)

    assert theme_of(placed)[third.key("bus", 0)] == "t-bus-2"
    heard_again = Wave({"waiting": SAID["waiting"], "coach": SAID["bus"]})
    assert themes_of(heard_again.placed(again=second)).keys() == {"t-waiting", "t-bus"}


def test_an_earlier_wave_that_is_analysed_later_takes_no_id_away() -> None:
    autumn = Wave({"delays": SAID["waiting"], "kindness": SAID["kindness"]}, name="autumn")
    first = found_in(autumn)
    spring = Wave(["waiting", "bus"]).codebook()

    placed = autumn.placed(codebook=spring, again=first)

    assert themes_of(placed).keys() == {"t-delays", "t-kindness"}
    assert [one.theme for one in placed.carried.vanished] == ["t-waiting", "t-bus"]


def test_a_known_theme_is_still_that_theme_when_another_has_come_closer() -> None:
    spring = Wave(["waiting", "bus"]).codebook()
    autumn = Wave({"delays": SAID["waiting"][:2], "bus": SAID["bus"]}, name="autumn")
    first = found_in(autumn, known=spring)
    more = Wave(
        {"months": SAID["waiting"], "delays": SAID["waiting"][:2], "bus": SAID["bus"]}, name="autumn", people=12
    )

    placed = more.placed(codebook=spring, again=first)

    assert theme_of(placed)[more.key("delays", 0)] == "t-waiting"
    assert placed.carried.known_since("t-waiting") == "spring"


def test_what_was_merged_in_an_earlier_wave_stays_merged_when_this_one_is_analysed_again() -> None:
    spring = Wave(["waiting", "letters", "bus"]).codebook(Merge(themes=("t-letters",), into="t-waiting"))
    autumn = Wave(["waiting", "letters", "bus"], name="autumn")

    once = autumn.placed(codebook=spring)
    again = autumn.placed(codebook=spring, again=found_in(autumn, known=spring))

    assert themes_of(once).keys() == {"t-waiting", "t-bus"}
    assert theme_of(again) == theme_of(once)
    assert [one.theme for one in again.carried.learnt] == ["t-waiting"]


def test_what_lies_before_people_has_what_was_learnt_and_no_decision_of_theirs() -> None:
    spring = Wave(["waiting", "letters", "bus"]).codebook(Merge(themes=("t-letters",), into="t-waiting"))
    autumn = Wave(["waiting", "letters", "bus"], name="autumn")

    placed = autumn.placed(Rename(theme="t-bus", name="Getting there"), codebook=spring)

    offered = {theme.id: theme.young_peoples_name for theme in placed.offered.themes if theme.level == 2}
    assert offered == {"t-waiting": "", "t-bus": ""}
