"""Kill the server again and again under clients that try until they are told yes, then count what was lost or doubled.

    python -m tests.endurance.kill [--rounds 20] [--clients 40] [--without-unique-key]

Exits 0 when every answer that a page said was kept is kept, once. Without the unique key on what was sent it must
find duplicates and exit 1: that shows that it can fail.
"""

from __future__ import annotations

import argparse
import datetime as dt
import http.client
import os
import random
import re
import secrets
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import sqlalchemy as sa

from feedback_app import asking, create_app, people
from feedback_app.cli.server import make_installation
from feedback_app.codes import digest
from feedback_app.config import Settings, read_settings
from feedback_app.storage.db import open_database
from feedback_app.storage.tables import answer, response, response_key, send

SURVEY = "young-person-11-25"
LOST_REPLIES = 0.2  # a client hangs up before the reply on this share of its tries
HIDDEN = re.compile(r'name="(response_key|send_key)"[^>]*value="([^"]*)"')
FIRST_OPTION = re.compile(r'name="answer"[^>]*value="([^"]*)"')


@dataclass
class Told:
    """What clients were told is kept: response keys, (key, page) of answers, and keys of whole responses sent."""

    started: set[str] = field(default_factory=set)
    answers: set[tuple[str, str]] = field(default_factory=set)
    sent: set[str] = field(default_factory=set)
    tries: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)


class HungUp(Exception):
    """The reply never came: the server died, or this client hung up on purpose."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--clients", type=int, default=40)
    parser.add_argument("--without-unique-key", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        settings = read_settings({"HEARD_INSTANCE": folder, "HEARD_PORT": str(_free_port())})
        code = _prepare(settings)
        if asked.without_unique_key:
            with open_database(settings.database_url).engine.begin() as session:
                session.exec_driver_sql("DROP INDEX uq_send_key_hash")
        told, took = _run(settings, code, rounds=asked.rounds, clients=asked.clients)
        problems = _count(settings, told)
    print(
        f"{asked.rounds} kills, {asked.clients} clients, {told.tries} tries, {len(told.started)} responses, "
        f"{len(told.answers)} answers and {len(told.sent)} finished responses acknowledged, {took:.0f} s"
    )
    for what, number in problems.items():
        print(f"{what}: {number}")
    return 1 if any(problems.values()) else 0


def _prepare(settings: Settings) -> str:
    make_installation(settings)
    with create_app(settings).app_context():
        asking.add_area("wexcombe", "Wexcombe", "Wexcombe Council", example=True)
        people.add_staff("wexcombe", "Priya", "safeguarding_lead")
        asking.make_wave("wexcombe", "one", "What we heard", "support", strategy_sets=["wexcombe"])
        closes = dt.date.today() + dt.timedelta(days=30)  # noqa: DTZ011 - the opening keeps local dates
        return asking.open_survey("wexcombe", "one", SURVEY, "young_person_11_25", closes_on=closes)


def _run(settings: Settings, code: str, *, rounds: int, clients: int) -> tuple[Told, float]:
    told, stop, began = Told(), threading.Event(), time.monotonic()
    threads = [
        threading.Thread(target=_client, args=(settings, code, told, stop, number), daemon=True)
        for number in range(clients)
    ]
    server = _serve(settings)
    for thread in threads:
        thread.start()
    for number in range(rounds):
        _wait_until_up(settings)
        time.sleep(random.Random(number).uniform(1.0, 3.0))
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()
        print(f"round {number + 1} of {rounds}: {len(told.answers)} answers acknowledged", flush=True)
        server = _serve(settings)
    _wait_until_up(settings)
    time.sleep(3)
    stop.set()
    for thread in threads:
        thread.join(60)
    os.killpg(server.pid, signal.SIGKILL)
    server.wait()
    return told, time.monotonic() - began


def _serve(settings: Settings) -> subprocess.Popen[bytes]:
    command = Path(sys.executable).parent / "heard"
    given = {"HEARD_INSTANCE": str(settings.instance), "HEARD_PORT": str(settings.port)}
    return subprocess.Popen(
        [str(command), "serve"],
        env={**os.environ, **given},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _wait_until_up(settings: Settings) -> None:
    for _ in range(600):
        try:
            if _ask(settings, "GET", "/health", None, {})[0] == 200:
                return
        except (OSError, http.client.HTTPException):
            pass
        time.sleep(0.1)
    raise TimeoutError("the server did not come up again within a minute")


def _client(settings: Settings, code: str, told: Told, stop: threading.Event, number: int) -> None:
    chance = random.Random(number)
    while not stop.is_set():
        _one_response(settings, code, told, stop, chance)


def _one_response(settings: Settings, code: str, told: Told, stop: threading.Event, chance: random.Random) -> None:
    """Answer a whole survey; every page is tried with the same keys until the server says yes."""
    key = secrets.token_hex(16)
    cookies: dict[str, str] = {}
    agreed = _until_yes(settings, f"/a/{code}/", {"agree": "yes", "response_key": key}, cookies, told, stop, chance)
    if agreed is None:
        return
    told.started.add(key)
    cookies[f"heard-{code}"] = key
    page: str | None = agreed
    while page is not None and "/q/" in page:
        shown = _until_seen(settings, page, cookies, stop)
        if shown is None:
            return
        options = FIRST_OPTION.findall(shown)
        body = {"send_key": dict(HIDDEN.findall(shown))["send_key"]}
        body["answer"] = chance.choice(options) if options else f"Something said {secrets.token_hex(4)}"
        here, page = page, _until_yes(settings, page, body, cookies, told, stop, chance)
        if page is not None:
            told.answers.add((key, here.partition("/q/")[2]))
    if page is not None and _until_yes(settings, page, {"send_key": key}, cookies, told, stop, chance) is not None:
        told.sent.add(key)


def _until_yes(
    settings: Settings,
    path: str,
    body: dict[str, str],
    cookies: dict[str, str],
    told: Told,
    stop: threading.Event,
    chance: random.Random,
) -> str | None:
    while not stop.is_set():
        with told.lock:
            told.tries += 1
        try:
            status, location, _ = _ask(settings, "POST", path, body, cookies, hang_up=chance.random() < LOST_REPLIES)
        except (HungUp, OSError, http.client.HTTPException):
            time.sleep(0.05)
            continue
        if status == 303:
            return urllib.parse.urlsplit(location).path
        time.sleep(0.05)
    return None


def _until_seen(settings: Settings, path: str, cookies: dict[str, str], stop: threading.Event) -> str | None:
    while not stop.is_set():
        try:
            status, _, text = _ask(settings, "GET", path, None, cookies)
        except (HungUp, OSError, http.client.HTTPException):
            time.sleep(0.05)
            continue
        if status == 200:
            return text
        time.sleep(0.05)
    return None


def _ask(
    settings: Settings,
    method: str,
    path: str,
    body: dict[str, str] | None,
    cookies: dict[str, str],
    *,
    hang_up: bool = False,
) -> tuple[int, str, str]:
    connection = http.client.HTTPConnection(settings.host, settings.port, timeout=15)
    try:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request(method, path, urllib.parse.urlencode(body) if body else None, headers)
        if hang_up:
            time.sleep(0.02)
            raise HungUp
        reply = connection.getresponse()
        return reply.status, reply.headers.get("Location", ""), reply.read().decode()
    finally:
        connection.close()


def _count(settings: Settings, told: Told) -> dict[str, int]:
    """What was acknowledged and is not there, and what is there twice."""
    with open_database(settings.database_url).engine.begin() as session:
        owners = {row.response_id: row.key_hash for row in session.execute(sa.select(response_key))}
        starts = Counter(owners.values())
        rows = session.execute(sa.select(answer.c.response_id, answer.c.question, answer.c.repeat)).all()
        kept = Counter((owners[row.response_id], f"{row.question}/{row.repeat}".rstrip("/")) for row in rows)
        sends = Counter(session.execute(sa.select(send.c.key_hash)).scalars())
        sent = set(session.execute(sa.select(response.c.id).where(response.c.sent_on.is_not(None))).scalars())
        sent_keys = {owners[one] for one in sent}
    return {
        "responses acknowledged and lost": sum(digest(key) not in starts for key in told.started),
        "answers acknowledged and lost": sum((digest(key), page) not in kept for key, page in told.answers),
        "finished responses acknowledged and lost": sum(digest(key) not in sent_keys for key in told.sent),
        "responses there twice": sum(number > 1 for number in starts.values()),
        "answers there twice": sum(number > 1 for number in kept.values()),
        "pages kept twice": sum(number > 1 for number in sends.values()),
    }


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


if __name__ == "__main__":
    sys.exit(main())
