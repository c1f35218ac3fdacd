"""The invented quote releaser: reads what the analysis would quote, releases most of it and refuses some."""

from __future__ import annotations

from collections.abc import Iterable

from feedback_app import publishing
from feedback_app.example.plan import Plan
from feedback_app.example.respondents import Respondent
from feedback_app.publishing import Candidate


def release_quotes(plan: Plan, wave_slug: str, everybody: Iterable[Respondent], *, releaser_id: str) -> None:
    """Decide one quotation after another, as the page does; only redacted words are ever released."""
    said = [(person, one) for person in everybody for one in person.said]
    refused = {one.words: plan.refused[person.id] for person, one in said if person.id in plan.refused}
    naming = [one.words for _, one in said if one.names]
    for candidate in publishing.candidates(plan.slug, wave_slug):
        why = next((why for words, why in refused.items() if candidate.original in words), "")
        is_chosen = candidate.kind and not any(candidate.original in words for words in naming)
        if why or is_chosen:
            _decide(plan.slug, wave_slug, candidate, releaser_id, why=why)


def _decide(area_slug: str, wave_slug: str, candidate: Candidate, releaser_id: str, *, why: str) -> None:
    publishing.decide_quote(
        area_slug,
        wave_slug,
        candidate.answer_id,
        candidate.ordinal,
        release=not why,
        words="" if why else candidate.redacted,
        staff_id=releaser_id,
        why=why,
    )
