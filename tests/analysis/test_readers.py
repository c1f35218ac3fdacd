"""Whether readers who know only the names find a comment's theme."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner

from analysis.bench.reader_agreement import agreement
from analysis.bench.readers import SheetWrong, read_codes
from analysis.cli import bench

SAID = (
    "The bus was late again on {}",
    "The bus driver was kind on {}",
    "We waited months for the assessment since {}",
    "The waiting list for an assessment grew in {}",
    "The lunch in the canteen was cold on {}",
    "I like the lunch in the canteen on {}",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


@pytest.fixture
def comments(tmp_path: Path) -> Path:
    file = tmp_path / "comments.csv"
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.writer(opened)
        writer.writerow(["said"])
        writer.writerows([line.format(day)] for line in SAID for day in DAYS)
    return file


def heard(*words: object) -> str:
    ran = CliRunner().invoke(bench, ["readers", *map(str, words)])
    assert ran.exit_code == 0, ran.output
    return ran.output


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def test_a_reader_sees_the_themes_and_the_comments_and_not_where_heard_has_them(comments: Path) -> None:
    heard("sheet", comments, "--text-column", "said", "--comments", 8, "--out", comments.with_name("one"))

    key, to_fill = rows(comments.with_name("one.key.csv")), rows(comments.with_name("one.csv"))
    task = comments.with_name("one.md").read_text(encoding="utf-8")
    assert len(key) == len(to_fill) == 8
    assert {row["theme"] for row in to_fill} == {""}
    assert all(f"{row['number']}. **{row['words']}**\n" in task for row in key)
    assert all(f"- {row['theme']}: **{row['name']}**" in task for row in key)


def test_a_part_of_a_comment_is_shown_where_it_stands(comments: Path) -> None:
    with comments.open("a", encoding="utf-8") as opened:
        opened.writelines(f"The bus to town was late on {day}. We sang. It came at noon.\n" for day in DAYS)

    heard("sheet", comments, "--text-column", "said", "--comments", 50, "--out", comments.with_name("one"))

    task = comments.with_name("one.md").read_text(encoding="utf-8")
    assert any(f"**The bus to town was late on {day}.** We sang. It came at noon.\n" in task for day in DAYS)


def test_the_same_seed_draws_the_same_comments_and_another_seed_others(comments: Path) -> None:
    def drawn(seed: int) -> bytes:
        out = comments.with_name(f"seed{seed}")
        heard("sheet", comments, "--text-column", "said", "--comments", 8, "--random-state", seed, "--out", out)
        return out.with_suffix(".key.csv").read_bytes()

    assert drawn(1) == drawn(1)
    assert drawn(1) != drawn(2)


def test_a_comment_that_may_be_a_concern_is_shown_to_no_reader(comments: Path) -> None:
    with comments.open("a", encoding="utf-8") as opened:
        opened.writelines(f"The bus was late and I want to kill myself number {number}\n" for number in range(20))

    heard("sheet", comments, "--text-column", "said", "--comments", 50, "--out", comments.with_name("one"))

    assert "kill" not in comments.with_name("one.md").read_text(encoding="utf-8")


def test_each_reader_is_held_against_heard_and_against_the_other(tmp_path: Path) -> None:
    for name, codes in {"key": "1122", "anna": "1122", "ben": "1112"}.items():
        theme = "T" if name == "key" else "t"
        lines = [f"{number},{theme}{code}" for number, code in enumerate(codes, start=1)]
        tmp_path.joinpath(f"{name}.csv").write_text("number,theme\n" + "\n".join(lines), encoding="utf-8")

    told = heard("score", *(tmp_path / f"{name}.csv" for name in ("key", "anna", "ben"))).splitlines()

    assert told[0].startswith("anna.csv and Heard: 4 of 4 alike: 1.00 (1.00 to 1.00), kappa 1.00")
    assert told[1].startswith("ben.csv and Heard: 3 of 4 alike: 0.75 (")
    assert told[2].startswith("anna.csv and ben.csv: 3 of 4 alike")


def test_kappa_takes_off_what_chance_alone_would_give() -> None:
    one = dict(enumerate("AAAAAAAABB"))
    other = dict(enumerate("AAAAAAABAB"))

    found = agreement(one, other)

    assert found.share == pytest.approx(0.8)
    assert found.kappa == pytest.approx((0.8 - 0.68) / (1 - 0.68))
    assert found.kappa_between[0] < found.kappa < found.kappa_between[1]


def test_a_comment_that_fits_no_theme_is_a_comment_not_sorted_alike() -> None:
    assert agreement({1: "T1", 2: "T2"}, {1: "T1", 2: ""}).alike == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("number,theme\n1,T1\n1,T2", "twice"),
        ("number,theme\none,T1", "whole number"),
        ("number,code\n1,T1", "whole number"),
    ],
)
def test_a_sheet_that_cannot_be_read_says_why(tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / "sheet.csv"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(SheetWrong, match=told):
        read_codes(file)


def test_sheets_about_other_comments_are_not_compared() -> None:
    with pytest.raises(SheetWrong, match="same comments"):
        agreement({1: "T1"}, {2: "T1"})
