"""Replay what waited on phones, twice, shuffled, from two tabs each, with replies lost, then count what is kept.

    python -m tests.endurance.replay [--answers 1000] [--lost 0.3] [--without-unique-key]

Exits 0 when every answer is kept, once. Without the unique key on what was sent it must find more and exit 1: that
shows that it can fail.
"""

from __future__ import annotations

import argparse
import http.client
import json
import random
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from feedback_app import asking, create_app
from feedback_app.arriving import Waited
from feedback_app.config import Settings
from feedback_app.storage.db import open_database
from feedback_app.storage.tables import answer, response, send
from surveys import steps
from tests.sealed import SilentPhone, as_sent
from tests.serving import an_installation, serving
from tests.term import begin_term

SERVICES = ("t1", "")  # where the survey asks which services there were: all of them
BATCH = 5
TIMES = 2
PATIENCE_SECONDS = 900


@dataclass(frozen=True, slots=True)
class Tally:
    """What the server has of one opening, and how many requests and lost replies it took."""

    answers: int
    different: int
    sends: int
    responses: int
    requests: int
    lost: int

    def is_right(self, answers: int, phones: int) -> bool:
        return self.answers == self.different == self.sends == answers and self.responses == phones


class ReplyLost(Exception):
    """The server may have done its work; this phone does not know."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--answers", type=int, default=1_000)
    parser.add_argument("--lost", type=float, default=0.3)
    parser.add_argument("--without-unique-key", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        settings = an_installation(Path(folder))
        with create_app(settings).app_context():
            code = begin_term().therapy
        if asked.without_unique_key:
            with open_database(settings.database_url).engine.begin() as session:
                session.exec_driver_sql("DROP INDEX uq_send_key_hash")
        queues = queued(settings, code, asked.answers)
        began = time.monotonic()
        with serving(settings) as server:
            tally = replay(server.settings, code, queues, lost=asked.lost)
    print(f"{tally.requests} requests, {tally.lost} replies lost, {time.monotonic() - began:.0f} s")
    print(f"{asked.answers} answers waited on {len(queues)} phones: {tally.answers} rows, {tally.different} different")
    return 0 if tally.is_right(asked.answers, len(queues)) else 1


def queued(settings: Settings, code: str, answers: int) -> list[list[Waited]]:
    """So many answers in all, sealed on as many phones as that takes."""
    app = create_app(settings)
    with app.app_context():
        opening = asking.find_opening(code)
        every = tuple(service.option for service in opening.survey.services)
        asked = steps(opening.survey, {SERVICES: every})
        queues: list[list[Waited]] = []
        while left := answers - sum(map(len, queues)):
            phone = SilentPhone(opening)
            queue: list[Waited] = []
            for step in asked[:left]:
                question = opening.survey.question(step.question)
                page = f"{step.question}/{step.repeat}".rstrip("/")
                words = f"Something said {len(queue)}" if question.is_text else question.options[0].id
                chosen = every if step.key == SERVICES else (words,)
                queue.append(phone.choose(page, *chosen))
            queues.append(queue)
    app.extensions["heard_database"].engine.dispose()
    return queues


def replay(settings: Settings, code: str, queues: Sequence[Sequence[Waited]], *, lost: float) -> Tally:
    """Two tabs for each phone send all of its queue until everything is spoken for, and then once more."""
    counted = [0, 0]
    tabs = [
        threading.Thread(target=_tab, args=(settings, code, queues, random.Random(seed), lost, counted))
        for seed in (1, 2)
    ]
    for tab in tabs:
        tab.start()
    for tab in tabs:
        tab.join(PATIENCE_SECONDS)
        assert not tab.is_alive(), "a tab did not come to its end"
    return _count(settings, code, counted)


def _tab(
    settings: Settings,
    code: str,
    queues: Sequence[Sequence[Waited]],
    chance: random.Random,
    lost: float,
    counted: list[int],
) -> None:
    for _ in range(TIMES):
        waiting = [list(queue) for queue in queues]
        while any(waiting):
            queue = chance.choice([one for one in waiting if one])
            batch = chance.sample(queue, min(BATCH, len(queue)))
            counted[0] += 1
            try:
                spoken_for = _sent(settings, code, batch, chance.random() < lost)
            except (ReplyLost, OSError, http.client.HTTPException):
                counted[1] += 1
                continue
            queue[:] = [one for one in queue if one.send_key not in spoken_for]


def _sent(settings: Settings, code: str, batch: Sequence[Waited], is_lost: bool) -> set[str]:
    """The send keys that the reply speaks for. Raises ReplyLost after the server has done its work."""
    connection = http.client.HTTPConnection(settings.host, settings.port, timeout=60)
    try:
        body = json.dumps(as_sent(*batch))
        connection.request("POST", f"/a/{code}/queue", body, {"Content-Type": "application/json"})
        reply = connection.getresponse()
        if is_lost:
            raise ReplyLost
        told = json.loads(reply.read())["answers"] if reply.status == 200 else []
        return {one["id"] for one in told}
    finally:
        connection.close()


def _count(settings: Settings, code: str, counted: Sequence[int]) -> Tally:
    with create_app(settings).app_context():
        opening = asking.find_opening(code)
    with open_database(settings.database_url).engine.begin() as session:
        mine = sa.select(response.c.id).where(response.c.area_id == opening.area_id)
        responses = set(session.execute(mine.where(response.c.opening_id == opening.id)).scalars())
        rows, sends = (
            [
                row
                for row in session.execute(sa.select(table).where(table.c.area_id == opening.area_id))
                if row.response_id in responses
            ]
            for table in (answer, send)
        )
    return Tally(
        answers=len(rows),
        different=len({(row.response_id, row.question, row.repeat) for row in rows}),
        sends=len(sends),
        responses=len(responses),
        requests=counted[0],
        lost=counted[1],
    )


if __name__ == "__main__":
    sys.exit(main())
