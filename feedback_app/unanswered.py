"""Why questions had no answer or were not understood, for whoever wrote them: counts of people, and no words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from feedback_app.asking import find_opening
from feedback_app.storage import unanswered as rows
from feedback_app.storage.areas import by_slug
from feedback_app.storage.db import reading
from feedback_app.storage.waves import NoSuchOpening

FLOOR = 5  # inside the area; what is published has a higher one
REASONS = ("not_understood", "dont_know", "prefer_not", "skipped")


@dataclass(frozen=True, slots=True)
class Unanswered:
    """One question as it was read in one layer and language: how many people gave no answer, by their reason."""

    question: str
    words: str
    layer: str
    language: str
    people: Mapping[str, int]

    def shown(self, reason: str) -> str:
        """How many gave that reason; a few are never told apart from one another, nor from nobody."""
        count = self.people.get(reason, 0)
        return f"{count:,}" if count >= FLOOR else f"fewer than {FLOOR}"


@dataclass(frozen=True, slots=True)
class Reasons:
    """What an opening asked, and where nobody understood or answered."""

    title: str
    version: int
    audience: str
    questions: Sequence[Unanswered]


def reasons_of(area_slug: str, code: str) -> Reasons:
    """The questions of an opening that somebody did not answer, in the order asked. Raises NoSuchOpening."""
    opening = find_opening(code)
    if opening.area_slug != area_slug:
        raise NoSuchOpening
    with reading() as session:
        found = rows.of_opening(session, by_slug(session, area_slug).id, opening.id)
    people: dict[tuple[str, str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in found:
        people[row.question, row.layer, row.language][row.missing].add(row.response_id)
    survey = opening.survey
    asked = [
        Unanswered(
            question.id,
            question.words_for(opening.audience),
            layer,
            language,
            {reason: len(who) for reason, who in people[id, layer, language].items()},
        )
        for question in survey.questions
        for id, layer, language in sorted(people)
        if id == question.id
    ]
    return Reasons(survey.title, survey.version, survey.audience_name(opening.audience), asked)
