"""A codebook is a JSON file: written the same each time, checked when it is read, with nobody's words in it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from analysis.codebook import Codebook
from analysis.codebook_file import (
    CodebookNotWritten,
    MalformedCodebook,
    codebook_from_json,
    codebook_to_json,
    read_codebook,
    write_codebook,
)
from analysis.decisions import Merge, Move, NotATheme, Part, Rename, Split
from tests.analysis.waves import SAID, Wave


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    directions = {
        "waiting": (1, 0, 0),
        "kindness": (1, 0, 1),
        "bus": (0, 1, 0),
        "lunch": (0, 0, 1),
        "letters": (0, 1, 1),
    }
    wave = Wave(list(directions), directions=directions)
    return wave.codebook(
        Rename(theme="t-waiting", name="Ciągle czekamy"),
        Rename(theme="t-waiting", name="Access", by="commissioner"),
        Merge(themes=("t-bus",), into="t-waiting"),
        NotATheme(theme="t-lunch"),
        Split(theme="t-letters", parts=(Part("Post", frozenset(wave.key("letters", number) for number in range(4))),)),
        Move(segment=wave.key("bus", 1), to="t-kindness"),
    )


def changed(codebook: Codebook, change: Any) -> str:
    document = json.loads(codebook_to_json(codebook))
    change(document)
    return json.dumps(document)


def test_what_is_written_can_be_read_back(codebook: Codebook, tmp_path: Path) -> None:
    write_codebook(codebook, tmp_path / "spring.json")

    assert read_codebook(tmp_path / "spring.json") == codebook
    assert codebook_to_json(read_codebook(tmp_path / "spring.json")) == codebook_to_json(codebook)


def test_an_empty_codebook_can_be_read_back() -> None:
    assert codebook_from_json(codebook_to_json(Codebook())) == Codebook()


def test_nobodys_words_stand_in_it_but_names_terms_and_stems(codebook: Codebook) -> None:
    written = codebook_to_json(codebook)

    assert not [words for sentences in SAID.values() for words in sentences if words in written]
    assert not [theme for theme in codebook.themes if "spring-" in str(theme)]  # nor whose they were


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda one: one.pop("heard_codebook"), "not a codebook"),
        (lambda one: one.update(heard_codebook=2), "version 2; this program reads version 1"),
        (lambda one: one.update(colour="red"), "colour"),
        (lambda one: one["themes"][0].pop("name"), "themes 1 name"),
        (lambda one: one["themes"][0].update(name=""), "themes 1 name"),
        (lambda one: one["themes"][0].update(id="Waiting list"), "themes 1 id"),
        (lambda one: one["themes"][1].update(id=one["themes"][0]["id"]), "two themes have the id"),
        (lambda one: one["themes"][0].update(first_seen="autumn"), "not among the waves"),
        (lambda one: one["themes"][0]["centres"][0]["point"].pop(), "as many numbers"),
        (
            lambda one: one["themes"][0]["centres"][0]["point"].__setitem__(0, float("nan")),
            "themes 1 centres 1 point 1",
        ),
        (lambda one: one["themes"][0]["centres"][0]["point"].__setitem__(0, 7.0), "themes 1 centres 1 point 1"),
        (lambda one: one["themes"][0]["centres"][0]["stems"].update(wait="much"), "themes 1 centres 1 stems wait"),
        (lambda one: one.update(encoder=""), "what encoded them"),
        (lambda one: one["themes"][0].update(split_from="no id"), "themes 1 split_from"),
    ],
)
def test_a_malformed_codebook_is_refused_with_its_place(codebook: Codebook, change: Any, told: str) -> None:
    with pytest.raises(MalformedCodebook, match=told) as refused:
        codebook_from_json(changed(codebook, change), source="spring.json")

    assert all(problem.startswith("spring.json") for problem in refused.value.problems)


@pytest.mark.parametrize("text", ["", "{", "[]", "3", "null", '{"themes": []}'])
def test_what_is_no_codebook_is_refused(text: str) -> None:
    with pytest.raises(MalformedCodebook):
        codebook_from_json(text)


def test_a_file_that_is_not_there_or_not_utf8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "latin.json").write_bytes(b"\xe9")

    for name, told in (("none.json", "cannot be read"), ("latin.json", "not UTF-8")):
        with pytest.raises(MalformedCodebook, match=told):
            read_codebook(tmp_path / name)


def test_a_place_that_cannot_be_written_to_is_said(tmp_path: Path) -> None:
    with pytest.raises(CodebookNotWritten, match="choose another place"):
        write_codebook(Codebook(), tmp_path / "no" / "folder.json")
