"""Making an installation, and refusing to serve anybody but this machine."""

from __future__ import annotations

import os
import re
import socket
from pathlib import Path

import pytest
from click.testing import CliRunner

from feedback_app.cli import heard
from feedback_app.cli.server import NotLoopback, refuse_other_hosts
from feedback_app.config import read_settings


def test_an_installation_is_made_once_and_made_again_without_harm(tmp_path: Path) -> None:
    environ = {"HEARD_INSTANCE": str(tmp_path / "new")}

    first = CliRunner().invoke(heard, ["init"], env=environ)
    made = {file: file.read_bytes() for file in (tmp_path / "new" / "keys").iterdir()}
    second = CliRunner().invoke(heard, ["init"], env=environ)

    assert (first.output, second.output) == ("Ready.\n", "Ready.\n")
    assert {file: file.read_bytes() for file in (tmp_path / "new" / "keys").iterdir()} == made
    assert (tmp_path / "new" / "heard.db").exists()


def test_a_command_before_that_says_what_is_missing(tmp_path: Path) -> None:
    refused = CliRunner().invoke(heard, ["areas", "list"], env={"HEARD_INSTANCE": str(tmp_path / "new")})

    assert refused.exit_code == 1
    assert "heard init" in refused.output


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.20", "example.org", ""])  # noqa: S104 - refused
@pytest.mark.parametrize("command", ["serve", "demo"])
def test_serving_anybody_but_this_machine_is_refused(tmp_path: Path, command: str, host: str) -> None:
    refused = CliRunner().invoke(heard, [command], env={"HEARD_INSTANCE": str(tmp_path / "new"), "HEARD_HOST": host})

    assert refused.exit_code == 1
    assert "this machine only" in refused.output
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.2", "::1", "localhost"])
def test_every_name_of_this_machine_is_taken(host: str) -> None:
    refuse_other_hosts(read_settings({"HEARD_HOST": host}))


def test_a_name_that_may_lead_elsewhere_is_refused() -> None:
    with pytest.raises(NotLoopback):
        refuse_other_hosts(read_settings({"HEARD_HOST": "localhost.example.org"}))


def test_a_setting_that_is_wrong_is_one_line(tmp_path: Path) -> None:
    refused = CliRunner().invoke(heard, ["serve"], env={"HEARD_INSTANCE": str(tmp_path), "HEARD_PORT": "eighty"})

    assert refused.exit_code == 1
    assert refused.output == "Error: HEARD_PORT takes a whole number from 0 to 65535, not 'eighty'.\n"


def test_the_version_is_told() -> None:
    assert "0.1.0" in CliRunner().invoke(heard, ["--version"]).output


def test_a_port_where_something_listens_already_is_not_shared(tmp_path: Path) -> None:
    environ = {"HEARD_INSTANCE": str(tmp_path / "new")}
    CliRunner().invoke(heard, ["init"], env=environ)
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)  # as granian listens
        other.bind(("127.0.0.1", 0))
        other.listen()

        refused = CliRunner().invoke(heard, ["serve"], env=environ | {"HEARD_PORT": str(other.getsockname()[1])})

    assert refused.exit_code == 1
    assert "Is Heard served there already?" in refused.output


def test_serving_without_keys_says_what_is_missing(tmp_path: Path) -> None:
    refused = CliRunner().invoke(heard, ["serve"], env={"HEARD_INSTANCE": str(tmp_path / "new")})

    assert refused.exit_code == 1
    assert "heard init" in refused.output


def test_nobody_else_reads_an_installation_whatever_the_umask_and_one_made_before_is_mended(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        (tmp_path / "new" / "packs").mkdir(parents=True)
        (tmp_path / "new" / "packs" / "old.pack.db").touch()
        CliRunner().invoke(heard, ["init"], env={"HEARD_INSTANCE": str(tmp_path / "new")})
    finally:
        os.umask(before)

    made = [tmp_path / "new", *(tmp_path / "new").rglob("*")]
    assert len(made) > 5
    assert [path for path in made if path.stat().st_mode & 0o077] == []


@pytest.mark.parametrize(
    "address",
    [
        "nonsense",
        "mongo://somewhere/heard",
        "postgresql://secret@127.0.0.1/heard",
        "postgresql+psycopg://me:secret@127.0.0.1:port/heard",
        "postgresql+psycopg://me:secret@127.0.0.1:1/heard",
        "sqlite+pysqlite:////nowhere/at/all/heard.db",
        "sqlite+pysqlite:////etc/passwd",
    ],
)
@pytest.mark.parametrize("command", [["init"], ["areas", "list"], ["serve"]])
def test_a_database_that_is_not_there_is_one_line(tmp_path: Path, command: list[str], address: str) -> None:
    environ = {"HEARD_INSTANCE": str(tmp_path / "new")}
    CliRunner().invoke(heard, ["init"], env=environ)

    refused = CliRunner().invoke(heard, command, env=environ | {"HEARD_DATABASE_URL": address})

    assert refused.exit_code == 1
    assert re.fullmatch("Error: .*HEARD_DATABASE_URL .*\n", refused.output)
    assert "secret" not in refused.output
