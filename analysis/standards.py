"""Each segment, and the standards that it may speak to: none, one or several, the strongest three of each set."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from analysis.concepts import Concepts
from analysis.findings import Segment, StandardLink
from analysis.sentiment import sentiment_of
from analysis.standard_labels import StandardLabel
from analysis.standard_mapper import Spoken, StandardMapper
from analysis.standard_polarity import may_speak_to
from analysis.strategy import Standard, Strategy

MOST_PER_SET = 3
MOST_EXAMPLES = 2


@dataclass(frozen=True, slots=True)
class MappedStandards:
    """The links, what somebody needs to know of how they were made, and the segments to ask people about first."""

    links: tuple[StandardLink, ...] = ()
    how: Mapping[str, str] = field(default_factory=dict)
    picks: tuple[tuple[str, int], ...] = ()


def map_standards(
    segments: Sequence[Segment],
    strategies: Sequence[Strategy],
    *,
    services: Mapping[str, str] | None = None,
    questions: Mapping[str, str] | None = None,
    concepts: Concepts | None = None,
    labels: Sequence[StandardLabel] = (),
    picks: int = 0,
    may_ask: Collection[str] = (),
) -> MappedStandards:
    """Link each segment to none, one or several standards, at most three of a set, strongest first.

    A standard worded as bad news is linked to complaints only, unless labels show otherwise (`standard_polarity`).
    Non-answers are linked to nothing. What people said of a segment is obeyed.

    Parameters
    ----------
    segments : sequence of Segment
    strategies : sequence of Strategy
        Narrowed to the sets that are read against (`choose_sets`).
    services : mapping of str to str, optional
        By comment id, the name of the service that it is about: in answers about a therapy nobody says "therapist".
    questions : mapping of str to str, optional
        By comment id, the question that it answers.
    concepts : Concepts, optional
        The package's own unless told.
    labels : sequence of StandardLabel
        In any order.
    picks : int
        How many segments to ask people about.
    may_ask : collection of str
        Ids of the comments whose words may be shown to whoever is asked.

    Returns
    -------
    MappedStandards
        Links in the order of the segments, then of the sets.
    """
    answers = [segment for segment in segments if segment.is_answer]
    if not answers or not any(strategy.sets for strategy in strategies):
        return MappedStandards()
    words = [segment.words for segment in answers]
    mapper = StandardMapper(strategies, concepts).fit(words, labels)
    asked = [(questions or {}).get(segment.comment, "") for segment in answers]
    names = [(services or {}).get(segment.comment, "") for segment in answers]
    told = {(label.comment, label.words, label.standard): label.speaks for label in mapper.labels_}
    may = may_speak_to([segment.sentiment for segment in answers], mapper.heeds_praise_).tolist()
    links = tuple(
        link
        for segment, spoken, allowed in zip(answers, mapper.map(words, asked, names), may, strict=True)
        for link in _links(segment, spoken, allowed, mapper.standards_, told)
    )
    how = {"standards": mapper.how(), **_learned(mapper)}
    return MappedStandards(links, how, _picks(mapper, answers, asked, picks, frozenset(may_ask)))


def _learned(mapper: StandardMapper) -> dict[str, str]:
    """What people said and what it taught, in plain words; nothing where nobody said anything of these standards."""
    if mapper.learned_ is None:
        return {}
    yes, every, share = sum(label.speaks for label in mapper.labels_), len(mapper.labels_), mapper.learned_.share
    if not share:
        taught = "They change nothing yet but the words that they are of."
    elif share < 1:
        taught = f"The computer follows {share:.0%} of what they teach, until more of them bear it out."
    else:
        taught = "The computer follows all that they teach."
    if mapper.calibrated_ is not None:
        taught += " It is known how often it is right, so a percentage stands beside each promise."
    return {"labels_used": f"{every:,} ({yes:,} yes, {every - yes:,} no)", "labels_taught": taught}


def _picks(
    mapper: StandardMapper, answers: Sequence[Segment], asked: Sequence[str], wanted: int, may_ask: frozenset[str]
) -> tuple[tuple[str, int], ...]:
    askable = sorted(
        (segment.key, segment.words, question)
        for segment, question in zip(answers, asked, strict=True)
        if segment.comment in may_ask
    )
    if not wanted or not askable:
        return ()
    keys, words, questions = zip(*askable, strict=True)
    return tuple(keys[row] for row in mapper.picks(words, wanted, questions))


def _links(
    segment: Segment,
    spoken: Mapping[int, Spoken],
    allowed: Sequence[bool],
    standards: Sequence[Standard],
    told: Mapping[tuple[str, str, str], bool],
) -> list[StandardLink]:
    by_set: dict[str, list[StandardLink]] = {}
    for column in sorted(range(len(standards)), key=lambda column: (-_score(spoken, column), column)):
        standard, found = standards[column], spoken.get(column)
        said = told.get((segment.comment, segment.words, standard.id))
        links = by_set.setdefault(_set_of(standard), [])
        if said:
            links.append(_link(segment, standard, replace(found or Spoken(0.0, None), score=1.0, strength="likely")))
        elif said is None and found and found.strength and allowed[column]:
            links.append(_link(segment, standard, found))
    order = dict.fromkeys(map(_set_of, standards))
    return [link for set_id in order for link in by_set.get(set_id, [])[:MOST_PER_SET]]


def _link(segment: Segment, standard: Standard, spoken: Spoken) -> StandardLink:
    return StandardLink(
        segment.key,
        standard.id,
        spoken.strength or "possible",
        round(spoken.score, 3),
        spoken.reason,
        spoken.chance,
        _examples(segment, spoken.examples),
    )


def _examples(segment: Segment, nearest: Sequence[str]) -> tuple[str, ...]:
    """Those that feel like the segment: a complaint beside praise, or praise beside a complaint, reads as a mistake."""
    other = {"positive": "negative", "negative": "positive"}.get(segment.sentiment)
    return tuple(one for one in nearest if _felt(one) != other)[:MOST_EXAMPLES]


@cache
def _felt(words: str) -> str:
    return sentiment_of(words)


def _score(spoken: Mapping[int, Spoken], column: int) -> float:
    return spoken[column].score if column in spoken else 0.0


def _set_of(standard: Standard) -> str:
    return standard.id.rpartition("/")[0]
