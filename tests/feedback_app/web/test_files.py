"""The address of our own files changes with any of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask, url_for

from feedback_app.web.files import address_of_files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "faces").mkdir()
    (tmp_path / "leave.js").write_text("leave()")
    (tmp_path / "faces" / "happy.svg").write_text("<svg/>")
    return tmp_path


def test_the_same_files_have_the_same_address(folder: Path) -> None:
    before = address_of_files(folder)

    (folder / "leave.js").write_text("leave()")

    assert address_of_files(folder) == before


@pytest.mark.parametrize(
    ("name", "words"), [("leave.js", "leave(1)"), ("faces/happy.svg", "<svg></svg>"), ("n.js", "")]
)
def test_a_file_that_changes_or_comes_gives_all_of_them_another_address(folder: Path, name: str, words: str) -> None:
    before = address_of_files(folder)

    (folder / name).write_text(words)

    assert address_of_files(folder) != before


def test_a_file_that_is_renamed_gives_all_of_them_another_address(folder: Path) -> None:
    before = address_of_files(folder)

    (folder / "leave.js").rename(folder / "go.js")

    assert address_of_files(folder) != before


def test_pages_name_files_by_that_address_and_a_relative_import_stays_inside_it(app: Flask) -> None:
    with app.test_request_context():
        assert url_for("static", filename="leave.js") == f"{address_of_files()}/leave.js"
