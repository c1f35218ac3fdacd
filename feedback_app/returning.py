"""Returning: somebody stops, and comes back with their code on this phone or another."""

from __future__ import annotations

import secrets

from feedback_app import answering
from feedback_app.answering import SurveyClosed
from feedback_app.asking import Opening
from feedback_app.codes import digest
from feedback_app.errors import HeardError
from feedback_app.storage import responses
from feedback_app.storage.db import transaction


class NothingToGoOnWith(HeardError):
    status = 409
    words = "These answers are finished. You can still delete them with your code."


def come_back(code: str) -> tuple[Opening, str]:
    """Let another phone go on with the response of a code; return its opening and the phone's own new key.

    What was said before stays as it is and is never shown to this phone. Raises NoSuchReceipt, SurveyClosed,
    NothingToGoOnWith.
    """
    opening, response = answering.find_response(code)
    if response.sent_on is not None:
        raise NothingToGoOnWith
    if not opening.is_open:
        raise SurveyClosed
    key = secrets.token_hex(16)
    with transaction() as session:
        responses.add_key(session, opening.area_id, response.id, digest(key))
    return opening, key
