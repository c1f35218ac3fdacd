"""The words round the questions in other languages: all there, compiled, and with the same {blanks} as the English."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from surveys.shared import load_shared
from surveys.translations import load_translations

FOLDER = Path("feedback_app/translations")
MARKED = {**DEFAULT_KEYWORDS, "read_by_people": None, "lazy_gettext": None}
BLANK = re.compile(r"%\((\w+)\)s|\{(\w+)\}")

every_language = pytest.mark.parametrize("language", ["pl", "ur"])


def words_in(language: str) -> Catalog:
    with (FOLDER / language / "LC_MESSAGES" / "messages.po").open("rb") as file:
        return read_po(file, locale=language)


def words_in_english() -> set[str | tuple[str, ...]]:
    with (FOLDER / "babel.cfg").open() as file:
        methods, options = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]  # Babel has no types here
    found = extract_from_dir("feedback_app", methods, options, keywords=MARKED)
    return {words for _, _, words, _, _ in found}


def forms(words: str | Sequence[str] | None) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words or ("",))


def translated(language: str) -> Iterator[Message]:
    return (message for message in words_in(language) if message.id)


@every_language
def test_every_word_that_a_page_may_say_is_there(language: str) -> None:
    there = {message.id for message in translated(language) if all(forms(message.string))}

    assert words_in_english() - there == set(), "run `make words`, then translate what is new"


@every_language
def test_what_is_compiled_is_what_is_written(language: str) -> None:
    compiled = io.BytesIO()
    write_mo(compiled, words_in(language))

    assert (FOLDER / language / "LC_MESSAGES" / "messages.mo").read_bytes() == compiled.getvalue(), "run `make words`"


@every_language
def test_no_blank_is_lost_or_made_up(language: str) -> None:
    for message in translated(language):
        english = {name for form in forms(message.id) for name in BLANK.findall(form)}
        for form in filter(None, forms(message.string)):
            assert set(BLANK.findall(form)) == english, form


@every_language
def test_the_words_say_at_their_top_that_nobody_has_approved_them(language: str) -> None:
    first = (FOLDER / language / "LC_MESSAGES" / "messages.po").read_text(encoding="utf-8").splitlines()[0]

    assert first.startswith("# DRAFT. A machine wrote these words and nobody has approved them.")


def test_a_telephone_number_keeps_its_direction_in_urdu() -> None:
    call = words_in("ur").get("Call %(number)s")

    assert call is not None
    assert "\u2066%(number)s\u2069" in forms(call.string)[0]


@every_language
@pytest.mark.parametrize("name", ["end", "end_child", "end_easy"])
def test_the_page_with_the_code_finds_the_line_about_it_and_the_thanks(language: str, name: str) -> None:
    lines = load_translations(load_shared())[language].common.wordings[name]
    said = {message.id: str(message.string) for message in translated(language)}

    assert lines[0] in (said["Thank you."], said["Thank you!"])
    assert said["your code"] in lines[1]
