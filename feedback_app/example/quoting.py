"""The invented quote releaser: reads what the analysis would quote, releases most of it and refuses some."""

from __future__ import annotations

from feedback_app import publishing
from feedback_app.example.plan import Plan
from feedback_app.example.respondents import Respondent
from feedback_app.publishing import Candidate


def release_quotes(plan: Plan, wave_slug: str, everybody: tuple[Respondent, ...], *, releaser_id: str) -> None:
    """Decide one quotation after another, as the page does; only redacted words are ever released."""
    refused = {one.words: plan.refused[person.id] for person in everybody for one in person.said if person.id in plan.refused}
    names = {one.words for person in everybody for one in person.said if one.names}
    for candidate in publishing.candidates(plan.slug, wave_slug):
        why = next((why for words, why in refused.items() if candidate.original in words), "")
        if why:
            _decide(plan, wave_slug, candidate, releaser_id, why=why)
        elif candidate.kind and not any(candidate.original in words for words in names):
            _decide(plan, wave_slug, candidate, releaser_id)


def _decide(plan: Plan, wave_slug: str, candidate: Candidate, releaser_id: str, *, why: str = "") -> None:
    publishing.decide_quote(
        plan.slug,
        wave_slug,
        candidate.answer_id,
        candidate.ordinal,
        release=not why,
        words=candidate.redacted,
        staff_id=releaser_id,
        why=why,
    )
