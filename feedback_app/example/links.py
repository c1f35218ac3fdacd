"""Where to look: fresh links for everybody whom the example is shown to."""

from __future__ import annotations

from feedback_app import asking, people, reporting
from feedback_app.config import Settings
from feedback_app.example.plan import Plan


def links_of(settings: Settings, plan: Plan, *, durham: str) -> list[str]:
    """Lines to print: the open surveys' short links, and a link of its own for each member of staff."""
    wave = reporting.reports_of(plan.slug)[0].wave_slug
    report = f"/areas/{plan.slug}/reports/{wave}"
    roles = (
        ("commissioner", "reads the report", report),
        ("commissioner", "reads what County Durham published", f"/areas/{durham}/reports/published"),
        ("quote_releaser", "releases or refuses quotations", f"/areas/{plan.slug}/quotes/{wave}"),
        ("safeguarding_lead", "opens what was held", f"/areas/{plan.slug}/concerns/"),
    )
