"""Reading a pack: what it says, what is left out, and what is refused."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from pysqlite3 import dbapi2 as sqlite

from analysis.evidence.editions import EditionWouldTell, refuse_small_changes, write_without_quotes
from feedback_app.storage.drawings import DrawingRefused
from feedback_app.storage.packs import NotAPack, PackMissing, read_pack
from tests.feedback_app.invented_pack import ABOUT, WAITING, write_invented_pack, write_published_pack


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return write_invented_pack(tmp_path / "invented.pack.db")


def change(file: Path, *queries: str) -> Path:
    with closing(sqlite.connect(str(file))) as pack:
        for query in queries:
            pack.execute(query)
        pack.commit()
    return file


def test_a_pack_says_what_it_is_about_in_its_own_order(file: Path) -> None:
    about = read_pack(file).about

    assert dict(about) == ABOUT
    assert list(about) == list(ABOUT)


def test_a_hidden_count_is_read_as_words_and_no_number(file: Path) -> None:
    hidden = [count for count in read_pack(file).theme_counts if count.people is None]

    assert [(count.of_id, count.shown) for count in hidden] == [(WAITING, "fewer than 10")]


def test_yes_and_no_are_read_as_such(file: Path) -> None:
    pack = read_pack(file)

    assert [theme.is_counted for theme in pack.themes] == [False, True, True, True]
    assert [standard.is_promise for standard in pack.standards] == [True, True, False]


def test_a_pack_written_before_a_column_was_there_is_read_without_it(file: Path) -> None:
    change(file, *(f"ALTER TABLE standards DROP COLUMN {name}" for name in ("easy_read_by", "lacks", "set_name_by")))

    assert {(one.easy_read_by, one.lacks, one.set_name_by) for one in read_pack(file).standards} == {("", "", "")}


def test_an_edition_of_a_pack_from_before_a_column_was_there_is_written_without_it(file: Path, tmp_path: Path) -> None:
    change(file, "ALTER TABLE themes DROP COLUMN suggested")

    write_without_quotes(file, tmp_path / "next.pack.db", [], edition=2)

    assert {theme.suggested for theme in read_pack(tmp_path / "next.pack.db").themes} == {None}


def test_a_pack_from_before_groups_stood_beside_themes_and_promises_has_everyones_number_in_its_next_edition_too(
    file: Path, tmp_path: Path
) -> None:
    change(
        file,
        "CREATE TABLE old AS SELECT theme_id, standard_id, theme_name, standard_name, 33 AS people, '33' AS shown "
        "FROM theme_standards LIMIT 1",
        "DROP TABLE theme_standards",
        "ALTER TABLE old RENAME TO theme_standards",
        "DROP TABLE list_voices",
        "DROP TABLE related_elsewhere",
    )

    write_without_quotes(file, tmp_path / "next.pack.db", [], edition=2)

    for pack in (read_pack(file), read_pack(tmp_path / "next.pack.db")):
        assert [(one.group_id, one.shown) for one in pack.theme_standards] == [("everyone", "33")]
        assert (pack.list_voices, pack.related_elsewhere) == ((), ())


def test_an_edition_may_not_show_a_group_where_the_one_before_showed_everyone_and_the_rest_would_be_few(
    file: Path, tmp_path: Path
) -> None:
    later = tmp_path / "later.pack.db"
    later.write_bytes(file.read_bytes())
    change(file, "UPDATE theme_standards SET group_id = 'everyone', people = people + 7 WHERE people = 21")
    change(file, "DELETE FROM theme_standards WHERE people = 12")
    change(later, "DELETE FROM theme_standards WHERE people = 12")

    with pytest.raises(EditionWouldTell, match="1 counts differ"):
        refuse_small_changes(file, later)


def test_a_pack_written_before_a_table_was_there_is_read_without_it(file: Path) -> None:
    assert read_pack(file).standard_words

    change(file, "DROP TABLE standard_words")

    assert read_pack(file).standard_words == ()


def test_words_that_nobody_released_are_not_read(file: Path) -> None:
    change(file, "UPDATE quotes SET release = 'not checked' WHERE id = 1")

    assert [quote.id for quote in read_pack(file).quotes] == [2]


def test_published_results_are_read_as_they_were_printed(tmp_path: Path) -> None:
    results = read_pack(write_published_pack(tmp_path / "published.pack.db")).published_results

    assert [(one.respondents, one.mean) for one in results] == [(165, "3"), (131, "2.7"), (155, "2.7")]


def test_reading_changes_nothing(file: Path) -> None:
    before = file.read_bytes()

    read_pack(file)

    assert file.read_bytes() == before
    assert [one.name for one in file.parent.iterdir()] == [file.name]


def test_a_pack_that_may_not_be_written_to_can_be_read(file: Path) -> None:
    file.chmod(0o444)

    assert read_pack(file).groups


def test_a_name_with_marks_of_an_address_in_it_is_a_file_all_the_same(tmp_path: Path) -> None:
    file = write_invented_pack(tmp_path / "a?mode=rwc#b%20.db")

    assert read_pack(file).groups


def test_a_file_that_is_not_there_is_said_to(tmp_path: Path) -> None:
    with pytest.raises(PackMissing):
        read_pack(tmp_path / "gone.pack.db")

    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("content", [b"", b"comment\nhello\n", b"SQLite format 3\x00 and then nothing of the kind"])
def test_a_file_that_is_no_pack_is_refused_by_its_name(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "notes.csv"
    file.write_bytes(content)

    with pytest.raises(NotAPack, match=r"notes\.csv is not an evidence pack"):
        read_pack(file)


def test_another_database_is_refused_and_the_missing_table_named(tmp_path: Path) -> None:
    other = change(tmp_path / "other.db", "CREATE TABLE about (name TEXT, value TEXT)")

    with pytest.raises(NotAPack, match="no such table: people"):
        read_pack(other)


def test_a_pack_of_another_shape_is_refused_and_the_missing_column_named(file: Path) -> None:
    change(file, "ALTER TABLE themes RENAME COLUMN tone TO colour")

    with pytest.raises(NotAPack, match="no column tone for themes"):
        read_pack(file)


def test_a_pack_with_a_chart_that_could_run_is_refused(file: Path) -> None:
    change(file, "UPDATE figures SET svg = '<svg onload=\"alert(1)\"></svg>'")

    with pytest.raises(DrawingRefused):
        read_pack(file)
