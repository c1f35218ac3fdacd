"""The ids of themes: made of a name, and never the same for two."""

from __future__ import annotations

import re
import unicodedata
from itertools import chain, count

HEADING, THEME, PART = "h", "t", "p"  # what the ids of a level begin with


def free_id(kind: str, name: str, taken: set[str]) -> str:
    """An id made of a name, with a number where it is taken already; it is taken now."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = f"{kind}-{re.sub(r'[^a-z0-9]+', '-', plain).strip('-') or 'theme'}"
    free = next(one for one in chain([slug], (f"{slug}-{number}" for number in count(2))) if one not in taken)
    taken.add(free)
    return free
