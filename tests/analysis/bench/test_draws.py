"""Draws from a labelled set."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.bench.draws import draw, read_set, split_of
from analysis.bench.labelled_sets import SetWrong, choose_sets

TEXTS = tuple(f"comment {number}" for number in range(60))
LABELS = tuple(f"label {number % 4}" for number in range(60))


def written(folder: Path, words: str) -> Path:
    (folder / "banking77.csv").write_text(words, encoding="latin-1")
    return folder


def test_the_same_seed_draws_the_same_rows_and_another_seed_others() -> None:
    assert draw("x", TEXTS, LABELS, 20, 1) == draw("x", TEXTS, LABELS, 20, 1)
    assert draw("x", TEXTS, LABELS, 20, 1).texts != draw("x", TEXTS, LABELS, 20, 2).texts


def test_a_smaller_draw_is_the_beginning_of_a_larger_one_and_labels_stay_with_their_rows() -> None:
    small, large = draw("x", TEXTS, LABELS, 20, 1), draw("x", TEXTS, LABELS, None, 1)

    assert large.texts[:20] == small.texts
    assert sorted(large.texts) == sorted(TEXTS)
    assert set(zip(large.texts, large.labels, strict=True)) == set(zip(TEXTS, LABELS, strict=True))


def test_a_second_fit_gets_the_same_four_fifths_of_the_rows_each_time() -> None:
    drawn = draw("x", TEXTS, LABELS, 50, 3)

    shared = drawn.shared().tolist()

    assert shared == drawn.shared().tolist() == sorted(set(shared))
    assert len(shared) == 40


def test_a_text_is_in_one_half_for_good() -> None:
    halves = [split_of(f"comment {number}") for number in range(2_000)]

    assert (split_of("nothing"), split_of("N/A"), split_of("The bus was late")) == ("judge", "tune", "tune")
    assert 900 < halves.count("judge") < 1_100


def test_the_halves_share_no_text_and_make_the_whole(tmp_path: Path) -> None:
    rows = "".join(f"{text},{label}\n" for text, label in zip(TEXTS, LABELS, strict=True))
    folder = written(tmp_path, f"text,label\n{rows}{rows}")

    tune, judge, whole = (read_set("banking77", folder, split)[0] for split in ("tune", "judge", "all"))

    assert not set(tune) & set(judge)
    assert sorted((*tune, *judge)) == sorted(whole)


def test_words_for_nothing_are_answers(tmp_path: Path) -> None:
    folder = written(tmp_path, "text,label\nN/A,a\nNone,b\n,c\n")

    assert read_set("banking77", folder, "all") == (("N/A", "None", ""), ("a", "b", "c"))


@pytest.mark.parametrize(
    ("words", "said"),
    [("words,label\na,b\n", "no column 'text'"), ("text,label\n", "no rows"), ("text,label\ncaf\xe9,b\n", "in UTF-8")],
)
def test_a_file_that_is_no_labelled_set_is_explained(tmp_path: Path, words: str, said: str) -> None:
    with pytest.raises(SetWrong, match=said):
        read_set("banking77", written(tmp_path, words), "all")


def test_a_set_that_is_not_there_is_named_and_an_unknown_one_refused(tmp_path: Path) -> None:
    folder = written(tmp_path, "text,label\na,b\n")

    chosen = choose_sets(folder, ["polis_civic", "banking77"])

    assert (chosen.there, chosen.absent) == (("banking77",), ("polis_civic",))
    with pytest.raises(SetWrong, match="twitter: no such set"):
        choose_sets(folder, ["twitter"])
    with pytest.raises(SetWrong, match=r"none of polis_civic\.csv is here"):
        choose_sets(folder, ["polis_civic"])
