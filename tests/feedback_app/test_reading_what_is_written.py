"""A pack that the analysis writes is one that the report reads."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from analysis.evidence import ReleasedQuote, write_evidence
from analysis.findings import Findings, Segment, StandardLink, Theme, ThemeAssignment
from analysis.published import load_published_results
from analysis.scales import scale_results
from analysis.strategy import choose_sets, load_strategies
from analysis.voices import AskedQuestion, Choice, Comment, Person, Rating, Voices
from feedback_app.reporting.report import Report, report_from
from feedback_app.storage.packs import read_pack

WORDS = "They listen to me (a lot)"
STANDARD = "barnsley/quality_standards/kindness"
GOOD5 = tuple(
    Choice(id, id.capitalize(), score)
    for id, score in [("great", 5.0), ("good", 4.0), ("ok", 3.0), ("poor", 2.0), ("bad", 1.0)]
)
PEOPLE = 100


@pytest.fixture
def report(tmp_path: Path) -> Report:
    file = tmp_path / "written.pack.db"
    write_evidence(
        findings(),
        file,
        about={"title": "What we heard", "area_name": "Wexcombe"},
        quotes=[ReleasedQuote(("c1", 0), WORDS)],
        published=load_published_results("durham"),
    )
    return report_from(read_pack(file))


def findings() -> Findings:
    """A hundred parent carers: all of them rated, the first sixty wrote, the first thirty of kindness."""
    people = [f"p{number}" for number in range(PEOPLE)]
    comments = tuple(
        Comment(f"c{number}", one, WORDS, group="parent_carer", question="family/good", quotable=True)
        for number, one in enumerate(people[:60])
    )
    keys = [(comment.id, 0) for comment in comments]
    voices = Voices(
        comments=comments,
        ratings=tuple(rating(number, one) for number, one in enumerate(people)),
        people=tuple(Person(one, "parent_carer", attributes={"who": "Me, on my own"}) for one in people),
        questions=(question("family/kind", "good5", GOOD5), question("family/good", "text", ())),
        groups={"parent_carer": "Parent carers"},
    )
    return Findings(
        voices=voices,
        strategies=choose_sets(load_strategies(), ["barnsley/quality_standards", "durham/therapy_feedback_themes"]),
        segments=tuple(Segment(id, at, 0, len(WORDS), WORDS, WORDS, "positive") for id, at in keys),
        themes=(Theme("t-listening", 1, 1, "Listening", ("listen",)),),
        assignments=tuple(ThemeAssignment(key, "t-listening", 1, 0.5, ("listen",)) for key in keys[:30]),
        links=tuple(StandardLink(key, STANDARD, "likely", 0.9, ("listen",)) for key in keys[:30]),
        quotes=(),
        scales=scale_results(voices),
        default_level=1,
    )


def rating(number: int, person: str) -> Rating:
    choice = GOOD5[number * len(GOOD5) // PEOPLE]
    return Rating(person, "family/kind", choice.id, choice.score)


def question(id: str, kind: str, choices: tuple[Choice, ...]) -> AskedQuestion:
    scale = kind if choices else ""
    return AskedQuestion(id, "Your family", "How kind are people?", kind, "parent_carer", scale=scale, choices=choices)


def test_themes_and_standards_have_their_counts_and_their_quotes(report: Report) -> None:
    (theme,) = report.themes
    kindness = next(one for one_set in report.promises for one in one_set.standards if one.standard.id == STANDARD)

    assert theme.voices.counts["parent_carer"].people == 30
    assert theme.voices.counts["parent_carer"].share == 50
    assert theme.theme.tone in ("going well", "not going well", "mixed")
    assert [quote.words for quote in theme.voices.quotes] == [WORDS]
    assert kindness.voices.counts["parent_carer"].people == 30
    assert [quote.words for quote in kindness.voices.quotes] == [WORDS]
    assert theme.standards == ()  # the rest of either has nobody


def test_promises_and_findings_are_told_apart(report: Report) -> None:
    assert [one.first.set_id for one in report.promises] == ["quality_standards"]
    assert [one.first.set_id for one in report.findings] == ["therapy_feedback_themes"]


def test_the_other_promises_are_silent(report: Report) -> None:
    silent = [one.standard.id for one_set in report.promises for one in one_set.standards if one.voices.is_silent]

    assert len(silent) == len(report.promises[0].standards) - 1
    assert STANDARD not in silent


def test_the_key_of_a_bar_has_the_colours_that_the_bar_has(report: Report) -> None:
    (result,) = report.results
    (scale,) = report.by_survey["Your family"][0].scales

    assert result.figure is not None
    drawn = [int(tone) for tone in re.findall(r'class="v v(\d)"', result.figure.svg)]
    assert drawn == [5, 4, 3, 2, 1]
    assert list(scale.key.items()) == [(tone, (choice.label,)) for tone, choice in zip(drawn, GOOD5, strict=True)]
    assert [cell.part.shown for cell in result.cells] == ["20"] * 5
    assert (result.scale.mean, result.scale.median) == ("3.0", "3")


def test_published_results_come_through_as_printed(report: Report) -> None:
    assert [(one.respondents, one.mean.split(" / ")[0]) for one in report.published] == [
        (165, "3"),
        (131, "2.7"),
        (155, "2.7"),
    ]


def test_the_page_says_what_the_pack_is_about(report: Report) -> None:
    assert report.about["title"] == "What we heard"
    assert {"floor", "segments_without_theme"} <= report.about.keys()
