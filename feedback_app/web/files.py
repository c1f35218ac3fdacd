"""Our own files stand under one digest of them all, so that a browser keeps them for a year and never has an old one.

One digest for all of them, rather than one for each: a script that imports `./routing.js` finds it beside itself.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "static"
KEPT_FOR_GOOD = "public, max-age=31536000, immutable"


def address_of_files(folder: Path = FOLDER) -> str:
    """The address that begins each file's. Same names and contents, same address; an old one leads nowhere."""
    digest = hashlib.sha256()
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            digest.update(f"{file.relative_to(folder).as_posix()}\0{file.stat().st_size}\0".encode())
            digest.update(file.read_bytes())
    return f"/static/{digest.hexdigest()[:12]}"
