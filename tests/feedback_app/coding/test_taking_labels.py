"""Labels to take away: a row for each comment and seat, before and after they talked, and no words in it."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from flask import Flask
from openpyxl import load_workbook

from analysis.agreement import agreement
from analysis.agreement_file import as_values
from analysis.coder_file import CoderColumns, read_codings
from feedback_app import jobs
from feedback_app.reviewing import agreed, calling, coding, differences
from feedback_app.reviewing.label_table import LabelTable, StillAlone, as_csv, as_xlsx, take_table
from tests.coding import ANA, BO, CodingTable
from tests.stages import Stages
from tests.term import AREA


@pytest.fixture
def table(inside: Flask, stages: Stages, at_table: CodingTable) -> CodingTable:
    return stages.come_to(inside, _sorted_alone, at_table)


def _sorted_alone(table: CodingTable) -> CodingTable:
    table.draw(6)
    table.code(ANA, [0], [0], [1], [0, 1], [], None)
    table.code(BO, [0], [1], [1], [0], [], [1])
    return table


def taken(table: CodingTable) -> LabelTable:
    return take_table(AREA, table.alone().sample.id, staff_id=table.table.bea)


def test_nobody_takes_labels_while_they_sort_alone(table: CodingTable) -> None:
    with pytest.raises(StillAlone):
        taken(table)


def test_what_was_chosen_alone_stands_beside_what_they_chose_together(table: CodingTable) -> None:
    table.talk()
    differences.agree(table.seats[BO], 2, [table.themes[1]])
    differences.agree(table.seats[BO], 4, [])

    rows = list(csv.DictReader(io.StringIO(as_csv(taken(table)))))

    first, second, *_ = table.themes
    assert [(row["coder"], row["label"], row["together"]) for row in rows] == [
        ("Seat 1", first, ""),
        ("Seat 2", first, ""),
        ("Seat 1", first, second),
        ("Seat 2", second, second),
        ("Seat 1", second, ""),
        ("Seat 2", second, ""),
        ("Seat 1", f"{first};{second}", "none"),
        ("Seat 2", first, "none"),
        ("Seat 1", "none", ""),
        ("Seat 2", "none", ""),
        ("Seat 2", second, ""),
    ]
    assert len({row["unit"] for row in rows}) == 6
    assert {row["computer"] for row in rows} <= {*table.themes, "none"}


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_heard_agreement_reads_the_file_as_it_is_and_finds_the_same(
    app: Flask, table: CodingTable, tmp_path: Path, kind: str
) -> None:
    table.talk()
    jobs.run_until_idle(app)
    file = tmp_path / f"labels.{kind}"
    file.write_bytes(as_csv(taken(table)).encode() if kind == "csv" else as_xlsx(taken(table)))

    read = as_values(agreement(read_codings(file, CoderColumns()), labels=table.themes))

    found = agreed.figures_of(AREA, table.alone().sample.id).coders
    assert found is not None
    assert (read["units"], read["alike"], read["overall"]["value"]) == (
        found["units"],
        found["alike"],
        found["overall"]["value"],
    )
    assert [one["alpha"]["value"] for one in read["labels"]] == [one["alpha"]["value"] for one in found["labels"]]


def test_a_file_holds_no_words_and_no_answers_name_but_what_was_released(table: CodingTable) -> None:
    table.talk()
    calling.is_worried(table.seats[ANA], coding.key_at(table.seats[ANA], 1))
    found = taken(table)

    sheets = load_workbook(io.BytesIO(as_xlsx(found)))

    said = [one.words for one in table.compared()]
    assert not any(words in as_csv(found) for words in said)
    assert [row[1] for row in sheets["comments"].iter_rows(min_row=2, values_only=True)] == said
    assert len(said) == 5, "what is held is on no sheet"
    assert not any(coding.key_at(table.seats[ANA], 2)[0] in row[0] for row in found.rows)
    assert sheets.sheetnames == ["labels", "comments", "names"]
    assert as_xlsx(found) == as_xlsx(taken(table))
