"""Comments made out of real ones."""

from __future__ import annotations

import csv
from pathlib import Path

from analysis.bench.made_up import WORDS, made_up, write_made_up


def sets_in(folder: Path) -> Path:
    (folder / "polis_civic.csv").write_text("text,label\nbus late,a\nbus early today,a\n,a\nswim,b\n", encoding="utf-8")
    return folder


def test_each_has_so_many_words_of_one_label_and_the_same_seed_gives_the_same(tmp_path: Path) -> None:
    texts = list(made_up(sets_in(tmp_path), 50))

    assert texts == list(made_up(tmp_path, 50))
    assert len(set(texts)) > 10
    assert {len(text.split()) for text in texts} == {WORDS}
    assert all(("swim" in text) is not ("bus" in text) for text in texts)


def test_they_are_written_as_a_column_of_text(tmp_path: Path) -> None:
    write_made_up(tmp_path / "out.csv", sets_in(tmp_path), 5)

    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        assert [row["text"] for row in csv.DictReader(file)] == list(made_up(tmp_path, 5))
