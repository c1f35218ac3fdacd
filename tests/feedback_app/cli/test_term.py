"""The commands of a term: an area, its staff, a wave, its openings, and their end."""

from __future__ import annotations

import re

import pytest

from tests.feedback_app.cli.conftest import Type

AREA = ("areas", "add", "wexcombe", "Wexcombe", "--asked-by", "Wexcombe Council", "--example")
WAVE = (
    "waves",
    "make",
    "wexcombe",
    "autumn",
    "--title",
    "What we heard",
    "--subject",
    "Support",
    "--strategy",
    "wexcombe",
)
OPEN = ("openings", "open", "wexcombe", "autumn", "therapy-satisfaction", "parent_carer", "--closes", "2099-12-11")


@pytest.fixture
def term(type_in: Type) -> str:
    """The code of an opening that the commands made."""
    type_in(*AREA)
    type_in("staff", "add", "wexcombe", "Priya", "safeguarding_lead")
    type_in(*WAVE)
    return type_in(*OPEN).output.rpartition("code ")[2].strip()


def test_a_term_can_be_made_with_commands_alone(type_in: Type) -> None:
    assert "Added Wexcombe" in type_in(*AREA).output
    link = type_in("staff", "add", "wexcombe", "Priya", "safeguarding_lead").output
    assert re.fullmatch(r"http://127\.0\.0\.1:8099/come-in/\S+\n", link)
    assert "Made autumn" in type_in(*WAVE).output
    opened = type_in(*OPEN).output

    assert re.fullmatch(r"http://127\.0\.0\.1:8099/([A-Z0-9]{6})\tcode \1\n", opened)


def test_what_was_made_is_listed(type_in: Type, term: str) -> None:
    assert type_in("areas", "list").output == "wexcombe\tWexcombe (invented example)\n"
    assert type_in("staff", "list", "wexcombe").output == "Priya\tsafeguarding_lead\n"
    assert type_in("waves", "list", "wexcombe").output == "autumn\tWhat we heard\topen\n"
    assert (
        f"{term}\tHow was your therapy?\tparent_carer\tautumn\tuntil 2099-12-11"
        in type_in("openings", "list", "wexcombe").output
    )


def test_an_opening_and_then_the_wave_are_closed(type_in: Type, term: str) -> None:
    assert "Closed" in type_in("openings", "close", term.lower()).output
    assert "closed by hand" in type_in("openings", "list", "wexcombe").output
    assert "analyses it next" in type_in("waves", "close", "wexcombe", "autumn").output
    assert "closed 20" in type_in("waves", "list", "wexcombe").output


def test_a_report_of_a_wave_that_was_not_analysed_is_refused_in_words(type_in: Type, term: str) -> None:
    refused = type_in("waves", "release", "wexcombe", "autumn", fails=True)

    assert "not been analysed yet" in refused.output


def test_staff_get_another_link_and_are_removed(type_in: Type, term: str) -> None:
    assert "/come-in/" in type_in("staff", "link", "Priya").output
    assert "Add another lead first" in type_in("staff", "remove", "Priya", fails=True).output
    assert "--same-person" in type_in("staff", "add", "wexcombe", "Priya", "facilitator", fails=True).output
    type_in("staff", "add", "wexcombe", "Priya", "facilitator", "--same-person")
    type_in("openings", "close", term)
    assert "can no longer come in" in type_in("staff", "remove", "Priya").output
    assert type_in("staff", "list", "wexcombe").output == ""
    assert "heard staff list" in type_in("staff", "link", "Priya", fails=True).output


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("areas", "add", "North Yorkshire", "NY", "--asked-by", "NYC"), "north-yorkshire"),
        (AREA, "already"),
        (("staff", "add", "atlantis", "Dana", "commissioner"), "no area of that name"),
        (("staff", "add", "wexcombe", "Dana", "emperor"), "safeguarding_lead"),
        (("waves", "close", "wexcombe", "winter"), "no wave of that name"),
        (WAVE, "autumn"),
        ((*WAVE[:3], "spring", *WAVE[4:8], "--strategy", "atlantis"), "atlantis"),
        (("openings", "close", "AAAAAA"), "does not lead anywhere"),
        ((*OPEN[:4], "policy-consultation", "young_person_11_25", *OPEN[6:]), "cannot be shown on a phone yet"),
        ((*OPEN[:4], "no-such-survey", *OPEN[5:]), "no-such-survey"),
        ((*OPEN[:7], "soon"), "soon"),
        ((*OPEN[:7], "2001-01-01"), "before it opens"),
    ],
)
def test_a_mistake_is_one_line_that_says_what_to_change(
    type_in: Type, term: str, words: tuple[str, ...], says: str
) -> None:
    refused = type_in(*words, fails=True)

    assert says in refused.output
    assert "Traceback" not in refused.output


def test_an_opening_without_a_lead_says_which_command_adds_one(type_in: Type) -> None:
    type_in(*AREA)
    type_in(*WAVE)

    assert "heard staff add" in type_in(*OPEN, fails=True).output
