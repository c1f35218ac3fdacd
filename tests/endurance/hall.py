"""A hall full of phones on one address: they join within seconds, send ideas, ask what is on, drop out and come back.

    python -m tests.endurance.hall [--phones 200] [--minutes 5] [--every 5] [--json FILE]

At the end everybody puts dots on piles, and puts them elsewhere. Exits 0 when nobody was refused or met an error, every
idea that was acknowledged is kept once, no phone has more dots than it put last, everybody had joined
within 10 seconds, and the 95th percentile of every kind of request is under a second. Says how fresh the phones were
after each step, and how the server's memory grew from minute to minute.
"""

from __future__ import annotations

import argparse
import http.client
import json
import random
import re
import statistics
import tempfile
import threading
import time
import urllib.parse
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import sqlalchemy as sa

from feedback_app import create_app
from feedback_app.storage.db import reading
from feedback_app.storage.tables import idea
from feedback_app.workshops import dots, ideas, piles, running
from tests.hall import Hall, a_hall
from tests.serving import Server, an_installation, serving
from tests.term import AREA, begin_term

ASKS_EVERY = 1.6  # seconds, as static/room.js does
DROPPED = 0.05  # of the ideas whose reply never arrives: the phone sends the same page again
JOIN_SECONDS, MOST_P95 = 10.0, 1.0
PILES, DOTS = 8, 3
VOTING = 5.0  # seconds within which everybody puts dots, once the room asks for them
JOINING = 5.0  # seconds within which everybody scans the code
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')
BOX = re.compile(r'<input type="checkbox" id="on-[^"]+" name="(on-[^"]+)"')
NOW = re.compile(r'data-now="([^"]+)"')


@dataclass
class Seen:
    """What all phones saw: seconds of each kind of request, errors by status, ideas that were acknowledged."""

    took: dict[str, list[float]] = field(
        default_factory=lambda: {"join": [], "page": [], "ask": [], "idea": [], "dots": []}
    )
    errors: Counter[str] = field(default_factory=Counter)
    acknowledged: int = 0
    fresh: list[float] = field(default_factory=list)
    moved_at: dict[int, float] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)


class Phone:
    """One phone: one connection that is opened again where it drops, and one cookie."""

    def __init__(self, server: Server, code: str, seen: Seen) -> None:
        self.place = urllib.parse.urlsplit(server.at("/")).netloc
        self.room, self.seen, self.cookie, self.now = f"/w/{code}/", seen, "", ""
        self.line = http.client.HTTPConnection(self.place, timeout=20)

    def join(self) -> None:
        page = self.get("page", self.room)
        _, head = self.send("join", f"{self.room}join", dict(HIDDEN.findall(page)))
        self.cookie = head.partition(";")[0]

    def say(self, words: str) -> None:
        page = self.get("page", self.room)
        found = NOW.search(page)
        self.now = found.group(1) if found else self.now
        body = {**dict(HIDDEN.findall(page)), "words": words, "together": "alone"}
        if "step" not in body:
            return
        if random.random() < DROPPED:
            self.line.request("POST", f"{self.room}idea", urllib.parse.urlencode(body), self.heads())
            self.line.close()  # nobody hears the reply
        status, _ = self.send("idea", f"{self.room}idea", body)
        with self.seen.lock:
            self.seen.acknowledged += status == 303

    def put_dots(self) -> None:
        """Tick three piles, and then three others; one reply in twenty does not arrive, and the phone sends again."""
        for _ in range(2):
            boxes = BOX.findall(self.get("page", self.room))
            body = dict.fromkeys(random.sample(boxes, min(DOTS, len(boxes))), "1")
            if random.random() < DROPPED:
                self.line.request("POST", f"{self.room}dots", urllib.parse.urlencode(body), self.heads())
                self.line.close()
            self.send("dots", f"{self.room}dots", body)

    def ask(self) -> int:
        return int(json.loads(self.get("ask", self.now))["now"][0]) if self.now else -1

    def get(self, kind: str, path: str) -> str:
        return self.request(kind, "GET", path, None)[1]

    def send(self, kind: str, path: str, body: dict[str, str]) -> tuple[int, str]:
        status, _, head = self.request(kind, "POST", path, urllib.parse.urlencode(body))
        return status, head

    def request(self, kind: str, method: str, path: str, body: str | None) -> tuple[int, str, str]:
        start = time.monotonic()
        try:
            self.line.request(method, path, body, self.heads())
            reply = self.line.getresponse()
            text = reply.read().decode()
        except (OSError, http.client.HTTPException) as problem:
            self.line.close()
            with self.seen.lock:
                self.seen.errors[type(problem).__name__] += 1
            return 0, "{}", ""
        with self.seen.lock:
            self.seen.took[kind].append(time.monotonic() - start)
            if reply.status >= 400:
                self.seen.errors[f"{kind} {reply.status}"] += 1
        return reply.status, text, reply.getheader("Set-Cookie", "")

    def heads(self) -> dict[str, str]:
        return {"Cookie": self.cookie, "Content-Type": "application/x-www-form-urlencoded"}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--phones", type=int, default=200)
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--every", type=float, default=5, help="seconds between two ideas of a phone")
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        settings = an_installation(Path(folder))
        app = create_app(settings)
        with app.app_context():
            hall = a_hall(begin_term())
            hall.begin()
            hall.on_to("ideas-alone")
            with serving(settings) as server:
                seen, joined, memory, phones = _play(server, hall, asked.phones, asked.minutes * 60, asked.every)
                put = _vote(hall, phones)
            with reading() as session:
                kept = session.execute(
                    sa.select(sa.func.count()).select_from(idea).where(idea.c.area_id == hall.room.area_id)
                )
                ideas = int(kept.scalar_one())
        app.extensions["heard_database"].engine.dispose()
    figures = {
        "phones": asked.phones,
        "joined_seconds": round(joined, 2),
        "p95_seconds": {kind: round(_p95(took), 3) for kind, took in seen.took.items()},
        "requests": {kind: len(took) for kind, took in seen.took.items()},
        "errors": dict(seen.errors),
        "acknowledged": seen.acknowledged,
        "kept": ideas,
        "dots": put,
        "fresh_seconds_worst": round(max(seen.fresh, default=0.0), 2),
        "memory_mib_each_minute": memory,
    }
    print(json.dumps(figures, indent=1))
    if asked.json:
        asked.json.write_text(json.dumps(figures, indent=1) + "\n")
    good = put == DOTS * asked.phones and not seen.errors and ideas == seen.acknowledged and joined < JOIN_SECONDS
    return 0 if good and all(_p95(took) < MOST_P95 for took in seen.took.values()) else 1


def _play(
    server: Server, hall: Hall, number: int, seconds: float, every: float
) -> tuple[Seen, float, list[float], list[Phone]]:
    seen = Seen()
    phones = [Phone(server, hall.room.code, seen) for _ in range(number)]
    start = time.monotonic()
    joining: list[threading.Thread] = [
        threading.Timer(JOINING * place / number, phone.join) for place, phone in enumerate(phones)
    ]
    for one in joining:
        one.start()
    for one in joining:
        one.join()
    joined = time.monotonic() - start
    end = time.monotonic() + seconds
    living = [threading.Thread(target=_live, args=(phone, place, end, every)) for place, phone in enumerate(phones)]
    for one in living:
        one.start()
    memory = []
    while time.monotonic() < end:
        time.sleep(min(30.0, max(0.0, end - time.monotonic())))
        memory.append(round(_memory(server.process.pid), 1))
        running.pause(AREA, hall.id, hall.room.turn, staff_id=hall.sam)  # everybody looks up,
        seen.moved_at[hall.room.turn] = time.monotonic()
        time.sleep(3)
        running.pause(AREA, hall.id, hall.room.turn, staff_id=hall.sam)  # and goes on
        seen.moved_at[hall.room.turn] = time.monotonic()
    for one in living:
        one.join()
    return seen, joined, memory, phones


def _vote(hall: Hall, phones: list[Phone]) -> int:
    """Everybody puts dots on piles with ideas of the hall in them; say how many there are once they are closed."""
    room = hall.room
    for said in ideas.waiting(room)[: 5 * PILES]:
        ideas.decide(AREA, hall.id, said.id, "shown", was="waiting", staff_id=hall.sam)
    shown = [one.id for one in ideas.shown(room)]
    for number in range(PILES):
        piles.sort(room, shown[number::PILES], piles.NEW, send_key=f"{number:032x}", staff_id=hall.sam)
    hall.on_to("dots")
    voting: list[threading.Thread] = [
        threading.Timer(VOTING * place / len(phones), phone.put_dots) for place, phone in enumerate(phones)
    ]
    for one in voting:
        one.start()
    for one in voting:
        one.join()
    dots.close(AREA, hall.id, staff_id=hall.sam)
    return sum(one.phones for one in dots.of_room(hall.room).counted)


def _live(phone: Phone, place: int, end: float, every: float) -> None:
    """Ask every other second, and say something every few; phones do not move in step."""
    number, turn = 0, -1
    time.sleep(random.random() * every)
    speaks = time.monotonic()
    while time.monotonic() < end:
        if time.monotonic() >= speaks:
            number += 1
            phone.say(f"Idea {number} of phone {place}: ask us first")
            speaks += every
        now = phone.ask()
        if now != turn and now in phone.seen.moved_at:
            with phone.seen.lock:
                phone.seen.fresh.append(time.monotonic() - phone.seen.moved_at[now])
        turn = now
        time.sleep(ASKS_EVERY)


def _p95(took: list[float]) -> float:
    return statistics.quantiles(took, n=20)[-1] if len(took) > 1 else 0.0


def _memory(main_process: int) -> float:
    """MiB that the server's processes have to themselves and share, all together."""
    group = Path(f"/proc/{main_process}/stat").read_text().split()[4]
    found = 0
    for one in Path("/proc").glob("[0-9]*"):
        try:
            if (one / "stat").read_text().rpartition(")")[2].split()[2] == group:
                found += int((one / "statm").read_text().split()[1])
        except (OSError, IndexError):  # it ended meanwhile
            continue
    return found * 4 / 1024


if __name__ == "__main__":
    raise SystemExit(main())
