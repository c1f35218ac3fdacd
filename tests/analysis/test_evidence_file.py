"""The evidence pack as a file: one set of bytes, open to anybody, with nothing hidden in it."""

from __future__ import annotations

import asyncio
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette

from analysis import Findings, Voices, analyse, choose_sets, load_published_results, load_strategies, write_evidence
from analysis.decisions import Decision
from analysis.evidence import PackNotWritten
from analysis.voices import Comment
from tests.analysis.crowd import shuffled
from tests.analysis.term import HELD_WORDS, term, without_groups

STRATEGIES = choose_sets(load_strategies(), ["barnsley/quality_standards", "durham/therapy_feedback_themes"])
ABOUT = {"title": "What we heard", "area_name": "Wexcombe"}


@pytest.fixture(scope="module")
def findings() -> Findings:
    return analyse(term(), STRATEGIES)


@pytest.fixture(scope="module")
def pack(findings: Findings, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pack") / "wave.db"
    write_evidence(
        findings,
        path,
        about=ABOUT,
        published=load_published_results("durham"),
        decisions=[Decision("quotes", "12 released", "quote releaser")],
    )
    return path


def rows(pack: Path, query: str) -> list[dict[str, Any]]:
    connection = sqlite3.connect(pack)
    connection.row_factory = sqlite3.Row
    try:
        return [dict(row) for row in connection.execute(query)]
    finally:
        connection.close()


def everything(pack: Path) -> dict[str, list[dict[str, Any]]]:
    names = [row["name"] for row in rows(pack, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    return {name: rows(pack, f"SELECT * FROM [{name}]") for name in names if "_fts" not in name}  # noqa: S608


def ask(pack: Path, path: str) -> Any:
    async def get() -> Any:
        datasette = Datasette([str(pack)])
        try:
            response = await datasette.client.get(path)
            assert response.status_code == 200, path
            return response.json()
        finally:
            for database in datasette.databases.values():
                database.close()

    with ThreadPoolExecutor(1) as beside:  # a browser of other tests may have a loop running in this thread
        return beside.submit(asyncio.run, get()).result()


def test_two_runs_give_the_same_bytes(pack: Path, tmp_path: Path) -> None:
    again = tmp_path / "another name.db"
    write_evidence(
        analyse(term(), STRATEGIES),
        again,
        about=ABOUT,
        published=load_published_results("durham"),
        decisions=[Decision("quotes", "12 released", "quote releaser")],
    )

    assert again.read_bytes() == pack.read_bytes()


def test_row_order_does_not_change_a_byte(findings: Findings, tmp_path: Path) -> None:
    write_evidence(findings, tmp_path / "one.db")
    write_evidence(analyse(shuffled(term(), seed=5), STRATEGIES), tmp_path / "two.db")

    assert (tmp_path / "one.db").read_bytes() == (tmp_path / "two.db").read_bytes()


def test_numbering_the_rows_another_way_does_not_change_a_byte(findings: Findings, tmp_path: Path) -> None:
    voices = shuffled(term(), seed=7)
    numbers = {one.id: f"{number:05}" for number, one in enumerate(voices.comments)}
    renumbered = tuple(replace(one, id=numbers[one.id]) for one in voices.comments)
    write_evidence(findings, tmp_path / "one.db")
    write_evidence(analyse(replace(voices, comments=renumbered), STRATEGIES), tmp_path / "two.db")

    assert (tmp_path / "one.db").read_bytes() == (tmp_path / "two.db").read_bytes()


def test_a_pack_is_replaced_whole(findings: Findings, tmp_path: Path) -> None:
    path = tmp_path / "wave.pack.db"
    path.write_text("something else", encoding="utf-8")

    write_evidence(findings, path)

    assert rows(path, "PRAGMA integrity_check") == [{"integrity_check": "ok"}]
    assert list(tmp_path.iterdir()) == [path]


def test_a_pack_that_cannot_be_written_says_so(findings: Findings, tmp_path: Path) -> None:
    with pytest.raises(PackNotWritten, match="cannot be written"):
        write_evidence(findings, tmp_path / "no such folder" / "wave.pack.db")


def test_every_reference_leads_somewhere(pack: Path) -> None:
    assert rows(pack, "PRAGMA foreign_key_check") == []


def test_datasette_opens_a_pack_with_its_foreign_keys(pack: Path) -> None:
    tables = {table["name"]: table for table in ask(pack, "/wave.json?_shape=objects")["tables"]}

    assert {"about", "people", "themes", "theme_counts", "quotes", "standards", "figures"} <= tables.keys()
    assert {key["other_table"] for key in tables["theme_counts"]["foreign_keys"]["outgoing"]} == {"themes", "people"}
    assert tables["quotes"]["fts_table"] == "quotes_fts"


def test_datasette_searches_the_words_of_quotes(pack: Path) -> None:
    found = ask(pack, "/wave/quotes.json?_search=waited&_shape=array")

    assert found
    assert all("wait" in row["words"].casefold() for row in found)


def test_columns_read_without_a_key(pack: Path) -> None:
    row = rows(pack, "SELECT * FROM theme_counts WHERE people IS NOT NULL AND sentiment = 'all'")[0]

    assert row["theme_name"]
    assert row["group_name"] in {"Young people", "Parent carers"}
    assert row["shown"] == str(row["people"])


def test_held_words_are_nowhere_and_their_writer_is_in_the_base(pack: Path) -> None:
    content = pack.read_bytes()

    assert "heliotrope" in HELD_WORDS
    assert b"heliotrope" not in content
    young = rows(pack, "SELECT wrote FROM people WHERE group_id = 'young_person'")
    assert young == [{"wrote": 40}]


def test_nothing_is_said_of_a_comment_that_is_no_quote(tmp_path: Path) -> None:
    said = [f"We waited {weeks} weeks for an appointment" for weeks in range(100, 140)]
    comments = [Comment(f"ref{number}", f"who{number}", words, quotable=True) for number, words in enumerate(said)]
    write_evidence(analyse(Voices(tuple(comments))), tmp_path / "wave.db")

    quoted = {row["words"] for row in rows(tmp_path / "wave.db", "SELECT words FROM quotes")}
    content = (tmp_path / "wave.db").read_bytes().decode("utf-8", "replace")
    themes = rows(tmp_path / "wave.db", "SELECT count(*) AS n FROM themes")[0]["n"]
    assert 6 <= len(quoted) <= 6 * themes < len(said)
    assert not any(words in content for words in set(said) - quoted)
    assert not any(one.id in content or one.respondent in content for one in comments)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(term(silent_practitioners=4), term(silent_practitioners=9), id="how many are in a small group"),
        pytest.param(term(kind_young_people=4), term(kind_young_people=8), id="how many of a group said it"),
    ],
)
def test_a_hidden_number_leaves_no_trace(one: Voices, other: Voices, tmp_path: Path) -> None:
    """Two waves that differ only in a hidden number have the same counts, whatever words were quoted.

    A theme is named by the words of all who are in it, so its name may change with any of them; a count may not.
    """
    packs = []
    for number, voices in enumerate((one, other)):
        write_evidence(analyse(voices, STRATEGIES, themes=3), tmp_path / f"{number}.db")
        packs.append(everything(tmp_path / f"{number}.db"))

    counted = (
        "about",
        "people",
        "people_facts",
        "scales",
        "scale_counts",
        "theme_counts",
        "standard_counts",
        "figures",
    )
    named = ("theme_id", "theme_name")
    differ = [
        (name, before, after)
        for name in counted
        for before, after in zip(packs[0][name], packs[1][name], strict=True)
        if {**before, **dict.fromkeys(named)} != {**after, **dict.fromkeys(named)}
        and before.get("name") != "input_sha256"
    ]
    assert differ == []


def test_no_number_of_people_under_ten_is_anywhere(pack: Path) -> None:
    columns = {"people", "base", "took_part", "finished", "wrote", "answered", "shown", "took_part_shown"}
    counts = [
        value
        for found in everything(pack).values()
        for row in found
        for column, value in row.items()
        if column in columns and isinstance(value, int)
    ]

    assert counts
    assert min(counts) >= 10


def test_no_time_path_or_host_is_in_a_pack(pack: Path) -> None:
    content = pack.read_bytes()

    assert str(pack.parent).encode() not in content
    assert b"2026" not in content.replace(b"2026-", b"") or b"T0" not in content


def test_published_results_read_as_they_were_printed(pack: Path) -> None:
    published = rows(pack, "SELECT service, respondents, mean FROM published_results")

    assert [(row["respondents"], row["mean"].split()[0]) for row in published] == [
        (165, "3"),
        (131, "2.7"),
        (155, "2.7"),
    ]


def test_decisions_say_who_and_what(pack: Path) -> None:
    assert rows(pack, "SELECT about, decision, who FROM decisions") == [
        {"about": "quotes", "decision": "12 released", "who": "quote releaser"}
    ]


def test_what_was_told_about_a_pack_stands_first(pack: Path) -> None:
    told = {row["name"]: row["value"] for row in rows(pack, "SELECT * FROM about")}

    assert list(told)[:2] == ["title", "area_name"]
    assert told["floor"] == "10"
    assert len(told["input_sha256"]) == 64


@pytest.mark.parametrize("people", [0, 1, 9])
def test_no_guess_at_what_few_people_said_can_be_held_against_a_pack(people: int, tmp_path: Path) -> None:
    few = tuple(Comment(f"c{number}", f"p{number}", f"Reason number {number}") for number in range(people))

    write_evidence(analyse(Voices(few)), tmp_path / "few.db")

    assert [row["name"] for row in rows(tmp_path / "few.db", "SELECT name FROM about") if "sha256" in row["name"]] == []


def test_words_that_only_match_are_in_a_pack_only_where_somebody_said_them(tmp_path: Path) -> None:
    matching = [one for strategy in load_strategies() for one in strategy.standards if one.match_only_words]
    sets = sorted({standard.id.rpartition("/")[0] for standard in matching})
    words = {word for standard in matching for word in standard.match_only_words}
    said = [f"They call me {word} on the bus in week {week}" for word in words for week in range(12)]
    comments = [Comment(f"c{number}", f"p{number}", one, quotable=True) for number, one in enumerate(said)]

    write_evidence(analyse(Voices(tuple(comments)), choose_sets(load_strategies(), sets)), tmp_path / "wave.db")

    told = everything(tmp_path / "wave.db")
    assert told["quotes"]
    assert told["standards"]
    shown = str({name: found for name, found in told.items() if name != "quotes"}).casefold()
    assert words
    assert not any(word.casefold() in shown for word in words)


def test_a_wave_without_groups_is_one_group(tmp_path: Path) -> None:
    voices = term()
    path = tmp_path / "wave.pack.db"

    write_evidence(analyse(without_groups(voices)), path)

    assert rows(path, "SELECT group_id, group_name, wrote FROM people") == [
        {"group_id": "everyone", "group_name": "Everyone", "wrote": 107}
    ]
    assert {row["group_id"] for row in rows(path, "SELECT group_id FROM theme_counts")} == {"everyone"}


def test_nobody_at_all_makes_an_empty_pack(tmp_path: Path) -> None:
    path = tmp_path / "wave.pack.db"

    write_evidence(analyse(Voices(())), path)

    assert rows(path, "SELECT group_id, wrote_shown FROM people") == [
        {"group_id": "everyone", "wrote_shown": "fewer than 10"}
    ]
