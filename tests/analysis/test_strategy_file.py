"""A strategy that is wrong is refused with the file, the place and what to change."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.strategy import MalformedStrategy, Strategy, parse_strategy, read_strategy, strategy_from_json

SOUND = """
area = "thornmoor"
area_name = "Thornmoor"
version = 1
title = "What Thornmoor promises"
cycle_source = "none is printed"

[[sets]]
id = "promises"
name = "Promises"
kind = "standard"
description_by = "us"

[[sets.standards]]
id = "be-on-time"
name = "Be on time"
description = "People come when they said."
keywords = ["on time", "late"]
source = "s. 2"
"""

REFUSALS = {
    'version = 1 -> version = "1"': "thornmoor.toml, the strategy: `version` must be a whole number from 1",
    "version = 1 -> version = true": "the strategy: `version` must be a whole number from 1",
    'area = "thornmoor" -> ': "the strategy: `area` is missing; write it as text in quotation marks",
    'area = "thornmoor" -> area = "Thorn moor"': "`area` must be small letters and figures joined by - or _",
    'title = "What Thornmoor promises" -> title = ""': "`title` must be text in quotation marks",
    'title = "What Thornmoor promises" -> titel = "x"': "`titel` is not a field; did you mean `title`?",
    'cycle_source = "none is printed" -> ': "write its `cycle`, or say in `cycle_source` why it prints none",
    'kind = "standard" -> kind = "promise"': "set promises: `kind` must be one of: action, finding, measure, outcome",
    'kind = "standard" -> kind = "standard"\npolarity = "bad"': "set promises: `polarity` must be one of: negative",
    'kind = "standard" -> kind = "standard"\nstatus = "old"': "set promises: `status` must be one of: draft",
    'id = "be-on-time" -> id = "Be on time"': "standard promises/Be on time: `id` must be small letters",
    'id = "be-on-time" -> id = "a"\ncolour = 1': "standard promises/a: `colour` is not a field; the fields are",
    'description = "People come when they said." -> ': "standard promises/be-on-time: `description` is missing",
    'description_by = "us" -> ': "promises/be-on-time: say who wrote the description in `description_by`",
    'description_by = "us" -> description_by = "me"': "`description_by` must be one of: seed, us, young people",
    'keywords = ["on time", "late"] -> keywords = "late"': "promises/be-on-time: `keywords` must be a list of texts",
    'keywords = ["on time", "late"] -> keywords = ["late", "Late"]': "`keywords` holds “late” twice; keep one",
    'source = "s. 2" -> ': "promises/be-on-time: `source` is missing",
    'version = 1 -> version = 1\nstatus = "invented example"': "names the standard that it follows in `modelled_on`",
    'source = "s. 2" -> source = "s. 2"\neasy_read = "We come."': "say who wrote the easy read in `easy_read_by`",
    'source = "s. 2" -> source = "s. 2"\nabout = "voice"': "promises/be-on-time: `about` must be a list of texts",
    "version = 1 -> version = ": "thornmoor.toml: this is not TOML: ",
    "version = 1 -> version = "
    + "1" * 5_000: "thornmoor.toml: this is not TOML: a number or its brackets are too long",
    "version = 1 -> version = "
    + "[" * 5_000: "thornmoor.toml: this is not TOML: a number or its brackets are too long",
}


def changed(change: str) -> str:
    before, after = change.split(" -> ")
    assert before in SOUND
    return SOUND.replace(before, after)


def test_a_sound_strategy_is_read() -> None:
    strategy = parse_strategy(SOUND, source="thornmoor.toml")

    (standard,) = strategy.standards
    assert standard.id == "thornmoor/promises/be-on-time"
    assert (standard.kind, standard.description_by, standard.keywords) == ("standard", "us", ("on time", "late"))


@pytest.mark.parametrize(("change", "message"), REFUSALS.items(), ids=[change[:60] for change in REFUSALS])
def test_a_wrong_strategy_is_refused_with_its_place_and_what_to_change(change: str, message: str) -> None:
    with pytest.raises(MalformedStrategy) as refusal:
        parse_strategy(changed(change), source="thornmoor.toml")

    assert message in str(refusal.value)
    assert str(refusal.value).startswith("thornmoor.toml")


def test_all_that_is_wrong_is_told_at_once() -> None:
    wrong = changed("version = 1 -> version = 0").replace('kind = "standard"', 'kind = "promise"')

    with pytest.raises(MalformedStrategy) as refusal:
        parse_strategy(wrong, source="thornmoor.toml")

    assert len(refusal.value.problems) == 2


def test_an_id_that_stands_twice_is_refused() -> None:
    standard = SOUND[SOUND.index("[[sets.standards]]") :]

    with pytest.raises(MalformedStrategy, match="set promises: the id be-on-time stands twice"):
        parse_strategy(SOUND + standard, source="thornmoor.toml")


def test_a_standard_has_from_its_set_who_wrote_its_easy_read_unless_it_says_so_itself() -> None:
    easy = 'description_by = "us" -> description_by = "us"\neasy_read_by = "us"'
    own = SOUND[SOUND.index("[[sets.standards]]") :].replace(
        'id = "be-on-time"', 'id = "b"\neasy_read_by = "young people"'
    )

    (one_set,) = parse_strategy(changed(easy) + own, source="thornmoor.toml").sets

    assert [one.easy_read_by for one in one_set.standards] == ["us", "young people"]


@pytest.mark.parametrize("name", ["sets", "standards"])
def test_an_empty_list_is_refused(name: str) -> None:
    document: dict[str, Any] = tomllib.loads(SOUND)
    (document if name == "sets" else document["sets"][0])[name] = []

    with pytest.raises(MalformedStrategy, match=f"`{name}` is empty; write at least one"):
        strategy_from_json(json.dumps(document))


def test_a_word_for_matching_only_may_not_be_shown_and_is_not_repeated_in_the_message() -> None:
    wrong = changed('keywords = ["on time", "late"] -> keywords = ["wobbler"]\nmatch_only_words = ["x", "Wobbler"]')

    with pytest.raises(MalformedStrategy, match="take number 2 of `match_only_words` out of the words") as refusal:
        parse_strategy(wrong, source="thornmoor.toml")

    assert "wobbler" not in str(refusal.value).casefold()


def test_a_file_that_is_not_there_or_not_utf8_is_refused_with_its_name(tmp_path: Path) -> None:
    (tmp_path / "old.toml").write_bytes(SOUND.replace("come", "cöme").encode("latin-1"))

    with pytest.raises(MalformedStrategy, match=r"old\.toml: byte \d+ is not UTF-8; save the file as UTF-8"):
        read_strategy(tmp_path / "old.toml")
    with pytest.raises(MalformedStrategy, match=r"none\.toml: the file cannot be read"):
        read_strategy(tmp_path / "none.toml")


def test_a_file_saved_by_a_spreadsheet_with_a_mark_before_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "marked.toml").write_bytes(SOUND.encode("utf-8-sig"))

    assert read_strategy(tmp_path / "marked.toml").area == "thornmoor"


@pytest.mark.parametrize("text", ["", "[", "[]", "3", '"words"', "{}"])
def test_a_stored_version_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(MalformedStrategy, match="stored version"):
        strategy_from_json(text)


def values() -> st.SearchStrategy[Any]:
    plain = st.none() | st.booleans() | st.integers() | st.text(max_size=4) | st.just("negative")
    return st.recursive(plain, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner))


def every_table(document: dict[str, Any]) -> list[dict[str, Any]]:
    sets = document["sets"]
    return [document, *sets, *(standard for one in sets for standard in one["standards"])]


@settings(deadline=None, max_examples=200)
@given(data=st.data(), value=values())
def test_whatever_stands_in_a_field_it_is_read_or_refused_in_words(data: st.DataObject, value: Any) -> None:
    document: dict[str, Any] = tomllib.loads(SOUND)
    table = data.draw(st.sampled_from(every_table(document)))
    field = data.draw(st.sampled_from([*table, "status", "cycle", "polarity", "match_only_words", "unheard_of"]))
    table[field] = value
    if data.draw(st.booleans()):
        del table[field]

    strategy = read_or_refused(json.dumps(document))

    assert strategy is None or strategy_from_json(strategy.to_json()) == strategy


def read_or_refused(text: str) -> Strategy | None:
    """None for a refusal, whose every problem must name its source; any other mistake is one of ours."""
    try:
        return strategy_from_json(text)
    except MalformedStrategy as refusal:
        if not all(problem.startswith("stored version, ") for problem in refusal.problems):
            raise
        return None
