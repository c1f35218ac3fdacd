"""A tool from npm, put into a folder that goes again: nothing that Heard needs comes from there."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path


def installed(folder: Path, package: str) -> Path:
    """Install a package below a folder and return its own folder; end with one line where that cannot be done."""
    npm = shutil.which("npm")
    if npm is None:
        sys.exit(f"npm is not here: it gives {package}. On Debian: apt-get install npm")
    ran = subprocess.run(
        [npm, "install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(folder), package],
        capture_output=True,
        text=True,
    )
    if ran.returncode:
        sys.exit(f"npm did not give {package}:\n{ran.stderr}")
    return folder / "node_modules" / package
