"""What is said of an entry that cannot be read."""

from __future__ import annotations

from feedback_app.errors import HeardError


class EntryUnclear(HeardError):
    """What was typed stands for no answer, or for more than one; its words say what to type."""
