"""Heard's themes, as the benchmark reads them."""

from __future__ import annotations

from pathlib import Path

from analysis.bench.heard_themes import main_rows, themes_of
from tests.analysis.bench.measured import invented_draw


def test_each_comment_has_the_theme_of_its_main_segment() -> None:
    texts = invented_draw(each=24).texts

    found = themes_of(["n/a", *texts, "We waited months for an appointment. OK."], 3)

    assert len(found["groups"]) == len(found["unclear"]) == len(texts) + 2
    assert found["groups"][0] == ""
    assert found["unclear"][0]
    assert found["groups"][-1] == found["groups"][texts.index("We waited months for an appointment") + 1] != ""
    assert found["number"] == 3


def test_the_first_row_of_a_comment_is_its_main_segments(tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_text("comment_id,theme,clear\n2,Bus,yes\n2,Kind,no\n1,Wait,no\n", encoding="utf-8")

    assert {comment: row["theme"] for comment, row in main_rows(table).items()} == {"2": "Bus", "1": "Wait"}
