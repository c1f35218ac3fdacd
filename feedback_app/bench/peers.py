"""The same question asked by other means: a bare page, which is the floor, and SurveyJS as its makers say to use it."""

from __future__ import annotations

import gzip
import mimetypes
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

import brotli

from feedback_app.bench.served import Subject
from feedback_app.errors import HeardError

PACKAGES = ("survey-core", "survey-js-ui")
OF_SURVEYJS = {
    "survey-core.fontless.min.css": "survey-core",  # the lightest that they offer
    "survey.core.min.js": "survey-core",
    "survey-js-ui.min.js": "survey-js-ui",
}


class NoPeers(HeardError):
    words = "The peers come from npm, and it did not give them. Leave --peers out, or see that npm works."


@contextmanager
def peer_pages(*, surveyjs: bool) -> Iterator[list[Subject]]:
    """Pages served by this process from a temporary folder, compressed once as far as it goes. Raises NoPeers."""
    with TemporaryDirectory(prefix="heard-peers-") as name:
        folder = Path(name)
        pages = {"lean.html": "A bare page (the floor)"}
        version = _install(folder) if surveyjs else ""
        if surveyjs:
            pages["surveyjs.html"] = f"SurveyJS {version}"
        for page in pages:
            shutil.copyfile(str(files("feedback_app.bench") / page), folder / page)
        with _served(folder, [*pages, *(OF_SURVEYJS if surveyjs else ())]) as address:
            yield [Subject(said, f"{address}/{page}") for page, said in pages.items()]


def _install(folder: Path) -> str:
    npm = shutil.which("npm")
    if npm is None:
        raise NoPeers
    command = [npm, "install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(folder), *PACKAGES]
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=300)  # noqa: S603 - the packages named above
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as failed:
        raise NoPeers from failed
    for file, package in OF_SURVEYJS.items():
        shutil.copyfile(folder / "node_modules" / package / file, folder / file)
    listed = subprocess.run([npm, "ls", "--prefix", str(folder)], check=True, capture_output=True, text=True)  # noqa: S603
    return next(line.rpartition("@")[2] for line in listed.stdout.splitlines() if f"{PACKAGES[1]}@" in line).strip()


@contextmanager
def _served(folder: Path, names: list[str]) -> Iterator[str]:
    """Serve these files by the ways that Heard serves its own, with connections kept open."""
    plain = {f"/{name}": (folder / name).read_bytes() for name in names}
    ready = {path: {"br": brotli.compress(whole), "gzip": gzip.compress(whole)} for path, whole in plain.items()}

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            if self.path not in ready:
                self.send_error(404)
                return
            way = "br" if "br" in self.headers.get("Accept-Encoding", "") else "gzip"
            body = ready[self.path][way]
            self.send_response(200)
            self.send_header("Content-Type", mimetypes.guess_type(self.path)[0] or "text/html")
            self.send_header("Content-Encoding", way)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Nothing: the table is what is printed."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
