"""A simulated person who knows the labels decides, and the next half is held against what is then known."""

from __future__ import annotations

from collections.abc import Mapping

from analysis.bench.codebook import Learned, learn, table
from analysis.bench.deciding import decide
from analysis.bench.draws import Draw
from analysis.decisions import Confirm, Merge, Move, NotATheme, Rename, Split
from analysis.findings import Findings
from tests.analysis.crowd import KINDNESS, TRANSPORT, WAITING
from tests.analysis.waves import Wave

SUBJECTS = {"waiting": WAITING, "kindness": KINDNESS, "bus": TRANSPORT}


def found(wave: Wave) -> Findings:
    return wave.findings(wave.placed())


def labels_of(wave: Wave, **others: str) -> Mapping[str, str]:
    """Each comment's label is its subject, or what it is called in `others`."""
    return {key[0]: others.get(subject, subject) for key, subject in wave.subject_of.items()}


def test_two_themes_of_one_label_are_merged_and_each_theme_is_named_and_confirmed() -> None:
    wave = Wave(["waiting", "kindness", "bus"])

    made = decide(found(wave), labels_of(wave, kindness="waiting"), 30, seed=0)

    merges = [one for one in made if isinstance(one, Merge)]
    assert [{*one.themes, one.into} for one in merges] == [{"t-waiting", "t-kindness"}]
    assert {one.name for one in made if isinstance(one, Rename)} == {"waiting", "bus"}
    assert {type(one) for one in made} == {Merge, Rename, Confirm}


def test_a_theme_of_two_labels_is_split_and_what_stands_wrongly_is_moved() -> None:
    wave = Wave(["waiting", "bus"])
    labels = dict(labels_of(wave))
    for number in range(4):
        labels[wave.key("waiting", number)[0]] = "letters"
    labels[wave.key("bus", 0)[0]] = "waiting"

    made = decide(found(wave), labels, 30, seed=0)

    (split,) = [one for one in made if isinstance(one, Split)]
    assert (split.theme, split.parts[0].name, len(split.parts[0].segments)) == ("t-waiting", "letters", 4)
    assert [(one.segment, one.to) for one in made if isinstance(one, Move)] == [(wave.key("bus", 0), "t-waiting")]


def test_a_theme_that_says_nothing_together_is_none() -> None:
    wave = Wave(["waiting"])
    labels = {key[0]: f"label {place}" for place, key in enumerate(wave.subject_of)}

    assert [type(one) for one in decide(found(wave), labels, 30, seed=0)] == [NotATheme]


def test_the_same_seed_decides_the_same_and_no_more_than_is_asked() -> None:
    wave = Wave(["waiting", "kindness", "bus"])
    labels = labels_of(wave)

    assert decide(found(wave), labels, 3, seed=1) == decide(found(wave), labels, 3, seed=1)
    assert len(decide(found(wave), labels, 3, seed=1)) == 3


def test_no_decision_is_lost_and_the_next_half_is_held_against_the_labels() -> None:
    said = [(words, label) for label, sentences in SUBJECTS.items() for words in sentences for _ in range(4)]
    texts, labels = zip(*said[::2], *said[1::2], strict=True)

    learned = learn(Draw("invented", None, 0, texts, labels), decisions=10)

    assert learned.made == learned.followed == learned.again > 0
    assert 0 <= learned.share_before <= 1
    assert 0 <= learned.share_after <= 1


def test_a_line_of_the_table_is_the_mean_of_a_sets_draws() -> None:
    draws = [Learned("civic", seed, 600, 30, 28, 28, 0.1 + seed / 10, 0.3, 0.2, 0.4) for seed in range(2)]

    lines = list(table(draws))

    assert lines[1].split() == ["civic", "0.150", ">", "0.300", "0.200", ">", "0.400", "56", "of", "60"]
    assert lines[-1].endswith("twice more: 0")
