"""Comments from a file, and a clear word about what is wrong with it."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from analysis.reading import LONGEST_COMMENT, Columns, FileWrong, read_voices

TEXT = Columns("text")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "comments.csv"


def sheet(path: Path, rows: list[list[object]]) -> Path:
    book = Workbook()
    for row in rows:
        book.active.append(row)  # type: ignore[union-attr]  # a new book has a sheet
    book.save(path)
    return path


def test_each_row_is_a_comment_of_one_respondent_known_by_its_row(file: Path) -> None:
    file.write_text('text,area\n"Kind, and quick",north\nWe waited,south\n', encoding="utf-8")

    comments = read_voices(file, TEXT).comments

    assert [(one.id, one.words) for one in comments] == [("1", "Kind, and quick"), ("2", "We waited")]
    assert len({one.respondent for one in comments}) == 2


def test_columns_may_say_who_wrote_what(file: Path) -> None:
    file.write_text("no,who,group,asked,text\na7,p1,Parents,Q1,Kind\na8,p1,Parents,Q2,Quick\n", encoding="utf-8")

    voices = read_voices(file, Columns("text", "no", "group", "who", "asked"))

    assert [(one.id, one.respondent, one.group, one.question) for one in voices.comments] == [
        ("a7", "p1", "Parents", "Q1"),
        ("a8", "p1", "Parents", "Q2"),
    ]
    assert voices.groups == {"Parents": "Parents"}


def test_na_and_none_are_words(file: Path) -> None:
    file.write_text("text\nN/A\nNone\nnan\n", encoding="utf-8")

    assert [one.words for one in read_voices(file, TEXT).comments] == ["N/A", "None", "nan"]


def test_a_byte_order_mark_and_unusual_line_ends_are_read(file: Path) -> None:
    file.write_bytes('\ufefftext\r\n"two\nlines"\r\nnext\u2028line\x85here\r\n'.encode())

    assert [one.words for one in read_voices(file, TEXT).comments] == ["two\nlines", "next\u2028line\x85here"]


def test_an_empty_cell_is_no_comment_but_keeps_its_row(file: Path) -> None:
    file.write_text("text,x\n,1\nWe waited,2\n", encoding="utf-8")

    assert [one.id for one in read_voices(file, TEXT).comments] == ["2"]


def test_an_excel_sheet_is_read(tmp_path: Path) -> None:
    path = sheet(tmp_path / "comments.xlsx", [["text", "group"], ["Kind", "Parents"], [None, None], [10, "Parents"]])

    assert [one.words for one in read_voices(path, Columns("text", group="group")).comments] == ["Kind", "10"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "the file is empty"),
        (b"text\n", "nothing under it"),
        (b"\n\n", "no headings"),
        (b"words,area\nKind,north\n", "no column is called 'text'; choose --text-column from 'words', 'area'"),
        (b"text\n\n,\n   \n", "is empty in every row"),
        ("text\nfine\ncaf\xe9\n".encode("latin-1"), r"not UTF-8 \(line 3, byte 13\).*CSV UTF-8"),
        ("text\nfine\n".encode("utf-16"), r"not UTF-8 \(line 1"),
        (b"no;text\n1;Kind\n", "its columns are parted by ';'; save it with commas"),
        (b'no;text\n"1";"Kind"\n', "its columns are parted by ';'"),
        (b"no\ttext\n1\tKind\n", "its columns are parted by"),
        (b"text,text\na,b\n", "two columns are called 'text'"),
        (b"text\nfine\0\n", "not a CSV file"),
        (b'text\n"never closed\n', "check its quotation marks"),
        (b"text\n" + b"a" * (LONGEST_COMMENT + 1) + b"\n", "row 1 has 100,001 characters"),
        (b"text\nok\n" + b"a" * 1_000_000 + b"\n", "row 2 has 1,000,000 characters"),
    ],
)
def test_a_wrong_file_is_told_what_to_change(file: Path, content: bytes, told: str) -> None:
    file.write_bytes(content)

    with pytest.raises(FileWrong, match=told):
        read_voices(file, TEXT)


def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(FileWrong, match="there is no such file"):
        read_voices(tmp_path / "nothing.csv", TEXT)
    with pytest.raises(FileWrong, match="there is no such file"):
        read_voices(tmp_path, TEXT)


def test_a_file_that_only_calls_itself_excel_is_refused(tmp_path: Path) -> None:
    (tmp_path / "comments.xlsx").write_text("text\nKind\n", encoding="utf-8")

    with pytest.raises(FileWrong, match="not an Excel file"):
        read_voices(tmp_path / "comments.xlsx", TEXT)


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "[Content_Types].xml"])
@pytest.mark.parametrize("damage", [b"<not xml", b"<x/>", b"\xff\xfe\0", None])
def test_a_damaged_excel_file_is_refused(tmp_path: Path, part: str, damage: bytes | None) -> None:
    whole = sheet(tmp_path / "whole.xlsx", [["text"], ["Kind"]])
    with zipfile.ZipFile(whole) as parts, zipfile.ZipFile(tmp_path / "damaged.xlsx", "w") as damaged:
        for name in parts.namelist():
            content = damage if name == part else parts.read(name)
            if content is not None:
                damaged.writestr(name, content)

    with pytest.raises(FileWrong, match=r"not an Excel file|no headings"):
        read_voices(tmp_path / "damaged.xlsx", TEXT)


def test_an_excel_file_with_a_chart_and_no_sheet_is_refused(tmp_path: Path) -> None:
    book = Workbook()
    book.create_chartsheet("chart")
    book.remove(book["Sheet"])
    book.save(tmp_path / "chart.xlsx")

    with pytest.raises(FileWrong, match="not an Excel file"):
        read_voices(tmp_path / "chart.xlsx", TEXT)


def test_two_rows_with_one_id_are_refused(file: Path) -> None:
    file.write_text("no,text\n7,Kind\n8,Quick\n7,Slow\n", encoding="utf-8")

    with pytest.raises(FileWrong, match="rows 1 and 3 have the same 'no'"):
        read_voices(file, Columns("text", "no"))


def test_a_row_without_its_id_is_refused(file: Path) -> None:
    file.write_text("no,text\n7,Kind\n,Quick\n", encoding="utf-8")

    with pytest.raises(FileWrong, match="row 2 has nothing in 'no'"):
        read_voices(file, Columns("text", "no"))


def test_no_message_quotes_a_comment(file: Path) -> None:
    file.write_bytes(b"no,text\n7,my secret words\n7,\xff\n")

    with pytest.raises(FileWrong) as wrong:
        read_voices(file, Columns("text", "no"))

    assert "secret" not in str(wrong.value)
