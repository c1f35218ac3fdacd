"""`heard init`, `serve`, `worker` and `demo`: making an installation and running it."""

from __future__ import annotations

import errno
import ipaddress
import multiprocessing
import os
import socket
import threading
import time
from typing import TYPE_CHECKING

import click

from feedback_app import create_app, protecting
from feedback_app.config import Settings, read_settings
from feedback_app.errors import HeardError
from feedback_app.storage.db import open_database, reach, upgrade
from feedback_app.storage.sealing import read_keyring

if TYPE_CHECKING:
    from flask import Flask


PORT_SECONDS = 3
NOBODY_ELSE = 0o077  # as a umask: files that only this user reads


class NotLoopback(HeardError):
    words = "Heard listens on this machine only (127.0.0.1, ::1 or localhost) until its safety work is done."


class PortTaken(HeardError):
    """Something else listens at the port."""


@click.command("init")
def init() -> None:
    """Make the keys and the database of this installation, or bring them up to date."""
    make_installation(read_settings())
    click.echo("Ready.")


@click.command("serve")
def serve() -> None:
    """Serve the pages, with the worker beside them, until stopped."""
    run_server(read_settings())


@click.command("worker")
def worker() -> None:
    """Run a worker alone, where another machine serves the pages."""
    from feedback_app.jobs import run_for_ever

    os.umask(NOBODY_ELSE)
    run_for_ever(create_app())


@click.command("demo")
@click.option("--no-serve", is_flag=True, help="Fill the example area and stop.")
def demo(*, no_serve: bool) -> None:
    """Fill an invented area with an invented term, run the analysis, serve it and print the links."""
    from feedback_app import example

    settings = read_settings()
    refuse_other_hosts(settings)
    make_installation(settings)
    for line in example.play(create_app(settings), tell=click.echo):
        click.echo(line)
    if not no_serve:
        run_server(settings)


def make_installation(settings: Settings) -> None:
    database = open_database(settings.database_url)  # an address that is none makes no folder
    protecting.make_folders(settings)
    os.umask(NOBODY_ELSE)
    protecting.make_keys(settings)
    reach(database)
    upgrade(database)
    protecting.close_files(settings)


def refuse_other_hosts(settings: Settings) -> None:
    """Raises NotLoopback."""
    name = "127.0.0.1" if settings.host == "localhost" else settings.host
    try:
        local = ipaddress.ip_address(name).is_loopback
    except ValueError:
        local = False
    if not local:
        raise NotLoopback


def refuse_taken_port(settings: Settings) -> None:
    """Raises PortTaken: granian would bind beside whoever listens there, and each of the two answer some of the pages.

    The web workers of a server that was killed listen for up to half a second more.
    """
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    until = time.monotonic() + PORT_SECONDS
    while True:
        try:
            socket.create_server((settings.host, settings.port), family=family).close()
            return
        except OSError as taken:
            if taken.errno != errno.EADDRINUSE or time.monotonic() > until:
                raise PortTaken(
                    f"Port {settings.port} cannot be used ({os.strerror(taken.errno or 0)}). "
                    "Is Heard served there already? Stop that, or choose another port with HEARD_PORT."
                ) from taken
        time.sleep(0.1)


def run_server(settings: Settings) -> None:
    """Serve with granian; the worker is a process beside the web workers, and all end together."""
    from granian import Granian
    from granian.constants import Interfaces

    refuse_other_hosts(settings)
    read_keyring(settings.keys)  # missing keys are one clear line here, and a trace in every worker
    reach(open_database(settings.database_url))
    refuse_taken_port(settings)
    os.umask(NOBODY_ELSE)  # the processes that it starts have it too
    server = Granian(
        "feedback_app.cli.server:make_web_worker",
        address=settings.host,
        port=settings.port,
        interface=Interfaces.WSGI,
        factory=True,
        workers=settings.web_workers,
        blocking_threads=4,
        respawn_failed_workers=True,
        workers_kill_timeout=10,
        websockets=False,
        log_access=False,
    )
    started: list[multiprocessing.process.BaseProcess] = []

    @server.on_startup
    def start_worker() -> None:
        process = multiprocessing.get_context("spawn").Process(target=_work, args=(os.getpid(),), daemon=True)
        process.start()
        started.append(process)

    @server.on_shutdown
    def stop_worker() -> None:
        for process in started:
            process.terminate()
            process.join(10)

    server.serve()


def make_web_worker() -> Flask:
    """The app of one web worker, which ends when the process that started it is gone."""
    started_by = multiprocessing.parent_process()  # not os.getppid(): it may be gone already
    if started_by is not None and started_by.pid is not None:
        threading.Thread(target=_end_with_parent, args=(started_by.pid,), daemon=True).start()
    return create_app()


def _work(parent: int) -> None:
    from feedback_app.jobs import run_for_ever

    run_for_ever(create_app(), parent)


def _end_with_parent(parent: int) -> None:
    # after `kill -9` of the main process its web workers would go on serving, and a second start bind beside them
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(1)


COMMANDS = (init, serve, worker, demo)
