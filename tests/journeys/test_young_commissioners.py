"""Every page of a table; last of the journeys, for what is decided there has the wave sorted again."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.furnished import Furnished
from tests.serving import Server
from tests.table_tour import of_tables
from tests.walked import nothing_is_wrong


def test_axe_finds_nothing_on_any_page_of_a_table(page: Page, server: Server, furnished: Furnished) -> None:
    nothing_is_wrong(page, of_tables(page, server, furnished), 40)
