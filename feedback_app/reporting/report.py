"""The report of one wave: rows of its pack put beside one another. Nothing is counted here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from feedback_app.errors import NotFound
from feedback_app.reporting.crosswalk import Crosswalk, crosswalks_of, related_to
from feedback_app.reporting.gaps import Gaps, gaps_of
from feedback_app.reporting.results import Asked, Result, SameScale, asked_alike, results_of
from feedback_app.reporting.standards import StandardRead, StandardsRead, sets_of
from feedback_app.reporting.voices import EVERYONE, ThemeFound, themes_of
from feedback_app.storage.pack_rows import Decision, Fact, Group, Pack, PublishedResult
from feedback_app.storage.pack_standard_rows import RelatedStandards

AT_LEAST = 2  # strengths and challenges both, where there are any
AT_MOST = 5
HAPPINESS = "happy10"


class NoSuchStandard(NotFound):
    words = "This wave was not read against such a promise. The report lists those that it was read against."


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that a report's page needs.

    `facts` is by fact, then answer, then group id; `related` by standard id.
    """

    about: Mapping[str, str]
    groups: tuple[Group, ...]
    facts: Mapping[str, Mapping[str, Mapping[str, Fact]]]
    themes: tuple[ThemeFound, ...]
    sets: tuple[StandardsRead, ...]
    results: tuple[Result, ...]
    published: tuple[PublishedResult, ...]
    decisions: tuple[Decision, ...]
    gaps: Gaps
    crosswalks: tuple[Crosswalk, ...]
    related: Mapping[str, tuple[RelatedStandards, ...]]

    @property
    def strengths(self) -> tuple[ThemeFound, ...]:
        return self._of_tone("going well")

    @property
    def challenges(self) -> tuple[ThemeFound, ...]:
        return self._of_tone("not going well")

    @property
    def promises(self) -> tuple[StandardsRead, ...]:
        return tuple(one for one in self.sets if one.is_promise)

    @property
    def findings(self) -> tuple[StandardsRead, ...]:
        return tuple(one for one in self.sets if not one.is_promise)

    def standard(self, id: str) -> tuple[StandardsRead, StandardRead]:
        """One standard, with the set that it stands in. Raises NoSuchStandard."""
        found = ((one_set, one) for one_set in self.sets for one in one_set.standards if one.standard.id == id)
        if (read := next(found, None)) is None:
            raise NoSuchStandard
        return read

    @property
    def happiness(self) -> SameScale:
        """How happy people are, from 1 to 10, with each service: service after service, group beside group."""
        found = [one for one in self.results if one.question.scale == HAPPINESS and one.scale.service_id]
        services = list(dict.fromkeys(one.scale.service_id for one in found))
        return SameScale(tuple(sorted(found, key=lambda one: services.index(one.scale.service_id))))

    @property
    def alike(self) -> tuple[Asked, ...]:
        """What more than one survey asked: its groups stand side by side."""
        return tuple(one for one in self._other_questions() if one.joins_surveys)

    @property
    def by_survey(self) -> Mapping[str, tuple[Asked, ...]]:
        """What one survey alone asked, by its title."""
        found: dict[str, tuple[Asked, ...]] = {}
        for asked in self._other_questions():
            if not asked.joins_surveys:
                found[asked.survey] = (*found.get(asked.survey, ()), asked)
        return found

    def _other_questions(self) -> tuple[Asked, ...]:
        shown = self.happiness.results
        return asked_alike([one for one in self.results if one not in shown])

    def _of_tone(self, tone: str) -> tuple[ThemeFound, ...]:
        """The largest themes of one tone; those of mixed tone stand in where there are too few."""
        alike = [one for one in self.themes if one.theme.tone == tone][:AT_MOST]
        mixed = [one for one in self.themes if one.theme.tone == "mixed"]
        return (*alike, *mixed[: max(AT_LEAST - len(alike), 0)])


def report_from(pack: Pack) -> Report:
    """Groups stand side by side; where there are several, all of them together is left out."""
    groups = tuple(one for one in pack.groups if one.group_id != EVERYONE or len(pack.groups) == 1)
    sets = sets_of(pack, groups)
    return Report(
        about=pack.about,
        groups=groups,
        facts=_facts(pack.facts, groups),
        themes=themes_of(pack, groups),
        sets=sets,
        results=results_of(pack, groups),
        published=pack.published_results,
        decisions=pack.decisions,
        gaps=gaps_of(pack, groups),
        crosswalks=crosswalks_of(pack, sets),
        related={one.id: related_to(pack, one.id) for one in pack.standards},
    )


def _facts(facts: Sequence[Fact], groups: Sequence[Group]) -> Mapping[str, Mapping[str, Mapping[str, Fact]]]:
    here = {group.group_id for group in groups}
    found: dict[str, dict[str, dict[str, Fact]]] = {}
    for one in facts:
        if one.group_id in here:
            found.setdefault(one.fact, {}).setdefault(one.answer, {})[one.group_id] = one
    return found
