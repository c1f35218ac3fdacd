"""Imports point down: the contracts of `setup.cfg`, and the rooms that only some libraries may enter."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]


def imports(folder: str) -> Iterator[tuple[Path, str]]:
    for file in sorted((ROOT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from ((file, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield file, node.module


def test_imports_point_down() -> None:
    """In a process of its own: import-linter turns off every logger that is there before it."""
    ask = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"

    kept = subprocess.run([sys.executable, "-c", ask], cwd=ROOT, capture_output=True, text=True, check=False)

    assert kept.returncode == 0, kept.stdout + kept.stderr


def test_only_storage_speaks_sql() -> None:
    """A use case may name the type of a session; it never builds a query."""
    for file, name in imports("feedback_app"):
        if "storage" not in file.relative_to(ROOT).parts and name.partition(".")[0] in ("sqlalchemy", "alembic"):
            assert name == "sqlalchemy.engine", f"{file.relative_to(ROOT)} imports {name}"


def test_nothing_speaks_to_the_network() -> None:
    itself = {"server.py": {"socket"}, "served.py": {"socket", "urllib.request"}}  # is our own port free, are we up?
    for folder in ("feedback_app", "analysis", "surveys"):
        for file, name in imports(folder):
            if name in itself.get(file.name, ()):
                continue
            assert name.partition(".")[0] not in {"requests", "httpx", "urllib3", "aiohttp", "socket", "ssl"}, file
            assert not name.startswith(("urllib.request", "http.client")), file


def test_the_concern_rules_load_the_standard_library_alone() -> None:
    """They run inside a request."""
    load = "import analysis.concerns, sys; print(*{name.partition('.')[0] for name in sys.modules})"

    loaded = subprocess.run([sys.executable, "-c", load], capture_output=True, text=True, check=True, timeout=60)

    known = {*sys.stdlib_module_names, "analysis"}
    assert not [name for name in loaded.stdout.split() if name not in known and not name.startswith("_")]
