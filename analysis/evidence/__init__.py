"""The evidence pack: one SQLite file with everything of an analysis that may be shown, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from analysis.decisions import Decision
from analysis.disclosure import FLOOR
from analysis.evidence.about import about_rows
from analysis.evidence.crosswalk import related_rows, shared_voice_rows
from analysis.evidence.decided import decided
from analysis.evidence.elsewhere import elsewhere_rows, told_related
from analysis.evidence.figures import figure_rows
from analysis.evidence.gaps import gap_rows
from analysis.evidence.groups import groups_of
from analysis.evidence.list_voices import list_voice_rows
from analysis.evidence.people import facts_rows, people_rows
from analysis.evidence.published import published_rows
from analysis.evidence.questions import question_rows, scale_count_rows, scale_rows, shown_scales
from analysis.evidence.quotes import QuoteNotReleasable, ReleasedQuote, quote_rows
from analysis.evidence.standards import (
    standard_count_rows,
    standard_rows,
    theme_standard_rows,
    who_spoke_to_standards,
)
from analysis.evidence.telling import standard_strength_rows, standard_word_rows
from analysis.evidence.themes import numbered, theme_count_rows, theme_rows, who_spoke_to_themes
from analysis.evidence.writer import PackNotWritten, write_pack
from analysis.findings import Findings
from analysis.published import PublishedResult
from analysis.related import RelatedDecision
from analysis.strategy import Strategy

__all__ = ["PackNotWritten", "QuoteNotReleasable", "ReleasedQuote", "write_evidence"]


def write_evidence(
    findings: Findings,
    path: str | Path,
    *,
    about: Mapping[str, str] | None = None,
    quotes: Sequence[ReleasedQuote] | None = None,
    published: Sequence[PublishedResult] = (),
    decisions: Sequence[Decision] = (),
    related: Sequence[RelatedDecision] = (),
    known: Sequence[Strategy] = (),
    floor: int = FLOOR,
) -> None:
    """Write what may be shown of the findings to one SQLite file (tables: `analysis/evidence/schema.py`).

    Parameters
    ----------
    findings : Findings
    path : str or Path
        An existing pack there is replaced.
    about : mapping of str to str
        What the pack is about (title, area, dates of asking), for its `about` table.
    quotes : sequence of ReleasedQuote, optional
        What a person has released: these and no others. Without it the typical quotes are written, marked
        "not checked".
    published : sequence of PublishedResult
        What an area has published itself; printed as it was.
    decisions : sequence of Decision
        Those that the findings do not tell of themselves, because the analysis was not given them.
    related : sequence of RelatedDecision
        What people said of standards that may be about the same, oldest first.
    known : sequence of Strategy
        Where the words of standards stand that a person related to one of these findings, and that they were not read
        against.
    floor : int
        Counts of fewer people are not written, nor what would give them away.

    Raises
    ------
    QuoteNotReleasable
        A quote is of a held comment, of one whose writer did not say yes, or a third of one respondent.
    PackNotWritten
        The file cannot be written there.

    Notes
    -----
    Same findings and arguments, same bytes (with the same SQLite).
    """
    groups = groups_of(findings.voices)
    to_themes, to_standards = who_spoke_to_themes(findings), who_spoke_to_standards(findings)
    theme_counts = theme_count_rows(findings, to_themes, groups, floor=floor)
    standard_counts = standard_count_rows(findings, to_standards, groups, floor=floor)
    shared = list(shared_voice_rows(findings, to_standards, groups, floor=floor))
    told = (*decisions, *decided(findings, floor=floor), *told_related(findings, related, known))
    order = list(dict.fromkeys(str(row["theme_id"]) for row in theme_counts))
    scales = shown_scales(findings, floor=floor)
    quoted, quoted_standards = quote_rows(findings, quotes, order, groups, floor=floor)
    write_pack(
        {
            "about": about_rows(findings, about or {}, groups, floor=floor),
            "people": people_rows(groups, floor=floor),
            "people_facts": facts_rows(findings.voices, groups, floor=floor),
            "questions": question_rows(findings.voices, groups),
            "scales": scale_rows(scales, findings.voices, groups),
            "scale_counts": scale_count_rows(scales, floor=floor),
            "themes": theme_rows(findings, to_themes, theme_counts, floor=floor),
            "theme_counts": theme_counts,
            "standards": standard_rows(findings),
            "standard_counts": standard_counts,
            "standard_strengths": standard_strength_rows(findings, standard_counts, groups, floor=floor),
            "standard_words": standard_word_rows(findings, standard_counts, floor=floor),
            "theme_standards": theme_standard_rows(findings, to_themes, to_standards, groups, floor=floor),
            "shared_voices": shared,
            "related_standards": related_rows(findings, shared, to_standards, groups, related),
            "related_elsewhere": elsewhere_rows(findings, related, known),
            "list_voices": list_voice_rows(findings, to_standards, groups, floor=floor),
            "gaps": gap_rows(findings, theme_counts, standard_counts, groups, floor=floor),
            "quotes": quoted,
            "quote_standards": quoted_standards,
            "published_results": published_rows(published),
            "decisions": numbered(_decision(one) for one in told),
            "figures": figure_rows(scales, findings.voices, groups),
        },
        Path(path),
    )


def _decision(decision: Decision) -> dict[str, str]:
    return {
        "about": decision.about,
        "decision": decision.decision,
        "who": decision.who,
        "why": decision.why,
        "replaces": decision.replaces,
    }
