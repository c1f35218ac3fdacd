"""Each segment, and the promises it may speak to: none, one or several, with the person's words that made it so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pytest
from sklearn.base import clone

from analysis.findings import Segment, Sentiment, StandardLink
from analysis.sentiment import sentiment_of
from analysis.standard_labels import StandardLabel
from analysis.standard_mapper import StandardMapper
from analysis.standards import map_standards
from analysis.strategy import Strategy, choose_sets, load_strategies, parse_strategy

STRATEGIES = load_strategies()
SIX = choose_sets(STRATEGIES, ["barnsley/quality_standards"])
THERAPY = choose_sets(STRATEGIES, ["durham/therapy_feedback_themes"])


def segment(words: str, *, comment: str = "c1", sentiment: Sentiment = "negative", is_answer: bool = True) -> Segment:
    return Segment(comment, 0, 0, len(words), words, words, sentiment, is_answer)


def links_of(
    segments: Sequence[Segment],
    strategies: Sequence[Strategy],
    *,
    services: Mapping[str, str] | None = None,
    labels: Sequence[StandardLabel] = (),
) -> tuple[StandardLink, ...]:
    return map_standards(segments, strategies, services=services, labels=labels).links


def linked(words: str, strategies: Sequence[Strategy], sentiment: Sentiment = "negative") -> dict[str, StandardLink]:
    links = links_of([segment(words, sentiment=sentiment)], strategies)
    return {link.standard.split("/")[-1]: link for link in links}


@pytest.mark.parametrize(
    ("words", "standard"),
    [
        ("the receptionist was ever so friendly", "kindness"),
        ("she was rude to my nan", "kindness"),
        ("nobody judges you at the club", "acceptance"),
        ("another new social worker, that makes five", "consistency"),
        ("they cancelled again", "consistency"),
        ("why do they get one and we don’t, it's not fair", "fairness"),
        ("we had to go to tribunal", "fairness"),
        ("it really helped me", "quality"),
        ("the lights were too bright and it was noisy", "consideration"),
    ],
)
def test_words_of_families_find_the_promise_that_they_do_not_name(words: str, standard: str) -> None:
    assert standard in linked(words, SIX)


@pytest.mark.parametrize(
    "words",
    ["I like crisps", "what kind of form is it", "it is a fun fair", "i mean on tuesdays", "More slime", "yes", "😀"],
)
def test_many_segments_speak_to_no_promise(words: str) -> None:
    assert linked(words, SIX) == {}


@pytest.mark.parametrize(
    ("words", "standard"),
    [
        ("Every professional says something different about his feeding", "quality"),
        ("I think its good that you ask", "quality"),
        ("Love that we get to interview the staff", "kindness"),
    ],
)
def test_a_word_that_means_something_else_there_is_no_reason(words: str, standard: str) -> None:
    assert standard not in linked(words, SIX)


def test_one_segment_can_speak_to_several_and_says_why() -> None:
    links = linked("waited two years and then nobody rang back", THERAPY)

    assert set(links) == {"waiting-times-timescales", "communication"}
    assert "waited" in links["waiting-times-timescales"].reason
    assert links["communication"].reason == ("rang back",)


def test_the_reason_is_the_persons_own_words_as_typed() -> None:
    links = linked("They DIDN’T turn up", SIX)

    assert links["consistency"].reason == ("DIDN’T turn up",)


def test_at_most_three_of_a_set_are_linked() -> None:
    words = (
        "kind, fair, brilliant, they never cancelled, nobody judged me and they asked me first, "
        "it really helped and she was friendly and it was my plan"
    )

    assert len(links_of([segment(words)], SIX)) == 3
    assert len(links_of([segment(words)], choose_sets(STRATEGIES, ["barnsley"]))) > 3


def test_more_signs_make_it_likely_and_one_makes_it_possible() -> None:
    assert linked("parking", SIX)["consideration"].strength == "possible"
    assert linked("the parking is bad and they rushed me", SIX)["consideration"].strength == "likely"


def test_a_sentence_that_means_a_promise_finds_it_without_any_of_its_words() -> None:
    links = linked("her face lit up when we walked in and she gave him a big hug", SIX, "positive")

    assert "kindness" in links
    assert links["kindness"].examples


def test_an_example_feels_like_the_words_and_is_not_the_promise_itself() -> None:
    praise = linked("her face lit up when we walked in and she gave him a big hug", SIX, "positive")["kindness"]
    complaint = linked("she rolled her eyes and snapped at us when we walked in", SIX, "negative")["kindness"]

    assert {sentiment_of(words) for words in praise.examples} <= {"positive", "neutral", "mixed"}
    assert {sentiment_of(words) for words in complaint.examples} <= {"negative", "neutral", "mixed"}
    own = {text for standard in SIX[0].standards for text in (standard.name, standard.description, standard.easy_read)}
    assert not own & {*praise.examples, *complaint.examples}


def test_a_promise_said_twice_in_the_same_words_is_no_more_likely() -> None:
    once, twice = linked("parking", SIX), linked("parking. PARKING", SIX)

    assert once["consideration"].strength == twice["consideration"].strength == "possible"


def test_a_happy_comment_does_not_speak_to_what_is_worded_as_bad_news() -> None:
    challenges = choose_sets(STRATEGIES, ["kirklees/challenges"])

    assert "exclusions" in linked("he was excluded nine times", challenges, "negative")
    assert "exclusions" in linked("he was excluded but then they sorted it", challenges, "mixed")
    assert linked("he is never excluded now", challenges, "positive") == {}


def test_a_standard_that_joins_two_things_wants_both() -> None:
    delays = choose_sets(STRATEGIES, ["kirklees/challenges"])

    assert "delays-camhs-therapy" in linked("two years waiting for camhs", delays)
    assert "delays-camhs-therapy" not in linked("two years waiting for a wheelchair", delays)


def test_in_answers_about_a_therapy_she_is_the_therapist() -> None:
    she = segment("she is so patient with him")

    without = links_of([she], THERAPY)
    about_therapy = links_of([she], THERAPY, services={"c1": "Speech and language therapy"})

    assert without == ()
    assert [link.standard for link in about_therapy] == ["durham/therapy_feedback_themes/therapy-team-feedback"]


def test_a_non_answer_is_linked_to_nothing() -> None:
    assert links_of([segment("nothing, they are kind", is_answer=False)], SIX) == ()


def test_the_standards_own_words_find_it_where_nothing_else_is_known() -> None:
    links = linked("the physio came", choose_sets(STRATEGIES, ["durham/local_services"]))

    assert links["svc-physiotherapy"].reason == ("physio",)


def test_words_that_everybody_uses_tell_less() -> None:
    options = choose_sets(STRATEGIES, ["durham/needs_assessment_voice"])
    everybody = [segment("my course is on tuesdays", comment=f"c{number}") for number in range(100)]

    alone = links_of(everybody[:1], options)[0]
    among_many = links_of(everybody, options)

    assert alone.standard.endswith("/post-16-options")
    assert all(link.score < alone.score for link in among_many)


def test_words_for_matching_only_match_and_are_no_reason() -> None:
    strategy = parse_strategy(
        """
        area = "thornmoor"
        area_name = "Thornmoor"
        version = 1
        title = "Promises"
        cycle_source = "none"
        [[sets]]
        id = "promises"
        name = "Promises"
        kind = "finding"
        description_by = "us"
        [[sets.standards]]
        id = "names"
        name = "Rude words"
        description = "Nobody is called a bad word."
        match_only_words = ["wobbler"]
        source = "s. 1"
        """,
        source="thornmoor.toml",
    )

    (link,) = links_of([segment("he said wobbler to me")], [strategy])

    assert (link.standard, link.reason) == ("thornmoor/promises/names", ())
    assert "wobbler" not in link.examples


def test_no_standards_or_no_segments_are_no_links() -> None:
    assert links_of([segment("they are kind")], ()) == ()
    assert links_of([], SIX) == ()


def test_the_order_of_segments_changes_no_link() -> None:
    words = ["she was rude", "they cancelled again", "not fair", "it really helped", "wait for a form", "kind people"]
    segments = [segment(one, comment=f"c{number}") for number, one in enumerate(words)]

    forward = links_of(segments, SIX)
    backward = links_of(segments[::-1], SIX)

    assert sorted(forward, key=lambda link: link.segment) == sorted(backward, key=lambda link: link.segment)


def test_what_people_said_of_a_segment_is_obeyed() -> None:
    rude = segment("she was rude to my nan")
    yes = StandardLabel("c1", rude.words, "barnsley/quality_standards/fairness", speaks=True)
    no = StandardLabel("c1", rude.words, "barnsley/quality_standards/kindness", speaks=False)

    links = links_of([rude], SIX, labels=[yes, no])

    assert [link.standard for link in links] == ["barnsley/quality_standards/fairness"]


def test_a_label_of_another_comment_does_not_decide_for_this_one() -> None:
    no = StandardLabel("c2", "she was rude to my nan", "barnsley/quality_standards/kindness", speaks=False)

    links = links_of([segment("she was rude to my nan")], SIX, labels=[no])

    assert "barnsley/quality_standards/kindness" in {link.standard for link in links}


def test_the_mapper_keeps_scikit_learns_conventions() -> None:
    words = ["she was rude", "I like crisps"]
    mapper = StandardMapper(SIX)

    scores = mapper.fit(words).predict_scores(words)

    assert scores.shape == (2, 6)
    assert mapper.standards_[int(np.argmax(scores[0]))].id == "barnsley/quality_standards/kindness"
    assert mapper.predict(words)[0].any()
    assert not mapper.predict(words)[1].any()
    assert clone(mapper).strategies == SIX
