"""What stands in the tables of a pack: people, closed questions, themes, standards, quotes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from analysis import Findings, Person, Voices, analyse, choose_sets, load_strategies, write_evidence
from analysis.evidence import QuoteNotReleasable, ReleasedQuote
from analysis.voices import AskedQuestion, Choice, Comment, Rating
from tests.analysis.crowd import WAITING, people_saying
from tests.analysis.term import term

STRATEGIES = choose_sets(load_strategies(), ["durham/therapy_feedback_themes"])

Read = Callable[..., list[dict[str, Any]]]


@pytest.fixture(scope="module")
def findings() -> Findings:
    return analyse(term(), STRATEGIES)


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Write a pack and read one of its tables."""

    def written(findings: Findings, table: str, **told: Any) -> list[dict[str, Any]]:
        write_evidence(findings, tmp_path / "wave.db", **told)
        database = Database(tmp_path / "wave.db")
        try:
            return list(database[table].rows)
        finally:
            database.close()

    return written


def test_groups_stand_in_reading_order_with_everyone_last(findings: Findings, read: Read) -> None:
    people = read(findings, "people")

    assert [row["group_name"] for row in people] == ["Young people", "Parent carers", "Practitioners", "Everyone"]
    assert [row["wrote_shown"] for row in people] == ["40", "60", "fewer than 10", "not shown"]


def test_somebody_who_never_sent_took_part_and_did_not_finish(read: Read) -> None:
    comments = people_saying(WAITING, 30)
    people = tuple(Person(one.respondent, completed=number >= 12) for number, one in enumerate(comments))

    row = read(analyse(Voices(tuple(comments), people=people)), "people")[0]

    assert (row["took_part"], row["finished"], row["wrote"]) == (30, 18, 30)


def test_who_filled_it_in_counts_the_blanks_too(findings: Findings, read: Read) -> None:
    facts = [row for row in read(findings, "people_facts") if row["group_id"] == "parent_carer"]

    assert [row["answer"] for row in facts] == ["Me, on my own", "Me, with some help", "No answer"]
    assert sum(row["people"] for row in facts) == 60


def test_a_scale_keeps_its_order_and_merges_what_is_small(findings: Findings, read: Read) -> None:
    counts = [row for row in read(findings, "scale_counts") if row["scale_id"] == 1]

    assert [(row["part"], row["label"], row["people"]) for row in counts] == [
        ("answer", "Very good", 12),
        ("answer", "Good", 20),
        ("not split", "Not split: OK, Not good, Bad", 23),
        ("answer", "OK", None),
        ("answer", "Not good", None),
        ("answer", "Bad", None),
        ("no answer", "Don’t know", None),
        ("no answer", "No answer", None),
        ("no answer", "Not understood", None),
    ]
    assert [row["share"] for row in counts[:3]] == [22, 36, 42]


def test_kinds_of_no_answer_are_the_same_whether_or_not_somebody_gave_them(findings: Findings, read: Read) -> None:
    voices = term()
    blank = Rating("parent_carer-0059", "plan/q1", "", missing="skipped")

    somebody = read(analyse(replace(voices, ratings=(*voices.ratings, blank)), STRATEGIES), "scale_counts")

    assert somebody == read(findings, "scale_counts")


def test_an_answer_about_people_that_nobody_gave_stands_beside_those_that_few_gave(read: Read) -> None:
    facts = read(analyse(asked_who(everybody=30, helped=3)), "people_facts")

    assert [(row["answer"], row["people"]) for row in facts] == [
        ("Me, on my own", None),
        ("Me, with some help", None),
        ("Someone answered for me", None),
        ("No answer", None),
    ]


def test_who_filled_it_in_is_counted_in_one_place(read: Read) -> None:
    # of the whole group 27 were alone, and of two surveys 15 each gave an answer: 3 had help
    found = analyse(asked_who(everybody=30, helped=3))

    assert read(found, "scales") == read(found, "scale_counts") == read(found, "figures") == []


def test_a_bar_is_drawn_from_what_is_shown(findings: Findings, read: Read) -> None:
    figures = read(findings, "figures")

    assert len(figures) == 1
    assert figures[0]["words"] == ("Parent carers: Very good 22 percent, Good 36, OK, Not good and Bad, not split, 42.")
    assert figures[0]["base"] == "55 answered"
    assert "v5" in figures[0]["svg"]
    assert ">15<" not in figures[0]["svg"]


def test_a_score_of_ten_keeps_its_mean_and_not_its_bar(findings: Findings, read: Read) -> None:
    scales = read(findings, "scales")

    assert [(row["answered"], row["mean"], row["median"]) for row in scales] == [(55, None, None), (30, "5.5", None)]
    assert scales[1]["service_name"] == "Speech and language therapy"


def test_every_question_is_kept_with_whom_it_was_asked_of(findings: Findings, read: Read) -> None:
    assert [(row["id"], row["group_name"]) for row in read(findings, "questions")] == [
        ("plan/q1/parent_carer", "Parent carers"),
        ("therapy/t1/parent_carer", "Parent carers"),
    ]


def test_themes_come_with_the_largest_shown_first_and_no_finer_level(findings: Findings, read: Read) -> None:
    themes = [row for row in read(findings, "themes") if row["is_counted"]]
    sizes = {
        row["theme_id"]: row["people"] or 0
        for row in read(findings, "theme_counts")
        if row["sentiment"] == "all" and row["group_id"] == "parent_carer"
    }

    assert [row["position"] for row in themes] == list(range(1, len(themes) + 1))
    assert sizes[themes[0]["id"]] == max(sizes.values())
    assert {row["level"] for row in themes} == {findings.default_level}


def test_a_standard_keeps_whose_words_its_easy_read_and_its_heading_are_and_what_the_strategy_lacks(read: Read) -> None:
    sets = choose_sets(
        load_strategies(), ["rotherham/outcomes", "rotherham/charter_foundation", "rotherham/voice_kpis"]
    )
    everyone = Voices(tuple(people_saying(WAITING, 12)))

    rows = {row["id"].rpartition("/")[2]: row for row in read(analyse(everyone, sets), "standards")}

    assert (rows["i-feel-safe"]["easy_read"], rows["i-feel-safe"]["easy_read_by"]) == ("I feel safe.", "us")
    assert rows["i-feel-safe"]["lacks"].startswith("The strategy gives no measure for it")
    assert (rows["i-feel-safe"]["set_name_by"], rows["trust"]["set_name_by"]) == ("us", "")
    assert (rows["kpi-poet-surveys"]["easy_read"], rows["kpi-poet-surveys"]["easy_read_by"]) == ("", "")


def test_every_standard_is_there_whether_anybody_spoke_to_it_or_not(findings: Findings, read: Read) -> None:
    assert len(read(findings, "standards")) == 7
    shown = {
        row["standard_name"]: row["shown"]
        for row in read(findings, "standard_counts")
        if row["group_id"] == "parent_carer" and row["sentiment"] == "all"
    }
    assert shown["Discharges / discharge processes"] == "fewer than 10"
    assert int(shown["Waiting times and timescales"]) >= 20


def test_quotes_made_outside_the_app_are_marked_as_not_checked(findings: Findings, read: Read) -> None:
    quotes = read(findings, "quotes")

    assert quotes
    assert {row["release"] for row in quotes} == {"not checked"}


def test_in_the_app_only_what_a_person_released_is_there_as_they_worded_it(findings: Findings, read: Read) -> None:
    segment = findings.quotes[0].segment

    quotes = read(findings, "quotes", quotes=[ReleasedQuote(segment, "We waited [a long time]")])

    assert [(row["words"], row["release"]) for row in quotes] == [("We waited [a long time]", "released")]
    assert read(findings, "quotes", quotes=[]) == []


def test_no_quote_comes_from_a_group_that_is_too_small(read: Read) -> None:
    few = people_saying(WAITING, 9, group="practitioner")
    found = analyse(Voices((*people_saying(WAITING, 40, group="parent_carer"), *few)))

    released = [ReleasedQuote((one.id, 0), "We waited") for one in few]
    assert read(found, "quotes", quotes=released) == []
    assert {row["group_id"] for row in read(found, "quotes")} == {"parent_carer"}


@pytest.mark.parametrize("change", [{"held": True}, {"quotable": False}])
def test_words_that_may_not_be_shown_are_refused_whoever_released_them(
    findings: Findings, read: Read, change: dict[str, bool]
) -> None:
    segment = findings.quotes[0].segment
    comments = tuple(replace(one, **change) if one.id == segment[0] else one for one in findings.voices.comments)  # type: ignore[arg-type]  # two flags
    found = replace(findings, voices=replace(findings.voices, comments=comments))

    with pytest.raises(QuoteNotReleasable, match="held, unknown, or its writer did not say yes"):
        read(found, "quotes", quotes=[ReleasedQuote(segment, "We waited")])


def test_a_third_quote_of_one_person_is_refused(read: Read) -> None:
    mine = [Comment(f"mine-{number}", "me", WAITING[number], quotable=True) for number in range(3)]
    found = analyse(Voices((*people_saying(WAITING, 20), *mine)))

    with pytest.raises(QuoteNotReleasable, match="no more than 2"):
        read(found, "quotes", quotes=[ReleasedQuote((one.id, 0), one.words) for one in mine])


def test_a_reason_that_the_released_words_do_not_hold_is_not_written(findings: Findings, read: Read) -> None:
    linked = next(one.segment for one in findings.quotes if one.segment in {link.segment for link in findings.links})

    reasons = read(findings, "quote_standards", quotes=[ReleasedQuote(linked, "It was hard.")])

    assert reasons
    assert {row["reason"] for row in reasons} == {""}


def asked_who(*, everybody: int, helped: int) -> Voices:
    """People of one group in two surveys that both ask who filled them in; `helped` of them had some help."""
    labels = {"alone": "Me, on my own", "helped": "Me, with some help", "other": "Someone answered for me"}
    choices = tuple(Choice(option, label) for option, label in labels.items())
    surveys = ("plan", "therapy")
    said = ["helped" if number < helped else "alone" for number in range(everybody)]
    return Voices(
        comments=(),
        people=tuple(Person(f"p{n}", "parent_carer", attributes={"who": labels[one]}) for n, one in enumerate(said)),
        ratings=tuple(Rating(f"p{n}", f"{surveys[n % 2]}/who", one) for n, one in enumerate(said)),
        questions=tuple(
            AskedQuestion(f"{survey}/who", survey, "Who filled this in?", "single", "parent_carer", choices=choices)
            for survey in surveys
        ),
        groups={"parent_carer": "Parent carers"},
    )
