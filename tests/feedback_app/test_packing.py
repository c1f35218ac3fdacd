"""Packing: editions of an evidence pack; what was taken back leaves the next one, and the counts stay."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
import sqlalchemy as sa
from flask import Flask
from sqlite_utils import Database

from feedback_app import answering, asking, jobs, packing, publishing, safeguarding
from feedback_app.config import Settings
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.rows import Record
from feedback_app.storage.tables import assignment, pack_edition, release, segment
from tests.closed_wave import NOT_TO_BE_QUOTED, QUOTABLE, Closed, close_and_analyse, collect
from tests.respondents import WORRYING
from tests.stages import Stages
from tests.term import AREA, WAVE, Term


@pytest.fixture
def database_kind() -> str:
    """SQLite alone: the worker's tests write the same editions on both databases."""
    return "sqlite"


@pytest.fixture
def closed(inside: Flask, stages: Stages, term: Term) -> Closed:
    return stages.come_to(inside, close_and_analyse, term)


@pytest.fixture
def released(term: Term, closed: Closed) -> list[str]:
    """The words of three released quotations, each all that one person wrote, with nobody named in them."""
    whole = [one for one in publishing.candidates(AREA, WAVE) if one.original == one.redacted in QUOTABLE]
    chosen = whole[:3]
    for one in chosen:
        publishing.decide_quote(
            AREA, WAVE, one.answer_id, one.ordinal, release=True, words=one.redacted, staff_id=term.staff["Omar"]
        )
    return [one.original for one in chosen]


def editions(term: Term) -> list[Record]:
    with reading() as session:
        found = sa.select(pack_edition).where(pack_edition.c.area_id == term.area_id)
        return list(session.execute(found.order_by(pack_edition.c.edition)).all())


def files(settings: Settings) -> list[Path]:
    return sorted(settings.packs.iterdir())


def rows(file: Path, table: str) -> list[dict[str, object]]:
    pack = Database(file)
    try:
        return list(pack[table].rows)
    finally:
        pack.close()


def quotes(file: Path) -> set[str]:
    return {str(row["words"]) for row in rows(file, "quotes")}


@pytest.fixture
def pack(term: Term, released: list[str], settings: Settings) -> Path:
    packing.write_pack(term.area_id, term.wave_id)
    (file,) = files(settings)
    return file


def test_a_pack_holds_the_released_quotations_and_no_other_words(pack: Path, released: list[str]) -> None:
    everything = pack.read_bytes()

    assert quotes(pack) == set(released)
    for words in (*QUOTABLE, NOT_TO_BE_QUOTED, WORRYING):
        assert words in released or words.encode() not in everything


def test_a_pack_says_where_it_comes_from_and_that_it_is_invented(pack: Path) -> None:
    about = {str(row["name"]): str(row["value"]) for row in rows(pack, "about")}

    assert about["area_name"] == "Wexcombe"
    assert about["edition"] == "1"
    assert about["invented"] == "invented example"


def test_a_pack_names_no_row_of_the_database(pack: Path, term: Term, settings: Settings) -> None:
    everything = pack.read_bytes()

    for row_id in (term.area_id, term.wave_id, term.opening.id):
        assert row_id.encode() not in everything
    assert str(settings.instance).encode() not in everything


def test_held_people_count_among_those_who_wrote(pack: Path) -> None:
    (people,) = [row for row in rows(pack, "people") if row["group_id"] == "young_person_11_25"]

    assert (people["took_part"], people["wrote"]) == (14, 14)


def test_an_edition_is_recorded_with_its_hash(pack: Path, term: Term) -> None:
    (row,) = editions(term)

    assert (row.edition, row.file) == (1, pack.name)
    assert row.digest == hashlib.sha256(pack.read_bytes()).hexdigest()


def test_the_same_answers_and_decisions_are_the_same_bytes_but_for_the_edition(
    pack: Path, term: Term, settings: Settings
) -> None:
    first = {table: rows(pack, table) for table in ("people", "theme_counts", "quotes", "standard_counts", "figures")}

    packing.write_pack(term.area_id, term.wave_id)

    (second,) = files(settings)
    assert {table: rows(second, table) for table in first} == first


def test_a_new_edition_takes_the_place_of_the_one_before(pack: Path, term: Term, settings: Settings) -> None:
    packing.write_pack(term.area_id, term.wave_id)

    first, second = editions(term)
    assert first.deleted_at is not None
    assert first.digest
    assert "newer edition" in first.deleted_why
    assert [file.name for file in files(settings)] == [second.file]


def test_withdrawn_words_leave_the_next_edition_and_the_counts_stay(
    pack: Path, term: Term, settings: Settings, closed: Closed, released: list[str]
) -> None:
    before = {table: rows(pack, table) for table in ("people", "theme_counts", "standard_counts", "scales")}
    answering.withdraw_response(closed.receipts[released[0]])

    packing.write_next_edition(term.area_id, term.wave_id)

    (file,) = files(settings)
    assert quotes(file) == set(released[1:])
    assert released[0].encode() not in file.read_bytes()
    assert {table: rows(file, table) for table in before} == before
    buried, kept = editions(term)
    assert (buried.deleted_why, kept.edition) == (packing.WITHDRAWN, 2)


def test_words_held_after_they_were_quoted_leave_the_next_edition_and_the_counts_stay(
    inside: Flask, pack: Path, term: Term, settings: Settings, released: list[str]
) -> None:
    before = rows(pack, "theme_counts")
    worried = next(one for one in publishing.candidates(AREA, WAVE) if one.original == released[0])
    safeguarding.hold_by_hand(term.opening, worried.answer_id, "red", "Noticed", staff_id=term.staff["Priya"])

    jobs.run_until_idle(inside)

    (file,) = files(settings)
    assert released[0].encode() not in file.read_bytes()
    assert rows(file, "theme_counts") == before
    assert [one.deleted_why for one in editions(term)] == [packing.HELD, None]


def test_two_withdrawals_one_after_the_other_both_leave(
    pack: Path, term: Term, settings: Settings, closed: Closed, released: list[str]
) -> None:
    for words in released[:2]:
        answering.withdraw_response(closed.receipts[words])
        packing.write_next_edition(term.area_id, term.wave_id)

    (file,) = files(settings)
    assert quotes(file) == set(released[2:])


def test_a_withdrawal_without_a_quotation_needs_no_new_edition(pack: Path, term: Term, closed: Closed) -> None:
    answering.withdraw_response(closed.receipts[NOT_TO_BE_QUOTED])

    packing.write_next_edition(term.area_id, term.wave_id)

    assert len(editions(term)) == 1


def test_a_file_that_a_worker_died_before_deleting_is_deleted_by_the_next_one(
    pack: Path, term: Term, settings: Settings, closed: Closed, released: list[str]
) -> None:
    left_behind = pack.read_bytes()
    answering.withdraw_response(closed.receipts[released[0]])
    packing.write_next_edition(term.area_id, term.wave_id)
    pack.write_bytes(left_behind)

    packing.write_next_edition(term.area_id, term.wave_id)  # the work is done again: its worker died

    assert [file.name for file in files(settings)] == [editions(term)[-1].file]


def test_an_edition_that_cannot_be_recorded_leaves_no_file(term: Term, settings: Settings, released: list[str]) -> None:
    with transaction() as session:
        session.exec_driver_sql(
            "CREATE TRIGGER full BEFORE INSERT ON pack_quote BEGIN SELECT RAISE(ABORT, 'the disk is full'); END"
        )

    with pytest.raises(sa.exc.DBAPIError):
        packing.write_pack(term.area_id, term.wave_id)

    assert files(settings) == []
    assert editions(term) == []


def test_a_wave_without_a_pack_needs_no_next_edition(term: Term, settings: Settings) -> None:
    collect(term)

    packing.write_next_edition(term.area_id, term.wave_id)

    assert not files(settings)


def test_a_new_edition_that_would_tell_about_one_person_is_refused(
    pack: Path, term: Term, settings: Settings, closed: Closed, inside: Flask
) -> None:
    answering.withdraw_response(closed.receipts[NOT_TO_BE_QUOTED])

    publishing.release_pack(AREA, WAVE, staff_id=term.staff["Omar"])
    jobs.run_until_idle(inside)

    state = publishing.report_state(AREA, WAVE)
    assert (state.state, state.edition) == ("would tell", 1)
    assert files(settings) == [pack]
    assert len(editions(term)) == 1


def test_words_held_after_they_were_released_are_not_in_a_pack_written_later(
    pack: Path, term: Term, settings: Settings, released: list[str]
) -> None:
    worried = next(one for one in publishing.candidates(AREA, WAVE) if one.original == released[0])
    safeguarding.hold_by_hand(term.opening, worried.answer_id, "amber", "Noticed", staff_id=term.staff["Priya"])

    packing.write_pack(term.area_id, term.wave_id)

    (file,) = files(settings)
    assert released[0] not in quotes(file)


def test_what_an_area_published_itself_is_packed_as_printed(inside: Flask, settings: Settings) -> None:
    asking.add_area("durham", "County Durham", "Durham County Council", example=False)

    packing.write_published("durham")

    (file,) = files(settings)
    results = {row["service"]: row for row in rows(file, "published_results")}
    assert {name: (row["respondents"], row["mean"]) for name, row in results.items()} == {
        "Speech and Language Therapy (SALT)": (165, "3 / 10"),
        "Physiotherapy": (131, "2.7 / 10"),
        "Occupational Therapy (OT)": (155, "2.7 / 10"),
    }
    assert {row["took_part"] for row in rows(file, "people")} <= {None}
    assert not rows(file, "scales")


def test_results_are_published_once_however_often_they_are_packed(inside: Flask, settings: Settings) -> None:
    asking.add_area("durham", "County Durham", "Durham County Council", example=False)

    for _ in range(2):
        packing.write_published("durham")

    (file,) = files(settings)
    assert len(rows(file, "published_results")) == 3


def test_withdrawn_words_leave_the_findings_at_once(term: Term, closed: Closed, released: list[str]) -> None:
    def found() -> list[int]:
        with reading() as session:
            tables = (segment, assignment, release)
            counts = [
                sa.select(sa.func.count()).select_from(one).where(one.c.area_id == term.area_id) for one in tables
            ]
            return [session.execute(count).scalar_one() for count in counts]

    before = found()

    answering.withdraw_response(closed.receipts[released[0]])

    assert all(now < then for now, then in zip(found(), before, strict=True))
