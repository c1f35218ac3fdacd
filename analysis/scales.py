"""Closed questions become counts of people, a mean and a median, by question, group and service."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from statistics import fmean, median

from analysis.errors import AnalysisError
from analysis.findings import ScaleResult
from analysis.voices import AskedQuestion, Missing, Rating, Voices

_MANY_ANSWERS = frozenset({"multi", "pictures_multi", "rank", "dots"})

_Key = tuple[str, str, str]  # question, group, service


class RatingTwice(AnalysisError):
    """One person has two ratings for the same question and service."""


class RatingUnknown(AnalysisError):
    """A rating belongs to no person, no question or no option that the voices hold."""


def scale_results(voices: Voices) -> tuple[ScaleResult, ...]:
    """Count every scale by question, group and service.

    Parameters
    ----------
    voices : Voices
        Ratings of completed and started people alike.

    Returns
    -------
    tuple of ScaleResult
        One for each question, group and service that somebody was asked about, in the order of `voices.questions`,
        `voices.groups` and `voices.services` (what they do not name comes after, by name). `counts` holds every
        real option in the order shown, with 0 where nobody chose it: none for a number that was typed. A rating
        without option, value or reason counts as skipped. `mean` and `median` leave out what has no score.

    Raises
    ------
    RatingTwice
        If one person rated the same question of the same service twice.
    RatingUnknown
        If a rating names a person, a question or an option that the voices do not hold.

    Notes
    -----
    A question in which one person may choose, rank or dot several options is no scale and has no row here: its
    counts are not parts of a whole.
    """
    questions = _questions_by_group(voices.questions)
    groups = {person.id: person.group for person in voices.people}
    ratings: dict[_Key, list[Rating]] = defaultdict(list)
    for rating in _each_once(rating for rating in voices.ratings if _is_scale(rating, questions)):
        ratings[rating.question, _group_of(rating, groups), rating.service].append(rating)
    return tuple(_result(key, ratings[key], _asked(key, questions)) for key in _in_order(ratings, voices))


def _questions_by_group(questions: Iterable[AskedQuestion]) -> dict[str, dict[str, AskedQuestion]]:
    by_group: dict[str, dict[str, AskedQuestion]] = defaultdict(dict)
    for question in questions:
        by_group[question.id][question.group] = question
    return dict(by_group)


def _is_scale(rating: Rating, questions: Mapping[str, Mapping[str, AskedQuestion]]) -> bool:
    asked = questions.get(rating.question)
    if asked is None:
        raise RatingUnknown(f"A rating is of the question {rating.question!r}: add it to the questions.")
    return not any(question.kind in _MANY_ANSWERS for question in asked.values())


def _each_once(ratings: Iterable[Rating]) -> list[Rating]:
    seen: set[_Key] = set()
    kept = []
    for rating in ratings:
        key = (rating.respondent, rating.question, rating.service)
        if key in seen:
            about = f" about {rating.service!r}" if rating.service else ""
            raise RatingTwice(
                f"One person answered {rating.question!r}{about} twice: give the answer that counts, once."
            )
        seen.add(key)
        kept.append(rating)
    return kept


def _group_of(rating: Rating, groups: Mapping[str, str]) -> str:
    if rating.respondent not in groups:
        raise RatingUnknown(f"A rating of {rating.question!r} belongs to nobody: add its respondent to the people.")
    return groups[rating.respondent]


def _asked(key: _Key, questions: Mapping[str, Mapping[str, AskedQuestion]]) -> AskedQuestion:
    """Find the question as this group was asked it; "" stands for every group."""
    by_group = questions[key[0]]
    asked = by_group.get(key[1]) or by_group.get("")
    if asked is None:
        raise RatingUnknown(f"The question {key[0]!r} was not asked of the group {key[1]!r}: add it for that group.")
    return asked


def _in_order(ratings: Iterable[_Key], voices: Voices) -> list[_Key]:
    questions = _places(question.id for question in voices.questions)
    groups, services = _places(voices.groups), _places(voices.services)

    def place(key: _Key) -> tuple[int, int, str, int, str]:
        question, group, service = key
        return (
            questions[question],
            groups.get(group, len(groups)),
            group,
            -1 if not service else services.get(service, len(services)),
            service,
        )

    return sorted(ratings, key=place)


def _places(names: Iterable[str]) -> dict[str, int]:
    return {name: place for place, name in enumerate(dict.fromkeys(names))}


def _result(key: _Key, ratings: Sequence[Rating], asked: AskedQuestion) -> ScaleResult:
    options = {choice.id: choice for choice in asked.choices}
    chosen: Counter[str] = Counter()
    missing: Counter[Missing] = Counter()
    scores = []
    for rating in ratings:
        option = options.get(rating.option)
        if option is None and rating.option:
            raise RatingUnknown(f"A rating of {key[0]!r} chose {rating.option!r}: give one of {', '.join(options)}.")
        why = rating.missing or (option.missing if option else None if rating.value is not None else "skipped")
        if why:
            missing[why] += 1
            continue
        chosen[rating.option] += 1
        score = option.score if option and rating.value is None else rating.value
        scores += [] if score is None else [score]
    return ScaleResult(
        question=key[0],
        group=key[1],
        service=key[2],
        answered=sum(chosen.values()),
        counts={choice.id: chosen[choice.id] for choice in asked.choices if choice.missing is None},
        missing=dict(sorted(missing.items())),
        mean=fmean(scores) if scores else None,
        median=float(median(scores)) if scores else None,
    )
