"""Drawings and recordings: kept with their answer, gone with it, and shown to the safeguarding lead alone."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa

from feedback_app import answering, asking, safeguarding
from feedback_app.answering import Kept
from feedback_app.forms.questions import Given
from feedback_app.safeguarding import NoSuchConcern
from feedback_app.storage import concerns
from feedback_app.storage.db import current_database, reading
from feedback_app.storage.sealing import unseal_bytes
from feedback_app.storage.tables import attachment, audit, concern, concern_file
from feedback_app.uploads import Upload, read_upload
from feedback_app.voices import read_voices
from surveys import Step
from tests.files import A_WEBM, a_png
from tests.respondents import WORRYING, Respondent, a_key, arrive
from tests.term import Term, open_for_a_month

DRAWING = read_upload("drawing", a_png())
ANOTHER = read_upload("drawing", a_png(9, 9))
RECORDING = read_upload("recording", A_WEBM)


@pytest.fixture
def ada(term: Term) -> Respondent:
    return arrive(asking.find_opening(open_for_a_month("child-5-10-easy-read", "child_5_10")))


def give(who: Respondent, *files: Upload, words: str | None = None, send_key: str = "") -> Kept:
    given = Given((), words, None, files)
    return answering.record_answer(who.opening, Step("c11"), given, key=who.key, send_key=send_key or a_key())


def kept_files(term: Term, table: sa.Table = attachment) -> list[tuple[str, str, bytes]]:
    with reading() as session:
        rows = session.execute(sa.select(table).where(table.c.area_id == term.area_id).order_by(table.c.kind)).all()
    return [(row.kind, row.media_type, unseal_bytes(row.content, f"{table.name}:{row.id}")) for row in rows]


def only_concern(term: Term) -> safeguarding.Opened:
    (one,) = safeguarding.waiting(term.area_id)
    return safeguarding.open_concern(term.area_id, one.reference, staff_id=term.staff["Priya"])


def test_a_drawing_is_kept_sealed_beside_the_words(term: Term, ada: Respondent) -> None:
    kept = give(ada, DRAWING, words="My dog")

    assert kept.outcome == "new"
    assert kept_files(term) == [("drawing", "image/png", a_png())]
    with reading() as session:
        row = session.execute(sa.select(attachment).where(attachment.c.area_id == term.area_id)).one()
    assert a_png() not in row.content.sealed
    assert row.size == len(a_png())


def test_one_answer_may_hold_a_drawing_and_a_recording(term: Term, ada: Respondent) -> None:
    give(ada, DRAWING, RECORDING)

    assert [kind for kind, _, _ in kept_files(term)] == ["drawing", "recording"]
    visit = answering.look(ada.opening, ada.key)
    assert visit is not None
    assert visit.answers["c11", ""].files == ("drawing", "recording")
    assert not visit.answers["c11", ""].wrote


def test_a_drawing_alone_is_an_answer_that_goes_on(term: Term, ada: Respondent) -> None:
    assert give(ada, DRAWING).next_step == Step("c12")


def test_a_drawing_goes_to_a_person_at_once_and_is_amber(term: Term, ada: Respondent) -> None:
    give(ada, DRAWING)

    opened = only_concern(term)
    assert opened.level == "amber"
    assert opened.source == "rules"
    assert [one["category"] for one in opened.found] == ["drawing"]
    assert kept_files(term, concern_file) == kept_files(term)
    assert [one.what for one in opened.trail][:1] == ["received"]


def test_worrying_words_beside_a_drawing_make_one_red_concern(term: Term, ada: Respondent) -> None:
    give(ada, DRAWING, RECORDING, words=WORRYING)

    opened = only_concern(term)
    assert opened.level == "red"
    assert opened.words == WORRYING
    assert {"drawing", "recording"} < {str(one["category"]) for one in opened.found}
    assert [file.kind for file in opened.files] == ["drawing", "recording"]


def test_an_answer_with_a_drawing_is_held(term: Term, ada: Respondent) -> None:
    give(ada, DRAWING, words="My dog")

    with reading() as session:
        assert len(concerns.held_answers(session, term.area_id, term.wave_id)) == 1


def test_a_double_tap_keeps_one_drawing_and_raises_one_concern(term: Term, ada: Respondent) -> None:
    send_key = a_key()

    outcomes = [give(ada, DRAWING, send_key=send_key).outcome for _ in range(3)]

    assert outcomes == ["new", "again", "again"]
    assert len(kept_files(term)) == len(kept_files(term, concern_file)) == 1


def test_one_page_with_two_drawings_asks_which_was_meant_and_a_person_sees_both(term: Term, ada: Respondent) -> None:
    send_key = a_key()
    give(ada, DRAWING, send_key=send_key)

    assert [give(ada, ANOTHER, send_key=send_key).outcome for _ in range(2)] == ["changed", "changed"]

    assert kept_files(term) == [("drawing", "image/png", a_png())]
    assert [content for _, _, content in kept_files(term, concern_file)] in (
        [a_png(), a_png(9, 9)],
        [a_png(9, 9), a_png()],
    )


def test_words_sent_again_without_their_drawing_are_another_answer(term: Term, ada: Respondent) -> None:
    send_key = a_key()
    give(ada, DRAWING, words="My dog", send_key=send_key)

    assert give(ada, words="My dog", send_key=send_key).outcome == "changed"


def test_deleting_an_answer_takes_every_drawing_of_it_and_leaves_the_concerns_own_copy(
    term: Term, ada: Respondent
) -> None:
    give(ada, DRAWING)
    give(ada, ANOTHER)

    answering.delete_words(ada.opening, Step("c11"), key=ada.key)

    assert kept_files(term) == []
    assert len(kept_files(term, concern_file)) == 2
    visit = answering.look(ada.opening, ada.key)
    assert visit is not None
    assert not visit.answers["c11", ""].is_told


def test_sending_takes_the_drawing_that_was_replaced(term: Term, ada: Respondent) -> None:
    give(ada, DRAWING)
    give(ada, ANOTHER)

    ada.send()

    assert [content for _, _, content in kept_files(term)] == [a_png(9, 9)]


def test_withdrawing_takes_drawings_and_leaves_the_concerns_own_copy(term: Term, ada: Respondent) -> None:
    give(ada, DRAWING, RECORDING)

    answering.withdraw_response(ada.send())

    assert kept_files(term) == []
    assert [kind for kind, _, _ in kept_files(term, concern_file)] == ["drawing", "recording"]
    with reading() as session:
        assert session.execute(sa.select(concern.c.answer_id).where(concern.c.area_id == term.area_id)).one() == (None,)


def test_a_drawing_that_was_deleted_is_nowhere_in_the_database_files(term: Term, ada: Respondent) -> None:
    address = current_database().engine.url
    if address.get_backend_name() != "sqlite":
        pytest.skip("SQLite's files are what is looked into")
    files = [Path(f"{address.database}{ending}") for ending in ("", "-wal")]
    give(ada, DRAWING)
    with reading() as session:
        kept = session.execute(sa.select(attachment).where(attachment.c.area_id == term.area_id)).one()
    assert any(kept.content.sealed in file.read_bytes() for file in files)

    answering.delete_words(ada.opening, Step("c11"), key=ada.key)

    assert not any(kept.content.sealed in file.read_bytes() for file in files)


def test_opening_a_drawing_is_on_the_trail_and_names_who_did(term: Term, ada: Respondent) -> None:
    give(ada, DRAWING)
    (file,) = only_concern(term).files

    opened = safeguarding.open_file(term.area_id, "WE-0001", file.id, staff_id=term.staff["Priya"])

    assert opened == DRAWING
    assert ("drawing opened", "Priya") in [(one.what, one.name) for one in only_concern(term).trail]
    with reading() as session:
        noted = session.execute(sa.select(audit.c.what, audit.c.subject).where(audit.c.area_id == term.area_id)).all()
    assert ("concern drawing opened", "WE-0001") in [tuple(line) for line in noted]


def test_a_file_is_opened_only_with_its_own_concern(term: Term, ada: Respondent) -> None:
    give(ada, DRAWING)
    (file,) = only_concern(term).files
    arrive(term.opening).write("t10", WORRYING)

    for reference, id in (("WE-0001", "0" * 32), ("WE-0002", file.id), ("WE-0099", file.id)):
        with pytest.raises(NoSuchConcern):
            safeguarding.open_file(term.area_id, reference, id, staff_id=term.staff["Priya"])


def test_a_drawing_and_the_words_beside_it_count_in_the_base_and_are_read_nowhere(term: Term, ada: Respondent) -> None:
    give(ada, DRAWING)
    ben = arrive(ada.opening)
    give(ben, DRAWING, words="My dog")
    ben.choose("quote", "yes")
    ben.send()

    with reading() as session:
        found = read_voices(session, term.area_id, term.wave_id)

    assert [(one.words, one.held, one.quotable) for one in found.comments] == [("", True, False)] * 2
    assert len(found.people) == 2
