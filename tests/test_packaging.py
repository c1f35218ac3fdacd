"""A normal install has everything that the packages read: templates, stylesheets, definitions and migrations."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACKAGES = ("feedback_app", "analysis", "surveys")


def test_a_normal_install_lacks_no_file(tmp_path: Path) -> None:
    source = tmp_path / "source"
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--", *PACKAGES, "setup.cfg", "pyproject.toml", "README.md", "LICENSE"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    names = [name for name in listed.stdout.split("\0") if name]
    for name in names:
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_bytes((ROOT / name).read_bytes())

    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*command, "--wheel-dir", str(tmp_path), str(source)], check=True, capture_output=True)

    wheel = next(tmp_path.glob("heard-*.whl"))
    packed = set(zipfile.ZipFile(wheel).namelist())
    assert sorted(name for name in names if name.startswith(PACKAGES) and name not in packed) == []
