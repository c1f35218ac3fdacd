"""What a few labels are worth."""

from __future__ import annotations

from analysis.bench.few_labels import few_labels
from analysis.bench.standard_tables import standard_tables
from tests.analysis.bench.mapped import invented_rows


def test_few_labels_are_held_against_the_rows_that_are_left_of_a_draw() -> None:
    told: list[str] = []

    found = list(few_labels(invented_rows(each=15), pool=40, seed=0, told=told.append, counts=(5, 10)))

    assert [row.rows for row in found] == [35] * 6 + [30] * 6
    assert {row.way for row in found} == {
        "Heard, picked by Heard",
        "Heard, by chance",
        "Heard, no labels, the rest of those picked by Heard",
        "Heard, no labels, the rest of those by chance",
        "TF-IDF + linear SVC, picked by Heard",
        "TF-IDF + linear SVC, by chance",
    }
    assert told == ["invented: 5 labels, seed 0", "invented: 10 labels, seed 0"]
    shown = list(standard_tables(found, ()))
    assert "invented, few labels: macro-F1 on the rows that are left, of 1 draws" in shown
    assert sum("picked by Heard" in line for line in shown) == 3
