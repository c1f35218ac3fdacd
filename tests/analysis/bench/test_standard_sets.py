"""The labels of labelled sets, described as standards."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import files

import numpy as np
import pytest

from analysis.bench.labelled_sets import SetWrong
from analysis.bench.standard_rows import rows_of
from analysis.bench.standard_sets import label_standards, strategy_standards
from tests.analysis.bench.mapped import student_standards

NAMES = [file.name.removesuffix(".toml") for file in (files("analysis.bench") / "labels").iterdir()]


@pytest.mark.parametrize("name", NAMES)
def test_every_label_has_a_sentence_and_words_of_its_own(name: str) -> None:
    labelled = label_standards(name)

    assert len({standard.id for standard in labelled.standards}) == len(labelled.columns) == len(labelled.standards)
    for standard in labelled.standards:
        assert standard.description.endswith("."), standard.id
        assert len(set(standard.keywords)) == len(standard.keywords) >= 5, standard.id
    assert not set(labelled.left_out) & labelled.columns.keys()


def test_narrowing_keeps_the_order_that_is_asked_for_and_names_what_has_no_description() -> None:
    narrowed = label_standards("nhs_fft_v6").only(["Not assigned", "Feeling safe"])

    assert [standard.name for standard in narrowed.standards] == ["Not assigned", "Feeling safe"]
    assert narrowed.columns == {"Not assigned": 0, "Feeling safe": 1}
    assert narrowed.standards[0].keywords == ()


def test_the_labels_of_a_strategy_are_its_own_ids() -> None:
    labelled = strategy_standards("barnsley/quality_standards")

    assert labelled.standards[labelled.columns["kindness"]].id == "barnsley/quality_standards/kindness"


def test_rows_without_labels_stay_and_rows_of_left_out_labels_are_passed_over() -> None:
    lines = [{"text": text} for text in ("Books!", "books!  ", "", "eh?")]
    labelled = replace(student_standards(), left_out=("unclear",))

    rows = rows_of("invented", lines, labelled, [("library", "labwork"), ("library",), (), ("unclear",)])

    assert rows.texts == ("Books!", "books!  ", "")
    assert rows.truth.tolist() == [[True, True, False], [True, False, False], [False, False, False]]
    assert rows.groups.tolist() == [0, 0, 1]
    assert rows.passed_over == 1
    assert rows.take(np.array([2, 0])).texts == ("", "Books!")


def test_a_label_that_nobody_described_is_named() -> None:
    with pytest.raises(SetWrong, match="'canteen'"):
        rows_of("invented", [{"text": "x"}], student_standards(), [("canteen",)])
