"""A pack says which themes were known before, which are new, which are gone, and what people decided."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from pathlib import Path

import pytest

from analysis.codebook import Codebook
from analysis.decisions import Confirm, Merge, Move, NotATheme, Part, Rename, Split
from analysis.evidence import write_evidence
from tests.analysis.waves import Wave


@pytest.fixture
def spring() -> Codebook:
    return Wave(["waiting", "bus"], people=24).codebook(Rename(theme="t-bus", name="Getting there"))


def rows(pack: Path, query: str) -> list[tuple[str, ...]]:
    connection = sqlite3.connect(pack)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def pack_of(wave: Wave, path: Path, *decisions: object, codebook: Codebook | None = None) -> Path:
    findings = wave.findings(wave.placed(*decisions, codebook=codebook))  # type: ignore[arg-type]
    write_evidence(findings, path / "pack.db")
    return path / "pack.db"


def about(pack: Path) -> Mapping[str, str]:
    return {row[0]: row[1] for row in rows(pack, "SELECT name, value FROM about")}


def test_each_theme_says_since_when_it_is_known(spring: Codebook, tmp_path: Path) -> None:
    pack = pack_of(Wave(["waiting", "lunch"], people=24, name="autumn"), tmp_path, codebook=spring)

    known = rows(pack, "SELECT id, known FROM themes WHERE is_counted ORDER BY id")
    assert known == [("t-lunch", "new"), ("t-waiting", "known since spring")]
    assert about(pack)["no_longer_themes"] == "Getting there (last in spring)"


def test_without_a_wave_before_nothing_is_called_known_or_new(tmp_path: Path) -> None:
    pack = pack_of(Wave(["waiting", "lunch"], people=24), tmp_path)

    assert {row[0] for row in rows(pack, "SELECT known FROM themes")} == {""}
    assert not {"no_longer_themes", "codebook", "learnt", "decisions_about_themes"} & about(pack).keys()


def test_young_peoples_name_stands_wherever_the_theme_is_named(tmp_path: Path) -> None:
    rename = Rename(theme="t-bus", name="Getting there"), Rename(theme="t-bus", name="Transport", by="commissioner")

    pack = pack_of(Wave(["waiting", "bus"], people=24), tmp_path, *rename)

    (theme,) = rows(pack, "SELECT name, name_by, heading FROM themes WHERE id = 't-bus'")
    assert theme == ("Getting there", "young people", "Transport")
    assert set(rows(pack, "SELECT theme_name FROM theme_counts WHERE theme_id = 't-bus'")) == {("Getting there",)}


def test_what_people_decided_is_told_with_who_and_why(tmp_path: Path) -> None:
    wave = Wave(["waiting", "kindness", "bus", "lunch"], people=24)
    part = Part("Salad", frozenset(wave.key("lunch", number) for number in range(12)))

    pack = pack_of(
        wave,
        tmp_path,
        Rename(theme="t-bus", name="Getting there", who="Youth Council", why="Taxis are in it too"),
        Merge(themes=("t-kindness",), into="t-bus"),
        Split(theme="t-lunch", parts=(part,)),
        NotATheme(theme="t-waiting"),
        Confirm(theme="t-bus"),
        Confirm(theme="t-gone"),
    )

    assert rows(pack, "SELECT about, decision, who, why, replaces FROM decisions ORDER BY id") == [
        ("theme t-bus", "named: Getting there", "Youth Council", "Taxis are in it too", "Bus"),
        ("theme t-bus", "holds what was called: Kindness", "young people", "", ""),
        ("theme t-lunch", "split: Salad", "young people", "", ""),
        ("theme t-waiting", "set aside, for it is no theme: Waiting", "young people", "", ""),
        ("theme t-bus", "is a theme, as it is", "young people", "", ""),
    ]
    assert about(pack)["decisions_about_themes"] == "5 followed, 0 replaced, 1 not followed"


@pytest.mark.parametrize(("moved", "told"), [(4, "fewer than 10"), (12, "12")])
def test_moved_parts_of_comments_are_told_together_and_few_by_no_number(moved: int, told: str, tmp_path: Path) -> None:
    wave = Wave(["waiting", "bus"], people=40)
    moves = [Move(segment=wave.key("bus", number), to="t-waiting") for number in range(moved)]

    pack = pack_of(wave, tmp_path, *moves)

    assert rows(pack, "SELECT about, decision FROM decisions") == [
        ("parts of comments", f"{told} parts of comments put where they belong")
    ]
    assert not [row for row in rows(pack, "SELECT * FROM decisions") if "spring-" in str(row)]
    assert "decisions_about_themes" not in about(pack)
