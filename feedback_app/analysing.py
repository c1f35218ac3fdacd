"""Analysing: the worker reads a closed wave's voices, runs the analysis and keeps what it found.

Only the worker and commands import this module: the learning libraries are too heavy for pages.
"""

from __future__ import annotations

from sqlalchemy.engine import Connection

from analysis import analyse
from analysis.codebook import Codebook, codebook_of, machine_codebook
from analysis.codebook_file import codebook_from_json, codebook_to_json
from analysis.findings import Findings
from feedback_app.errors import HeardError
from feedback_app.reviewing.decided import Decided, decided, for_analysis
from feedback_app.reviewing.outcomes import outcomes
from feedback_app.storage import areas, findings, waves
from feedback_app.storage.db import reading, transaction
from feedback_app.taught import known_labels, strategies_of
from feedback_app.voices import read_voices

RANDOM_STATE = 0
MOST_PICKS = 25  # as many as a person may look at in one sitting


class WaveStillOpen(HeardError):
    words = "The wave is still open. Close it first: `heard waves close`."


def analyse_wave(area_id: str, wave_id: str, asked_by: str | None = None) -> str:
    """Analyse a closed wave and keep its segments, themes, names, links and codebook; return the analysis id."""
    result, made = find_and_obey(area_id, wave_id)
    with transaction() as session:
        return findings.keep(
            session,
            area_id,
            wave_id,
            result,
            random_state=RANDOM_STATE,
            codebook=codebook_to_json(codebook_of(result, _known(session, area_id, wave_id))),
            machine_codebook=codebook_to_json(machine_codebook(result, _found_before(session, area_id, wave_id))),
            decisions=outcomes(result, made),
        )


def find(area_id: str, wave_id: str) -> Findings:
    """The findings of a closed wave. Same answers and decisions: the same findings. Raises WaveStillOpen."""
    return find_and_obey(area_id, wave_id)[0]


def find_and_obey(area_id: str, wave_id: str) -> tuple[Findings, tuple[Decided, ...]]:
    """The findings of a closed wave, and the decisions about its themes that they were given. Raises WaveStillOpen."""
    with reading() as session:
        if waves.by_id(session, area_id, wave_id).closed_on is None:
            raise WaveStillOpen
        voices = read_voices(session, area_id, wave_id)
        chosen = strategies_of(session, area_id, wave_id)
        places = areas.by_id(session, area_id).details.get("places", ())
        known = _known(session, area_id, wave_id)
        again = _found_before(session, area_id, wave_id)
        labels = known_labels(session, area_id, wave_id)
        made = decided(session, area_id, wave_id)
    result = analyse(
        voices,
        strategies=chosen,
        random_state=RANDOM_STATE,
        places=places,
        codebook=known,
        again=again,
        decisions=[decision for _, decision in for_analysis(made)],
        labels=labels,
        picks=MOST_PICKS,
    )
    return result, made


def _known(session: Connection, area_id: str, wave_id: str) -> Codebook | None:
    """What is known from the wave before; None where there was none."""
    text = findings.codebook_before(session, area_id, wave_id)
    return None if text is None else codebook_from_json(text)


def _found_before(session: Connection, area_id: str, wave_id: str) -> Codebook | None:
    """What the machine itself found when this wave was last analysed; None where it was not."""
    newest = findings.newest(session, area_id, wave_id)
    return codebook_from_json(newest.machine_codebook) if newest and newest.machine_codebook else None
