"""Which standard a council's own label means."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from analysis.label_matching import LabelsUnmatched, match_labels, read_matches
from analysis.reading import FileWrong
from analysis.strategy import choose_sets, load_strategies

BARNSLEY = "barnsley/quality_standards"
STANDARDS = choose_sets(load_strategies(), [BARNSLEY])[0].standards


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "match.csv"


def test_a_label_is_a_standards_id_its_last_part_or_its_name() -> None:
    labels = ["kindness", "KINDNESS ", "Fairness in all things", "fairness-in all_things", f"{BARNSLEY}/quality"]

    matched = match_labels(labels, STANDARDS)

    assert matched.unmatched == {}
    assert matched.standards == {
        "kindness": f"{BARNSLEY}/kindness",
        "KINDNESS ": f"{BARNSLEY}/kindness",
        "Fairness in all things": f"{BARNSLEY}/fairness",
        "fairness-in all_things": f"{BARNSLEY}/fairness",
        f"{BARNSLEY}/quality": f"{BARNSLEY}/quality",
    }


def test_what_is_no_standard_is_named_with_what_is_written_most_like_it() -> None:
    matched = match_labels(["kindnes", "parking", "quality"], STANDARDS)

    assert matched.unmatched == {"kindnes": f"{BARNSLEY}/kindness", "parking": ""}


def test_labels_of_which_none_is_a_standard_are_refused() -> None:
    with pytest.raises(LabelsUnmatched, match="consideration, acceptance"):
        match_labels(["parking"], STANDARDS)


def test_a_name_that_two_standards_have_is_refused_with_both() -> None:
    twin = replace(STANDARDS[0], id="elsewhere/promises/care-taken")

    with pytest.raises(LabelsUnmatched, match=rf"could be {STANDARDS[0].id} or elsewhere/promises/care-taken"):
        match_labels([twin.name], [*STANDARDS, twin])


def test_a_file_says_which_label_means_which_and_goes_first(file: Path) -> None:
    file.write_text("label,standard\nBeing kind,Kindness\nquality,\n", encoding="utf-8")

    matched = match_labels(["being kind", "quality"], STANDARDS, read_matches(file, STANDARDS))

    assert matched.standards == {"being kind": f"{BARNSLEY}/kindness", "quality": ""}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("label,standard\nx,parking\n", "row 1 names a standard that is none of the chosen: 'parking'"),
        ("label,standard\nx,kindness\nx,quality\n", "row 2 has a label that stands above already: 'x'"),
    ],
)
def test_a_match_that_means_nothing_is_told_by_its_row(file: Path, text: str, said: str) -> None:
    file.write_text(text, encoding="utf-8")

    with pytest.raises(LabelsUnmatched) as wrong:
        read_matches(file, STANDARDS)

    assert said in str(wrong.value)


def test_a_match_without_its_columns_is_told(file: Path) -> None:
    file.write_text("theme,standard\nx,kindness\n", encoding="utf-8")

    with pytest.raises(FileWrong, match="no column is called 'label'"):
        read_matches(file, STANDARDS)
