"""The whole way from voices to findings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis import Comment, Findings, Person, Voices, analyse, choose_sets, load_strategies
from analysis.pipeline import digest
from analysis.read_counts import ReadCounts
from analysis.steps import STEPS
from tests.analysis.crowd import KINDNESS, WAITING, people_saying, shuffled, three_subjects


@pytest.fixture(scope="module")
def findings() -> Findings:
    return analyse(three_subjects(), choose_sets(load_strategies(), ["durham/therapy_feedback_themes"]))


def named(findings: Findings) -> dict[str, set[str]]:
    """Who is in each theme of the level that is read."""
    names = {theme.id: theme.name for theme in findings.themes if theme.level == findings.default_level}
    people: dict[str, set[str]] = {name: set() for name in names.values()}
    for assignment in findings.assignments:
        if assignment.theme in names:
            people[names[assignment.theme]].add(assignment.segment[0])
    return people


def test_people_who_say_the_same_kind_of_thing_are_one_theme(findings: Findings) -> None:
    themes = named(findings)

    assert {"waiting", "friendly", "bus"} <= {word for name in themes for word in name.casefold().split()}
    assert sum(len(people) for people in themes.values()) >= 60


def test_every_assignment_says_which_words_made_it_so(findings: Findings) -> None:
    assert all(assignment.reason for assignment in findings.assignments if assignment.level == findings.default_level)


def test_a_segment_has_one_theme_at_a_level_at_most(findings: Findings) -> None:
    places = [(assignment.segment, assignment.level) for assignment in findings.assignments]

    assert len(places) == len(set(places))


def test_segments_are_linked_to_standards(findings: Findings) -> None:
    assert "durham/therapy_feedback_themes/waiting-times-timescales" in {link.standard for link in findings.links}


def test_row_order_does_not_matter(findings: Findings) -> None:
    again = analyse(shuffled(three_subjects(), seed=3), findings.strategies)

    assert replace(again, voices=findings.voices) == findings


def test_the_same_seed_gives_the_same_findings(findings: Findings) -> None:
    assert analyse(three_subjects(), findings.strategies) == findings


def test_ids_and_order_do_not_change_the_hash_of_what_was_said() -> None:
    voices = three_subjects()
    renamed = Voices(tuple(replace(one, id=f"x{one.id}", respondent=f"y{one.respondent}") for one in voices.comments))

    assert digest(shuffled(renamed, seed=1)) == digest(voices)
    assert digest(Voices(voices.comments[1:])) != digest(voices)


def test_a_number_of_themes_can_be_asked_for() -> None:
    assert len(named(analyse(three_subjects(), themes=2))) == 2


def test_held_comments_have_no_segments_themes_links_or_quotes() -> None:
    held = [replace(one, held=True) for one in people_saying(KINDNESS, 30, group="held")]
    voices = Voices((*people_saying(WAITING, 40), *held))

    found = analyse(voices, choose_sets(load_strategies(), ["barnsley/quality_standards"]))

    seen = {segment.comment for segment in found.segments} | {one.segment[0] for one in found.assignments}
    assert not any(comment.startswith("held") for comment in seen)
    assert "friendly" not in " ".join(term for theme in found.themes for term in theme.terms)


def test_a_theme_needs_more_than_one_respondent() -> None:
    one = [Comment(f"one-{number}", "the same", KINDNESS[number % 6], quotable=True) for number in range(40)]

    found = analyse(Voices((*people_saying(WAITING, 40), *one)))

    assert not any(assignment.segment[0].startswith("one-") for assignment in found.assignments)


def test_only_words_that_may_be_quoted_become_quotes() -> None:
    silent = people_saying(WAITING, 30, quotable=False)
    unsent = people_saying(WAITING, 3, first=100)
    sent = people_saying(WAITING, 3, first=200)
    voices = Voices((*silent, *unsent, *sent), people=tuple(Person(one.respondent, completed=False) for one in unsent))

    quoted = {quote.segment[0] for quote in analyse(voices).quotes}

    assert quoted
    assert quoted <= {one.id for one in sent}


def test_few_comments_make_provisional_themes(findings: Findings) -> None:
    few = analyse(three_subjects(each=9))

    assert few.themes
    assert all(theme.provisional for theme in few.themes)
    assert not any(theme.provisional for theme in findings.themes)


@pytest.mark.parametrize(
    "comments",
    [
        (),
        (Comment("1", "1", "We waited"),),
        tuple(Comment(str(number), str(number), "n/a") for number in range(20)),
        tuple(Comment(str(number), str(number), "😀") for number in range(20)),
        tuple(Comment(str(number), str(number), "", held=True) for number in range(20)),
        tuple(Comment(str(number), "the same", f"We waited {number}") for number in range(20)),
    ],
    ids=["none", "one", "non-answers", "emoji", "held", "one person"],
)
def test_too_little_to_go_on_is_no_theme_and_no_error(comments: tuple[Comment, ...]) -> None:
    found = analyse(Voices(comments))

    assert (found.themes, found.assignments, found.quotes) == ((), (), ())


def test_a_comment_that_many_wrote_word_by_word_is_a_theme() -> None:
    voices = Voices(tuple(Comment(str(number), str(number), "We waited for the bus") for number in range(12)))

    assert len(named(analyse(voices))) == 1


def test_progress_names_every_step() -> None:
    told: list[str] = []

    analyse(three_subjects(each=6), progress=told.append)

    assert tuple(told) == STEPS


def test_what_became_of_every_comment_is_counted() -> None:
    copied = "Please keep the youth club in the old library open on Saturdays"
    said = ["n/a", "", "held", copied, copied, f"{copied}!", "We recieve nothing", "they receive it"]
    comments = (Comment(str(row), str(row), words, held=words == "held") for row, words in enumerate(said))

    assert analyse(Voices(tuple(comments))).read == ReadCounts(
        comments=8, held=1, blank=1, set_aside=1, segments=5, texts=3, copied_texts=1, copying_people=3, respelled=1
    )
