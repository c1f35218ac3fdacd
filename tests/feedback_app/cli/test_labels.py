"""`heard standards labels`: out to a file, and in again."""

from __future__ import annotations

import json
from pathlib import Path

from analysis.standard_labels import StandardLabel
from analysis.standard_labels_file import labels_to_json
from tests.feedback_app.cli.conftest import Type
from tests.term import AREA, Term

LABEL = StandardLabel("c1", "The pool was closed all winter", "wexcombe/six_promises/fair-chance", True, "panel")


def test_a_file_is_brought_in_once(type_in: Type, term: Term, tmp_path: Path) -> None:
    file = tmp_path / "labels.json"
    file.write_text(labels_to_json([LABEL]), encoding="utf-8")

    first = type_in("standards", "labels", "import", AREA, str(file))
    again = type_in("standards", "labels", "import", AREA, str(file))

    assert "1 labels were kept, 0 were here already" in first.output
    assert "0 labels were kept, 1 were here already" in again.output


def test_a_file_that_is_wrong_says_which_label_and_why(type_in: Type, term: Term, tmp_path: Path) -> None:
    file = tmp_path / "labels.json"
    file.write_text(labels_to_json([LABEL]).replace("fair-chance", "no-such"), encoding="utf-8")

    refused = type_in("standards", "labels", "import", AREA, str(file), fails=True)
    missing = type_in("standards", "labels", "import", AREA, str(tmp_path / "none.json"), fails=True)

    assert "Label 1: there is no promise" in refused.output
    assert "cannot be read" in missing.output


def test_only_a_new_file_is_written(type_in: Type, term: Term, tmp_path: Path) -> None:
    file = tmp_path / "labels.json"

    written = type_in("standards", "labels", "export", AREA, str(file))
    type_in("standards", "labels", "export", AREA, str(file), fails=True)

    assert "0 labels are in" in written.output
    assert json.loads(file.read_text(encoding="utf-8")) == {"heard_labels": 1, "labels": []}
