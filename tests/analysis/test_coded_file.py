"""A council's own coded comments."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.coded_file import CodedComment, Coding, in_rows, read_coded
from analysis.reading import LONGEST_COMMENT, FileWrong

ONE_COLUMN = Coding("said", labels="codes")
COLUMNS = Coding("said", columns=("kind", "quality"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "coded.csv"


def test_every_row_is_learnt_from_or_counted(file: Path) -> None:
    file.write_text("said,codes\na, kind; quality ;kind\n ,kind\nb,\nc,None\nN/A,kind\n", encoding="utf-8")

    coded = read_coded(file, ONE_COLUMN)

    assert coded.comments == (
        CodedComment(1, "a", ("kind", "quality")),
        CodedComment(4, "c", ()),
        CodedComment(5, "N/A", ("kind",)),
    )
    assert coded.without_words == (2,)
    assert coded.not_coded == (3,)


def test_labels_may_be_parted_by_something_else(file: Path) -> None:
    file.write_text("said,codes\na,kind | quality\n", encoding="utf-8")

    coded = read_coded(file, Coding("said", labels="codes", parted_by="|"))

    assert coded.comments[0].labels == ("kind", "quality")


def test_a_blank_may_mean_that_nothing_was_meant(file: Path) -> None:
    file.write_text("said,codes\na,\n", encoding="utf-8")

    coded = read_coded(file, Coding("said", labels="codes", blank="none"))

    assert coded.comments == (CodedComment(1, "a", ()),)
    with pytest.raises(FileWrong, match="no row has both"):
        read_coded(file, ONE_COLUMN)


def test_what_was_asked_and_of_which_service_is_kept(file: Path) -> None:
    file.write_text("said,codes,asks,team\na,kind,What was good?, OT \n", encoding="utf-8")

    coded = read_coded(file, Coding("said", labels="codes", question="asks", service="team"))

    assert coded.comments == (CodedComment(1, "a", ("kind",), "What was good?", "OT"),)


def test_columns_of_yes_and_no_are_read_in_any_of_their_ways(file: Path) -> None:
    file.write_text("said,kind,quality\na,X,0\nb,1,Yes\nc,no,-\nd,,\n", encoding="utf-8")

    coded = read_coded(file, COLUMNS)

    assert [comment.labels for comment in coded.comments] == [("kind",), ("kind", "quality"), ()]
    assert coded.not_coded == (4,), "a row where nobody wrote even a no"


def test_a_word_that_is_neither_yes_nor_no_is_told_by_its_row(file: Path) -> None:
    file.write_text("said,kind,quality\na,1,1\nb,perhaps,0\n", encoding="utf-8")

    with pytest.raises(FileWrong, match="row 2 has a word in 'kind'") as wrong:
        read_coded(file, COLUMNS)

    assert "perhaps" not in str(wrong.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("said,codes\n", "nothing under it"),
        ("said;codes\na;kind\n", "parted by ';'"),
        ("said,code\na,kind\n", "no column is called 'codes'"),
        (f"said,codes\n{'a' * (LONGEST_COMMENT + 1)},kind\n", "row 1 has a cell of more than 100,000"),
    ],
)
def test_a_file_that_cannot_be_read_is_explained(file: Path, text: str, said: str) -> None:
    file.write_text(text, encoding="utf-8")

    with pytest.raises(FileWrong) as wrong:
        read_coded(file, ONE_COLUMN)

    assert said in str(wrong.value)


def test_the_first_rows_are_told_and_the_others_counted() -> None:
    assert in_rows([3]) == "row 3"
    assert in_rows(range(1, 8)) == "rows 1, 2, 3, 4, 5 and 2 more"
