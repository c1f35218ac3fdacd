"""The pages of reports: who may read them, and what they say and never say."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup, Tag
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from feedback_app.config import Settings
from tests.desk import come_in
from tests.feedback_app.invented_pack import ABOUT, Row, change_rows
from tests.feedback_app.released import release_published, release_report
from tests.phone import soup
from tests.term import AREA, STAFF, WAVE, Term

REPORTS = f"/areas/{AREA}/reports/"


@pytest.fixture
def commissioner(app: Flask, term: Term) -> FlaskClient:
    return come_in(app, term.staff["Dana"])


def release(app: Flask, term: Term, settings: Settings, **tables: list[Row]) -> None:
    with app.app_context():
        release_report(term, settings, tables=tables)


@pytest.fixture
def page(app: Flask, term: Term, settings: Settings, commissioner: FlaskClient) -> BeautifulSoup:
    release(app, term, settings)
    return soup(read(commissioner))


def read(client: FlaskClient, address: str = WAVE) -> TestResponse:
    answer = client.get(REPORTS + address)
    assert answer.status_code == 200
    return answer


def part(page: BeautifulSoup, heading: str) -> Tag:
    """The part of a page under a heading with this id."""
    found = page.select_one(f"[aria-labelledby='{heading}']")
    assert isinstance(found, Tag), f"no part {heading}"
    return found


def words(tag: Tag | BeautifulSoup) -> str:
    return " ".join(tag.get_text(" ").split())


def rows(tag: Tag) -> list[list[str]]:
    return [[words(cell) for cell in row.select("th, td")] for row in tag.select("tbody tr")]


def test_the_page_says_what_it_is_which_edition_and_of_when(page: BeautifulSoup) -> None:
    assert words(page.select("h1")[0]).replace(" ,", ",") == "What we heard, autumn 2026"
    assert "Edition 1 · released" in words(page)
    assert "Invented example" in words(page.select("header")[0])


@pytest.mark.parametrize("name", [name for name, role in STAFF.items() if role != "commissioner"])
@pytest.mark.parametrize("address", ["", WAVE, "published"])
def test_nobody_but_a_commissioner_reads_reports(app: Flask, term: Term, name: str, address: str) -> None:
    assert come_in(app, term.staff[name]).get(REPORTS + address).status_code == 403


def test_who_has_not_come_in_is_sent_to_the_door(client: FlaskClient, term: Term) -> None:
    assert client.get(REPORTS + WAVE).status_code == 303


def test_a_commissioner_finds_the_reports_of_their_area(
    app: Flask, term: Term, settings: Settings, commissioner: FlaskClient
) -> None:
    assert "No reports yet" in words(soup(read(commissioner, "")))

    release(app, term, settings)
    with app.app_context():
        release_published(term, settings)

    links = [link["href"] for link in soup(read(commissioner, "")).select("main a")]
    assert links == [REPORTS + WAVE, REPORTS + "published", f"/areas/{AREA}/lists/", f"/said/{AREA}/"]


def test_a_wave_without_a_report_is_not_found_in_plain_words(term: Term, commissioner: FlaskClient) -> None:
    answer = commissioner.get(REPORTS + WAVE)

    assert answer.status_code == 404
    assert "no report of this wave yet" in words(soup(answer))


def test_groups_stand_side_by_side_and_small_ones_in_words(page: BeautifulSoup) -> None:
    assert rows(part(page, "who"))[:4] == [
        ["Children aged 5 to 10", "14", "12", "11"],
        ["Young people aged 11 to 25", "96", "94", "81"],
        ["Parents and carers", "231", "228", "204"],
        ["Practitioners", "fewer than 10", "fewer than 10", "fewer than 10"],
    ]
    assert "349" not in words(page)


def test_a_theme_has_its_figures_by_group_with_base_and_share(page: BeautifulSoup) -> None:
    theme = words(part(page, "t-waiting"))

    assert "34 of 81 young people aged 11 to 25 who wrote (42%)" in theme
    assert "30 not going well" in theme
    assert "118 of 204 parents and carers who wrote (58%)" in theme
    assert "Children aged 5 to 10 fewer than 10" in theme
    assert "160" not in theme


def test_words_of_how_many_come_with_their_figures(page: BeautifulSoup) -> None:
    challenges = words(part(page, "works-not"))

    assert "Many young people aged 11 to 25 and most parents and carers spoke about this." in challenges
    assert "118 of 204" in challenges


def test_what_works_stands_beside_what_does_not(page: BeautifulSoup) -> None:
    assert [words(one) for one in part(page, "works").select("h3")] == ["Staff who listen", "Getting there"]
    assert [words(one) for one in part(page, "works-not").select("h3")] == ["Waiting list", "Getting there"]


def test_a_theme_that_no_group_can_show_says_how_many_in_all(
    app: Flask, term: Term, settings: Settings, commissioner: FlaskClient
) -> None:
    counts = change_rows("theme_counts", "t-transport", group_id="everyone", people=14, shown="14", base=213, share=7)
    hidden = [
        {**row, "people": None, "share": None, "shown": "fewer than 10", "how_many": "", "step": 0}
        if row["theme_id"] == "t-transport" and row["group_id"] != "everyone"
        else row
        for row in counts
    ]
    release(app, term, settings, theme_counts=hidden)

    page = soup(read(commissioner))

    assert "All groups together: 14 of 213 people who wrote (7%)" in words(part(page, "t-transport"))


def test_names_of_the_computer_say_so_and_those_of_young_people_are_marked(page: BeautifulSoup) -> None:
    assert "Suggested by the computer" in words(part(page, "t-waiting"))
    listening = part(page, "t-listening")
    assert [words(one) for one in listening.select("h3 mark")] == ["Staff who listen"]
    assert "The computer suggested: listened, staff" in words(listening)


def test_a_theme_has_three_names_and_what_an_adult_decided_otherwise_has_its_reason(
    app: Flask, term: Term, settings: Settings, commissioner: FlaskClient
) -> None:
    overruled = {
        "id": 1,
        "about": "theme t-listening",
        "decision": "overruled by an adult: join",
        "who": "commissioner",
        "why": "We plan them in two budgets",
        "replaces": "",
    }
    decided = {"name": "young_peoples_decisions", "value": "Young people made 3 decisions; 2 were followed."}
    about: list[Row] = [{"name": "title", "value": "What we heard"}, {"name": "edition", "value": "1"}, decided]
    themes = [
        {**row, "heading": "Staff and listening"} if row["id"] == "t-listening" else row
        for row in change_rows("themes", "t-listening")[:-1]
    ]
    release(app, term, settings, themes=themes, decisions=[overruled], about=about)

    page = soup(read(commissioner))

    listening = part(page, "t-listening")
    assert [words(one) for one in listening.select("h3 mark")] == ["Staff who listen"]
    assert "The computer suggested: listened, staff" in words(listening)
    assert [words(one) for one in listening.select(".adult")] == [
        "The council’s heading: Staff and listening",
        "Commissioner decided otherwise than young people here, because: We plan them in two budgets",
    ]
    assert "Young people made 3 decisions; 2 were followed." in words(page)
    assert "theme t-listening" not in words(page)


def test_quotes_are_the_released_words_with_who_said_them(page: BeautifulSoup) -> None:
    said = [words(one) for one in page.select(".said")]

    assert set(said) == {
        "“It’s the not knowing.” Parent carer",
        "“They remembered I don’t like the lights on.” Young person",
    }
    assert "Nobody looked at these words" not in words(page)


def test_who_spoke_to_which_promise_is_a_heat_map_with_hidden_cells(page: BeautifulSoup) -> None:
    heat = part(page, "set-1").select(".heat")[0]

    assert rows(heat) == [["Kindness", "[c]", "38", "58", "[c]"], ["Fairness", "[c]", "[c]", "[c]", "[c]"]]
    assert [cell["class"] for cell in heat.select("tbody tr")[0].select("td")] == [["h0"], ["h3"], ["h2"], ["h0"]]


def test_a_promise_shows_who_wrote_it_its_status_and_its_evidence(page: BeautifulSoup) -> None:
    kindness = words(part(page, "wexcombe-our_promises-kindness"))

    assert "What kindness means." in kindness
    assert "Young people chose the words of the name." in kindness
    assert "The description is ours until young people write their own." in kindness
    assert "38 of 81" in kindness
    assert "They remembered" in kindness
    assert "Status: invented example." in words(part(page, "set-1"))


def test_easy_read_says_whose_words_it_is(page: BeautifulSoup) -> None:
    ours = words(part(page, "wexcombe-our_promises-kindness"))
    theirs = words(part(page, "wexcombe-our_promises-fairness"))

    assert "Easy read, written by us until local young people write their own: Kindness for all." in ours
    assert "In young people’s own words: Fairness for all." in theirs
    assert "asy read" not in words(part(page, "list-1"))


def test_what_the_strategy_lacks_stands_beside_its_words(page: BeautifulSoup) -> None:
    assert "The strategy gives no measure for it." in words(part(page, "wexcombe-our_promises-fairness"))
    assert words(page).count("gives no measure") == 1


def test_a_list_that_the_strategy_does_not_head_says_that_the_heading_is_ours(page: BeautifulSoup) -> None:
    assert "The heading of this list is ours." in words(part(page, "list-1"))
    assert "The heading of this list is ours." not in words(part(page, "set-1"))


def test_only_a_promise_can_be_without_voice_evidence(page: BeautifulSoup) -> None:
    assert "No voice evidence." in words(part(page, "wexcombe-our_promises-fairness"))
    assert words(page).count("No voice evidence") == 1


def test_findings_stand_apart_and_are_called_nothing_else(page: BeautifulSoup) -> None:
    assert "therapy" not in words(part(page, "promises")).lower()
    findings = words(part(page, "list-1"))
    assert "What families said about therapies" in findings
    assert "promise" not in findings.lower()


def test_gaps_stand_both_ways_and_never_tell_few_from_nobody(page: BeautifulSoup) -> None:
    gaps = part(page, "gaps")

    assert [words(one) for one in gaps.select("li")] == [
        "Fairness : fewer than 10 of the 213 people who wrote",
        "Young people aged 11 to 25, fewer than 10 of the 81 who wrote: Kindness",
        "Getting there : 19 parents and carers",
    ]
    assert "and it may be nobody" in words(gaps)
    assert "Fewer than 10 of those who spoke of it said something that speaks to a promise." in words(gaps)


def test_those_who_spoke_to_no_promise_of_a_list_stand_group_by_group(page: BeautifulSoup) -> None:
    (table,) = part(page, "gaps").select("table")

    assert words(table.select("thead th")[0]) == "List"
    assert [words(one) for one in table.select("tbody tr > *")] == ["Our six promises", "61 of 204"]


def test_a_report_without_gaps_says_nothing_of_them(
    app: Flask, term: Term, settings: Settings, commissioner: FlaskClient
) -> None:
    release(app, term, settings, gaps=[], list_voices=[])

    assert soup(read(commissioner)).select("#gaps, [href='#gaps']") == []


def test_the_therapy_table_has_a_row_for_each_group_and_no_answer_apart(page: BeautifulSoup) -> None:
    services = part(page, "services")

    assert [words(one) for one in services.select("thead th")][:7] == [
        *("Service", "Group", "Answered", "Mean", "Median", "Don’t know", "Prefer not to say"),
    ]
    assert rows(services) == [
        ["Physiotherapy", "Young people aged 11 to 25", "fewer than 10", "[c]", "[c]", "[c]", "[c]"],
        ["Physiotherapy", "Parents and carers", "24 small base", "5.4", "[c]", "11", "fewer than 10"],
    ]


def test_every_question_has_its_bar_its_key_and_the_same_figures_in_a_table(page: BeautifulSoup) -> None:
    questions = part(page, "questions")

    assert len(questions.select("svg.fig")) == 1
    assert [words(one) for one in questions.select(".key li")][-1].startswith("Not split")
    assert rows(questions) == [
        ["Young people aged 11 to 25", "22", "72, not split", "94", "[c]", "[c]", "fewer than 10"],
        [
            *("Parents and carers asked: Are people kind to your child?", "41", "74", "58", "33", "22"),
            *("228", "3.4", "4", "fewer than 10"),
        ],
    ]


def test_the_page_says_how_it_was_made_and_what_it_cannot_tell(page: BeautifulSoup) -> None:
    made, limits = words(part(page, "made")), words(part(page, "limits"))

    assert ABOUT["input_sha256"] in made
    assert "Words that need a safety check are counted in the base and shown nowhere." in made
    assert "Fewer than 10 people are never shown as a number" in made
    assert "named “Staff who listen”" in made
    assert "not what everyone thinks" in limits


def test_every_part_is_in_the_table_of_contents(page: BeautifulSoup) -> None:
    contents = [link["href"] for link in page.select("header nav a")]

    parts = ("summary", "who", "themes", "promises", "findings", "gaps", "services", "questions", "made")
    assert contents == [f"#{name}" for name in parts]


def test_published_results_read_as_printed_and_nothing_is_made_of_them(
    app: Flask, term: Term, settings: Settings, commissioner: FlaskClient
) -> None:
    with app.app_context():
        release_published(term, settings)

    page = soup(read(commissioner, "published"))

    scale = "1 to 10: 1 is extremely unhappy, 10 is extremely happy"
    assert [words(one) for one in page.select("thead th")] == [
        *("Service", "Respondents", "Mean, as printed", "Scale", "Who answered"),
    ]
    assert rows(part(page, "figures")) == [
        ["Speech and language therapy", "165", "3", scale, "families"],
        ["Physiotherapy", "131", "2.7", scale, "families"],
        ["Occupational therapy", "155", "2.7", scale, "families"],
    ]
    assert "No distribution, median or spread was published." in words(page)
    assert "Source: County Durham Joint Commissioning Strategy 2019-21." in words(page)
