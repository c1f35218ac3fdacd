"""Labels as a file that a council takes along."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from analysis.standard_labels import StandardLabel
from analysis.standard_labels_file import (
    LabelsNotWritten,
    LabelsWrong,
    labels_from_json,
    labels_to_json,
    read_labels,
    write_labels,
)

KIND = "barnsley/quality_standards/kindness"
LABELS = (
    StandardLabel("c1", "she was so kind – “lovely”", KIND, True, "young commissioners", "2026-11-28"),
    StandardLabel("c1", "we waited", KIND, False, "young commissioners", "2026-11-28"),
)


def document(**changed: Any) -> str:
    label = json.loads(labels_to_json(LABELS[:1]))["labels"][0]
    return json.dumps({"heard_labels": 1, "labels": [{**label, **changed}]})


def test_what_is_written_is_read_back_whatever_the_order(tmp_path: Path) -> None:
    write_labels(LABELS, tmp_path / "one.json")
    write_labels(LABELS[::-1], tmp_path / "other.json")

    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "other.json").read_bytes()
    assert set(read_labels(tmp_path / "one.json")) == set(LABELS)


def test_of_two_words_on_one_segment_the_later_is_written() -> None:
    later = StandardLabel("c1", LABELS[0].words, KIND, False, "young commissioners", "2026-11-29")

    assert labels_from_json(labels_to_json([later, LABELS[0]]), source="x") == (later,)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "this is not JSON"),
        ("[" * 100_000, "this is not JSON"),
        ("[]", "the file is not as Heard writes it"),
        ('{"heard_labels": 2, "labels": []}', "another version of Heard"),
        ('{"labels": []}', "`heard_labels` is missing"),
        ('{"heard_labels": ' + "1" * 5_000 + ', "labels": []}', "this is not JSON"),
        (json.dumps({"heard_labels": "x" * 5_000, "labels": []}), "another version of Heard ('xxxxxxxxxxxxxxxxxxx)"),
        (document(standard="kindness"), "label 1, `standard` must name a promise, as area/set/promise"),
        (document(words="  "), "label 1, `words` has nothing that can be read"),
        (document(words="\u200b\u200b"), "label 1, `words` has nothing that can be read"),
        (document(words="kind\0"), "label 1, `words` has signs that are no text"),
        (document(by="a\0b"), "label 1, `by` has signs that are no text"),
        (document(by="=cmd|' /C calc'!A0"), "label 1, `by` begins as a formula does"),
        (document(service="\uff1d1+1"), "label 1, `service` begins as a formula does"),
        (document(speaks="yes"), "label 1, `speaks`"),
        (document(at="28/11/2026"), "label 1, `at`"),
        (document(more="x"), "label 1, `more`"),
    ],
)
def test_what_is_no_file_of_labels_is_explained(text: str, said: str) -> None:
    with pytest.raises(LabelsWrong, match=r"^labels\.json") as wrong:
        labels_from_json(text, source="labels.json")

    assert said in str(wrong.value)


def test_no_message_quotes_a_comment() -> None:
    with pytest.raises(LabelsWrong) as wrong:
        labels_from_json(document(words=7, by="secret " * 100), source="labels.json")

    assert "secret" not in str(wrong.value)


def test_a_file_that_is_not_there_or_not_ours_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "latin.json").write_bytes(b'{"caf\xe9": 1}')

    with pytest.raises(LabelsWrong, match="cannot be read"):
        read_labels(tmp_path / "none.json")
    with pytest.raises(LabelsWrong, match="byte 5 is not UTF-8"):
        read_labels(tmp_path / "latin.json")
    with pytest.raises(LabelsNotWritten, match="cannot be written"):
        write_labels(LABELS, tmp_path)
