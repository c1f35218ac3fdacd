"""What is compared of several coders, and how it is told."""

from __future__ import annotations

import json
from math import isnan
from pathlib import Path

import pytest
from sklearn.metrics import cohen_kappa_score

from analysis.agreement import CodedTwice, Coding, NothingToCompare, agreement
from analysis.agreement_file import as_values, write_agreement
from analysis.agreement_words import alpha_in_words, in_figures, kappa_in_words, lines, warning
from analysis.alpha import alpha, jaccard, masi
from tests.analysis.codings import codings

ASHA = "a a b ab - a b a b a . c"
BEN = "a b b a  - a b a - a a ."
CAI = "a a b ab a . b . . . a ."
SAID = codings(Asha=ASHA, Ben=BEN, Cai=CAI)


def test_each_pair_and_label_has_the_kappa_of_the_units_that_both_coded() -> None:
    compared = agreement(SAID)

    label_a = compared.labels[0]
    asha_ben = label_a.pairs[0]
    one = [word != "." and "a" in word for word in ASHA.split()[:10]]
    other = ["a" in word for word in BEN.split()[:10]]
    assert (label_a.label, asha_ben.one, asha_ben.other, asha_ben.units) == ("a", "Asha", "Ben", 10)
    assert asha_ben.alike == 9
    assert asha_ben.kappa.value == pytest.approx(cohen_kappa_score(one, other))
    assert [(pair.one, pair.other, pair.units) for pair in label_a.pairs[1:]] == [("Asha", "Cai", 6), ("Ben", "Cai", 7)]


def test_what_one_coder_alone_saw_is_counted_apart_and_compared_with_nothing() -> None:
    compared = agreement(SAID)

    assert (compared.units, compared.alone) == (11, 1)
    assert [label.label for label in compared.labels] == ["a", "b"], "only Asha saw what she called c"
    assert compared.alike == 7


def test_whole_choices_are_compared_by_masi_unless_told_otherwise() -> None:
    two = codings(Asha="ab b a - ab", Ben="a b a b ab")
    choices = [[coding.labels for coding in two if coding.unit == f"unit {number:02}"] for number in range(5)]

    assert agreement(two).overall.value == pytest.approx(alpha(choices, masi))
    assert agreement(two, distance=jaccard).overall.value == pytest.approx(alpha(choices, jaccard))


def test_a_label_on_offer_that_nobody_chose_is_told_too() -> None:
    compared = agreement(SAID, labels=("b", "never"))

    never = compared.labels[1]
    assert (never.label, never.said, warning(never)) == ("never", 0, "nobody chose it")
    assert isnan(never.alpha.value)
    assert in_figures(never.alpha) == "cannot be told"


def test_intervals_hold_their_figure_and_are_the_same_each_time() -> None:
    many = codings(Asha=" ".join(["a", "b", "ab", "-"] * 15), Ben=" ".join(["a", "b", "b", "-", "a"] * 12))

    compared = agreement(many)

    for figure in (compared.overall, *(label.alpha for label in compared.labels)):
        assert figure.low < figure.value < figure.high
    assert agreement(reversed(many)) == compared, "the order of the rows does not matter"
    assert agreement(many, random_state=1).overall != compared.overall


def test_a_rare_label_is_warned_of_and_so_is_one_on_nearly_everything() -> None:
    rare = codings(Asha=" ".join(["b", *["a"] * 49]), Ben=" ".join(["a", "b", *["a"] * 48]))

    compared = agreement(rare)

    on_all, seldom = compared.labels
    assert seldom.alpha.value < 0, "though 48 of 50 are alike"
    assert warning(seldom) == "rare: a few comments decide kappa and alpha; all coders say the same of 48 of 50"
    assert warning(on_all).startswith("on nearly everything:")
    assert isnan(seldom.alpha.low), "over a tenth of the draws have none of it"


def test_a_label_that_is_neither_rare_nor_everywhere_has_no_warning() -> None:
    assert not any(warning(label) for label in agreement(codings(Asha="a a b b", Ben="a b b a")).labels)


@pytest.mark.parametrize(
    ("value", "words"),
    [(-0.01, "poor"), (0.2, "slight"), (0.21, "fair"), (0.4, "fair"), (0.41, "moderate"), (0.6, "moderate"),
     (0.61, "substantial"), (0.8, "substantial"), (0.81, "almost perfect"), (1.0, "almost perfect")],
)  # fmt: skip
def test_kappa_is_called_what_landis_and_koch_called_it(value: float, words: str) -> None:
    assert kappa_in_words(value) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [(0.8, "can be relied on"), (0.799, "for tentative conclusions only"), (0.667, "for tentative conclusions only"),
     (0.666, "not to be relied on"), (float("nan"), "cannot be told")],
)  # fmt: skip
def test_alpha_is_relied_on_from_80_and_tentatively_from_667(value: float, words: str) -> None:
    assert alpha_in_words(value) == words


def test_two_codings_of_one_unit_by_one_coder_are_refused() -> None:
    with pytest.raises(CodedTwice, match="'Asha' coded 'unit 00' twice"):
        agreement([*SAID, Coding("unit 00", "Asha", frozenset("b"))])


def test_where_nobody_met_there_is_nothing_to_compare() -> None:
    with pytest.raises(NothingToCompare):
        agreement(codings(Asha="a .", Ben=". a"))


def test_kept_values_have_null_where_nothing_can_be_told(tmp_path: Path) -> None:
    compared = agreement(SAID, labels=("a", "never"))

    write_agreement(compared, tmp_path / "agreement.json")

    kept = json.loads((tmp_path / "agreement.json").read_text(encoding="utf-8"))
    assert kept == as_values(compared)
    assert kept["labels"][1]["alpha"] == {"value": None, "low": None, "high": None, "words": "cannot be told"}
    assert kept["overall"]["value"] == round(compared.overall.value, 4)


def test_every_label_and_pair_is_told() -> None:
    told = "\n".join(lines(agreement(SAID)))

    assert "3 coders: Asha, Ben, Cai" in told
    assert "11 comments were coded by two or more; 1 more by one alone, which tell nothing." in told
    assert told.count("(kappa)") == 6
