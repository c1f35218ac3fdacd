"""The help lines on the pages are links written by hand; here they are held to the list that is checked each month."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup

from surveys.help_lines import load_help_lines
from tests.drawing import drawing_app, drawn_page

NUMBER = re.compile(r"\d[\d ]*\d")


def every_line() -> str:
    page = drawn_page(drawing_app(), "respondent/help.html", lead_contact="Sam Ofori", front_door="01632 960111")
    return page.get_data(as_text=True)


def digits(words: str) -> str:
    return re.sub(r"\D", "", words)


@pytest.mark.parametrize("group", sorted(load_help_lines().groups))
def test_every_number_on_the_list_is_on_the_page(group: str) -> None:
    shown = BeautifulSoup(every_line(), "html.parser").get_text(" ")
    on_page = {digits(number) for number in NUMBER.findall(shown)}

    for line in load_help_lines().groups[group]:
        for number in NUMBER.findall(line.how):
            assert digits(number) in on_page, f"{line.name}: {number}"


def test_every_number_on_the_page_is_on_the_list() -> None:
    page = BeautifulSoup(every_line(), "html.parser")
    known = {
        digits(number)
        for lines in load_help_lines().groups.values()
        for line in lines
        for number in NUMBER.findall(f"{line.how} {line.name}")
    }

    linked = [str(link["href"]) for link in page.select("a[href^='tel:'], a[href^='sms:']")]

    assert linked
    for href in linked:
        assert digits(href.split("?")[0]) in known, href


@pytest.mark.parametrize("audience", [None, "child_5_10", "young_person_11_25", "parent_carer", "practitioner"])
def test_every_group_has_a_way_without_speaking_and_one_in_sign_language(audience: str | None) -> None:
    page = drawn_page(drawing_app(), "respondent/withdrawn.html", audience=audience)
    lines = BeautifulSoup(page.get_data(as_text=True), "html.parser").select_one("details.help")

    assert lines is not None
    assert lines.select("a[href^='sms:']")
    assert lines.select("a[href='https://999bsl.co.uk']")


def test_a_parent_carer_is_given_the_lines_for_parent_carers() -> None:
    app = drawing_app()

    parent = drawn_page(app, "respondent/withdrawn.html", audience="parent_carer", lead_contact="Sam Ofori")
    child = drawn_page(app, "respondent/withdrawn.html", audience="child_5_10", lead_contact="Sam Ofori")

    assert "Samaritans" in parent.get_data(as_text=True)
    assert "Sam Ofori" in parent.get_data(as_text=True)
    assert "Childline" in child.get_data(as_text=True)
    assert "Sam Ofori" not in child.get_data(as_text=True)
