"""A phone without a signal: it seals what was said on a page, and sends it when it can."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass, field

from feedback_app.arriving import Waited, stamp_of
from feedback_app.asking import Opening
from feedback_app.boxes import bound_to, seal_box
from feedback_app.storage import waves
from feedback_app.storage.db import reading
from tests.respondents import a_key

LONG_AGO = "2020-01-01"  # when it came by its blank pages


@dataclass(frozen=True, slots=True)
class SilentPhone:
    """What was agreed to on it, and the key that it made."""

    opening: Opening
    own: bool = True
    key: str = field(default_factory=a_key)
    wording: Sequence[str] = ("It is OK to say no.",)

    def choose(self, page: str, *options: str, send_key: str = "", days: int = 0, **more: object) -> Waited:
        return self.seal(page, [("answer", one) for one in options], send_key=send_key, days=days, **more)

    def write(self, page: str, words: str, *, send_key: str = "", days: int = 0, **more: object) -> Waited:
        return self.seal(page, [("answer", words)], send_key=send_key, days=days, **more)

    def finish(self) -> Waited:
        return self.seal("check", [])

    def seal(
        self, page: str, fields: Sequence[tuple[str, str]], *, send_key: str = "", days: int = 0, **more: object
    ) -> Waited:
        """One page's form in a box; `more` are other things that a phone may put in it."""
        said = {"page": page, "fields": fields, "key": self.key, "own": self.own, "wording": self.wording}
        said |= {"stamp": stamp_of(self.opening, LONG_AGO), **more}
        name = send_key or a_key()
        box = seal_box(public_key(self.opening), json.dumps(said).encode(), bound_to(self.opening.code, name))
        return Waited(name, box, days)


def public_key(opening: Opening) -> bytes:
    with reading() as session:
        return bytes(waves.by_id(session, opening.area_id, opening.wave_id).public_key)


def as_sent(*waited: Waited) -> dict[str, object]:
    """The JSON in which a phone sends what waited."""
    return {
        "answers": [{"id": one.send_key, "box": base64.b64encode(one.box).decode(), "days": one.days} for one in waited]
    }
